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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Where styles go, and what is started from. */
class StyleTransferJobTest {

	private static final StyleTransferListener SILENT = new StyleTransferListener() {};
	private static final ImageSize SIZE = new ImageSize(61, 45);
	private static final Img<ARGBType> PICTURE = TestPictures.waves(61, 45, 1);
	private static final StyleTransferJob JOB = StyleTransferJob.of(PICTURE);
	private static final Img<ARGBType> PAINT = TestPictures.waves(40, 52, 2);
	private static final Style STYLE = Style.of(PAINT);
	private static final Style OTHER_STYLE = Style.of(TestPictures.waves(50, 45, 7));
	private static final WeightMap LEFT = columns(x -> x < 30 ? 1f : 0f);
	private static final WeightMap NOTHING = columns(x -> 0f);

	// -- Regions --

	@Test
	void pictureOutsideOfARegionStaysBitForBit() {
		final int[] content = TestPictures.pixels(PICTURE);
		final int[] result = pixels(recipe(), JOB.within(LEFT), STYLE);
		int changed = 0;
		for (int i = 0; i < result.length; i++) {
			if (i % SIZE.width() < 30) changed += result[i] == content[i] ? 0 : 1;
			else assertEquals(content[i], result[i]);
		}
		assertNotEquals(0, changed);
	}

	@Test
	void pictureOutsideOfARegionIsTheResizedContent() {
		final Recipe small = SmallNetwork.recipe().set(Settings.SIZE, 40).build();
		final int[] content = TestPictures.pixels(JOB.content().resizedTo(new ImageSize(40, 30)).toArgb());
		final int[] result = pixels(small, JOB.within(LEFT), STYLE);
		for (int i = 0; i < result.length; i++) {
			if (i % 40 > 20) assertEquals(content[i], result[i]);
		}
	}

	@Test
	void pictureSeenOnTheWayIsThatOfTheRegion() {
		final int[] content = TestPictures.pixels(PICTURE);
		new StyleTransfer(new SmallNetwork(), recipe()).run(JOB.within(LEFT), List.of(STYLE), new StyleTransferListener() {

			@Override
			public void iterationFinished(final StyleTransferProgress progress,
				final Supplier<Img<ARGBType>> picture)
			{
				assertEquals(content[60], TestPictures.pixels(picture.get())[60]);
			}
		});
	}

	@Test
	void softEdgePassesOverIntoTheContent() {
		final Recipe soft = SmallNetwork.recipe().set(Settings.SOFT_EDGE, 20.0).build();
		final StyleTransferJob job = JOB.within(LEFT);
		assertEquals(1 / 21f, job.blend(20).weight(29, 10), 1e-6f);
		assertEquals(1, job.blend(20).weight(9, 10));
		assertDiffer(pixels(recipe(), job, STYLE), pixels(soft, job, STYLE));
	}

	@Test
	void everyLimitTakesEffect() {
		final WeightMap top = rows(y -> y < 20 ? 1f : 0f);
		final WeightMap both = JOB.within(LEFT).within(top).blend(0);
		assertArrayEquals(LEFT.times(top).reduced(1), both.reduced(1));
	}

	@Test
	void regionOfASecondStyleThatHasNoPixelLeavesTheFirst() {
		final WeightMap everywhere = WeightMap.ones(SIZE);
		assertArrayEquals(pixels(recipe(), JOB, STYLE), pixels(recipe(), JOB.withRegions(List.of(everywhere, NOTHING)), STYLE,
			OTHER_STYLE));
		assertArrayEquals(pixels(recipe(), JOB, OTHER_STYLE), pixels(recipe(), JOB.withRegions(List.of(NOTHING, everywhere)),
			STYLE, OTHER_STYLE));
	}

	@Test
	void regionsHaveTheirOwnStyles() {
		final List<WeightMap> halves = List.of(LEFT, LEFT.inverse());
		final int[] result = pixels(recipe(), JOB.withRegions(halves), STYLE, OTHER_STYLE);
		assertArrayEquals(result, pixels(recipe(), JOB.withRegions(halves), STYLE, OTHER_STYLE));
		final int[] left = pixels(recipe(), JOB.within(LEFT), STYLE);
		final int[] right = pixels(recipe(), JOB.within(LEFT.inverse()), OTHER_STYLE);
		// NB: Far from where they meet, no layer of the network sees the other half.
		assertEquals(0, difference(result, left, 0, 8), 2);
		assertEquals(0, difference(result, right, 53, 61), 2);
		assertNotEquals(0, difference(result, right, 0, 8), 4);
	}

