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

import java.util.HashMap;
import java.util.Map;

import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * The frames that later ones go on from, and what has become of them. Keeps each until the last one has gone on from it.
 */
final class FormerFrames {

	private final FrameSource source;
	/** For each frame, the last one that goes on from it; -1 if none does. */
	private final int[] followers;
	private final Map<Integer, FormerFrame> kept = new HashMap<>();

	/**
	 * @param source of the frames
	 * @param coherent whether any frame is to go on from another one
	 */
	FormerFrames(final FrameSource source, final boolean coherent) {
		this.source = source;
		followers = new int[source.count()];
		for (int index = 0; index < followers.length; index++) {
			followers[index] = -1;
			final int previous = coherent ? source.previous(index) : -1;
			if (previous >= index) throw new IllegalArgumentException("Frame " + index + " cannot go on from " + previous);
			if (previous >= 0) followers[previous] = index;
		}
	}

	/**
	 * Lets a frame go on from the one before, if there is one and it shows the same scene.
	 *
	 * @param index of the frame
	 * @param job as it is by itself
	 */
	StyleTransferJob goingOn(final int index, final StyleTransferJob job) {
		final int previous = source.previous(index);
		final FormerFrame former = kept.get(previous);
		if (former == null) return job;
		if (followers[previous] == index) kept.remove(previous);
		return former.followedBy(job);
	}

	/** Keeps what has become of a frame, if a later one goes on from it. */
	void keep(final int index, final StyleTransferJob job, final StyleTransferResult result) {
		if (followers[index] >= 0) kept.put(index, new FormerFrame(job, result));
	}

	/** How many frames are kept. */
	int count() {
		return kept.size();
	}

	/** A frame, and what has become of it. */
	private static final class FormerFrame {

		private final ImageSize contentSize;
		/** As motion is looked for in it. */
		private final VggImage content;
		private final StyleTransferResult result;

		private FormerFrame(final StyleTransferJob job, final StyleTransferResult result) {
			contentSize = job.content().size();
			content = Motion.reduced(job.content(), result.size());
			this.result = result;
		}

		private StyleTransferJob followedBy(final StyleTransferJob job) {
			if (!job.content().size().equals(contentSize)) return job;
			final Motion motion = Motion.between(content, Motion.reduced(job.content(), result.size()), result.size());
			return motion.isCut() ? job : job.goingOnFrom(result, motion.field(), motion.reliable());
		}
	}
}
