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

/**
 * Gives transparent pixels colours that go on from those beside them. Files have whatever there, often black. Nobody
 * sees these pixels, but whoever resizes or redraws the picture mixes them into the seam of what is seen.
 * <p>
 * Push-pull: the picture is halved until nothing is left, each time to the means of what is opaque, and where a pixel
 * has none, it is interpolated from the next smaller picture (S. Gortler et al., "The lumigraph", SIGGRAPH 1996).
 * </p>
 */
final class HiddenColours {

	private HiddenColours() {
		// NB: Not instantiable.
	}

	/**
	 * Changes the pixels that are quite transparent.
	 *
	 * @param alpha 0 (transparent) to 255, not 0 everywhere
	 */
	static void spread(final ImageProcessor pixels, final ByteProcessor alpha) {
		final int channels = pixels instanceof ColorProcessor ? 3 : 1;
		for (int channel = 0; channel < channels; channel++) {
			spread(pixels, 8 * channel, alpha);
		}
	}

	// -- Helper methods --

	/** @param shift of the channel's bits in a colour */
	private static void spread(final ImageProcessor pixels, final int shift, final ByteProcessor alpha) {
		final boolean colours = pixels instanceof ColorProcessor;
		final float[] values = new float[pixels.getPixelCount()];
		final float[] weights = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = colours ? pixels.get(i) >> shift & 0xff : pixels.getf(i);
			weights[i] = alpha.get(i) / 255f;
			// NB: What is not a number would go on being none.
			if (!Float.isFinite(values[i])) weights[i] = 0;
		}
		spread(values, weights, pixels.getWidth(), pixels.getHeight());
		for (int i = 0; i < values.length; i++) {
			if (alpha.get(i) > 0) continue;
			if (colours) pixels.set(i, 0xff000000 | pixels.get(i) & ~(0xff << shift) | Math.round(values[i]) << shift);
			else if (pixels.getBitDepth() == 32) pixels.setf(i, values[i]);
			else pixels.set(i, Math.round(values[i]));
		}
	}

	/** Gives values to the pixels without weight. */
	private static void spread(final float[] values, final float[] weights, final int width, final int height) {
		if (width == 1 && height == 1) return;
		final int halfWidth = (width + 1) / 2;
		final int halfHeight = (height + 1) / 2;
		final float[] means = new float[halfWidth * halfHeight];
		final float[] halfWeights = new float[means.length];
		for (int i = 0; i < values.length; i++) {
			if (weights[i] == 0) continue;
			final int half = i / width / 2 * halfWidth + i % width / 2;
			means[half] += values[i] * weights[i];
			halfWeights[half] += weights[i];
		}
		for (int i = 0; i < means.length; i++) {
			if (halfWeights[i] > 0) means[i] /= halfWeights[i];
			// NB: Few opaque pixels say as much of a colour as many.
			halfWeights[i] = Math.min(1, halfWeights[i]);
		}
		spread(means, halfWeights, halfWidth, halfHeight);
		for (int i = 0; i < values.length; i++) {
			if (weights[i] == 0) values[i] = interpolated(means, halfWidth, halfHeight, i % width, i / width);
		}
	}

	/** Returns the value of a pixel in the picture of the next smaller size. */
	private static float interpolated(final float[] means, final int width, final int height, final int x, final int y) {
		final int left = x / 2;
		final int top = y / 2;
		// NB: A pixel's centre is a quarter of a smaller one's side away from that one's centre.
		final int besides = Math.max(0, Math.min(width - 1, left + (x % 2 == 0 ? -1 : 1)));
		final int beyond = Math.max(0, Math.min(height - 1, top + (y % 2 == 0 ? -1 : 1)));
		final float near = 0.75f * means[top * width + left] + 0.25f * means[top * width + besides];
		final float far = 0.75f * means[beyond * width + left] + 0.25f * means[beyond * width + besides];
		return 0.75f * near + 0.25f * far;
	}
}
