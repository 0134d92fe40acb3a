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
 * Resizes images by cubic convolution with a = -1/2 (R. Keys, "Cubic convolution
 * interpolation for digital image processing", IEEE Trans. ASSP 29, 1981,
 * doi:10.1109/TASSP.1981.1163711), rows and columns one after the other. When an
 * image shrinks, the kernel widens with the factor, so that fine detail is
 * averaged away and does not turn into moire.
 */
final class BicubicResampling {

	private BicubicResampling() {
		// NB: Not instantiable.
	}

	/**
	 * Resamples interleaved values.
	 *
	 * @param values [H, W, channels] of the source size; not modified
	 * @return [H, W, channels] of the target size
	 */
	static float[] resample(final float[] values, final ImageSize source, final ImageSize target, final int channels) {
		final float[] wide = taps(source.width(), target.width()).alongRows(values, source.height(), channels);
		return taps(source.height(), target.height()).alongColumns(wide, target.width() * channels);
	}

	/**
	 * The weight of a value.
	 *
	 * @param distance from it
	 */
	static double kernel(final double distance) {
		final double d = Math.abs(distance);
		if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
		if (d < 2) return ((-0.5 * d + 2.5) * d - 4) * d + 2;
		return 0;
	}

	private static Taps taps(final int sourceLength, final int targetLength) {
		final double stretch = Math.max(1, (double) sourceLength / targetLength);
		return new Taps(sourceLength, targetLength, 2 * stretch, distance -> kernel(distance / stretch));
	}
}