	@Test
	void softEdgeIsThatOfAllRegionsTogether() {
		final StyleTransferJob job = JOB.withRegions(List.of(LEFT, LEFT.inverse()));
		assertArrayEquals(WeightMap.ones(SIZE).reduced(1), job.blend(15).reduced(1));
		assertArrayEquals(LEFT.reduced(1), job.styleRegions(job.blend(15)).get(0).reduced(1));
	}

	@Test
	void transparentPixelsAreRedrawnButNotCompared() {
		final StyleTransferJob job = JOB.opaqueIn(LEFT);
		assertArrayEquals(WeightMap.ones(SIZE).reduced(1), job.blend(0).reduced(1));
		assertArrayEquals(LEFT.reduced(1), job.styleRegions(job.blend(0)).get(0).reduced(1));
		assertDiffer(pixels(recipe(), JOB, STYLE), pixels(recipe(), job, STYLE));
	}

	@Test
	void tilesAgreeWithTheWhole() {
		final Img<ARGBType> large = TestPictures.waves(120, 90, 1);
		final StyleTransferJob job = StyleTransferJob.of(large);
		final ImageSize size = new ImageSize(120, 90);
		// NB: Their edge lies where tiles meet.
		final float[] circle = new float[(int) size.pixels()];
		for (int i = 0; i < circle.length; i++) {
			circle[i] = Math.hypot(i % 120 - 56, i / 120 - 45) < 30 ? 1 : 0;
		}
		final WeightMap inner = WeightMap.of(size, circle);
		final StyleTransferJob inParts = job.withRegions(List.of(inner, inner.inverse())).opaqueIn(inner.plus(columns(size,
			x -> 0.5f)));
		final Recipe.Builder builder = SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.SOFT_EDGE, 5.0);
		final List<Integer> tiles = new ArrayList<>();
		final Function<Integer, Double> firstLoss = tileSize -> new StyleTransfer(new SmallNetwork(), builder.set(
			Settings.TILE_SIZE, tileSize).build()).run(inParts, List.of(STYLE, OTHER_STYLE), new StyleTransferListener() {

				@Override
				public void levelStarted(final StyleTransferLevel level) {
					tiles.add(level.tiling().tiles().size());
				}
			}).history().get(0).loss().total();
		final double whole = firstLoss.apply(0);
		assertEquals(whole, firstLoss.apply(SmallNetwork.SMALLEST_TILE), 1e-5 * whole);
		assertEquals(1, tiles.get(0));
		assertTrue(tiles.get(1) > 4);
	}

	@Test
	void partOfAStyleIsAnotherStyle() {
		final WeightMap top = WeightMap.of(new ImageSize(40, 52), halfOnes(40 * 52));
		assertDiffer(pixels(recipe(), JOB, STYLE), pixels(recipe(), JOB, STYLE.within(top)));
		assertArrayEquals(pixels(recipe(), JOB, STYLE), pixels(recipe(), JOB, STYLE.within(WeightMap.ones(top.size()))));
	}

	@Test
	void regionsAreInTheProvenance() {
		final Provenance provenance = new StyleTransfer(new SmallNetwork(), recipe()).run(JOB.within(LEFT), List.of(STYLE),
			SILENT).provenance();
		assertEquals(List.of(LEFT.checksum()), provenance.content().regions());
		assertEquals(List.of(), provenance.styles().get(0).regions());
		assertEquals(List.of(LEFT.checksum()), Provenance.fromJson(provenance.toJson()).content().regions());
	}

	@Test
	void whatDoesNotFitIsRefused() {
		final WeightMap small = WeightMap.ones(new ImageSize(9, 9));
		assertRefused("A mask or label image of 9x9 pixels does not fit the content image of 61x45 pixels: use one of the " +
			"same width and height.", () -> JOB.within(small));
		assertRefused("A mask or label image of 9x9 pixels does not fit the content image of 61x45 pixels: use one of the " +
			"same width and height.", () -> JOB.withRegions(List.of(LEFT, small)));
		assertRefused("A mask or label image of 9x9 pixels does not fit the style image paint of 40x52 pixels: use one of " +
			"the same width and height.", () -> STYLE.named("paint").within(small));
		assertRefused("The selection, mask, labels or opaque part of the content image has no pixels: make one that has " +
			"some.", () -> JOB.within(LEFT).within(LEFT.inverse()));
		assertRefused("There must be one style for each region, but there is 1 style for 2 regions.", () -> pixels(recipe(),
			JOB.withRegions(List.of(LEFT, LEFT.inverse())), STYLE));
	}

	// -- Start --

	@Test
	void startImageIsWhatIsStartedFrom() {
		final Recipe fromContent = SmallNetwork.recipe().set(Settings.PYRAMID, 1).build();
		final Recipe fromImage = SmallNetwork.recipe().set(Settings.START, Start.IMAGE).build();
		assertArrayEquals(pixels(fromContent, JOB, STYLE), pixels(fromImage, JOB.startingFrom(PICTURE, "same"), STYLE));
		assertDiffer(pixels(fromContent, JOB, STYLE), pixels(fromImage, JOB.startingFrom(PAINT,
			"other"), STYLE));
	}

	@Test
	void runGoesOnFromAFormerResult() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.PYRAMID, 1).build();
		final StyleTransferResult former = new StyleTransfer(new SmallNetwork(), recipe).run(JOB, List.of(STYLE), SILENT);
		final StyleTransferResult next = new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().set(Settings.START,
			Start.IMAGE).build()).run(JOB.startingFrom(former.image(), "former"), List.of(STYLE), SILENT);
		final double before = former.provenance().loss();
		assertEquals(before, next.history().get(0).loss().total(), 0.1 * before);
		assertEquals("former", next.provenance().start().orElseThrow().name());
		assertFalse(former.provenance().start().isPresent());
	}

	@Test
	void startOfAStyleIsItsMiddleInTheContentsShape() {
		final Function<StyleTransferJob, Double> firstLoss = job -> new StyleTransfer(new SmallNetwork(), SmallNetwork
			.recipe().set(Settings.PYRAMID, 1).set(Settings.START, job.start() == null ? Start.STYLE : Start.IMAGE).build()).run(
				job, List.of(STYLE), SILENT).history().get(0).loss().total();
		assertEquals(firstLoss.apply(JOB.startingFrom(PAINT, "paint")), firstLoss.apply(JOB));
	}

	@Test
	void startFromAnImageNeedsOne() {
		assertRefused("The picture is to start from an image, but none is given: give a start image, or start from the " +
			"content.", () -> pixels(SmallNetwork.recipe().set(Settings.START, Start.IMAGE).build(), JOB, STYLE));
	}

	// -- Helper methods --

	private static Recipe recipe() {
		return SmallNetwork.recipe().build();
	}

	private static int[] pixels(final Recipe recipe, final StyleTransferJob job, final Style... styles) {
		return TestPictures.pixels(new StyleTransfer(new SmallNetwork(), recipe).run(job, List.of(styles), SILENT).image());
	}

	private static void assertDiffer(final int[] first, final int[] second) {
		assertFalse(Arrays.equals(first, second));
	}

	/** Mean difference of green in columns, from the first up to the last one. */
	private static double difference(final int[] first, final int[] second, final int from, final int to) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < first.length; i++) {
			if (i % SIZE.width() < from || i % SIZE.width() >= to) continue;
			sum += Math.abs((first[i] >> 8 & 0xff) - (second[i] >> 8 & 0xff));
			count++;
		}
		return sum / count;
	}

	private static WeightMap columns(final Function<Integer, Float> weight) {
		return columns(SIZE, weight);
	}

	private static WeightMap columns(final ImageSize size, final Function<Integer, Float> weight) {
		final float[] weights = new float[(int) size.pixels()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = weight.apply(i % size.width());
		}
		return WeightMap.of(size, weights);
	}

	private static WeightMap rows(final Function<Integer, Float> weight) {
		final float[] weights = new float[(int) SIZE.pixels()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = weight.apply(i / SIZE.width());
		}
		return WeightMap.of(SIZE, weights);
	}

	private static float[] halfOnes(final int length) {
		final float[] weights = new float[length];
		Arrays.fill(weights, 0, length / 2, 1);
		return weights;
	}

	private static void assertRefused(final String message, final Executable action) {
		assertEquals(message, assertThrows(StyleTransferException.class, action).getMessage());
	}
}
