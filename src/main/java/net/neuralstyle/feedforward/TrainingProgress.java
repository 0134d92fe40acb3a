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

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.loss.Loss;

/** How far a training has come after one step. Immutable. */
public final class TrainingProgress {

	/** So many of the last steps are in the running mean. */
	private static final int RUNNING_STEPS = 50;

	private final int step;
	private final int steps;
	private final Loss loss;
	private final double runningMean;
	private final Duration elapsed;
	private final double fractionDone;
	/** Null if it cannot be told yet. */
	private final Duration remaining;

	/**
	 * @param steps 0 if it is not known yet
	 * @param remaining null if it cannot be told yet
	 */
	TrainingProgress(final int step, final int steps, final Loss loss, final double runningMean, final Duration elapsed,
		final double fractionDone, final Duration remaining)
	{
		this.step = step;
		this.steps = steps;
		this.loss = loss;
		this.runningMean = runningMean;
		this.elapsed = elapsed;
		this.fractionDone = fractionDone;
		this.remaining = remaining;
	}

	/**
	 * Returns the running mean of losses.
	 *
	 * @param losses of all steps so far, at least one
	 * @return the mean of the last ones
	 */
	public static double runningMean(final List<Double> losses) {
		return losses.subList(Math.max(0, losses.size() - RUNNING_STEPS), losses.size()).stream().mapToDouble(
			Double::doubleValue).average().orElseThrow();
	}

	/** Which step this was, from 1, counted from the start of the training, whenever that was. */
	public int step() {
		return step;
	}

	/** How many steps there will be; 0 as long as that is not known, since it follows from the time that steps take. */
	public int steps() {
		return steps;
	}

	/** The mean loss of the step's pictures; of smaller ones, as if they had the training's size. */
	public Loss loss() {
		return loss;
	}

	/** The mean of the last steps' losses. */
	public double runningMean() {
		return runningMean;
	}

	/** Time since the training began, or was gone on with. */
	public Duration elapsed() {
		return elapsed;
	}

	/** Estimate of the time that is left, if there is one yet. */
	public Optional<Duration> remaining() {
		return Optional.ofNullable(remaining);
	}

	/** Share of the work that is done, 0..1; 0 as long as that is not known. */
	public double fractionDone() {
		return fractionDone;
	}
}
