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
 * Resizes maps of weights, rows and columns one after the other: where an axis
 * shrinks, a pixel becomes the mean of the area that it covers, and where it
 * grows, pixels between the old ones are interpolated linearly. No value leaves
 * the range of the source's, but for rounding.
 */
final class AreaResampling {

	private AreaResampling() {
		// NB: Not instantiable.
	}

	/**
	 * Resamples a map.
	 *
	 * @param values [H, W] of the source size; not modified
	 * @return [H, W] of the target size
	 */
	static float[] resample(final float[] values, final ImageSize source, final ImageSize target) {
		final float[] wide = taps(source.width(), target.width()).alongRows(values, source.height(), 1);
		return taps(source.height(), target.height()).alongColumns(wide, target.width());
	}

	private static Taps taps(final int sourceLength, final int targetLength) {
		if (targetLength > sourceLength) return new Taps(sourceLength, targetLength, 1, d -> 1 - Math.abs(d));
		// NB: A source pixel is one wide, and counts by as much of it as lies in the area.
		final double half = 0.5 * sourceLength / targetLength;
		return new Taps(sourceLength, targetLength, half + 0.5, //
			d -> Math.max(0, Math.min(half, d + 0.5) - Math.max(-half, d - 0.5)));
	}
}
