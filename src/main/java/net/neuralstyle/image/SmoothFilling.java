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
 * Fills what has no weight with what surrounds it, smoothly, from coarse to fine (S. Gortler et al., "The lumigraph",
 * SIGGRAPH 1996, section 3.5, "pull-push"): each gap gets its values from the finest level at which it has any.
 */
final class SmoothFilling {

	private SmoothFilling() {
		// NB: Not instantiable.
	}

	/**
	 * Returns values of which those without weight are filled, and those with some weight are in between.
	 *
	 * @param values [H, W, channels]; not modified
	 * @param weights [H, W], each 0..1; not modified
	 * @return [H, W, channels]; zeros if nothing has weight
	 */
	static float[] fill(final float[] values, final float[] weights, final ImageSize size, final int channels) {
		final float[] filled = new float[values.length];
		if (size.longerSide() == 1) {
			if (weights[0] > 0) System.arraycopy(values, 0, filled, 0, channels);
			return filled;
		}
		final ImageSize half = new ImageSize((size.width() + 1) / 2, (size.height() + 1) / 2);
		final float[] coarseWeights = new float[Math.toIntExact(half.pixels())];
		final float[] coarseValues = new float[coarseWeights.length * channels];
		for (int pixel = 0; pixel < weights.length; pixel++) {
			final int coarse = pixel / size.width() / 2 * half.width() + pixel % size.width() / 2;
			coarseWeights[coarse] += weights[pixel];
			for (int channel = 0; channel < channels; channel++) {
				coarseValues[coarse * channels + channel] += weights[pixel] * values[pixel * channels + channel];
			}
		}
		for (int i = 0; i < coarseValues.length; i++) {
			if (coarseWeights[i / channels] > 0) coarseValues[i] /= coarseWeights[i / channels];
		}
		for (int i = 0; i < coarseWeights.length; i++) {
			coarseWeights[i] = Math.min(1, coarseWeights[i]);
		}
		final float[] surroundings = BicubicResampling.resample(fill(coarseValues, coarseWeights, half, channels), half,
			size, channels);
		for (int i = 0; i < filled.length; i++) {
			final float weight = weights[i / channels];
			filled[i] = weight * values[i] + (1 - weight) * surroundings[i];
		}
		return filled;
	}
}
