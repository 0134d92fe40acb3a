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

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * An affine change of colours, x -&gt; A x + b, of levels of 0..255, blue first. What
 * it makes of them is not clipped. Two are equal if they do the same. Immutable.
 */
public final class ColourTransform {

	/** Changes nothing. */
	public static final ColourTransform IDENTITY = new ColourTransform(new double[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0,
		1 } }, new double[VggImage.CHANNELS]);

	/**
	 * Smallest deviation, in levels, that is stretched to another one: in a direction
	 * in which colours differ less there is hardly more than noise.
	 */
	private static final double SMALLEST_DEVIATION = 4;

	/** [3, 3], a row for each colour that comes out. */
	private final double[][] matrix;
	private final double[] offset;

	private ColourTransform(final double[][] matrix, final double[] offset) {
		this.matrix = matrix;
		this.offset = offset;
	}

	// -- Factories --

	/**
	 * Makes the change that gives colours the mean and the covariance of others:
	 * A = S_to^(1/2) S_from^(-1/2) (Gatys et al., "Preserving color in neural artistic
	 * style transfer", 2016). Directions in which they hardly differ are not stretched.
	 */
	public static ColourTransform matching(final ColourStatistics from, final ColourStatistics to) {
		final RealMatrix wanted = function(to, variance -> Math.sqrt(Math.max(0, variance)));
		final RealMatrix whitening = function(from, variance -> 1 / Math.max(SMALLEST_DEVIATION, Math.sqrt(Math.max(0,
			variance))));
		return around(from.mean(), wanted.multiply(whitening).getData(), to.mean());
	}

	/**
	 * Makes the change to grey of the luminance, shifted and scaled to have the mean
	 * and the deviation that the luminance of others has.
	 */
	public static ColourTransform matchingLuminance(final ColourStatistics from, final ColourStatistics to) {
		final double gain = to.luminanceDeviation() / Math.max(SMALLEST_DEVIATION, from.luminanceDeviation());
		final double[] row = new double[VggImage.CHANNELS];
		for (int channel = 0; channel < row.length; channel++) {
			row[channel] = gain * ColourStatistics.luminance(channel == 0 ? 1 : 0, channel == 1 ? 1 : 0, channel == 2 ? 1 : 0);
		}
		final double[] mean = new double[VggImage.CHANNELS];
		Arrays.fill(mean, to.luminance());
		return around(from.mean(), new double[][] { row, row, row }, mean);
	}

	// -- ColourTransform methods --

	/** Returns a level of what a colour becomes. */
	double level(final int channel, final double blue, final double green, final double red) {
		final double[] row = matrix[channel];
		return row[0] * blue + row[1] * green + row[2] * red + offset[channel];
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof ColourTransform)) return false;
		final ColourTransform that = (ColourTransform) other;
		return Arrays.deepEquals(matrix, that.matrix) && Arrays.equals(offset, that.offset);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.deepHashCode(matrix) + Arrays.hashCode(offset);
	}

	// -- Helper methods --

	/** The change x -&gt; A (x - before) + after. */
	private static ColourTransform around(final double[] before, final double[][] matrix, final double[] after) {
		final double[] offset = after.clone();
		for (int row = 0; row < offset.length; row++) {
			for (int column = 0; column < before.length; column++) {
				offset[row] -= matrix[row][column] * before[column];
			}
		}
		return new ColourTransform(matrix, offset);
	}

	/** A function of a covariance matrix: it is applied to the eigenvalues. */
	private static RealMatrix function(final ColourStatistics colours, final DoubleUnaryOperator function) {
		final EigenDecomposition parts = new EigenDecomposition(new Array2DRowRealMatrix(colours.covariance()));
		final double[] values = Arrays.stream(parts.getRealEigenvalues()).map(function).toArray();
		return parts.getV().multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(parts.getVT());
	}
}
