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

package net.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues that are known, and eigenvectors that make the matrix again. */
class EigenDecompositionTest {

	@Test
	void eigenvaluesAreThoseThatAreKnown() {
		final double[] eigenvalues = new EigenDecomposition(new float[] { 2, -1, 0, -1, 2, -1, 0, -1, 2 }).eigenvalues();
		Arrays.sort(eigenvalues);
		assertArrayEquals(new double[] { 2 - Math.sqrt(2), 2, 2 + Math.sqrt(2) }, eigenvalues, 4e-15);
	}

	@Test
	void diagonalMatrixIsItsOwn() {
		final EigenDecomposition decomposition = new EigenDecomposition(new float[] { 3, 0, 0, 0, -1, 0, 0, 0, 7 });
		final double[] eigenvalues = decomposition.eigenvalues();
		Arrays.sort(eigenvalues);
		assertArrayEquals(new double[] { -1, 3, 7 }, eigenvalues, 1e-15);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 3", "17, 17", "64, 200", "128, 3", "64, 0" })
	void gramMatrixIsMadeOfItsEigenvectors(final int size, final int rank) {
		assertMakesTheMatrix(gram(size, rank, 1), size);
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e-30f, 1e-10f, 1e10f, 1e30f })
	void matrixMayBeOfAnySize(final float factor) {
		assertMakesTheMatrix(gram(12, 20, factor), 12);
	}

	@Test
	void matrixMayHaveNegativeEigenvalues() {
		final float[] matrix = gram(16, 8, 1);
		final float[] other = gram(16, 5, 2);
		for (int i = 0; i < matrix.length; i++) {
			matrix[i] -= other[i];
		}
		assertMakesTheMatrix(matrix, 16);
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY })
	void valuesThatAreNoNumbersAreRefused(final float value) {
		assertThrows(IllegalArgumentException.class, () -> new EigenDecomposition(new float[] { 1, value, value, 1 }));
	}

	// -- Helper methods --

	/** F^T F of a random map F of so many positions, as unequal in its channels as a network's. */
	private static float[] gram(final int channels, final int positions, final float factor) {
		final Random random = new Random(3);
		final double[][] map = new double[positions][channels];
		for (final double[] position : map) {
			for (int i = 0; i < channels; i++) {
				position[i] = Math.max(0, random.nextGaussian() + 1) * Math.pow(0.8, i);
			}
		}
		final float[] gram = new float[channels * channels];
		for (int i = 0; i < gram.length; i++) {
			double sum = 0;
			for (final double[] position : map) {
				sum += position[i / channels] * position[i % channels];
			}
			gram[i] = (float) (factor * sum);
		}
		return gram;
	}

	private static void assertMakesTheMatrix(final float[] matrix, final int n) {
		final EigenDecomposition decomposition = new EigenDecomposition(matrix);
		final double[] values = decomposition.eigenvalues();
		final float[] vectors = decomposition.eigenvectors();
		double largest = 0;
		for (final float value : matrix) {
			largest = Math.max(largest, Math.abs(value));
		}
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				double element = 0;
				double product = 0;
				for (int k = 0; k < n; k++) {
					element += values[k] * vectors[i * n + k] * vectors[j * n + k];
					product += (double) vectors[k * n + i] * vectors[k * n + j];
				}
				// NB: The vectors are rounded to float32, 6e-8 each.
				assertEquals(matrix[i * n + j], element, 1e-6 * largest, "element " + i + ", " + j);
				assertEquals(i == j ? 1 : 0, product, 1e-6, "vectors " + i + ", " + j);
			}
		}
	}
}
