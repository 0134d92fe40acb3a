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

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Notices when a minimisation has got so far that going on is not worth while: the
 * lowest loss has fallen by less than some part in some evaluations.
 */
final class Convergence {

	private final int evaluations;
	private final double decrease;

	/** The lowest losses after the last evaluations, oldest first. */
	private final Queue<Double> lowest = new ArrayDeque<>();

	private Convergence(final int evaluations, final double decrease) {
		this.evaluations = evaluations;
		this.decrease = decrease;
	}

	/** Of a level whose picture is only the start of the next one: less than 5 % in 10 evaluations. */
	static Convergence ofCoarseLevel() {
		return new Convergence(10, 0.05);
	}

	/**
	 * Of the finest level.
	 *
	 * @param percent that the loss has to fall in an iteration; 0 for never
	 */
	static Convergence ofFinestLevel(final double percent) {
		return new Convergence(StyleTransfer.EVALUATIONS_PER_ITERATION, percent / 100);
	}

	/**
	 * To be asked after every evaluation.
	 *
	 * @param lowestLoss of all evaluations so far
	 */
	boolean isReached(final double lowestLoss) {
		lowest.add(lowestLoss);
		return decrease > 0 && lowest.size() > evaluations && lowestLoss > (1 - decrease) * lowest.remove();
	}
}
