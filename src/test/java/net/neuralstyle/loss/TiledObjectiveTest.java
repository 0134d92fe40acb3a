/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.loss;

import static net.neuralstyle.reference.Accuracy.assertClose;
import static net.neuralstyle.reference.Accuracy.assertElementClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that an image computed tile by tile has the loss and the gradient that it has when computed whole. */
class TiledObjectiveTest {

	/** Two poolings: a halo of 12 pixels, and tiles of at least 56. */
	private static final NetworkWeights SMALL = KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6, 7 },
		new int[] { 8 });
	private static final int SMALL_TILE = 56;
	private static final List<String> SMALL_LAYERS = List.of("block1_conv2", "block2_conv1", "block3_conv1");
	private static final LossWeights SMALL_WEIGHTS = new LossWeights(0.025, 5, 1, "block2_conv2", SMALL_LAYERS);

	static Stream<Arguments> problems() {
		return Stream.of( //
			Arguments.of(new ImageSize(112, 96), SMALL_WEIGHTS), //
			Arguments.of(new ImageSize(113, 99), SMALL_WEIGHTS), //
			Arguments.of(new ImageSize(150, 41), SMALL_WEIGHTS), //
			Arguments.of(new ImageSize(33, 205), SMALL_WEIGHTS), //
			Arguments.of(new ImageSize(113, 99), new LossWeights(1, 0, 0, "block2_conv2", SMALL_LAYERS)), //
			Arguments.of(new ImageSize(113, 99), new LossWeights(0, 1, 0, "block2_conv2", SMALL_LAYERS)), //
			Arguments.of(new ImageSize(113, 99), new LossWeights(0, 0, 1, "block2_conv2", SMALL_LAYERS)), //
			Arguments.of(new ImageSize(113, 99), new LossWeights(1, 50, 1, "block3_conv1", List.of("block3_conv1"))), //
			Arguments.of(new ImageSize(113, 99), new LossWeights(1, 50, 1, "block3_conv1", List.of("block1_conv1"))));
	}

	@ParameterizedTest(name = "{0}, {index}")
	@MethodSource("problems")
	void lossIsThatOfTheWholeImage(final ImageSize size, final LossWeights weights) {
		assertClose(evaluate(SMALL, weights, size, size.longerSide()).value, evaluate(SMALL, weights, size,
			SMALL_TILE).value, "loss");
	}

	@ParameterizedTest(name = "{0}, {index}")
	@MethodSource("problems")
	void gradientIsThatOfTheWholeImage(final ImageSize size, final LossWeights weights) {
		final double[] whole = evaluate(SMALL, weights, size, size.longerSide()).gradient;
		final double[] tiled = evaluate(SMALL, weights, size, SMALL_TILE).gradient;
		assertTrue(Accuracy.relativeError(whole, tiled) < Accuracy.TOLERANCE);
	}

	@Test
	void gradientAtTheBordersOfTilesIsThatOfTheWholeImage() {
		final ImageSize size = new ImageSize(113, 99);
		final double[] whole = evaluate(SMALL, SMALL_WEIGHTS, size, size.longerSide()).gradient;
		final double[] tiled = evaluate(SMALL, SMALL_WEIGHTS, size, SMALL_TILE).gradient;
		final double rootMeanSquare = Math.sqrt(Arrays.stream(whole).map(value -> value * value).average().orElseThrow());
		for (final Tile tile : Tiling.of(size, SMALL_TILE, new Halo(12, 4)).tiles()) {
			final int border = tile.left() + tile.interiorLeft(1);
			for (int y = 0; y < size.height(); y++) {
				for (int x = Math.max(0, border - 1); x <= border; x++) {
					final int i = (y * size.width() + x) * VggImage.CHANNELS;
					assertElementClose(whole[i], tiled[i], rootMeanSquare, "gradient at " + x + ", " + y);
				}
			}
		}
	}

	@Test
	void bundledNetworkHasTheSameLossAndGradientInTiles() throws IOException {
		final NetworkWeights network = new BundledWeights().load();
		final ImageSize size = new ImageSize(523, 301);
		final EngineEvaluation whole = evaluate(network, ReferenceProblem.WEIGHTS, size, size.longerSide());
		final EngineEvaluation tiled = evaluate(network, ReferenceProblem.WEIGHTS, size, 416);
		assertClose(whole.value, tiled.value, "loss");
		assertTrue(Accuracy.relativeError(whole.gradient, tiled.gradient) < Accuracy.TOLERANCE);
	}

	@Test
	void secondEvaluationIsLikeTheFirst() {
		final VggImage content = VggImage.noise(new ImageSize(113, 99), 1);
		final int length = content.values().length;
		try (NetworkEngine engine = Engines.open(SMALL);
				NotebookObjective objective = new NotebookObjective(engine, SMALL_WEIGHTS, content, content,
					SMALL_TILE);
				TensorScope scope = new TensorScope())
		{
			final INDArray point = scope.tensor(VggImage.noise(content.size(), 2).values(), length);
			final INDArray gradient = scope.zeros(length);
			final double first = objective.evaluate(point, gradient);
			final INDArray firstGradient = scope.zeros(length).assign(gradient);
			assertEquals(first, objective.evaluate(point, gradient));
			assertEquals(firstGradient, gradient);
		}
	}

	@Test
	void haloOfVgg16IsTheReceptiveFieldOfItsDeepestLayer() throws IOException {
		try (NetworkEngine engine = Engines.open(new BundledWeights().load())) {
			// NB: 2 * 1 + 2 * 2 = 6; 6 + 3 * 4 + 3 * 8 + 3 * 16 = 90, rounded up to a multiple of 16
			assertEquals(96, engine.topology().halo(List.of("block5_conv3")).width());
			assertEquals(6, engine.topology().halo(List.of("block2_conv2")).width());
		}
	}

	@Test
	void tooSmallTileIsRefused() {
		final ImageSize size = new ImageSize(113, 99);
		assertThrows(IllegalArgumentException.class, () -> evaluate(SMALL, SMALL_WEIGHTS, size, SMALL_TILE - 1));
	}

	// -- Helper methods --

	private static EngineEvaluation evaluate(final NetworkWeights network, final LossWeights weights, final ImageSize size,
		final int largestTile)
	{
		// NB: The style is cut into tiles too. It is blurred, as another noise would have almost the same Gram matrices,
		// of whose difference rounding would be a large part.
		final VggImage style = VggImage.noise(new ImageSize(size.height() / 3, size.width() / 3), 2).resizedTo(new ImageSize(
			size.height(), size.width()));
		return new EngineEvaluation(network, weights, VggImage.noise(size, 1), style, VggImage.noise(size, 3).values(),
			largestTile);
	}
}
