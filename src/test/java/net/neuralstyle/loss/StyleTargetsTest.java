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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What style terms compare with, of one style and of a blend. */
class StyleTargetsTest {

	private static final List<String> LAYERS = List.of("block1_conv2", "block2_conv1", "block3_conv1");
	private static final VggImage FIRST = VggImage.noise(new ImageSize(31, 29), 1);
	private static final VggImage SECOND = VggImage.noise(new ImageSize(9, 8), 2).resizedTo(new ImageSize(41, 35));

	private TensorScope scope;
	private NetworkEngine engine;

	@BeforeEach
	void makeParameters() {
		scope = new TensorScope();
		engine = scope.own(Engines.open(KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6,
			7 }, new int[] { 8 })));
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@Test
	void blendIsTheWeightedMeanOfTheGramMatrices() {
		final StyleTargets blend = targets(100, FIRST, 1, SECOND, 3);
		for (final String layer : LAYERS) {
			final INDArray expected = targets(100, FIRST).of(layer).gram().mul(0.25).addi(targets(100, SECOND).of(layer).gram()
				.mul(0.75));
			assertSame(expected, blend.of(layer).gram());
		}
	}

	@Test
	void onlyTheRatioOfWeightsCounts() {
		final StyleTargets small = targets(100, FIRST, 0.1, SECOND, 0.3);
		final StyleTargets large = targets(100, FIRST, 1000, SECOND, 3000);
		LAYERS.forEach(layer -> assertSame(small.of(layer).gram(), large.of(layer).gram()));
	}

	@Test
	void styleInABlendWithItselfIsTheStyle() {
		final VggImage copy = VggImage.of(scope.tensor(FIRST.values(), FIRST.values().length), FIRST.size());
		final StyleTargets blend = targets(100, FIRST, 2, copy, 5);
		final StyleTargets alone = targets(100, FIRST);
		LAYERS.forEach(layer -> assertSame(alone.of(layer).gram(), blend.of(layer).gram()));
	}

	@Test
	void styleCutIntoTilesIsTheWholeStyle() {
		final VggImage large = FIRST.resizedTo(new ImageSize(113, 99));
		final StyleTargets whole = targets(113, large);
		final StyleTargets tiled = targets(56, large);
		assertTrue(StyleTargets.tiling(engine, LAYERS, large.size(), 56).tiles().size() > 1);
		LAYERS.forEach(layer -> assertSame(whole.of(layer).gram(), tiled.of(layer).gram()));
	}

	@Test
	void partOfAStyleCutIntoTilesIsThatPartOfTheWholeStyle() {
		final VggImage large = FIRST.resizedTo(new ImageSize(113, 99));
		// NB: Its edge is between two tiles, and soft.
		final float[] left = new float[(int) large.size().pixels()];
		for (int i = 0; i < left.length; i++) {
			left[i] = Math.max(0, Math.min(1, (60 - i % 113) / 9f));
		}
		final Exemplar part = new Exemplar(large, WeightMap.of(large.size(), left), 1);
		final StyleTargets whole = targets(113, List.of(part));
		final StyleTargets tiled = targets(56, List.of(part));
		LAYERS.forEach(layer -> assertSame(whole.of(layer).gram(), tiled.of(layer).gram()));
	}

	@Test
	void partThatNoLayerSeesCountsAsTheWholeStyle() {
		final float[] lastColumn = new float[(int) FIRST.size().pixels()];
		lastColumn[FIRST.size().width() - 1] = 1;
		final StyleTargets unseen = targets(100, List.of(new Exemplar(FIRST, WeightMap.of(FIRST.size(), lastColumn), 1)));
		final String deepest = LAYERS.get(LAYERS.size() - 1);
		assertSame(targets(100, FIRST).of(deepest).gram(), unseen.of(deepest).gram());
	}

	@Test
	void styleLargerThanATileThatTheNetworkCannotDoWithIsCutIntoTilesThatItCan() {
		assertEquals(new ImageSize(40, 30), StyleTargets.tiling(engine, LAYERS, new ImageSize(40, 30), 20).window());
		assertTrue(StyleTargets.tiling(engine, LAYERS, new ImageSize(80, 70), 20).window().longerSide() <= 56);
	}

	@Test
	void eigenvectorsAndEigenvaluesMakeTheGramMatrix() {
		final StyleTargets targets = targets(100, FIRST, 1, SECOND, 1);
		for (final String layer : LAYERS) {
			final StyleTargets.Target target = targets.of(layer);
			final INDArray vectors = target.eigenvectors();
			final double[] values = target.eigenvalues();
			final INDArray scaled = vectors.dup();
			for (int i = 0; i < values.length; i++) {
				scaled.getColumn(i).muli(values[i]);
			}
			assertSame(target.gram(), scaled.mmul(vectors.transpose()));
		}
	}

	@Test
	void eigenvectorsDoNotTakeTheMatrixsPlace() {
		final INDArray gram = targets(100, FIRST).of(LAYERS.get(0)).gram();
		assertArrayEquals(gram.toFloatMatrix()[0], gram.transpose().dup().toFloatMatrix()[0], 1e-2f);
		assertTrue(gram.getDouble(0, 0) > 0);
	}

	// -- Helper methods --

	private StyleTargets targets(final int largestTile, final VggImage style) {
		return targets(largestTile, List.of(exemplar(style, 1)));
	}

	private StyleTargets targets(final int largestTile, final VggImage first, final double firstWeight,
		final VggImage second, final double secondWeight)
	{
		return targets(largestTile, List.of(exemplar(first, firstWeight), exemplar(second, secondWeight)));
	}

	private static Exemplar exemplar(final VggImage image, final double share) {
		return new Exemplar(image, WeightMap.ones(image.size()), share);
	}

	private StyleTargets targets(final int largestTile, final List<Exemplar> styles) {
		return scope.own(new StyleTargets(engine, LAYERS, styles, largestTile, null));
	}

	/** Up to float32's rounding, relative to the largest element. */
	private static void assertSame(final INDArray expected, final INDArray actual) {
		final float tolerance = 1e-5f * expected.amaxNumber().floatValue();
		assertArrayEquals(expected.shape(), actual.shape());
		assertArrayEquals(expected.ravel().toFloatVector(), actual.ravel().toFloatVector(), tolerance);
	}
}
