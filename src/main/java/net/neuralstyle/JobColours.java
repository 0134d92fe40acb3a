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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;

/**
 * What the choice of {@link Colours} makes of a job's pictures: of the content and the
 * styles before the transfer, and of what it computes. Immutable.
 */
final class JobColours {

	private final VggImage content;
	private final boolean grey;
	private final Map<Integer, ColourStatistics> scene;
	private final List<ColourTransform> styles;
	/** Of the result's size, with the colours that it gets; null if it keeps its own. */
	private final VggImage chroma;

	/**
	 * @param content as it is given
	 * @param regions where in the content styles go: one for all of them, or one for each
	 * @param former {@link #scene} of the frame that the job goes on from, empty for none
	 * @param size of the result
	 */
	JobColours(final Colours choice, final VggImage content, final List<WeightMap> regions, final List<Style> styles,
		final Map<Integer, ColourStatistics> former, final ImageSize size)
	{
		final boolean greyContent = content.isGrey();
		// NB: A grey content has no other colours that could be matched.
		final boolean luminance = choice == Colours.CONTENT || choice == Colours.MATCHED && greyContent;
		grey = luminance || greyContent && styles.stream().allMatch(Style::isGrey);
		this.content = luminance && !greyContent ? content.toGrey() : content;
		chroma = luminance && !greyContent ? content.resizedTo(size) : null;
		scene = choice == Colours.STYLE ? Map.of() : scene(content, regions, former);
		this.styles = IntStream.range(0, styles.size()).mapToObj(style -> transform(luminance, styles.get(style).colours(),
			scene.get(regions.size() == 1 ? 0 : style))).collect(Collectors.toList());
	}

	/** Whether all that is computed is grey. */
	boolean isGrey() {
		return grey;
	}

	/** The content that is redrawn. */
	VggImage content() {
		return content;
	}

	/**
	 * The colours to which styles are matched, by the indices of the regions that have them. They are those of the frame
	 * with which the scene, or a region, began: what the styles look like does not waver, and is not computed anew.
	 */
	Map<Integer, ColourStatistics> scene() {
		return scene;
	}

	/** What becomes of the colours of each style. */
	List<ColourTransform> styles() {
		return styles;
	}

	/**
	 * Returns a picture in the colours that the job's result has.
	 *
	 * @param computed a picture of the result's size, as it was computed
	 */
	VggImage finished(final VggImage computed) {
		if (!grey) return computed;
		final VggImage exact = computed.toGrey();
		return chroma == null ? exact : chroma.withLuminanceOf(exact);
	}

	// -- Helper methods --

	private static Map<Integer, ColourStatistics> scene(final VggImage content, final List<WeightMap> regions,
		final Map<Integer, ColourStatistics> former)
	{
		final Map<Integer, ColourStatistics> scene = new HashMap<>(former);
		for (int i = 0; i < regions.size(); i++) {
			if (!scene.containsKey(i) && !regions.get(i).isZeros()) scene.put(i, ColourStatistics.of(content, regions.get(i)));
		}
		return Map.copyOf(scene);
	}

	/** @param to null where a style has nowhere to go */
	private static ColourTransform transform(final boolean luminance, final ColourStatistics from,
		final ColourStatistics to)
	{
		if (to == null) return ColourTransform.IDENTITY;
		return luminance ? ColourTransform.matchingLuminance(from, to) : ColourTransform.matching(from, to);
	}
}
