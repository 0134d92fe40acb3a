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

/**
 * Exact Euclidean distances to the nearest pixel without a weight: P. Felzenszwalb and
 * D. Huttenlocher, "Distance transforms of sampled functions", Theory of Computing 8,
 * 2012. One pass along columns and one along rows, each the lower envelope of
 * parabolas.
 */
final class DistanceTransform {

	private DistanceTransform() {
		// NB: Not instantiable.
	}

	/**
	 * @param weights [H, W]; not modified
	 * @return [H, W]: squared distances between pixels' centres, 0 where the weight is;
	 *         infinite if none is
	 */
	static double[] squares(final float[] weights, final ImageSize size) {
		final double[] squares = new double[weights.length];
		for (int i = 0; i < squares.length; i++) {
			squares[i] = weights[i] == 0 ? 0 : Double.POSITIVE_INFINITY;
		}
		for (int x = 0; x < size.width(); x++) {
			transformLine(squares, x, size.width(), size.height());
		}
		for (int y = 0; y < size.height(); y++) {
			transformLine(squares, y * size.width(), 1, size.width());
		}
		return squares;
	}

	/** Replaces each value f(q) of a line by the least of f(p) + (q - p)^2 over all p. */
	private static void transformLine(final double[] values, final int first, final int step, final int length) {
		// NB: The parabolas of the envelope: where their lowest points are, and from where on each is the lowest.
		final int[] lowest = new int[length];
		final double[] from = new double[length + 1];
		final double[] line = new double[length];
		int count = 0;
		for (int q = 0; q < length; q++) {
			line[q] = values[first + q * step];
			if (line[q] == Double.POSITIVE_INFINITY) continue;
			double start = Double.NEGATIVE_INFINITY;
			while (count > 0) {
				start = intersection(line, lowest[count - 1], q);
				if (start > from[count - 1]) break;
				count--;
			}
			lowest[count] = q;
			from[count] = count == 0 ? Double.NEGATIVE_INFINITY : start;
			count++;
		}
		if (count == 0) return;
		from[count] = Double.POSITIVE_INFINITY;
		for (int q = 0, k = 0; q < length; q++) {
			while (from[k + 1] < q) {
				k++;
			}
			final double distance = q - lowest[k];
			values[first + q * step] = line[lowest[k]] + distance * distance;
		}
	}

	/** Where the parabola of q becomes lower than that of p, which lies before it. */
	private static double intersection(final double[] line, final int p, final int q) {
		return (line[q] + (double) q * q - line[p] - (double) p * p) / (2.0 * (q - p));
	}
}
