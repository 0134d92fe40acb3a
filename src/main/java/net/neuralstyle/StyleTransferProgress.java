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

import java.time.Duration;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.loss.Loss;

/** How far a style transfer has come after one evaluation. Immutable. */
public final class StyleTransferProgress {

	private final int evaluation;
	private final int evaluations;
	private final StyleTransferLevel level;
	private final Loss loss;
	private final Loss bestLoss;
	private final Duration elapsed;
	private final double fractionDone;

	StyleTransferProgress(final int evaluation, final int evaluations, final StyleTransferLevel level, final Loss loss,
		final Loss bestLoss, final Duration elapsed, final double fractionDone)
	{
		this.evaluation = evaluation;
		this.evaluations = evaluations;
		this.level = level;
		this.loss = loss;
		this.bestLoss = bestLoss;
		this.elapsed = elapsed;
		this.fractionDone = fractionDone;
	}

	/** Which evaluation this was, from 1; counts those that were made, of all levels. */
	public int evaluation() {
		return evaluation;
	}

	/**
	 * How many evaluations were asked for; the same all the time. Fewer are made when a
	 * level converges before it has had its share.
	 */
	public int evaluations() {
		return evaluations;
	}

	/** The iteration under way or just finished, from 1. */
	public int iteration() {
		return (evaluation - 1) / StyleTransfer.EVALUATIONS_PER_ITERATION + 1;
	}

	/** How many iterations were asked for; see {@link #evaluations()}. */
	public int iterations() {
		// NB: A frame that goes on from another one may have less than a whole one.
		return (evaluations - 1) / StyleTransfer.EVALUATIONS_PER_ITERATION + 1;
	}

	/** The pyramid level under way, from 1, the smallest. */
	public int level() {
		return level.number();
	}

	/** How many levels the pyramid has. */
	public int levels() {
		return level.count();
	}

	/** The size at which the image is computed now. */
	public ImageSize levelSize() {
		return level.size();
	}

	/** The loss of this evaluation. */
	public Loss loss() {
		return loss;
	}

	/** The lowest loss so far at this pyramid level. */
	public Loss bestLoss() {
		return bestLoss;
	}

	/** Time since the start. */
	public Duration elapsed() {
		return elapsed;
	}

	/**
	 * Share of the work that is done, 0..1, where an evaluation counts as many pixels as it has.
	 * Never falls; evaluations that a level leaves out are no work.
	 */
	public double fractionDone() {
		return fractionDone;
	}

	/** Estimate of the time that is left. */
	public Duration remaining() {
		return Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - fractionDone) / fractionDone));
	}
}
