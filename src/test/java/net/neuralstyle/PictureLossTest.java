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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that the loss of pictures is that of a style transfer, with the gradient that belongs to it. */
class PictureLossTest {

	private static final ImageSize SIZE = new ImageSize(48, 40);
	private static final VggImage CONTENT = VggImage.of(TestPictures.waves(48, 40, 1));
	private static final VggImage OTHER_CONTENT = VggImage.of(TestPictures.waves(60, 45, 2));
	private static final VggImage PICTURE = VggImage.of(TestPictures.waves(48, 40, 3));
	private static final List<Style> STYLES = List.of(Style.of(TestPictures.waves(50, 50, 4)));
	private static final Recipe RECIPE = SmallNetwork.recipe().set(Settings.PRECISION, Precision.FLOAT32).build();

	private TensorScope scope;
	private PictureLoss loss;

	@BeforeEach
	void open() throws IOException {
		scope = new TensorScope();
		loss = scope.own(new StyleTransfer(new SmallNetwork(), RECIPE).losses(STYLES)).loss(SIZE);
	}

	@AfterEach
	void close() {
		scope.close();
	}

	@Test
	void lossIsThatWithWhichAStyleTransferStarts() {
		final Recipe recipe = RECIPE.toBuilder().set(Settings.START, Start.IMAGE).set(Settings.PYRAMID, 1).build();
		final StyleTransferJob job = StyleTransferJob.of(TestPictures.waves(48, 40, 1)).startingFrom(TestPictures.waves(48,
			40, 3), "");
		final Loss start = new StyleTransfer(new SmallNetwork(), recipe).run(job, STYLES, new StyleTransferListener() {})
			.history().get(0).loss();
		final Loss own = evaluate(CONTENT, PICTURE, gradient());
		start.terms().forEach((term, value) -> assertEquals(value, own.term(term), 1e-5 * value, term));
	}

	@Test
	void contentIsComparedWithTheOneThatWasSetLast() {
		final Loss first = evaluate(CONTENT, PICTURE, gradient());
		final Loss second = evaluate(OTHER_CONTENT, PICTURE, gradient());
		assertTrue(Math.abs(first.term("content") - second.term("content")) > 0.01 * first.term("content"));
		assertEquals(first.term("style"), second.term("style"));
		assertEquals(first.term("content"), evaluate(CONTENT, PICTURE, gradient()).term("content"));
	}

	@Test
	void contentOfItselfCostsNothing() {
		assertEquals(0, evaluate(CONTENT, CONTENT, gradient()).term("content"));
	}

	@Test
	void exponentOfTheTotalVariationSaysWhatSharpEdgesCost() throws IOException {
		assertEquals(Math.pow(5, 2.5), edgesOf100ByEdgesOf20(1.25), 1e-4);
		assertEquals(25, edgesOf100ByEdgesOf20(1), 1e-4);
		assertEquals((Math.sqrt(100 * 100 + 4) - 2) / (Math.sqrt(20 * 20 + 4) - 2), edgesOf100ByEdgesOf20(0.5), 1e-4);
	}

	@Test
	void gradientTellsHowTheLossChangesAtTheEdgesToo() {
		final INDArray gradient = gradient();
		evaluate(CONTENT, PICTURE, gradient);
		final INDArray direction = tensor(VggImage.noise(SIZE, 7));
		final double step = 0.01;
		final INDArray ahead = tensor(PICTURE);
		Vectors.addScaled(ahead, step, direction);
		final INDArray behind = tensor(PICTURE);
		Vectors.addScaled(behind, -step, direction);
		final double difference = (loss.evaluate(ahead, gradient()).total() - loss.evaluate(behind, gradient()).total()) /
			(2 * step);
		assertEquals(difference, Vectors.dot(gradient, direction), 2e-3 * Math.abs(difference));
	}

	@Test
	void softenedGradientIsAnotherOneOfTheSameLoss() throws IOException {
		final Recipe styleAlone = RECIPE.toBuilder().set(Settings.CONTENT_WEIGHT, 0.0)
			.set(Settings.TOTAL_VARIATION_WEIGHT, 0.0).build();
		final PictureLoss ofStyle = scope.own(new StyleTransfer(new SmallNetwork(), styleAlone).losses(STYLES)).loss(SIZE);
		ofStyle.setContent(CONTENT);
		final INDArray gradient = gradient();
		final double total = ofStyle.evaluate(tensor(PICTURE), gradient).total();
		final INDArray softened = gradient();
		assertEquals(total, ofStyle.evaluateSoftened(tensor(PICTURE), softened).total(), 1e-6 * total);
		assertTrue(Vectors.norm(softened) < 0.9 * Vectors.norm(gradient));
		final INDArray again = gradient();
		for (int i = 0; i < 20; i++) {
			ofStyle.evaluateSoftened(tensor(PICTURE), again);
		}
		assertArrayEquals(TensorScope.values(softened), TensorScope.values(again));
	}

