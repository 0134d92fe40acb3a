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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.TestPictures;

import org.junit.jupiter.api.Test;

/** Statistics after a change are those that were wanted, and what has no colours gets none. */
class ColourTransformTest {

	private static final VggImage STYLE = VggImage.of(TestPictures.waves(41, 37, 3));
	private static final VggImage CONTENT = VggImage.of(TestPictures.waves(30, 50, 4)).resizedTo(new ImageSize(9, 9));

	// -- Matched --

	@Test
	void matchedColoursHaveTheOthersMeanAndCovariance() {
		final ColourStatistics wanted = ColourStatistics.of(CONTENT);
		assertNotEquals(wanted.mean()[0], ColourStatistics.of(STYLE).mean()[0], 1);
		assertStatistics(wanted, ColourStatistics.of(matched(STYLE, CONTENT)), 1e-3);
	}

	@Test
	void matchingIsTheProductOfTheRoots() {
		// NB: These covariances are diagonal, so their roots are those of the variances.
		final VggImage narrow = box(100, 20, 10, 30);
		final VggImage wide = box(120, 40, 30, 15);
		final ColourTransform transform = ColourTransform.matching(ColourStatistics.of(narrow), ColourStatistics.of(wide));
		assertEquals(120 + 2 * 7, transform.level(0, 107, 100, 100), 1e-4);
		assertEquals(120 + 3 * 7, transform.level(1, 100, 107, 100), 1e-4);
		assertEquals(120 + 0.5 * 7, transform.level(2, 100, 100, 107), 1e-4);
		assertEquals(120, transform.level(2, 107, 107, 100), 1e-4);
	}

	@Test
	void coloursMatchedToThemselvesStay() {
		final ColourStatistics own = ColourStatistics.of(STYLE);
		final ColourTransform transform = ColourTransform.matching(own, own);
		assertEquals(12, transform.level(0, 12, 200, 77), 1e-6);
		assertEquals(200, transform.level(1, 12, 200, 77), 1e-6);
		assertEquals(77, transform.level(2, 12, 200, 77), 1e-6);
	}

	@Test
	void onlyPixelsWithWeightMatter() {
		final VggImage larger = STYLE.withMargin(5);
		final float[] weights = new float[(int) larger.size().pixels()];
		Arrays.fill(weights, weights.length / 2, weights.length, 1);
		final ColourStatistics lower = ColourStatistics.of(larger, WeightMap.of(larger.size(), weights));
		final VggImage changed = larger.recoloured(ColourTransform.matching(lower, ColourStatistics.of(CONTENT)));
		assertStatistics(ColourStatistics.of(CONTENT), ColourStatistics.of(changed, WeightMap.of(larger.size(), weights)),
			1e-3);
	}

	@Test
	void constantColoursBecomeTheOthersMean() {
		final VggImage flat = flat(10, 200, 30);
		final VggImage changed = matched(flat, CONTENT);
		for (int channel = 0; channel < 3; channel++) {
			assertEquals(ColourStatistics.of(CONTENT).mean()[channel], changed.level(5, channel), 1e-3);
		}
	}

	@Test
	void coloursMatchedToAConstantOneBecomeIt() {
		final VggImage changed = matched(STYLE, flat(10, 200, 30));
		for (int pixel = 0; pixel < 20; pixel++) {
			assertEquals(30, changed.level(pixel, 0), 1e-3);
			assertEquals(200, changed.level(pixel, 1), 1e-3);
			assertEquals(10, changed.level(pixel, 2), 1e-3);
		}
	}

	@Test
	void noiseIsNotStretched() {
		final VggImage noise = box(100, 1, 1, 1);
		final double[][] covariance = ColourStatistics.of(matched(noise, CONTENT)).covariance();
		final double[][] wanted = ColourStatistics.of(CONTENT).covariance();
		for (int channel = 0; channel < 3; channel++) {
			assertEquals(wanted[channel][channel] / 16, covariance[channel][channel], 1e-2);
		}
	}

	@Test
	void greyMatchedToColoursIsFinite() {
		final VggImage changed = matched(STYLE.toGrey(), CONTENT);
		assertArrayEquals(ColourStatistics.of(CONTENT).mean(), ColourStatistics.of(changed).mean(), 1e-3);
		assertTrue(Double.isFinite(ColourStatistics.of(changed).covariance()[0][0]));
	}

	// -- Luminance --

	@Test
	void luminanceHasTheOthersMeanAndDeviation() {
		final VggImage changed = STYLE.recoloured(ColourTransform.matchingLuminance(ColourStatistics.of(STYLE),
			ColourStatistics.of(CONTENT)));
		final ColourStatistics statistics = ColourStatistics.of(changed);
		final ColourStatistics wanted = ColourStatistics.of(CONTENT);
		assertEquals(wanted.luminance(), statistics.luminance(), 1e-3);
		assertEquals(wanted.luminanceDeviation(), statistics.luminanceDeviation(), 1e-3);
		assertTrue(changed.isGrey());
	}

	@Test
	void luminanceThatIsConstantBecomesTheOthersMean() {
		final VggImage changed = flat(10, 200, 30).recoloured(ColourTransform.matchingLuminance(ColourStatistics.of(flat(10,
			200, 30)), ColourStatistics.of(CONTENT)));
		assertEquals(ColourStatistics.of(CONTENT).luminance(), changed.level(5, 0), 1e-3);
	}

	// -- Values --

	@Test
	void transformsAreEqualIfTheyDoTheSame() {
		final ColourStatistics from = ColourStatistics.of(STYLE);
		final ColourStatistics to = ColourStatistics.of(CONTENT);
		assertEquals(ColourTransform.matching(from, to), ColourTransform.matching(from, to));
		assertEquals(ColourTransform.matching(from, to).hashCode(), ColourTransform.matching(from, to).hashCode());
		assertNotEquals(ColourTransform.matching(from, to), ColourTransform.matching(to, from));
		assertNotEquals(ColourTransform.matching(from, to), ColourTransform.matchingLuminance(from, to));
	}

	@Test
	void identityLeavesTheImageItself() {
		assertSame(STYLE, STYLE.recoloured(ColourTransform.IDENTITY));
	}

	// -- Helper methods --

	private static VggImage matched(final VggImage image, final VggImage other) {
		return image.recoloured(ColourTransform.matching(ColourStatistics.of(image), ColourStatistics.of(other)));
	}

	/** All combinations of a level plus and minus a deviation for each colour. */
	private static VggImage box(final int level, final int blue, final int green, final int red) {
		final int[] colours = new int[8];
		Arrays.setAll(colours, i -> ARGBType.rgba(level + (i % 2 == 0 ? red : -red), level + (i / 2 % 2 == 0 ? green
			: -green), level + (i / 4 == 0 ? blue : -blue), 255));
		return VggImage.of(ArrayImgs.argbs(colours, 4, 2));
	}

	private static VggImage flat(final int red, final int green, final int blue) {
		final int[] colours = new int[20];
		Arrays.fill(colours, ARGBType.rgba(red, green, blue, 255));
		return VggImage.of(ArrayImgs.argbs(colours, 5, 4));
	}

	private static void assertStatistics(final ColourStatistics expected, final ColourStatistics actual,
		final double tolerance)
	{
		assertArrayEquals(expected.mean(), actual.mean(), tolerance);
		for (int row = 0; row < 3; row++) {
			assertArrayEquals(expected.covariance()[row], actual.covariance()[row], 20 * tolerance);
		}
	}
}
