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

package net.neuralstyle.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Proves that Muon takes the published steps. */
class MuonUpdateTest {

	private static final double LENGTH = 0.01;

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@ParameterizedTest
	@CsvSource({ "12, 5", "36, 8", "7, 7", "4, 6", "9, 1" })
	void stepsAreThoseOfThePublishedAlgorithm(final int rows, final int columns) {
		final double[][] expected = random(rows, columns, 1);
		final double[][] mean = new double[rows][columns];
		// NB: Parts of larger vectors, as a network's numbers are.
		final INDArray matrix = part(rows, columns);
		final INDArray gradient = part(rows, columns);
		set(matrix, expected);
		final MuonUpdate update = new MuonUpdate(matrix, gradient, scope);
		for (int step = 0; step < 4; step++) {
			final double[][] newest = random(rows, columns, 10 + step);
			set(gradient, newest);
			update.step(LENGTH);
			naiveStep(expected, newest, mean);
			assertArrayEquals(flat(expected), TensorScope.values(matrix), 2e-5f, "after step " + (step + 1));
		}
	}

	@Test
	void moveIsAboutAsLongInAllDirections() {
		final int rows = 40;
		final int columns = 2;
		final INDArray matrix = scope.zeros(rows, columns);
		final INDArray gradient = scope.zeros(rows, columns);
		final double[][] values = random(rows, columns, 3);
		// NB: One column is a hundred times the other.
		for (final double[] row : values) {
			row[1] *= 100;
		}
		set(gradient, values);
		new MuonUpdate(matrix, gradient, scope).step(LENGTH);
		final float[] moved = TensorScope.values(matrix);
		for (int column = 0; column < columns; column++) {
			double squares = 0;
			for (int row = 0; row < rows; row++) {
				squares += Math.pow(moved[row * columns + column], 2);
			}
			final double root = Math.sqrt(squares / rows) / (0.2 * LENGTH);
			assertTrue(root > 0.65 && root < 1.25, "column " + column + " has moved by " + root);
		}
	}

	@Test
	void sizeOfGradientsDoesNotMatter() {
		final double[][] values = random(18, 4, 4);
		final float[] once = moved(values);
		for (final double[] row : values) {
			for (int i = 0; i < row.length; i++) {
				row[i] *= 1e6;
			}
		}
		assertArrayEquals(once, moved(values), 1e-6f);
	}

	@Test
	void matrixWithoutGradientsStays() {
		assertArrayEquals(new float[6], moved(new double[3][2]));
	}

	// -- Helper methods --

	private float[] moved(final double[][] gradientValues) {
		final INDArray matrix = scope.zeros(gradientValues.length, gradientValues[0].length);
		final INDArray gradient = scope.zeros(gradientValues.length, gradientValues[0].length);
		set(gradient, gradientValues);
		new MuonUpdate(matrix, gradient, scope).step(LENGTH);
		return TensorScope.values(matrix);
	}

	/** K. Jordan's algorithm as it is published, on the matrix itself. */
	private static void naiveStep(final double[][] matrix, final double[][] gradient, final double[][] mean) {
		final int rows = matrix.length;
		final int columns = matrix[0].length;
		double[][] x = new double[rows][columns];
		double squares = 0;
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				mean[i][j] = 0.95 * mean[i][j] + 0.05 * gradient[i][j];
				x[i][j] = 0.95 * mean[i][j] + 0.05 * gradient[i][j];
				squares += x[i][j] * x[i][j];
			}
		}
		x = sum(1 / Math.sqrt(squares), x, 0, x);
		for (int iteration = 0; iteration < 5; iteration++) {
			final double[][] a = product(x, transpose(x));
			final double[][] b = sum(-4.7750, a, 2.0315, product(a, a));
			x = sum(3.4445, x, 1, product(b, x));
		}
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				matrix[i][j] -= LENGTH * 0.2 * Math.sqrt(Math.max(rows, columns)) * x[i][j];
			}
		}
	}

	private static double[][] product(final double[][] a, final double[][] b) {
		final double[][] product = new double[a.length][b[0].length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < b[0].length; j++) {
				for (int k = 0; k < b.length; k++) {
					product[i][j] += a[i][k] * b[k][j];
				}
			}
		}
		return product;
	}

	private static double[][] transpose(final double[][] a) {
		final double[][] transpose = new double[a[0].length][a.length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a[0].length; j++) {
				transpose[j][i] = a[i][j];
			}
		}
		return transpose;
	}

	private static double[][] sum(final double shareOfA, final double[][] a, final double shareOfB, final double[][] b) {
		final double[][] sum = new double[a.length][a[0].length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a[0].length; j++) {
				sum[i][j] = shareOfA * a[i][j] + shareOfB * b[i][j];
			}
		}
		return sum;
	}

	private static double[][] random(final int rows, final int columns, final long seed) {
		final Random random = new Random(seed);
		final double[][] values = new double[rows][columns];
		for (final double[] row : values) {
			Arrays.setAll(row, i -> random.nextGaussian());
		}
		return values;
	}

	private INDArray part(final int rows, final int columns) {
		return scope.zeros(5 + rows * columns + 3).get(NDArrayIndex.interval(5, 5 + rows * columns)).reshape('c', rows,
			columns);
	}

	private void set(final INDArray target, final double[][] values) {
		target.assign(scope.tensor(flat(values), target.rows(), target.columns()));
	}

	private static float[] flat(final double[][] values) {
		final float[] flat = new float[values.length * values[0].length];
		for (int i = 0; i < flat.length; i++) {
			flat[i] = (float) values[i / values[0].length][i % values[0].length];
		}
		return flat;
	}
}
