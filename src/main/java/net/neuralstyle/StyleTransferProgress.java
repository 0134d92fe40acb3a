package net.neuralstyle;

import java.time.Duration;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.loss.Loss;

/** How far a style transfer has come after one evaluation. Immutable. */
public final class StyleTransferProgress {

	private final int evaluation;
	private final int evaluations;
	private final int level;
	private final int levels;
	private final ImageSize levelSize;
	private final Loss loss;
	private final Loss bestLoss;
	private final Duration elapsed;
	private final double fractionDone;

	StyleTransferProgress(final int evaluation, final int evaluations, final int level, final int levels,
		final ImageSize levelSize, final Loss loss, final Loss bestLoss, final Duration elapsed, final double fractionDone)
	{
		this.evaluation = evaluation;
		this.evaluations = evaluations;
		this.level = level;
		this.levels = levels;
		this.levelSize = levelSize;
		this.loss = loss;
		this.bestLoss = bestLoss;
		this.elapsed = elapsed;
		this.fractionDone = fractionDone;
	}

	/** Which evaluation this was, from 1. */
	public int evaluation() {
		return evaluation;
	}

	/**
	 * How many evaluations there will be, as far as is known now: fewer than asked
	 * for once a coarse level has converged and left the rest of its share out.
	 */
	public int evaluations() {
		return evaluations;
	}

	/** The iteration under way or just finished, from 1. */
	public int iteration() {
		return (evaluation - 1) / StyleTransferSettings.EVALUATIONS_PER_ITERATION + 1;
	}

	/** How many iterations there will be, the last one perhaps a shorter one; see {@link #evaluations()}. */
	public int iterations() {
		return (evaluations - 1) / StyleTransferSettings.EVALUATIONS_PER_ITERATION + 1;
	}

	/** The pyramid level under way, from 1, the smallest. */
	public int level() {
		return level;
	}

	public int levels() {
		return levels;
	}

	/** The size at which the image is computed now. */
	public ImageSize levelSize() {
		return levelSize;
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

	/** Share of the work that is done, 0..1, where an evaluation counts as many pixels as it has. */
	public double fractionDone() {
		return fractionDone;
	}

	/** Estimate of the time that is left. */
	public Duration remaining() {
		return Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - fractionDone) / fractionDone));
	}
}
