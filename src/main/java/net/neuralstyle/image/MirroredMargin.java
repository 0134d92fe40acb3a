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
 * Puts a margin around an image, or takes parts of one with a margin, in which it is mirrored, the outermost pixels not
 * repeated.
 */
final class MirroredMargin {

	private MirroredMargin() {
		// NB: Not instantiable.
	}

	/**
	 * Returns an image with its margin.
	 *
	 * @param values [H, W, channels]
	 * @param margin on each side, in pixels; less than each side of the image
	 * @return [H + 2 margin, W + 2 margin, channels]
	 */
	static float[] around(final float[] values, final ImageSize size, final int channels, final int margin) {
		return part(values, size, channels, -margin, -margin, size.withMargin(margin));
	}

	/**
	 * Returns a part of an image, which may reach into the margin.
	 *
	 * @param values [H, W, channels]
	 * @param left column where the part begins, of any sign
	 * @param top row where the part begins, of any sign
	 * @param part size of the part
	 * @return [H, W, channels] of the part
	 */
	static float[] part(final float[] values, final ImageSize size, final int channels, final int left, final int top,
		final ImageSize part)
	{
		final float[] result = new float[Math.toIntExact(part.pixels() * channels)];
		for (int y = 0, i = 0; y < part.height(); y++) {
			final int row = mirrored(top + y, size.height()) * size.width();
			for (int x = 0; x < part.width(); x++, i += channels) {
				System.arraycopy(values, (row + mirrored(left + x, size.width())) * channels, result, i, channels);
			}
		}
		return result;
	}

	/**
	 * Returns the position in an image whose pixel stands at one outside, at any distance.
	 *
	 * @param length of the image's side, at least 1
	 */
	static int mirrored(final int position, final int length) {
		if (position >= 0 && position < length) return position;
		if (length == 1) return 0;
		final int inPeriod = Math.floorMod(position, 2 * (length - 1));
		return inPeriod < length ? inPeriod : 2 * (length - 1) - inPeriod;
	}
}
