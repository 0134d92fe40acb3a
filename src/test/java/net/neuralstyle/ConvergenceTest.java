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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** When going on is not worth while. */
class ConvergenceTest {

	@Test
	void isNotReachedBeforeTheEleventhEvaluation() {
		assertEquals(11, evaluationsUntilReached(IntStream.range(0, 20).mapToDouble(i -> 1).toArray()));
	}

	@Test
	void isNotReachedWhileTheLossFallsBySixPercentInTenEvaluations() {
		assertEquals(-1, evaluationsUntilReached(IntStream.range(0, 200).mapToDouble(i -> Math.pow(0.94, i / 10.0))
			.toArray()));
	}

	@Test
	void isReachedOnceTheLossFallsByFourPercentInTenEvaluations() {
		assertEquals(11, evaluationsUntilReached(IntStream.range(0, 200).mapToDouble(i -> Math.pow(0.96, i / 10.0))
			.toArray()));
	}

	@Test
	void isReachedTenEvaluationsAfterTheLossHasStoppedFalling() {
		// NB: The loss is halved until the 31st evaluation.
		assertEquals(41, evaluationsUntilReached(IntStream.range(0, 200).mapToDouble(i -> Math.pow(0.5, Math.min(i, 30)))
			.toArray()));
	}

	@Test
	void finestLevelNeverConvergesIfNothingIsAskedFor() {
		assertEquals(-1, evaluationsUntilReached(Convergence.ofFinestLevel(0), IntStream.range(0, 500).mapToDouble(i -> 1)
			.toArray()));
	}

	@Test
	void finestLevelConvergesOnceTheLossFallsByLessThanAskedForInAnIteration() {
		final double[] losses = IntStream.range(0, 200).mapToDouble(i -> Math.pow(0.97, i / 20.0)).toArray();
		assertEquals(21, evaluationsUntilReached(Convergence.ofFinestLevel(3.1), losses));
		assertEquals(-1, evaluationsUntilReached(Convergence.ofFinestLevel(2.9), losses));
	}

	@Test
	void finestLevelConvergesAnIterationAfterTheLossHasStoppedFalling() {
		assertEquals(51, evaluationsUntilReached(Convergence.ofFinestLevel(1), IntStream.range(0, 200).mapToDouble(i -> Math
			.pow(0.5, Math.min(i, 30))).toArray()));
	}

	private static int evaluationsUntilReached(final double[] lowestLosses) {
		return evaluationsUntilReached(Convergence.ofCoarseLevel(), lowestLosses);
	}

	private static int evaluationsUntilReached(final Convergence convergence, final double[] lowestLosses) {
		for (int i = 0; i < lowestLosses.length; i++) {
			if (convergence.isReached(lowestLosses[i])) return i + 1;
		}
		return -1;
	}
}
