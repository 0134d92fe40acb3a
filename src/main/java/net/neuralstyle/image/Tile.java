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
 * A rectangle of an image that is computed at once: a window, and its interior,
 * which is what counts. Around the interior the window has a halo, except where
 * the image ends. Coordinates are pixels of the image. Immutable.
 */
public final class Tile {

	private final Span horizontal;
	private final Span vertical;

	Tile(final Span horizontal, final Span vertical) {
		this.horizontal = horizontal;
		this.vertical = vertical;
	}

	/** First column of the window. */
	public int left() {
		return horizontal.start;
	}

	/** First row of the window. */
	public int top() {
		return vertical.start;
	}

	/**
	 * First column of the interior, counted from the window's left, in a map that
	 * is smaller than the image.
	 *
	 * @param reduction pixels of the image for one position of the map; a divisor
	 *          of the tiling's alignment
	 */
	public int interiorLeft(final int reduction) {
		return (horizontal.from - horizontal.start) / reduction;
	}

	/** First column after the interior; otherwise as {@link #interiorLeft}. */
	public int interiorRight(final int reduction) {
		return (horizontal.to - horizontal.start) / reduction;
	}

	/** First row of the interior; otherwise as {@link #interiorLeft}. */
	public int interiorTop(final int reduction) {
		return (vertical.from - vertical.start) / reduction;
	}

	/** First row after the interior; otherwise as {@link #interiorLeft}. */
	public int interiorBottom(final int reduction) {
		return (vertical.to - vertical.start) / reduction;
	}
}
