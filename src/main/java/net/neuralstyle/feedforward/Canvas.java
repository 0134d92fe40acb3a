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

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** What is painted so far, in no more memory than the picture takes: parts come one after the other. */
final class Canvas {

	private final ImageSize size;
	private final int[] colours;
	/** Null if it is not kept. */
	private final float[] luminance;
	/** Null if it is not kept. */
	private final float[] painted;

	/**
	 * @param keepsLuminance whether it keeps, beside the colours, how light they are before they are rounded
	 * @param keepsPainted whether it keeps, beside the picture, what the network painted
	 */
	Canvas(final ImageSize size, final boolean keepsLuminance, final boolean keepsPainted) {
		this.size = size;
		painted = keepsPainted ? new float[Math.toIntExact(size.pixels() * VggImage.CHANNELS)] : null;
		colours = new int[Math.toIntExact(size.pixels())];
		luminance = keepsLuminance ? new float[colours.length] : null;
	}

	ImageSize size() {
		return size;
	}

	/** The picture. */
	Img<ARGBType> image() {
		return ArrayImgs.argbs(colours, size.width(), size.height());
	}

	/** How light the picture is; not rounded if that is kept. */
	Img<FloatType> luminance() {
		return ArrayImgs.floats(luminance == null ? luminanceOfColours() : luminance, size.width(), size.height());
	}

	/** What the network painted; null if that is not kept. */
	VggImage painted() {
		return painted == null ? null : VggImage.of(size, painted);
	}

	/**
	 * Takes a part as the network painted it.
	 *
	 * @param left column where it begins
	 * @param top row where it begins
	 */
	void keep(final VggImage part, final int left, final int top) {
		if (painted != null) copyRows(part.values(), painted, part.size(), VggImage.CHANNELS, left, top);
	}

	/**
	 * Takes a part of the picture.
	 *
	 * @param left column where it begins
	 * @param top row where it begins
	 */
	void put(final VggImage part, final int left, final int top) {
		final int[] partColours = part.toArgb().update(null).getCurrentStorageArray();
		copyRows(partColours, colours, part.size(), 1, left, top);
		if (luminance == null) return;
		copyRows(part.toLuminance().update(null).getCurrentStorageArray(), luminance, part.size(), 1, left, top);
	}

	/** Row by row, in little memory. */
	private float[] luminanceOfColours() {
		final float[] result = new float[colours.length];
		final int[] row = new int[size.width()];
		for (int start = 0; start < result.length; start += row.length) {
			System.arraycopy(colours, start, row, 0, row.length);
			final VggImage pixels = VggImage.of(ArrayImgs.argbs(row, row.length, 1));
			System.arraycopy(pixels.toLuminance().update(null).getCurrentStorageArray(), 0, result, start, row.length);
		}
		return result;
	}

	/** Copies an array of a part into one of the picture. */
	private void copyRows(final Object from, final Object to, final ImageSize part, final int channels, final int left,
		final int top)
	{
		final int row = part.width() * channels;
		for (int y = 0; y < part.height(); y++) {
			System.arraycopy(from, y * row, to, ((top + y) * size.width() + left) * channels, row);
		}
	}
}
