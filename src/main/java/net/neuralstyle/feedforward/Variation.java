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

package net.neuralstyle.feedforward;

import java.util.Random;

import net.neuralstyle.image.VggImage;

/**
 * A random change of a square's colours and sides, so that few photographs stand for many: other light, other colours,
 * none, and rows for columns. What is painted of flat and strongly coloured areas is learned from such changes above
 * all. Half of the squares stay as they are, since those are what people have.
 */
final class Variation {

	/** The part of squares that stay as they are. */
	private static final double UNCHANGED = 0.5;
	/** Of each colour's distance to grey; 1 leaves it. */
	private static final double MOST_SATURATION = 2;
	/** Logarithm of what a channel is multiplied by, at most; and its negative, at least. */
	private static final double LARGEST_GAIN = 0.4;
	/** Logarithm of the power that channels, as parts of white, are raised to; as above. */
	private static final double LARGEST_GAMMA = 0.7;
	/** Where each channel of a changed square comes from; four of nine keep theirs. */
	private static final int[][] ORDERS = { { 0, 1, 2 }, { 0, 1, 2 }, { 0, 1, 2 }, { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0,
		2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
	private static final double WHITE = 255;

	private Variation() {
		// NB: Not instantiable.
	}

	/**
	 * Returns a square or a changed one.
	 *
	 * @param square [side, side, 3] blue, green, red, mean subtracted; stays as it is
	 * @param random all that the change follows from
	 * @return of as many pixels, in grey levels of 0 to 255 before the mean is subtracted
	 */
	static VggImage of(final VggImage square, final Random random) {
		if (random.nextDouble() < UNCHANGED) return square;
		return recoloured(random.nextBoolean() ? transposed(square) : square, random);
	}

	private static VggImage transposed(final VggImage square) {
		final int side = square.size().width();
		final float[] from = square.values();
		final float[] to = new float[from.length];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				System.arraycopy(from, VggImage.CHANNELS * (y * side + x), to, VggImage.CHANNELS * (x * side + y),
					VggImage.CHANNELS);
			}
		}
		return VggImage.of(square.size(), to);
	}

	private static VggImage recoloured(final VggImage square, final Random random) {
		final int[] order = ORDERS[random.nextInt(ORDERS.length)];
		final double saturation = MOST_SATURATION * random.nextDouble();
		final double gamma = Math.exp(LARGEST_GAMMA * (2 * random.nextDouble() - 1));
		final double[] gains = new double[VggImage.CHANNELS];
		for (int i = 0; i < gains.length; i++) {
			gains[i] = Math.exp(LARGEST_GAIN * (2 * random.nextDouble() - 1));
		}
		final float[] from = square.values();
		final float[] to = new float[from.length];
		for (int pixel = 0; pixel < from.length; pixel += VggImage.CHANNELS) {
			double grey = 0;
			for (int i = 0; i < VggImage.CHANNELS; i++) {
				grey += (from[pixel + i] + VggImage.mean(i)) / (VggImage.CHANNELS * WHITE);
			}
			for (int i = 0; i < VggImage.CHANNELS; i++) {
				final double level = (from[pixel + order[i]] + VggImage.mean(order[i])) / WHITE;
				final double changed = Math.min(1, Math.max(0, gains[i] * (grey + saturation * (level - grey))));
				to[pixel + i] = (float) (WHITE * Math.pow(changed, gamma)) - VggImage.mean(i);
			}
		}
		return VggImage.of(square.size(), to);
	}
}
