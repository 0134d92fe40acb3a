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
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.network.TransformationTopology;

/**
 * In which parts a picture is painted. A large one takes several, and the network's normalisations take their means and
 * variances from a thumbnail of all of it (Chen, Wang, Xie, Lu and Luo, "Towards ultra-resolution neural style transfer
 * via thumbnail instance normalization", AAAI 2022), so that parts go together without a seam. Immutable.
 */
final class PaintingPlan {

	/** A picture of no more pixels is painted at once, and a thumbnail has about as many. */
	private static final long MOST_PIXELS = 1_250_000;
	/** Longest side of a part, in pixels: a square of it has about as many. */
	private static final int LONGEST_SIDE = 1120;

	private final ImageSize size;
	private final ImageSize thumbnail;
	private final Tiling tiling;

	private PaintingPlan(final ImageSize size, final ImageSize thumbnail, final Tiling tiling) {
		this.size = size;
		this.thumbnail = thumbnail;
		this.tiling = tiling;
	}

	static PaintingPlan of(final ImageSize size, final TransformationTopology topology) {
		return of(size, topology, MOST_PIXELS, LONGEST_SIDE);
	}

	/**
	 * @param mostPixels of what is painted at once
	 * @param longestSide of a part
	 */
	static PaintingPlan of(final ImageSize size, final TransformationTopology topology, final long mostPixels,
		final int longestSide)
	{
		final ImageSize aligned = aligned(size);
		final boolean whole = size.pixels() <= mostPixels;
		final double factor = Math.sqrt((double) mostPixels / size.pixels());
		return new PaintingPlan(size, whole ? size : size.withLongerSide((int) (factor * size.longerSide())), Tiling.of(
			aligned, whole ? aligned.longerSide() : longestSide, topology.halo()));
	}

	/**
	 * Returns the size of what a network reads for an image, which is mirrored at its right and at its bottom up to that.
	 */
	static ImageSize aligned(final ImageSize size) {
		return new ImageSize(aligned(size.width()), aligned(size.height()));
	}

	/** Size of the picture. */
	ImageSize size() {
		return size;
	}

	/** Size of what the statistics are taken from: the picture itself if it is painted at once. */
	ImageSize thumbnail() {
		return thumbnail;
	}

	/** The parts of the picture in the size that a network reads. */
	Tiling tiling() {
		return tiling;
	}

	/** How many times the network runs. */
	int partCount() {
		return tiling.isWhole() ? 1 : 1 + tiling.tiles().size();
	}

	/** Size of what a tile adds to the picture. */
	ImageSize interior(final Tile tile) {
		final int right = Math.min(size.width() - tile.left(), tile.interiorRight(1));
		final int bottom = Math.min(size.height() - tile.top(), tile.interiorBottom(1));
		return new ImageSize(right - tile.interiorLeft(1), bottom - tile.interiorTop(1));
	}

	private static int aligned(final int side) {
		final int alignment = TransformationTopology.ALIGNMENT;
		return Math.max(TransformationTopology.SMALLEST_SIDE, (side + alignment - 1) / alignment * alignment);
	}
}
