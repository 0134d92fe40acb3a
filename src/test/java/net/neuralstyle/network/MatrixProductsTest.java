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

package net.neuralstyle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares products of matrices with plain loops. */
class MatrixProductsTest {

	@ParameterizedTest
	@CsvSource({ "5, 3, 7, false, false", "5, 3, 7, true, false", "5, 3, 7, false, true", "5, 3, 7, true, true",
		"64, 64, 64, true, false", "1, 1, 1, false, false" })
	void productIsThatOfTheRowsAndColumns(final int rows, final int inner, final int columns, final boolean aTransposed,
		final boolean bTransposed)
	{
		final float[] a = random(rows * inner, 1);
		final float[] b = random(inner * columns, 2);
		try (TensorScope scope = new TensorScope()) {
			final INDArray result = scope.zeros(rows, columns).assign(Float.NaN);
			final INDArray left = scope.tensor(a, aTransposed ? inner : rows, aTransposed ? rows : inner);
			final INDArray right = scope.tensor(b, bTransposed ? columns : inner, bTransposed ? inner : columns);
			Engines.products(scope).product(left, aTransposed, right, bTransposed, result, scope).run();
			final float[] actual = TensorScope.values(result);
			for (int i = 0; i < actual.length; i++) {
				final int row = i / columns;
				final int column = i % columns;
				double expected = 0;
				for (int k = 0; k < inner; k++) {
					expected += (double) a[aTransposed ? k * rows + row : row * inner + k] * b[bTransposed ? column * inner + k : k *
						columns + column];
				}
				assertEquals(expected, actual[i], Accuracy.TOLERANCE * inner);
			}
		}
	}

	private static float[] random(final int length, final long seed) {
		final Random random = new Random(seed);
		final float[] result = new float[length];
		for (int i = 0; i < length; i++) {
			result[i] = 2 * random.nextFloat() - 1;
		}
		return result;
	}
}
