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

package net.neuralstyle.recipe;

import static net.neuralstyle.recipe.Setting.Group.ADVANCED;
import static net.neuralstyle.recipe.Setting.Group.MAIN;

import java.util.List;

/**
 * All settings of painting by a network that is trained already; the only place where they are defined, but for those
 * that are {@link Settings} of a style transfer, too, and mean the same.
 */
public final class PaintingSettings {

	/** How much of the painted picture the result has, the rest of it being the content's. */
	public static final Setting<Double> STRENGTH = Setting.number("strength", "Strength", MAIN, 1).range(0, 1).description(
		"How much of the painted picture there is in the result: 1 for all, 0 for the content as it is.");

	/** Longer side of the result. */
	public static final Setting<Integer> SIZE = Setting.whole("size", "Size", MAIN, 0).range(Settings.SMALLEST_SIDE,
		Settings.LARGEST_SIDE).unit("pixels").zeroMeans("the size of the content").description(
			"Longer side of the result in pixels; 0 for the size of the content. A network paints strokes of one size, so a " +
				"smaller result has larger strokes.");

	/** How much of a frame is what was painted before. */
	public static final Setting<Double> COHERENCE = Setting.number("coherence", "Coherence", ADVANCED, 0.5).range(0, 1)
		.description("Of the frames of a stack or movie: how much of the picture is the frame before, moved as the scene " +
			"moves; larger flickers less, and 0 paints each frame by itself, which takes less time.");

	private static final List<Setting<?>> ALL = List.of(STRENGTH, Settings.COLOURS, SIZE, Settings.SOFT_EDGE, COHERENCE);

	private PaintingSettings() {
		// NB: Not instantiable.
	}

	/** Returns all settings, in the order in which people should see them. */
	public static List<Setting<?>> all() {
		return ALL;
	}
}
