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

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that resizing is cubic convolution: it agrees with the sum over a
 * two-dimensional kernel, taken pixel by pixel, and keeps what cubic convolution
 * keeps.
 */
class BicubicResamplingTest {

	@ParameterizedTest
	@CsvSource({ //
		"7, 5, 14, 10", // enlarged twice
		"7, 5, 23, 17", // enlarged by another factor
		"20, 16, 10, 8", // halved
		"23, 19, 7, 5", // reduced
		"9, 20, 20, 9", // wider and lower
		"1, 1, 4, 3", // a single pixel
		"2, 1, 5, 1", // a single row
		"30, 40, 1, 1", // to a single pixel
		"6, 6, 6, 13" }) // one side only
	void resultIsTheSumOverTheKernel(final int width, final int height, final int newWidth, final int newHeight) {
		final ImageSize source = new ImageSize(width, height);
		final ImageSize target = new ImageSize(newWidth, newHeight);
		final float[] values = randomValues(source, 3);
		assertArrayEquals(summed(values, source, target, 3), BicubicResampling.resample(values, source, target, 3), 1e-4f);
	}

	@ParameterizedTest
	@CsvSource({ "7, 5, 23, 17", "23, 19, 7, 5", "8, 8, 8, 8" })
	void constantImageStaysConstant(final int width, final int height, final int newWidth, final int newHeight) {
		final ImageSize source = new ImageSize(width, height);
		final float[] values = new float[width * height * 3];
		Arrays.fill(values, 151.25f);
		for (final float value : BicubicResampling.resample(values, source, new ImageSize(newWidth, newHeight), 3)) {
			assertEquals(151.25f, value, 1e-4f);
		}
	}

	@Test
	void rampStaysARampAwayFromTheBorder() {
		final ImageSize source = new ImageSize(12, 10);
		final ImageSize target = new ImageSize(36, 40);
		final float[] values = new float[12 * 10];
		for (int i = 0; i < values.length; i++) {
			values[i] = 10 * (i % 12) - 7 * (i / 12);
		}
		final float[] result = BicubicResampling.resample(values, source, target, 1);
		for (int y = 8; y < 32; y++) {
			for (int x = 6; x < 30; x++) {
				final double expected = 10 * ((x + 0.5) / 3 - 0.5) - 7 * ((y + 0.5) / 4 - 0.5);
				assertEquals(expected, result[y * 36 + x], 1e-4);
			}
		}
	}

	@Test
	void sameSizeGivesTheSameValues() {
		final ImageSize size = new ImageSize(9, 7);
		final float[] values = randomValues(size, 3);
		assertArrayEquals(values, BicubicResampling.resample(values, size, size, 3));
	}

	@Test
	void channelsDoNotMix() {
		final ImageSize source = new ImageSize(6, 5);
		final float[] values = new float[6 * 5 * 3];
		final Random random = new Random(1);
		for (int i = 1; i < values.length; i += 3) {
			values[i] = random.nextFloat();
		}
		final float[] result = BicubicResampling.resample(values, source, new ImageSize(11, 4), 3);
		for (int i = 0; i < result.length; i += 3) {
			assertEquals(0, result[i]);
			assertEquals(0, result[i + 2]);
		}
	}

	@Test
	void finePatternIsAveragedAway() {
		// NB: Stripes of one pixel, of which a reduction without averaging would keep one colour.
		final float[] values = new float[64 * 64];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 2 == 0 ? 100 : -100;
		}
		final float[] result = BicubicResampling.resample(values, new ImageSize(64, 64), new ImageSize(16, 16), 1);
		for (int y = 0; y < 16; y++) {
			for (int x = 2; x < 14; x++) {
				assertEquals(0, result[y * 16 + x], 1);
			}
		}
	}

	@Test
	void mirroredImageGivesTheMirroredResult() {
		final float[] values = randomValues(new ImageSize(11, 1), 1);
		final float[] result = BicubicResampling.resample(values, new ImageSize(11, 1), new ImageSize(7, 1), 1);
		final float[] mirrored = BicubicResampling.resample(reversed(values), new ImageSize(11, 1), new ImageSize(7, 1), 1);
		assertArrayEquals(reversed(result), mirrored, 1e-5f);
	}

	@Test
	void sourceIsNotModified() {
		final ImageSize size = new ImageSize(9, 7);
		final float[] values = randomValues(size, 3);
		final float[] before = values.clone();
		BicubicResampling.resample(values, size, new ImageSize(20, 3), 3);
		assertArrayEquals(before, values);
	}

	// -- Helper methods --

	private static float[] randomValues(final ImageSize size, final int channels) {
		final Random random = new Random(1);
		final float[] values = new float[(int) size.pixels() * channels];
		for (int i = 0; i < values.length; i++) {
			values[i] = 255 * random.nextFloat() - 120;
		}
		return values;
	}

	private static float[] reversed(final float[] values) {
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[values.length - 1 - i];
		}
		return result;
	}

	/** Weighs every pixel of the source for every pixel of the target, in float64. */
	private static float[] summed(final float[] values, final ImageSize source, final ImageSize target,
		final int channels)
	{
		final float[] result = new float[(int) target.pixels() * channels];
		for (int i = 0; i < result.length; i++) {
			final int x = i / channels % target.width();
			final int y = i / channels / target.width();
			double sum = 0;
			double weights = 0;
			for (int j = i % channels; j < values.length; j += channels) {
				final double weight = weight(j / channels % source.width(), x, source.width(), target.width()) * weight(j /
					channels / source.width(), y, source.height(), target.height());
				sum += weight * values[j];
				weights += weight;
			}
			result[i] = (float) (sum / weights);
		}
		return result;
	}

	/** Keys' kernel with a = -1/2, widened when the axis shrinks; pixel centres lie at halves. */
	private static double weight(final int sourceIndex, final int targetIndex, final int sourceLength,
		final int targetLength)
	{
		final double scale = (double) sourceLength / targetLength;
		final double distance = Math.abs((sourceIndex + 0.5) - (targetIndex + 0.5) * scale) / Math.max(1, scale);
		final double a = -0.5;
		if (distance <= 1) return (a + 2) * Math.pow(distance, 3) - (a + 3) * Math.pow(distance, 2) + 1;
		if (distance >= 2) return 0;
		return a * Math.pow(distance, 3) - 5 * a * Math.pow(distance, 2) + 8 * a * distance - 4 * a;
	}
}
