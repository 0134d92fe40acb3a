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

package net.neuralstyle;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;

/** How one level of the pyramid is computed: how it is cut, and what the optimiser remembers. Immutable. */
final class LevelPlan {

	/**
	 * What is computed around the image on each side, in pixels, and cut off in the end.
	 * The network pads feature maps with zeros, which looks like an edge to it; without
	 * a margin the picture has a dark line there.
	 */
	static final int MARGIN = 8;

	private final ImageSize size;
	private final Tiling tiling;
	private final int largestTile;
	private final int pairs;
	private final double strokeSize;

	/**
	 * @param size of the level
	 * @param tiling of the level with its margin
	 * @param largestTile longest side of a tile, in pixels
	 * @param pairs of step and gradient change that L-BFGS remembers
	 * @param strokeSize the style's longer side as a part of the level's
	 */
	LevelPlan(final ImageSize size, final Tiling tiling, final int largestTile, final int pairs,
		final double strokeSize)
	{
		this.size = size;
		this.tiling = tiling;
		this.largestTile = largestTile;
		this.pairs = pairs;
		this.strokeSize = strokeSize;
	}

	/** The level's size. */
	ImageSize size() {
		return size;
	}

	/** How the level is cut, with its margin. */
	Tiling tiling() {
		return tiling;
	}

	int largestTile() {
		return largestTile;
	}

	int pairs() {
		return pairs;
	}

	/** The size in which a style is looked at, whose own size is given. */
	ImageSize styleSize(final ImageSize style) {
		return styleSize(style, size(), strokeSize);
	}

	/** The size in which a style is looked at for a generated image. */
	static ImageSize styleSize(final ImageSize style, final ImageSize image, final double strokeSize) {
		return style.withLongerSide(Math.max(1, (int) Math.round(image.longerSide() * strokeSize)));
	}
}
