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

package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Proves that sums over whole images keep float32's accuracy. */
class VectorsTest {

	private static final int PIXELS_512 = 3 * 512 * 512;

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 1000, PIXELS_512 })
	void dotAgreesWithTheSumInDouble(final int length) {
		final float[] a = positive(length, 1);
		final float[] b = positive(length, 2);
		double expected = 0;
		for (int i = 0; i < length; i++) {
			expected += (double) a[i] * b[i];
		}
		try (TensorScope scope = new TensorScope()) {
			assertEquals(1, Vectors.dot(scope.tensor(a, length), scope.tensor(b, length)) / expected, 1e-6);
		}
	}

	@Test
	void normAgreesWithTheSumInDouble() {
		final float[] values = positive(PIXELS_512, 3);
		double expected = 0;
		for (final float value : values) {
			expected += (double) value * value;
		}
		try (TensorScope scope = new TensorScope()) {
			assertEquals(1, Vectors.norm(scope.tensor(values, values.length)) / Math.sqrt(expected), 1e-6);
		}
	}

	@Test
	void dotOfAPartReadsThatPart() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray vector = scope.tensor(new float[] { 1, 2, 3, 4, 5 }, 5);
			final INDArray front = vector.get(NDArrayIndex.interval(0, 2));
			final INDArray back = vector.get(NDArrayIndex.interval(3, 5));
			assertEquals(1 * 4 + 2 * 5, Vectors.dot(front, back));
		}
	}

	@Test
	void dotDoesNotMindTheShape() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray table = scope.tensor(new float[] { 1, 2, 3, 4 }, 2, 2);
			final INDArray vector = scope.tensor(new float[] { 5, 6, 7, 8 }, 4);
			assertEquals(70, Vectors.dot(table, vector));
		}
	}

	@Test
	void scaledVectorIsAdded() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray sum = scope.tensor(new float[] { 1, 2, 3 }, 3);
			Vectors.addScaled(sum, -0.5, scope.tensor(new float[] { 2, 4, 8 }, 3));
			assertArrayEquals(new float[] { 0, 0, -1 }, sum.toFloatVector());
		}
	}

	@Test
	void addingToAPartLeavesTheRest() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray vector = scope.tensor(new float[] { 1, 2, 3, 4 }, 4);
			Vectors.addScaled(vector.get(NDArrayIndex.interval(1, 3)), 10, scope.tensor(new float[] { 1, 1 }, 2));
			assertArrayEquals(new float[] { 1, 12, 13, 4 }, vector.toFloatVector());
		}
	}

	/** Values that do not cancel, as in a sum of squares: a running sum in float32 would lose digits. */
	private static float[] positive(final int length, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = 255 * random.nextFloat();
		}
		return values;
	}
}
