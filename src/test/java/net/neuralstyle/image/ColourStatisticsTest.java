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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.TestPictures;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** Compares with known values and with Commons Math. */
class ColourStatisticsTest {

	private static final VggImage IMAGE = VggImage.of(TestPictures.waves(41, 37, 3));

	@Test
	void statisticsOfTwoPixelsAreKnown() {
		final int[] colours = { ARGBType.rgba(10, 20, 30, 255), ARGBType.rgba(30, 20, 0, 255) };
		final ColourStatistics statistics = ColourStatistics.of(VggImage.of(ArrayImgs.argbs(colours, 2, 1)));
		assertArrayEquals(new double[] { 15, 20, 20 }, statistics.mean(), 1e-9);
		final double[][] covariance = { { 225, 0, -150 }, { 0, 0, 0 }, { -150, 0, 100 } };
		for (int row = 0; row < 3; row++) {
			assertArrayEquals(covariance[row], statistics.covariance()[row], 1e-9);
		}
		assertEquals(0.114 * 15 + 0.587 * 20 + 0.299 * 20, statistics.luminance(), 1e-9);
		assertEquals(0.299 * 10 - 0.114 * 15, statistics.luminanceDeviation(), 1e-9);
		assertEquals(Math.sqrt((225 + 0 + 100) / 3.0), statistics.deviation(), 1e-9);
	}

	@Test
	void covarianceIsThatOfCommonsMath() {
		final double[][] expected = new Covariance(levels(IMAGE), false).getCovarianceMatrix().getData();
		for (int row = 0; row < 3; row++) {
			assertArrayEquals(expected[row], ColourStatistics.of(IMAGE).covariance()[row], 1e-7);
		}
	}

	@Test
	void luminanceIsThatOfTheGreyImage() {
		final double[] luminances = MatrixUtils.createRealMatrix(levels(IMAGE.toGrey())).getColumn(0);
		final ColourStatistics statistics = ColourStatistics.of(IMAGE);
		assertEquals(Arrays.stream(luminances).average().orElseThrow(), statistics.luminance(), 1e-4);
		assertEquals(new StandardDeviation(false).evaluate(luminances), statistics.luminanceDeviation(), 1e-4);
	}

	@Test
	void pixelsCountByTheirWeights() {
		final int[] colours = { ARGBType.rgba(10, 20, 30, 255), ARGBType.rgba(200, 3, 9, 255), ARGBType.rgba(30, 20, 0,
			255) };
		final VggImage image = VggImage.of(ArrayImgs.argbs(colours, 3, 1));
		final ColourStatistics statistics = ColourStatistics.of(image, WeightMap.of(image.size(), new float[] { 0.75f, 0,
			0.25f }));
		assertArrayEquals(new double[] { 22.5, 20, 15 }, statistics.mean(), 1e-9);
		assertEquals(0.75 * 5 * 5 + 0.25 * 15 * 15, statistics.covariance()[2][2], 1e-9);
		assertEquals(-0.75 * 7.5 * 5 - 0.25 * 22.5 * 15, statistics.covariance()[0][2], 1e-9);
	}

	@Test
	void statisticsOfARegionAreThoseOfItsPixels() {
		final VggImage larger = IMAGE.withMargin(9);
		final ColourStatistics expected = ColourStatistics.of(IMAGE);
		final ColourStatistics statistics = ColourStatistics.of(larger, inside(larger.size(), 9));
		assertArrayEquals(expected.mean(), statistics.mean(), 1e-9);
		for (int row = 0; row < 3; row++) {
			assertArrayEquals(expected.covariance()[row], statistics.covariance()[row], 1e-9);
		}
	}

	@Test
	void weightsThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> ColourStatistics.of(IMAGE, WeightMap.ones(new ImageSize(37, 41))));
		final WeightMap nothing = WeightMap.ones(IMAGE.size()).inverse();
		assertThrows(IllegalArgumentException.class, () -> ColourStatistics.of(IMAGE, nothing));
	}

	@Test
	void valuesAreTheReadersOwn() {
		final ColourStatistics statistics = ColourStatistics.of(IMAGE);
		final double mean = statistics.mean()[0];
		final double variance = statistics.covariance()[0][0];
		statistics.mean()[0] = -1;
		statistics.covariance()[0][0] = -1;
		assertEquals(mean, statistics.mean()[0]);
		assertEquals(variance, statistics.covariance()[0][0]);
	}

	// -- Helper methods --

	/** Counts all pixels but those of a margin. */
	private static WeightMap inside(final ImageSize size, final int margin) {
		final float[] weights = new float[(int) size.pixels()];
		for (int i = 0; i < weights.length; i++) {
			final int x = i % size.width();
			final int y = i / size.width();
			if (Math.min(x, y) >= margin && x < size.width() - margin && y < size.height() - margin) weights[i] = 1;
		}
		return WeightMap.of(size, weights);
	}

	/** A row of blue, green and red for each pixel. */
	private static double[][] levels(final VggImage image) {
		final double[][] levels = new double[(int) image.size().pixels()][3];
		for (int i = 0; i < levels.length; i++) {
			for (int channel = 0; channel < 3; channel++) {
				levels[i][channel] = image.level(i, channel);
			}
		}
		return levels;
	}
}
