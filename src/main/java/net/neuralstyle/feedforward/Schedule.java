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

/**
 * How a training goes on from step to step: the length of its steps, which grows at the very start and falls towards the
 * end, and whether the style terms are softened, as they are until the last part. Immutable.
 */
final class Schedule {

	/** Steps in which their length grows. */
	private static final int WARM_UP = 20;
	/** What is left of it at the end. */
	private static final double LEAST = 0.02;
	/** The part of all steps in which style terms are softened. */
	private static final double SOFTENED = 0.7;

	private final double highest;

	/** @param highest length of a step */
	Schedule(final double highest) {
		this.highest = highest;
	}

	/**
	 * Returns the length of a step.
	 *
	 * @param step from 0
	 * @param steps how many there will be; 0 if that is not known yet
	 */
	double length(final int step, final int steps) {
		final double growth = Math.min(1, (step + 1.0) / WARM_UP);
		return highest * growth * (LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * done(step, steps))) / 2);
	}

	/** Returns whether a step sees softened style terms; parameters as for {@link #length}. */
	boolean isSoftened(final int step, final int steps) {
		return done(step, steps) < SOFTENED;
	}

	private static double done(final int step, final int steps) {
		return steps == 0 ? 0 : Math.min(1, (double) step / steps);
	}
}
