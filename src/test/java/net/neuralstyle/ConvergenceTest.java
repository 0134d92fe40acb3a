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
