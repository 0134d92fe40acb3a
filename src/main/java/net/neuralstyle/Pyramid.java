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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

/**
 * The sizes at which an image is computed, from coarse to fine, each about twice
 * the one before: large strokes are found where an evaluation is cheap, and fine
 * ones are added later.
 */
final class Pyramid {

	/** The automatic pyramid starts no smaller than this, the longer side in pixels. */
	private static final int SMALLEST_AUTOMATIC = 96;
	/** Of all evaluations, those of the finest level. */
	private static final double FINEST_SHARE = 0.22;
	/** Those of each level between the coarsest and the finest one. */
	private static final double MIDDLE_SHARE = 0.1;
	/** Of all evaluations that are asked for, those of a picture that goes on from another one. */
	private static final double FOLLOWING_SHARE = 0.1;

	private final List<ImageSize> sizes;
	/** Of all evaluations that a recipe asks for, those that a picture gets. */
	private final double share;

	private Pyramid(final List<ImageSize> sizes) {
		this(sizes, 1);
	}

	private Pyramid(final List<ImageSize> sizes, final double share) {
		this.sizes = sizes;
		this.share = share;
	}

	/**
	 * @param levels as asked for, 0 for automatic; fewer are made where an image
	 *          would become too small for the network
	 * @param styles decide too, as they are resized with the generated image
	 * @param strokeSize a style's longer side as a part of the generated image's
	 */
	static Pyramid of(final ImageSize target, final Collection<ImageSize> styles, final double strokeSize,
		final int levels)
	{
		final List<ImageSize> sizes = new ArrayList<>();
		sizes.add(target);
		final int most = levels == 0 ? (int) Settings.PYRAMID.most() : levels;
		while (sizes.size() < most) {
			final int longerSide = (int) Math.round(target.longerSide() / Math.pow(2, sizes.size()));
			if (longerSide < (levels == 0 ? SMALLEST_AUTOMATIC : Settings.SMALLEST_SIDE)) break;
			final ImageSize smaller = target.withLongerSide(longerSide);
			final int shorterSide = Math.min(smaller.shorterSide(), styles.stream().mapToInt(style -> LevelPlan.styleSize(style,
				smaller, strokeSize).shorterSide()).min().orElseThrow());
			if (shorterSide < Settings.SMALLEST_SIDE) break;
			sizes.add(smaller);
		}
		Collections.reverse(sizes);
		return new Pyramid(Collections.unmodifiableList(sizes));
	}

	/** The pyramid that a recipe asks for; parameters as above. */
	static Pyramid of(final Recipe recipe, final ImageSize target, final Collection<ImageSize> styles) {
		final int levels = recipe.get(Settings.PYRAMID);
		// NB: What a network paints has its large strokes already, which is what coarser levels are for.
		if (levels == 0 && recipe.get(Settings.START) == Start.NETWORK) return new Pyramid(List.of(target), FINEST_SHARE);
		// NB: Small levels would paint over an image that is to be gone on with.
		final boolean goesOn = levels == 0 && recipe.get(Settings.START) == Start.IMAGE;
		return of(target, styles, recipe.get(Settings.STROKE_SIZE), goesOn ? 1 : levels);
	}

	/** The pyramid of a picture that goes on from another one: what that has become has its large strokes already. */
	static Pyramid following(final ImageSize target) {
		return new Pyramid(List.of(target), FOLLOWING_SHARE);
	}

	/**
	 * How many evaluations a picture gets, all levels together: fewer where it has its large strokes already, since it
	 * goes on from another picture, or starts from a network's result at its full size.
	 *
	 * @param asked how many the recipe asks for
	 */
	int evaluations(final int asked) {
		return Math.max(1, (int) Math.round(share * asked));
	}

	/** The sizes, smallest first. */
	List<ImageSize> sizes() {
		return sizes;
	}

	/**
	 * Evaluations of a level when a total is shared out: one for each level, and of
	 * the rest 22 % for the finest one, 10 % for each in the middle, and what is left
	 * for the coarsest one, where an evaluation is cheapest. So a pyramid of three
	 * levels or more works on at most 0.32 times the pixels that its finest level alone would.
	 */
	int evaluations(final int level, final int total) {
		return 1 + sharedUpTo(level + 1, total - sizes.size()) - sharedUpTo(level, total - sizes.size());
	}

	/** What all levels before this one get together, but for their first one each. */
	private int sharedUpTo(final int level, final int total) {
		final int finer = sizes.size() - level;
		if (level == 0) return 0;
		if (finer == 0) return total;
		return (int) Math.round(total * (1 - FINEST_SHARE - MIDDLE_SHARE * (finer - 1)));
	}
}
