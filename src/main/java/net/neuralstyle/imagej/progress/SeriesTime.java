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

package net.neuralstyle.imagej.progress;

import java.time.Duration;

/**
 * How much time a series of frames takes, by those that are done. The first frame tells nothing of the others once one
 * of these is done: it takes more evaluations, and what the session prepares.
 */
public final class SeriesTime {

	private final int count;
	private final double followingShare;
	private int done;
	private long firstMillis;
	private long otherMillis;

	/**
	 * @param count how many frames there are
	 * @param followingShare how much work a frame after the first one is, if that is 1
	 */
	public SeriesTime(final int count, final double followingShare) {
		this.count = count;
		this.followingShare = followingShare;
	}

	/** Notes that a frame is done. */
	public void add(final Duration duration) {
		if (done == 0) firstMillis = duration.toMillis();
		else otherMillis += duration.toMillis();
		done++;
	}

	/**
	 * Share of the work that is done, 0..1.
	 *
	 * @param ofFrame what is done of the frame under way, 0..1
	 */
	public double fractionDone(final double ofFrame) {
		final double whole = 1 + (count - 1) * followingShare;
		final double before = done == 0 ? 0 : 1 + (done - 1) * followingShare;
		return (before + ofFrame * (done == 0 ? 1 : followingShare)) / whole;
	}

	/**
	 * Estimate of the time that is left for all frames.
	 *
	 * @param elapsedOfFrame time that the frame under way has taken so far
	 * @param remainingOfFrame estimate of what it will take yet
	 */
	public Duration remaining(final Duration elapsedOfFrame, final Duration remainingOfFrame) {
		final long current = remainingOfFrame.toMillis();
		final double ofCurrent = elapsedOfFrame.toMillis() + current;
		final double ofOther = done == 0 ? ofCurrent * followingShare : (otherMillis + ofCurrent) / done;
		return Duration.ofMillis(current + Math.round(ofOther * (count - done - 1)));
	}

	/** Time that the frames took that are done. */
	public Duration elapsed() {
		return Duration.ofMillis(firstMillis + otherMillis);
	}
}
