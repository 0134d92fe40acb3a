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

import java.util.Arrays;

/**
 * The eigenvalues and eigenvectors of a real symmetric matrix A, in double precision:
 * A is brought to a tridiagonal form by Householder's reflections, and that to a
 * diagonal one by the implicit QL method (Golub and Van Loan, "Matrix Computations",
 * 2013, section 8.3). In plain Java, since LAPACK's interface would be a third of what
 * is packed of OpenBLAS, for some matrices in each run.
 */
final class EigenDecomposition {

	/** For one eigenvalue; two or three are usual. */
	private static final int MOST_SWEEPS = 60;

	/** 1 / scale times the matrix's, which so are at most 1 or not much more. */
	private final double[] eigenvalues;
	/** Below the diagonal of the tridiagonal matrix, in the end zero. */
	private final double[] below;
	/** A row for each. */
	private final double[][] eigenvectors;
	private final double scale;

	/**
	 * @param matrix A, [n, n], row-major; not modified
	 * @throws IllegalArgumentException if it has values that are no numbers
	 */
	EigenDecomposition(final float[] matrix) {
		final int n = (int) Math.round(Math.sqrt(matrix.length));
		double largest = 0;
		for (final float value : matrix) {
			if (!Float.isFinite(value)) throw new IllegalArgumentException("The matrix has values that are no numbers");
			largest = Math.max(largest, Math.abs(value));
		}
		scale = largest == 0 ? 1 : largest;
		eigenvalues = new double[n];
		below = new double[n];
		eigenvectors = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				eigenvectors[i][j] = matrix[i * n + j] / scale;
			}
		}
		tridiagonalize(eigenvectors);
		multiplyReflections(eigenvectors);
		transpose(eigenvectors);
		for (int i = 0; i < n; i++) {
			diagonalize(i);
		}
	}

	/** In no order. */
	double[] eigenvalues() {
		return Arrays.stream(eigenvalues).map(value -> scale * value).toArray();
	}

	/** The eigenvectors, of length 1 and orthogonal to each other: V, [n, n], row-major, a column for each eigenvalue. */
	float[] eigenvectors() {
		final int n = eigenvalues.length;
		final float[] columns = new float[n * n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				columns[j * n + i] = (float) eigenvectors[i][j];
			}
		}
		return columns;
	}

	// -- Helper methods --

	/**
	 * Makes a matrix tridiagonal, of which only the diagonal and what is next to it are
	 * kept, by reflections I - v v^T, each of which leaves one coordinate more alone.
	 *
	 * @param rest the matrix; afterwards each row is v of a reflection, of length sqrt 2, or
	 *          0 for none
	 */
	private void tridiagonalize(final double[][] rest) {
		for (int k = 0; k < rest.length; k++) {
			eigenvalues[k] = rest[k][k];
			Arrays.fill(rest[k], 0, k + 1, 0);
			if (k + 1 < rest.length) reflect(rest, k);
		}
	}

	/** Makes row and column k zero but for the diagonal and the element next to it; the row is v then. */
	private void reflect(final double[][] rest, final int k) {
		final int n = rest.length;
		final double[] v = rest[k];
		final double norm = Math.sqrt(dot(v, v));
		final double first = v[k + 1];
		below[k] = first > 0 ? -norm : norm;
		v[k + 1] = first - below[k];
		final double length = Math.sqrt(dot(v, v));
		if (length == 0) return;
		multiply(v, Math.sqrt(2) / length);
		// NB: (I - v v^T) A (I - v v^T) = A - v w^T - w v^T with w = A v - (v^T A v) v / 2.
		final double[] w = new double[n];
		for (int i = k + 1; i < n; i++) {
			add(w, v[i], rest[i], k + 1);
		}
		add(w, -dot(v, w) / 2, v, k + 1);
		for (int i = k + 1; i < n; i++) {
			add(rest[i], -v[i], w, k + 1);
			add(rest[i], -w[i], v, k + 1);
		}
	}

	/** Multiplies reflections I - v v^T, each v a row, the first one on the left, and puts the product in their place. */
	private static void multiplyReflections(final double[][] rows) {
		final int n = rows.length;
		final double[] sum = new double[n];
		for (int k = n - 1; k >= 0; k--) {
			final double[] v = rows[k];
			Arrays.fill(sum, 0);
			for (int i = k + 1; i < n; i++) {
				add(sum, v[i], rows[i], k + 1);
			}
			for (int i = k + 1; i < n; i++) {
				add(rows[i], -v[i], sum, k + 1);
			}
			Arrays.fill(v, 0);
			v[k] = 1;
		}
	}

	/** Makes the element below the diagonal at i zero, by rotations from the next one that is zero up to it. */
	private void diagonalize(final int i) {
		for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
			int end = i;
			while (Math.abs(below[end]) > Math.ulp(1.0)) {
				end++;
			}
			if (end == i) return;
			rotate(i, end);
		}
		throw new IllegalStateException("The eigenvalues of a matrix cannot be found");
	}

	/** One sweep of the implicit QL method, with Wilkinson's shift, over the diagonal from i to end. */
	private void rotate(final int i, final int end) {
		final double[] d = eigenvalues;
		final double half = (d[i + 1] - d[i]) / (2 * below[i]);
		double g = d[end] - d[i] + below[i] / (half + Math.copySign(Math.sqrt(half * half + 1), half));
		double sine = 1;
		double cosine = 1;
		double shift = 0;
		for (int k = end - 1; k >= i; k--) {
			final double f = sine * below[k];
			final double b = cosine * below[k];
			final double r = Math.sqrt(f * f + g * g);
			below[k + 1] = r;
			if (r == 0) {
				d[k + 1] -= shift;
				below[end] = 0;
				return;
			}
			sine = f / r;
			cosine = g / r;
			g = d[k + 1] - shift;
			final double t = (d[k] - g) * sine + 2 * cosine * b;
			shift = sine * t;
			d[k + 1] = g + shift;
			g = cosine * t - b;
			rotate(eigenvectors[k], eigenvectors[k + 1], sine, cosine);
		}
		d[i] -= shift;
		below[i] = g;
		below[end] = 0;
	}

	private static void rotate(final double[] a, final double[] b, final double sine, final double cosine) {
		for (int j = 0; j < a.length; j++) {
			final double before = b[j];
			b[j] = sine * a[j] + cosine * before;
			a[j] = cosine * a[j] - sine * before;
		}
	}

	private static void transpose(final double[][] matrix) {
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < i; j++) {
				final double below = matrix[i][j];
				matrix[i][j] = matrix[j][i];
				matrix[j][i] = below;
			}
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) {
			sum += a[j] * b[j];
		}
		return sum;
	}

	private static void multiply(final double[] vector, final double factor) {
		for (int j = 0; j < vector.length; j++) {
			vector[j] *= factor;
		}
	}

	/** sum += factor * vector, from an index on */
	private static void add(final double[] sum, final double factor, final double[] vector, final int from) {
		for (int j = from; j < sum.length; j++) {
			sum[j] += factor * vector[j];
		}
	}
}
