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
import java.util.Optional;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * The frames that later ones go on from, and what has become of them. Keeps each until the last one has gone on from
 * it.
 *
 * @param <R> what becomes of a frame
 */
public final class FormerFrames<R> {

	private final FrameSource source;
	private final MachineShare share;
	/** For each frame, the last one that goes on from it; -1 if none does. */
	private final int[] followers;
	private final Map<Integer, Kept> kept = new HashMap<>();

	/**
	 * @param source of the frames
	 * @param coherent whether any frame is to go on from another one
	 * @param share of the machine, by which motion is looked for
	 * @throws IllegalArgumentException if a frame is to go on from one that does not come before
	 */
	public FormerFrames(final FrameSource source, final boolean coherent, final MachineShare share) {
		this.source = source;
		this.share = share;
		followers = new int[source.count()];
		for (int index = 0; index < followers.length; index++) {
			followers[index] = -1;
			final int previous = coherent ? source.previous(index) : -1;
			if (previous >= index) throw new IllegalArgumentException("Frame " + index + " cannot go on from " + previous);
			if (previous >= 0) followers[previous] = index;
		}
	}

	/**
	 * Returns what a frame goes on from, if there is one before and it shows the same scene.
	 *
	 * @param index of the frame
	 * @param job the frame
	 */
	public Optional<Former<R>> before(final int index, final StyleTransferJob job) {
		final int previous = source.previous(index);
		final Kept former = kept.get(previous);
		if (former == null) return Optional.empty();
		if (followers[previous] == index) kept.remove(previous);
		OpticalFlow.limitThreads(share.threads());
		return former.followedBy(job);
	}

	/** Whether a later frame goes on from one. */
	public boolean isFollowed(final int index) {
		return followers[index] >= 0;
	}

	/**
	 * Keeps what has become of a frame, if a later one goes on from it.
	 *
	 * @param size of the result
	 */
	public void keep(final int index, final StyleTransferJob job, final ImageSize size, final R result) {
		if (isFollowed(index)) kept.put(index, new Kept(job, size, result));
	}

	/** How many frames are kept. */
	int count() {
		return kept.size();
	}

	/**
	 * What a frame goes on from. Immutable.
	 *
	 * @param <R> what became of the frame before
	 */
	public static final class Former<R> {

		private final R result;
		private final Motion motion;

		private Former(final R result, final Motion motion) {
			this.result = result;
			this.motion = motion;
		}

		/** What became of the frame before. */
		public R result() {
			return result;
		}

		/** How the scene moved since, in the result's size. */
		public Motion motion() {
			return motion;
		}
	}

	/** A frame, and what has become of it. */
	private final class Kept {

		private final ImageSize contentSize;
		/** As motion is looked for in it. */
		private final VggImage content;
		private final ImageSize size;
		private final R result;

		private Kept(final StyleTransferJob job, final ImageSize size, final R result) {
			contentSize = job.content().size();
			content = Motion.reduced(job.content(), size);
			this.size = size;
			this.result = result;
		}

		private Optional<Former<R>> followedBy(final StyleTransferJob job) {
			if (!job.content().size().equals(contentSize)) return Optional.empty();
			final Motion motion = Motion.between(content, Motion.reduced(job.content(), size), size);
			return motion.isCut() ? Optional.empty() : Optional.of(new Former<>(result, motion));
		}
	}
}
