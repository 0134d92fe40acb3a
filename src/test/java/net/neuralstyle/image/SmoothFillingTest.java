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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** What a gap is filled with. */
class SmoothFillingTest {

	private static final ImageSize SIZE = new ImageSize(37, 23);
	private static final int COUNT = (int) SIZE.pixels();

	@Test
	void valuesOfFullWeightStayBitForBit() {
		final float[] values = VggImage.noise(SIZE, 1).values();
		final float[] weights = new float[COUNT];
		Arrays.fill(weights, 1);
		assertArrayEquals(values, SmoothFilling.fill(values, weights, SIZE, 3));
	}

	@Test
	void gapInAConstantIsFilledWithIt() {
		final float[] filled = SmoothFilling.fill(twoColumns(7, 7), gap(5, 30), SIZE, 1);
		for (final float value : filled) {
			assertEquals(7, value, 1e-5);
		}
	}

	@Test
	void gapGoesFromOneSideToTheOther() {
		final float[] filled = SmoothFilling.fill(twoColumns(0, 8), gap(5, 30), SIZE, 1);
		final int row = 11 * SIZE.width();
		assertEquals(0, filled[row + 2]);
		assertEquals(8, filled[row + 35]);
		assertTrue(filled[row + 8] < 3 && filled[row + 27] > 5, () -> Arrays.toString(filled));
	}

	@Test
	void nothingIsFilledWithZeros() {
		assertArrayEquals(new float[COUNT], SmoothFilling.fill(twoColumns(3, 5), new float[COUNT], SIZE, 1));
	}

	// -- Helper methods --

	/** One value on the left and one on the right. */
	private static float[] twoColumns(final float left, final float right) {
		final float[] values = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			values[i] = i % SIZE.width() < 18 ? left : right;
		}
		return values;
	}

	/** No weight in some columns. */
	private static float[] gap(final int from, final int to) {
		final float[] weights = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			weights[i] = i % SIZE.width() >= from && i % SIZE.width() < to ? 0 : 1;
		}
		return weights;
	}
}
