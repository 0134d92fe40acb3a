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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;

/** A picture that goes on from another one. */
class FormerFrameTest {

	private static final ImageSize SIZE = new ImageSize(61, 45);
	private static final StyleTransferListener SILENT = new StyleTransferListener() {};
	private static final StyleTransferJob FIRST = StyleTransferJob.of(TestPictures.waves(61, 45, 1)).named("first");
	/** Not what the first one shows, so that all that stays comes from the term. */
	private static final StyleTransferJob NEXT = StyleTransferJob.of(TestPictures.waves(61, 45, 5)).named("next");
	private static final Style STYLE = Style.of(TestPictures.waves(40, 52, 2));
	private static final WeightMap EVERYWHERE = WeightMap.ones(SIZE);

	@Test
	void heavyTermLeavesTheFormerPictureMoved() {
		final StyleTransferResult first = run(recipe(1e8), FIRST);
		final int[] expected = TestPictures.pixels(first.computed().warpedBy(field(3, -2)).toArgb());
		assertArrayEquals(expected, pixels(run(recipe(1e8), NEXT.goingOnFrom(first, field(3, -2), EVERYWHERE))));
	}

	@Test
	void heavierTermKeepsMore() {
		final StyleTransferResult first = run(recipe(1), FIRST);
		final StyleTransferJob job = NEXT.goingOnFrom(first, field(0, 0), EVERYWHERE);
		assertTrue(difference(first, run(recipe(1e3), job)) < difference(first, run(recipe(1), job)));
	}

	@Test
	void whatCannotBeReliedOnIsFree() {
		final StyleTransferResult first = run(recipe(1e8), FIRST);
		final float[] next = run(recipe(1e8), NEXT.goingOnFrom(first, field(0, 0), leftHalf())).computed().values();
		final float[] before = first.computed().values();
		assertTrue(distance(part(before, 0, 20), part(next, 0, 20)) < 0.5);
		assertTrue(distance(part(before, 40, 61), part(next, 40, 61)) > 10);
	}

	@Test
	void whatCannotBeReliedOnStartsWithTheContentInTheFormerPicturesColours() {
		final VggImage content = VggImage.noise(SIZE, 2);
		final float[] darker = content.values();
		for (int i = 0; i < darker.length; i++) {
			darker[i] -= 10;
		}
		final VggImage former;
		try (TensorScope scope = new TensorScope()) {
			former = VggImage.of(scope.tensor(darker, darker.length), SIZE);
		}
		assertEquals(0, distance(darker, new FormerFrame(former, leftHalf(), Map.of(), null).start(content).values()), 1e-4);
	}

	@Test
	void withoutCoherenceItBeginsAnew() {
		final Recipe recipe = recipe(0);
		final StyleTransferResult first = run(recipe, FIRST);
		final StyleTransferResult alone = run(recipe, NEXT);
		final StyleTransferResult next = run(recipe, NEXT.goingOnFrom(first, field(3, -2), EVERYWHERE));
		assertArrayEquals(pixels(alone), pixels(next));
		assertFalse(next.provenance().former().isPresent());
	}

	@Test
	void coherenceDoesNotMatterToAPictureThatBeginsAnew() {
		assertArrayEquals(pixels(run(recipe(0), FIRST)), pixels(run(recipe(50), FIRST)));
	}

