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
