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

import java.util.function.DoubleUnaryOperator;

/**
 * What a resized axis is made of: for every position of it, the neighbouring
 * positions of the source that it is a weighted mean of. Positions beyond the
 * border do not count: the remaining weights are normalised. Immutable.
 */
final class Taps {

	private final int sourceLength;
	private final int[] first;
	private final float[][] weights;

	/**
	 * @param sourceLength positions of the source
	 * @param targetLength positions of the result
	 * @param reach how far from its centre a position of the result looks, in
	 *          positions of the source
	 * @param kernel the weight, not yet normalised, of a position of the source at
	 *          a distance from the centre, both in positions of the source
	 */
	Taps(final int sourceLength, final int targetLength, final double reach, final DoubleUnaryOperator kernel) {
		this.sourceLength = sourceLength;
		first = new int[targetLength];
		weights = new float[targetLength][];
		final double step = (double) sourceLength / targetLength;
		for (int i = 0; i < targetLength; i++) {
			final double centre = (i + 0.5) * step - 0.5;
			final int from = Math.max(0, (int) Math.ceil(centre - reach));
			final int to = Math.min(sourceLength - 1, (int) Math.floor(centre + reach));
			final double[] exact = new double[to - from + 1];
			for (int tap = 0; tap < exact.length; tap++) {
				exact[tap] = kernel.applyAsDouble(from + tap - centre);
			}
			first[i] = from;
			weights[i] = normalised(exact);
		}
	}

	/**
	 * Resizes the rows of an image.
	 *
	 * @param values [height, source length, channels]; not modified
	 * @return [height, target length, channels]
	 */
	float[] alongRows(final float[] values, final int height, final int channels) {
		final float[] result = new float[Math.toIntExact((long) height * first.length * channels)];
		int out = 0;
		for (int y = 0; y < height; y++) {
			final int row = y * sourceLength * channels;
			for (int x = 0; x < first.length; x++) {
				final float[] taps = weights[x];
				final int start = row + first[x] * channels;
				for (int channel = 0; channel < channels; channel++) {
					float sum = 0;
					for (int tap = 0; tap < taps.length; tap++) {
						sum += taps[tap] * values[start + tap * channels + channel];
					}
					result[out++] = sum;
				}
			}
		}
		return result;
	}

	/**
	 * Resizes the columns of an image.
	 *
	 * @param values [source length, row length]; not modified
	 * @return [target length, row length]
	 */
	float[] alongColumns(final float[] values, final int rowLength) {
		final float[] result = new float[Math.toIntExact((long) first.length * rowLength)];
		for (int y = 0; y < first.length; y++) {
			final int out = y * rowLength;
			for (int tap = 0; tap < weights[y].length; tap++) {
				final float weight = weights[y][tap];
				final int in = (first[y] + tap) * rowLength;
				for (int i = 0; i < rowLength; i++) {
					result[out + i] += weight * values[in + i];
				}
			}
		}
		return result;
	}

	private static float[] normalised(final double[] exact) {
		double sum = 0;
		for (final double weight : exact) {
			sum += weight;
		}
		final float[] result = new float[exact.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = (float) (exact[i] / sum);
		}
		return result;
	}
}
