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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** What is painted so far, in no more memory than the picture takes: parts come one after the other. */
final class Canvas {

	private final ImageSize size;
	private final int[] colours;
	private final float[] luminance;
	/** Null if it is not kept. */
	private final float[] painted;

	/** @param keepsPainted whether it keeps, beside the picture, what the network painted */
	Canvas(final ImageSize size, final boolean keepsPainted) {
		this.size = size;
		painted = keepsPainted ? new float[Math.toIntExact(size.pixels() * VggImage.CHANNELS)] : null;
		colours = new int[Math.toIntExact(size.pixels())];
		luminance = new float[colours.length];
	}

	ImageSize size() {
		return size;
	}

	/** ARGB, [H, W]. */
	int[] colours() {
		return colours;
	}

	/** 0..255, [H, W]. */
	float[] luminance() {
		return luminance;
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
		if (painted == null) return;
		final int row = part.size().width() * VggImage.CHANNELS;
		final float[] values = part.values();
		for (int y = 0; y < part.size().height(); y++) {
			System.arraycopy(values, y * row, painted, ((top + y) * size.width() + left) * VggImage.CHANNELS, row);
		}
	}

	/**
	 * Takes a part of the picture.
	 *
	 * @param left column where it begins
	 * @param top row where it begins
	 */
	void put(final VggImage part, final int left, final int top) {
		final int[] partColours = part.toArgb().update(null).getCurrentStorageArray();
		final float[] partLuminance = part.toLuminance().update(null).getCurrentStorageArray();
		final int width = part.size().width();
		for (int y = 0; y < part.size().height(); y++) {
			System.arraycopy(partColours, y * width, colours, (top + y) * size.width() + left, width);
			System.arraycopy(partLuminance, y * width, luminance, (top + y) * size.width() + left, width);
		}
	}
}
