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

import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;

/**
 * What the choice of {@link Colours} makes of what a network has painted. A network has its style's colours in its
 * numbers, so what a style transfer does to the style before, this does to the picture afterwards. Immutable.
 */
final class PaintingColours {

	/** Null if the picture keeps the network's colours. */
	private final ColourTransform change;
	private final boolean luminance;
	private final boolean grey;

	/**
	 * @param greyContent whether the content is grey everywhere
	 * @param content the content, or a thumbnail of it, which has its colours
	 * @param painted what the network made of that
	 * @param region where it is painted
	 */
	PaintingColours(final Colours choice, final boolean greyContent, final VggImage content, final VggImage painted,
		final WeightMap region)
	{
		// NB: A grey content has no other colours that could be matched.
		luminance = choice == Colours.CONTENT || choice == Colours.MATCHED && greyContent;
		grey = luminance && greyContent;
		if (choice == Colours.STYLE || region.isZeros()) {
			change = null;
			return;
		}
		final ColourStatistics from = ColourStatistics.of(painted, region);
		final ColourStatistics to = ColourStatistics.of(content, region);
		change = luminance ? ColourTransform.matchingLuminance(from, to) : ColourTransform.matching(from, to);
	}

	/** Whether all of the picture is grey. */
	boolean isGrey() {
		return grey;
	}

	/**
	 * Returns a part of the picture in its colours.
	 *
	 * @param painted as the network has painted it
	 * @param content the same part of the content
	 */
	VggImage finished(final VggImage painted, final VggImage content) {
		if (change == null) return painted;
		final VggImage recoloured = painted.recoloured(change);
		return luminance && !grey ? content.withLuminanceOf(recoloured) : recoloured;
	}
}
