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

package net.neuralstyle.imagej;

import java.time.Duration;

import net.neuralstyle.StyleTransferProgress;

/**
 * How much time a series of frames takes, by those that are done. The first frame tells nothing of the others once one
 * of these is done: it takes more evaluations, and what the session prepares.
 */
final class SeriesTime {

	private final int count;
	private int done;
	private long firstMillis;
	private long otherMillis;

	/** @param count how many frames there are */
	SeriesTime(final int count) {
		this.count = count;
	}

	/** Notes that a frame is done. */
	void add(final Duration duration) {
		if (done == 0) firstMillis = duration.toMillis();
		else otherMillis += duration.toMillis();
		done++;
	}

	/** Share of the frames that is done, 0..1, with what is done of the one under way. */
	double fractionDone(final StyleTransferProgress progress) {
		return (done + progress.fractionDone()) / count;
	}

	/** Estimate of the time that is left for all frames, the one under way too. */
	Duration remaining(final StyleTransferProgress progress) {
		final long current = progress.remaining().toMillis();
		final long millisOfFrame = done > 1 ? otherMillis / (done - 1) : progress.elapsed().toMillis() + current;
		return Duration.ofMillis(current + millisOfFrame * (count - done - 1));
	}

	/** Time that the frames took that are done. */
	Duration elapsed() {
		return Duration.ofMillis(firstMillis + otherMillis);
	}
}
