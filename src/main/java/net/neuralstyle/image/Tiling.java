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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts an image into tiles whose windows are all of one size and overlap, and
 * whose interiors cover the image without overlap. Immutable.
 */
public final class Tiling {

	private final ImageSize image;
	private final ImageSize window;
	private final List<Tile> tiles;

	private Tiling(final ImageSize image, final ImageSize window, final List<Tile> tiles) {
		this.image = image;
		this.window = window;
		this.tiles = Collections.unmodifiableList(tiles);
	}

	/**
	 * Cuts an image into as few tiles as the largest side allows.
	 *
	 * @param largestSide of a window, in pixels
	 * @throws IllegalArgumentException if it is not {@link #isPossible possible}
	 */
	public static Tiling of(final ImageSize image, final int largestSide, final Halo halo) {
		if (!isPossible(image, largestSide, halo)) {
			throw new IllegalArgumentException("A tile must have at least " + halo.smallestWindow() +
				" pixels in width and height, not " + largestSide + ".");
		}
		final List<Span> columns = Span.cut(image.width(), largestSide, halo.width(), halo.alignment());
		final List<Span> rows = Span.cut(image.height(), largestSide, halo.width(), halo.alignment());
		final List<Tile> tiles = new ArrayList<>();
		for (final Span row : rows) {
			for (final Span column : columns) {
				tiles.add(new Tile(column, row));
			}
		}
		return new Tiling(image, new ImageSize(columns.get(0).length, rows.get(0).length), tiles);
	}

	/**
	 * Returns whether a window may be as small as that: it holds the whole image,
	 * or is at least {@link Halo#smallestWindow()}.
	 */
	public static boolean isPossible(final ImageSize image, final int largestSide, final Halo halo) {
		return image.longerSide() <= largestSide || largestSide >= halo.smallestWindow();
	}

	/** Size of the image. */
	public ImageSize image() {
		return image;
	}

	/** Size of every window. */
	public ImageSize window() {
		return window;
	}

	/** Row by row. */
	public List<Tile> tiles() {
		return tiles;
	}

	/** Whether there is one tile only, which is the whole image. */
	public boolean isWhole() {
		return tiles.size() == 1;
	}

	/** A short text for people, for example "9 tiles of 1216x1216 pixels". */
	@Override
	public String toString() {
		return (isWhole() ? "1 tile of " : tiles.size() + " tiles of ") + window + " pixels";
	}
}
