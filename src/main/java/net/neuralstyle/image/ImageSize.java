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

/** Width and height of an image in pixels. Immutable. */
public final class ImageSize {

	private final int width;
	private final int height;

	/** @throws IllegalArgumentException if a side is smaller than one pixel */
	public ImageSize(final int width, final int height) {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("An image must be at least 1 x 1 pixels, not " + width + " x " + height);
		}
		this.width = width;
		this.height = height;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int longerSide() {
		return Math.max(width, height);
	}

	public int shorterSide() {
		return Math.min(width, height);
	}

	/** Number of pixels. */
	public long pixels() {
		return (long) width * height;
	}

	/**
	 * Returns the size whose longer side has the given length, with the same
	 * aspect ratio to the nearest pixel.
	 */
	public ImageSize withLongerSide(final int length) {
		final double factor = (double) length / longerSide();
		return new ImageSize(Math.max(1, (int) Math.round(width * factor)), //
			Math.max(1, (int) Math.round(height * factor)));
	}

	/** Returns this size with as many pixels more on each of the four sides. */
	public ImageSize withMargin(final int pixels) {
		return new ImageSize(width + 2 * pixels, height + 2 * pixels);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ImageSize && ((ImageSize) other).width == width && ((ImageSize) other).height == height;
	}

	@Override
	public int hashCode() {
		return 31 * width + height;
	}

	@Override
	public String toString() {
		return width + "x" + height;
	}
}