	@Test
	void marginIsMirroredAsThatOfAnImage() {
		final MirroredPixels mirrored = new MirroredPixels(SIZE, 8, scope);
		mirrored.set(tensor(PICTURE));
		assertArrayEquals(PICTURE.withMargin(8).values(), TensorScope.values(mirrored.vector()));
	}

	@Test
	void foldedGradientIsTheAdjointOfTheMirroredMargin() {
		final MirroredPixels mirrored = new MirroredPixels(SIZE, 8, scope);
		mirrored.set(tensor(PICTURE));
		final INDArray other = tensor(VggImage.noise(SIZE.withMargin(8), 5));
		final double product = Vectors.dot(mirrored.vector(), other);
		mirrored.vector().assign(other);
		final INDArray folded = gradient();
		mirrored.foldInto(folded);
		assertEquals(product, Vectors.dot(folded, tensor(PICTURE)), 1e-5 * Math.abs(product));
	}

	@Test
	void lossesOfOneSessionAreThoseOfSessionsOfTheirOwn() throws IOException {
		final CountingSource source = new CountingSource();
		final ImageSize half = new ImageSize(24, 20);
		final LossSession losses = scope.own(new StyleTransfer(source, RECIPE).losses(STYLES));
		final PictureLoss whole = losses.loss(SIZE);
		final PictureLoss small = losses.loss(half, 2);
		final Recipe largeStrokes = RECIPE.toBuilder().set(Settings.STROKE_SIZE, 2.0).build();
		final PictureLoss smallAlone = scope.own(new StyleTransfer(new SmallNetwork(), largeStrokes).losses(STYLES)).loss(
			half);
		for (int i = 0; i < 2; i++) {
			assertArrayEquals(gradient(loss, SIZE), gradient(whole, SIZE));
			assertArrayEquals(gradient(smallAlone, half), gradient(small, half));
		}
		assertEquals(1, source.loads);
	}

	@Test
	void sizeThatIsTooSmallIsRefused() throws IOException {
		final LossSession losses = scope.own(new StyleTransfer(new SmallNetwork(), RECIPE).losses(STYLES));
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> losses.loss(new ImageSize(8,
			8)));
		assertTrue(refusal.getMessage().contains("choose a larger size"), refusal::getMessage);
	}

	// -- Helper methods --

	/** By how much the total variation of edges of 100 grey levels is larger than that of edges of 20. */
	private double edgesOf100ByEdgesOf20(final double exponent) throws IOException {
		final PictureLoss ofExponent = scope.own(new StyleTransfer(new SmallNetwork(), RECIPE.toBuilder().set(
			Settings.TOTAL_VARIATION_EXPONENT, exponent).build()).losses(STYLES)).loss(SIZE);
		ofExponent.setContent(CONTENT);
		return ofExponent.evaluate(tensor(edge(100)), gradient()).term("total variation") / ofExponent.evaluate(tensor(edge(
			20)), gradient()).term("total variation");
	}

	/** Two flat halves. */
	private static VggImage edge(final int greyLevels) {
		final float[] values = new float[(int) SIZE.pixels() * VggImage.CHANNELS];
		for (int i = 0; i < values.length; i++) {
			if (i / VggImage.CHANNELS % SIZE.width() >= SIZE.width() / 2) values[i] = greyLevels;
		}
		return VggImage.of(SIZE, values);
	}

	private Loss evaluate(final VggImage content, final VggImage picture, final INDArray gradient) {
		loss.setContent(content);
		return loss.evaluate(tensor(picture), gradient);
	}

	private float[] gradient(final PictureLoss evaluated, final ImageSize size) {
		evaluated.setContent(CONTENT.resizedTo(size));
		final INDArray gradient = scope.zeros(size.pixels() * VggImage.CHANNELS);
		evaluated.evaluate(tensor(PICTURE.resizedTo(size)), gradient);
		return TensorScope.values(gradient);
	}

	private INDArray gradient() {
		return scope.zeros(SIZE.pixels() * VggImage.CHANNELS);
	}

	private INDArray tensor(final VggImage image) {
		final float[] values = image.values();
		return scope.tensor(values, values.length);
	}

	/** Counts how often the network is loaded. */
	private static final class CountingSource implements WeightsSource {

		private final WeightsSource network = new SmallNetwork();
		private int loads;

		@Override
		public String name() {
			return network.name();
		}

		@Override
		public NetworkWeights load() throws IOException {
			loads++;
			return network.load();
		}
	}
}
