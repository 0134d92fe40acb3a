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

package net.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a weight map is what a layer of the network should see of it: the
 * expected values are computed by hand.
 */
class WeightMapTest {

	/** Rows of 1 0 .5, .25 .75 1. */
	private static final WeightMap SMALL = map(3, 2, 1, 0, 0.5f, 0.25f, 0.75f, 1);

	// -- Made of values --

	@Test
	void valuesAreRowMajor() {
		assertArrayEquals(new float[] { 1, 0, 0.5f, 0.25f, 0.75f, 1 }, SMALL.reduced(1));
	}

	@Test
	void valuesAreCopied() {
		final float[] weights = { 0, 0.5f };
		final WeightMap map = map(2, 1, weights);
		weights[0] = 1;
		assertArrayEquals(new float[] { 0, 0.5f }, map.reduced(1));
	}

	@ParameterizedTest
	@ValueSource(floats = { -1e-6f, 1.000001f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void valueOutsideTheRangeIsRefused(final float weight) {
		assertThrows(IllegalArgumentException.class, () -> map(2, 1, 0.5f, weight));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 7 })
	void anotherNumberOfValuesIsRefused(final int count) {
		assertThrows(IllegalArgumentException.class, () -> map(3, 2, new float[count]));
	}

	@Test
	void sizeIsThatOfTheImage() {
		assertEquals(new ImageSize(3, 2), SMALL.size());
		assertEquals(new ImageSize(5, 4), WeightMap.ones(new ImageSize(5, 4)).size());
	}

	// -- Ones --

	@Test
	void onesAreOnes() {
		assertTrue(WeightMap.ones(new ImageSize(3, 2)).isOnes());
	}

	@Test
	void valuesThatAreAllOneAreOnes() {
		assertTrue(map(2, 1, 1, 1).isOnes());
	}

	@Test
	void mapWithAnotherWeightIsNotOnes() {
		assertFalse(map(2, 1, 1, 0.99f).isOnes());
	}

	@Test
	void onesOfAHugeImageTakeNoMemory() {
		final WeightMap huge = WeightMap.ones(new ImageSize(1_000_000, 1_000_000));
		assertEquals(1e12, huge.sum(1));
		assertTrue(huge.resizedTo(new ImageSize(2_000_000, 2_000_000)).isOnes());
	}

	@Test
	void reducedOnesAreOnes() {
		assertArrayEquals(new float[] { 1, 1 }, WeightMap.ones(new ImageSize(5, 3)).reduced(2));
	}

	@Test
	void sumOfOnesIsTheNumberOfPositions() {
		assertEquals(2, WeightMap.ones(new ImageSize(5, 3)).sum(2));
	}

	// -- Product and inverse --

	@Test
	void productIsThatOfEachPixel() {
		assertArrayEquals(new float[] { 0.5f, 0, 0.25f, 0.25f, 0, 1 }, //
			SMALL.times(map(3, 2, 0.5f, 1, 0.5f, 1, 0, 1)).reduced(1));
	}

	@Test
	void onesChangeNothing() {
		final WeightMap ones = WeightMap.ones(new ImageSize(3, 2));
		assertArrayEquals(SMALL.reduced(1), SMALL.times(ones).reduced(1));
		assertArrayEquals(SMALL.reduced(1), ones.times(SMALL).reduced(1));
		assertTrue(ones.times(ones).isOnes());
	}

	@Test
	void mapOfAnotherSizeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> SMALL.times(WeightMap.ones(new ImageSize(2, 3))));
	}

	@Test
	void inverseIsWhatIsLeft() {
		assertArrayEquals(new float[] { 0, 1, 0.5f, 0.75f, 0.25f, 0 }, SMALL.inverse().reduced(1));
	}

	@Test
	void inverseOfOnesCountsNothing() {
		final WeightMap none = WeightMap.ones(new ImageSize(3, 2)).inverse();
		assertArrayEquals(new float[6], none.reduced(1));
		assertTrue(none.inverse().isOnes());
	}

	// -- Reduced --

	@Test
	void reducedWeightIsTheMeanOfItsSquare() {
		final WeightMap map = map(4, 2, //
			1, 0, 0.5f, 0.5f, //
			0.25f, 0.75f, 1, 0);
		assertArrayEquals(new float[] { 0.5f, 0.5f }, map.reduced(2));
		assertEquals(1, map.sum(2));
	}

	@Test
	void squaresAreInTheOrderOfTheirRows() {
		final WeightMap map = map(4, 4, //
			1, 1, 0, 0, //
			1, 1, 0, 1, //
			0, 0, 1, 0, //
			0, 0, 1, 0);
		assertArrayEquals(new float[] { 1, 0.25f, 0, 0.5f }, map.reduced(2));
		assertArrayEquals(new float[] { 7 / 16f }, map.reduced(4));
		assertEquals(1.75, map.sum(2));
	}

	@Test
	void lastOddColumnAndRowTakeNoPart() {
		final WeightMap map = map(5, 3, //
			0, 1, 0, 0, 1, //
			0, 1, 0, 1, 1, //
			1, 1, 1, 1, 1);
		assertArrayEquals(new float[] { 0.5f, 0.25f }, map.reduced(2));
		assertEquals(0.75, map.sum(2));
	}

	@Test
	void reducingTwiceIsReducingByTheProduct() {
		final ImageSize size = new ImageSize(27, 21);
		final WeightMap map = random(size);
		final WeightMap half = WeightMap.of(new ImageSize(13, 10), map.reduced(2));
		assertArrayEquals(map.reduced(4), half.reduced(2), 1e-6f);
	}

	@Test
	void mapAndItsInverseSumToThePositions() {
		final WeightMap map = random(new ImageSize(27, 21));
		assertEquals(6 * 5, map.sum(4) + map.inverse().sum(4), 1e-5);
	}

	@Test
	void reducedMapIsTheCallersOwn() {
		SMALL.reduced(1)[0] = 0;
		assertEquals(1, SMALL.reduced(1)[0]);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 3 })
	void reductionThatLeavesNothingIsRefused(final int reduction) {
		assertThrows(IllegalArgumentException.class, () -> SMALL.reduced(reduction));
		assertThrows(IllegalArgumentException.class, () -> SMALL.sum(reduction));
		assertThrows(IllegalArgumentException.class, () -> WeightMap.ones(SMALL.size()).sum(reduction));
	}

	// -- Resized --

	@Test
	void smallerMapHasTheMeansOfTheAreas() {
		// NB: A pixel of the result covers one and a half pixels: a whole one and half of the middle one.
		assertArrayEquals(new float[] { 2 / 3f, 1 / 3f }, resized(map(3, 1, 1, 0, 0.5f), 2, 1), 1e-6f);
	}

	@Test
	void smallerMapHasTheMeansOfTheAreasInBothDirections() {
		final WeightMap map = map(3, 3, //
			1, 0, 0, //
			0, 1, 0, //
			0, 0, 0);
		assertArrayEquals(new float[] { (1 + 0.25f) / 2.25f, 0.25f / 2.25f, 0.25f / 2.25f, 0.25f / 2.25f }, //
			resized(map, 2, 2), 1e-6f);
	}

	@ParameterizedTest
	@CsvSource({ "2", "3", "4", "6" })
	void mapThatIsSmallerByAWholeFactorIsTheReducedOne(final int factor) {
		final WeightMap map = random(new ImageSize(36, 24));
		assertArrayEquals(map.reduced(factor), resized(map, 36 / factor, 24 / factor), 1e-6f);
	}

	@Test
	void largerMapIsInterpolated() {
		// NB: Centres of the result lie at -1/4, 1/4, 3/4 and 5/4 of the distance between the two pixels.
		assertArrayEquals(new float[] { 0, 0.25f, 0.75f, 1 }, resized(map(2, 1, 0, 1), 4, 1), 1e-6f);
	}

	@Test
	void largerMapIsInterpolatedInBothDirections() {
		assertArrayEquals(new float[] { //
			0, 0, 0, 0, //
			0, 0.0625f, 0.1875f, 0.25f, //
			0, 0.1875f, 0.5625f, 0.75f, //
			0, 0.25f, 0.75f, 1 }, resized(map(2, 2, 0, 0, 0, 1), 4, 4), 1e-6f);
	}

	@Test
	void axisThatKeepsItsLengthKeepsItsWeights() {
		assertArrayEquals(new float[] { 0.625f, 0.375f, 0.75f }, resized(SMALL, 3, 1), 1e-6f);
	}

	@Test
	void oneAxisMayShrinkWhileTheOtherGrows() {
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0.5f, 0.5f }, resized(map(2, 2, 1, 1, 0, 0), 4, 1), 1e-6f);
	}

	@ParameterizedTest
	@CsvSource({ "7, 5", "23, 17", "61, 3", "1, 1", "500, 333" })
	void resizedWeightsStayInTheRange(final int width, final int height) {
		final float[] weights = new float[23 * 17];
		Arrays.fill(weights, 0, 200, 1);
		// NB: A map refuses other values.
		final float[] resized = resized(map(23, 17, weights), width, height);
		assertEquals(width * height, map(width, height, resized).reduced(1).length);
	}

	@Test
	void sameSizeGivesTheSameWeights() {
		assertArrayEquals(SMALL.reduced(1), resized(SMALL, 3, 2));
	}

	@Test
	void partHasTheWeightsOfItsPixels() {
		assertArrayEquals(new float[] { 0, 0.5f, 0.75f, 1 }, SMALL.part(1, 0, new ImageSize(2, 2)).reduced(1));
		assertTrue(WeightMap.ones(new ImageSize(9, 9)).part(3, 3, new ImageSize(2, 2)).isOnes());
	}

	@Test
	void factorMultipliesEveryWeight() {
		assertArrayEquals(new float[] { 0.5f, 0, 0.25f, 0.125f, 0.375f, 0.5f }, SMALL.times(0.5).reduced(1));
		assertTrue(WeightMap.ones(new ImageSize(3, 3)).times(0).isZeros());
		assertTrue(WeightMap.ones(new ImageSize(3, 3)).times(1).isOnes());
	}

	@Test
	void marginMirrorsTheWeights() {
		final WeightMap map = WeightMap.of(new ImageSize(3, 2), new float[] { 0, 0.25f, 0.5f, 0.75f, 1, 0 }).withMargin(1);
		assertEquals(new ImageSize(5, 4), map.size());
		assertArrayEquals(new float[] { 1, 0.75f, 1, 0, 1, //
			0.25f, 0, 0.25f, 0.5f, 0.25f, //
			1, 0.75f, 1, 0, 1, //
			0.25f, 0, 0.25f, 0.5f, 0.25f }, map.reduced(1));
	}

	@Test
	void onesStayOnesWithAMargin() {
		assertTrue(WeightMap.ones(new ImageSize(3, 2)).withMargin(1).isOnes());
	}

	@Test
	void softEdgeRisesInsideFromTheNearestPixelWithoutWeight() {
		final WeightMap soft = WeightMap.of(new ImageSize(8, 1), new float[] { 0, 0, 1, 1, 1, 1, 1, 1 }).withSoftEdge(3);
		assertArrayEquals(new float[] { 0, 0, 0.25f, 0.5f, 0.75f, 1, 1, 1 }, soft.reduced(1), 1e-6f);
	}

	@Test
	void softEdgeMultipliesWeights() {
		final WeightMap soft = WeightMap.of(new ImageSize(4, 1), new float[] { 0, 0.5f, 0.5f, 1 }).withSoftEdge(1);
		assertArrayEquals(new float[] { 0, 0.25f, 0.5f, 1 }, soft.reduced(1), 1e-6f);
	}

	@Test
	void softEdgeOfNoWidthChangesNothing() {
		final WeightMap map = WeightMap.of(new ImageSize(3, 1), new float[] { 0, 0.3f, 1 });
		assertArrayEquals(map.reduced(1), map.withSoftEdge(0).reduced(1));
	}

	@Test
	void bordersOfTheImageAreNoEdge() {
		assertTrue(WeightMap.ones(new ImageSize(5, 5)).withSoftEdge(9).isOnes());
	}

	@Test
	void sumOfTwoMapsIsAtMostOne() {
		final ImageSize size = new ImageSize(3, 1);
		final WeightMap sum = WeightMap.of(size, new float[] { 0, 0.5f, 1 }).plus(WeightMap.of(size, new float[] { 0.25f,
			0.25f, 0.25f }));
		assertArrayEquals(new float[] { 0.25f, 0.75f, 1 }, sum.reduced(1));
		assertTrue(sum.plus(WeightMap.ones(size)).isOnes());
		assertThrows(IllegalArgumentException.class, () -> sum.plus(WeightMap.ones(new ImageSize(1, 3))));
	}

	@Test
	void maskIsReadByWhatCountsFully() {
		final WeightMap map = WeightMap.of(ArrayImgs.floats(new float[] { -1, 0, 51, 255, 300, Float.NaN }, 3, 2), 255);
		assertEquals(new ImageSize(3, 2), map.size());
		assertArrayEquals(new float[] { 0, 0, 0.2f, 1, 1, 0 }, map.reduced(1));
		assertThrows(IllegalArgumentException.class, () -> WeightMap.of(ArrayImgs.bytes(2, 2, 2), 255));
	}

	@Test
	void onlyAMapWithoutAnyWeightIsOfZeros() {
		final ImageSize size = new ImageSize(2, 1);
		assertTrue(WeightMap.of(size, new float[2]).isZeros());
		assertFalse(WeightMap.of(size, new float[] { 0, Float.MIN_VALUE }).isZeros());
		assertFalse(WeightMap.ones(size).isZeros());
	}

	@Test
	void shareIsTheMeanWeight() {
		assertEquals(0.375, WeightMap.of(new ImageSize(2, 2), new float[] { 0, 0.5f, 1, 0 }).share());
		assertEquals(1, WeightMap.ones(new ImageSize(7, 3)).share());
	}

	@Test
	void checksumTellsWeightsAndShapesApart() {
		final float[] half = { 0, 1 };
		final String checksum = WeightMap.of(new ImageSize(2, 1), half).checksum();
		assertEquals(checksum, WeightMap.of(new ImageSize(2, 1), half.clone()).checksum());
		assertNotEquals(checksum, WeightMap.of(new ImageSize(1, 2), half).checksum());
		assertNotEquals(checksum, WeightMap.of(new ImageSize(2, 1), new float[] { 0, 0.9f }).checksum());
		assertNotEquals(checksum, WeightMap.ones(new ImageSize(2, 1)).checksum());
	}

	// -- Helper methods --

	private static WeightMap map(final int width, final int height, final float... weights) {
		return WeightMap.of(new ImageSize(width, height), weights);
	}

	private static WeightMap random(final ImageSize size) {
		final Random random = new Random(1);
		final float[] weights = new float[(int) size.pixels()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = random.nextFloat();
		}
		return WeightMap.of(size, weights);
	}

	private static float[] resized(final WeightMap map, final int width, final int height) {
		return map.resizedTo(new ImageSize(width, height)).reduced(1);
	}
}
