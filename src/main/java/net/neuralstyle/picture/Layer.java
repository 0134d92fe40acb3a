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

package net.neuralstyle.picture;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Pixels with their own colours, and how opaque they are. */
final class Layer {

	private final ImageProcessor pixels;
	/** 0 (transparent) to 255; null if all are opaque. */
	private final ByteProcessor alpha;

	Layer(final ImageProcessor pixels, final ByteProcessor alpha) {
		this.pixels = pixels;
		this.alpha = alpha;
	}

	ImageProcessor pixels() {
		return pixels;
	}

	/** 0 (transparent) to 255; null if all are opaque. */
	ByteProcessor alpha() {
		return alpha;
	}

	/** Returns the means of squares, in which a pixel counts as much as it is opaque. */
	Layer reduced(final int side) {
		if (side == 1) return this;
		if (alpha == null) return new Layer(pixels.bin(side), null);
		final int width = pixels.getWidth() / side;
		final int height = pixels.getHeight() / side;
		final ImageProcessor means = pixels.createProcessor(width, height);
		final ByteProcessor alphas = new ByteProcessor(width, height);
		for (int i = 0; i < width * height; i++) {
			mean(i % width * side, i / width * side, side, means, alphas, i);
		}
		return new Layer(means, alphas);
	}

	// -- Helper methods --

	private void mean(final int left, final int top, final int side, final ImageProcessor means,
		final ByteProcessor alphas, final int index)
	{
		final double[] sums = new double[3];
		double opacity = 0;
		for (int y = top; y < top + side; y++) {
			for (int x = left; x < left + side; x++) {
				final int weight = alpha.get(x, y);
				if (weight == 0) continue;
				opacity += weight;
				for (int channel = 0; channel < 3; channel++) {
					sums[channel] += weight * (pixels instanceof ColorProcessor ? pixels.get(x, y) >> 8 * channel & 0xff : pixels
						.getf(x, y));
				}
			}
		}
		alphas.set(index, (int) Math.round(opacity / side / side));
		if (opacity == 0) return;
		if (pixels instanceof ColorProcessor) {
			means.set(index, 0xff000000 | (int) Math.round(sums[2] / opacity) << 16 | (int) Math.round(sums[1] / opacity) << 8 |
				(int) Math.round(sums[0] / opacity));
		}
		else if (pixels.getBitDepth() == 32) means.setf(index, (float) (sums[0] / opacity));
		else means.set(index, (int) Math.round(sums[0] / opacity));
	}
}
