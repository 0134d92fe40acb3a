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

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.junit.jupiter.api.Test;

class DistanceTransformTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 40, 300 })
	void distancesAreThoseToTheNearestOfAllPixelsWithoutWeight(final int oneOf) {
		final ImageSize size = new ImageSize(31, 23);
		final float[] weights = new float[(int) size.pixels()];
		final Random random = new Random(oneOf);
		for (int i = 0; i < weights.length; i++) {
			weights[i] = random.nextInt(oneOf) == 0 ? 0 : 0.5f;
		}
		final double[] expected = new double[weights.length];
		for (int i = 0; i < weights.length; i++) {
			expected[i] = Double.POSITIVE_INFINITY;
			for (int j = 0; j < weights.length; j++) {
				final double squares = Math.pow(i % 31 - j % 31, 2) + Math.pow(i / 31 - j / 31, 2);
				if (weights[j] == 0) expected[i] = Math.min(expected[i], squares);
			}
		}
		assertArrayEquals(expected, DistanceTransform.squares(weights, size));
	}

	@Test
	void distanceIsInfiniteIfAllPixelsHaveWeight() {
		assertEquals(Double.POSITIVE_INFINITY, DistanceTransform.squares(new float[] { 1, 1 }, new ImageSize(2, 1))[1]);
	}
}
