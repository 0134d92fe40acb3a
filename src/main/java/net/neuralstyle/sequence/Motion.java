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

package net.neuralstyle.sequence;

import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;

/** How a scene moved from one frame to the next. Immutable. */
public final class Motion {

	/** Motion is looked for in images that are reduced by this. */
	private static final int REDUCTION = 2;
	/** But not to less than this, the longer side in pixels. */
	private static final int SMALLEST = 128;
	/**
	 * Of frames of one scene, panned, zoomed and noisy, at least 0.57 could be relied on, of pictures of different things
	 * at most 0.04.
	 */
	private static final double LEAST_RELIABLE = 0.2;

	private final FlowField field;
	private final WeightMap reliable;

	private Motion(final FlowField field, final WeightMap reliable) {
		this.field = field;
		this.reliable = reliable;
	}

	/**
	 * Returns a content as motion is looked for in it.
	 *
	 * @param result size of the result
	 */
	static VggImage reduced(final VggImage content, final ImageSize result) {
		final int longerSide = Math.max(result.longerSide() / REDUCTION, Math.min(SMALLEST, result.longerSide()));
		return content.resizedTo(result.withLongerSide(longerSide));
	}

	/**
	 * Looks for motion.
	 *
	 * @param former and next, {@link #reduced}, of one size
	 * @param result size of the result
	 */
	static Motion between(final VggImage former, final VggImage next, final ImageSize result) {
		final FlowField field = OpticalFlow.between(next, former).resizedTo(result);
		return new Motion(field, field.reliability(OpticalFlow.between(former, next).resizedTo(result)));
	}

	/** Where the next frame's pixels are found in the former one, in the result's size. */
	public FlowField field() {
		return field;
	}

	/** Which of the next frame's pixels are found reliably, in the result's size. */
	public WeightMap reliable() {
		return reliable;
	}

	/**
	 * Whether the frames show different scenes, or hardly anything of the same, so that there is nothing to go on from.
	 */
	boolean isCut() {
		return reliable.share() < LEAST_RELIABLE;
	}
}
