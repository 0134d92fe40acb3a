package net.neuralstyle;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Notices when a minimisation has got so far that going on is not worth while: the
 * lowest loss has fallen by less than 5 % in the last 10 evaluations.
 */
final class Convergence {

	private static final int EVALUATIONS = 10;
	private static final double DECREASE = 0.05;

	/** The lowest losses after the last evaluations, oldest first. */
	private final Queue<Double> lowest = new ArrayDeque<>();

	/**
	 * To be asked after every evaluation.
	 *
	 * @param lowestLoss of all evaluations so far
	 */
	boolean isReached(final double lowestLoss) {
		lowest.add(lowestLoss);
		return lowest.size() > EVALUATIONS && lowestLoss > (1 - DECREASE) * lowest.remove();
	}
}