	@Test
	void sessionGivesTheSameBytesWhateverWasRunBefore() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.COHERENCE, 50.0).set(Settings.PYRAMID, 2).set(Settings.SIZE,
			96).set(Settings.ITERATIONS, 2).build();
		try (StyleTransferSession session = open(recipe)) {
			final StyleTransferResult first = session.run(FIRST, SILENT);
			final FlowField field = field(1, 2).resizedTo(first.size());
			final StyleTransferJob job = NEXT.goingOnFrom(first, field, WeightMap.ones(first.size()));
			final int[] next = pixels(session.run(job, SILENT));
			assertArrayEquals(pixels(first), pixels(session.run(FIRST, SILENT)));
			assertArrayEquals(next, pixels(run(recipe, job)));
		}
	}

	@Test
	void tilesMakeTheSamePicture() {
		final StyleTransferResult first = run(recipe(1e3), FIRST);
		final StyleTransferJob job = NEXT.goingOnFrom(first, field(1, 1), leftHalf());
		final StyleTransferResult whole = run(recipe(1e3), job);
		final StyleTransferResult tiled = run(recipe(1e3).toBuilder().set(Settings.TILE_SIZE, SmallNetwork.SMALLEST_TILE)
			.build(), job);
		assertTrue(difference(whole, tiled) < 1, () -> "They differ by " + difference(whole, tiled));
	}

	@Test
	void startOfTheRecipeIsForTheFirst() {
		final Recipe noise = recipe(1e8).toBuilder().set(Settings.START, Start.NOISE).build();
		final StyleTransferResult first = run(noise, FIRST);
		assertArrayEquals(TestPictures.pixels(first.computed().toArgb()), pixels(run(noise, NEXT.goingOnFrom(first, field(0,
			0), EVERYWHERE))));
	}

	@Test
	void greyStaysGreyExactly() {
		final StyleTransferJob first = StyleTransferJob.of(grey(1));
		final StyleTransferJob next = StyleTransferJob.of(grey(5));
		final Recipe recipe = recipe(50).toBuilder().set(Settings.COLOURS, Colours.CONTENT).build();
		final StyleTransferResult result = run(recipe, next.goingOnFrom(run(recipe, first), field(0.3f, 0.6f), leftHalf()));
		assertTrue(VggImage.of(result.image()).isGrey());
	}

	@Test
	void contentsColoursComeFromTheFrameItself() {
		final Recipe recipe = recipe(1e8).toBuilder().set(Settings.COLOURS, Colours.CONTENT).build();
		final StyleTransferResult first = run(recipe, FIRST);
		final VggImage next = VggImage.of(run(recipe, NEXT.goingOnFrom(first, field(0, 0), EVERYWHERE)).image());
		final VggImage expected = NEXT.content().withLuminanceOf(first.computed());
		assertEquals(0, distance(expected.values(), next.values()), 0.51);
	}

	@Test
	void stylesAreMatchedToTheFirstFrameOfAll() {
		final Recipe recipe = recipe(50).toBuilder().set(Settings.COLOURS, Colours.MATCHED).build();
		final StyleTransferResult first = run(recipe, FIRST);
		final StyleTransferResult second = run(recipe, NEXT.goingOnFrom(first, field(0, 0), EVERYWHERE));
		final StyleTransferResult third = run(recipe, NEXT.goingOnFrom(second, field(0, 0), EVERYWHERE));
		assertSame(first.scene().get(0), third.scene().get(0));
		assertArrayEquals(ColourStatistics.of(FIRST.content()).mean(), third.scene().get(0).mean());
		assertArrayEquals(ColourStatistics.of(NEXT.content()).mean(), run(recipe, NEXT).scene().get(0).mean());
	}

	@Test
	void fewerEvaluationsAreMadeAtTheFullSizeAlone() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.COHERENCE, 50.0).set(Settings.PYRAMID, 2).set(Settings.SIZE,
			96).set(Settings.ITERATIONS, 10).build();
		final StyleTransferResult first = run(recipe, FIRST);
		final FlowField field = field(0, 0).resizedTo(first.size());
		final StyleTransferResult next = run(recipe, NEXT.goingOnFrom(first, field, WeightMap.ones(first.size())));
		assertEquals(Pyramid.following(SIZE).evaluations(200), next.history().size());
		assertTrue(next.history().stream().allMatch(progress -> progress.levelSize().equals(first.size())));
		assertTrue(next.history().get(0).loss().terms().containsKey("temporal"));
	}

	@Test
	void provenanceTellsWhatItGoesOnFrom() {
		final StyleTransferResult first = run(recipe(50), FIRST);
		final Provenance next = run(recipe(50), NEXT.goingOnFrom(first, field(0, 0), EVERYWHERE)).provenance();
		assertFalse(first.provenance().former().isPresent());
		final Provenance.Picture former = Provenance.fromJson(next.toJson()).former().orElseThrow();
		assertEquals("first", former.name());
		assertEquals(VggImage.of(first.image()).checksum(), former.checksum());
	}

	@Test
	void resultOfAnotherSizeIsRefused() {
		final StyleTransferResult first = run(recipe(50), FIRST);
		final StyleTransferJob job = StyleTransferJob.of(TestPictures.waves(40, 52, 6)).goingOnFrom(first, field(0, 0),
			EVERYWHERE);
		assertThrows(IllegalArgumentException.class, () -> run(recipe(50), job));
	}

	// -- Helper methods --

	private static Recipe recipe(final double coherence) {
		return SmallNetwork.recipe().set(Settings.COHERENCE, coherence).set(Settings.ITERATIONS, 5).build();
	}

	private static StyleTransferSession open(final Recipe recipe) {
		return new StyleTransfer(new SmallNetwork(), recipe).open(STYLE);
	}

	private static StyleTransferResult run(final Recipe recipe, final StyleTransferJob job) {
		try (StyleTransferSession session = open(recipe)) {
			return session.run(job, SILENT);
		}
	}

	private static int[] pixels(final StyleTransferResult result) {
		return TestPictures.pixels(result.image());
	}

	private static double difference(final StyleTransferResult first, final StyleTransferResult second) {
		return distance(first.computed().values(), second.computed().values());
	}

	/** The mean difference. */
	private static double distance(final float[] first, final float[] second) {
		return IntStream.range(0, first.length).mapToDouble(i -> Math.abs(first[i] - second[i])).average().orElseThrow();
	}

	/** The values of some columns. */
	private static float[] part(final float[] values, final int left, final int right) {
		final float[] part = new float[(right - left) * SIZE.height() * VggImage.CHANNELS];
		int to = 0;
		for (int i = 0; i < values.length; i++) {
			final int x = i / VggImage.CHANNELS % SIZE.width();
			if (x >= left && x < right) part[to++] = values[i];
		}
		return part;
	}

	private static FlowField field(final float right, final float down) {
		final float[] rights = new float[(int) SIZE.pixels()];
		final float[] downs = new float[rights.length];
		Arrays.fill(rights, right);
		Arrays.fill(downs, down);
		return FlowField.of(SIZE, rights, downs);
	}

	private static WeightMap leftHalf() {
		final float[] weights = new float[(int) SIZE.pixels()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i % SIZE.width() < 30 ? 1 : 0;
		}
		return WeightMap.of(SIZE, weights);
	}

	private static Img<ARGBType> grey(final long seed) {
		return VggImage.of(TestPictures.waves(61, 45, seed)).toGrey().toArgb();
	}
}
