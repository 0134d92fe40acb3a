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

package net.neuralstyle.optimize;

/**
 * Finds a step along a descent direction that satisfies the strong Wolfe
 * conditions: f(t) &lt;= f(0) + c1 t f'(0) and |f'(t)| &lt;= c2 |f'(0)|. First
 * brackets such a step, then narrows the bracket by cubic interpolation (J.
 * Nocedal and S. Wright, "Numerical Optimization", 2nd edition, 2006, algorithms
 * 3.5 and 3.6, equation 3.59).
 * <p>
 * Works on the scalar function alone. Every step that it accepts has the lowest
 * value of all it has tried. Where the function or its slope is not finite it is
 * taken to be too high, and the step shrinks.
 * </p>
 */
final class StrongWolfeLineSearch {

	/** The function along the line. */
	interface LineFunction {

		/** Returns value and slope at a step, or null if the search has to stop now. */
		Sample evaluate(double step);
	}

	/** Why a search ended. */
	enum Outcome {
			/** The last step tried satisfies both conditions. */
			SATISFIED,
			/** No such step was found; the lowest value tried may still be a decrease. */
			NOT_FOUND,
			/** The function asked to stop. */
			STOPPED
	}

	/** Value and slope at a step. */
	static final class Sample {

		final double step;
		final double value;
		final double slope;

		Sample(final double step, final double value, final double slope) {
			this.step = step;
			this.value = value;
			this.slope = slope;
		}

		boolean isFinite() {
			return Double.isFinite(value) && Double.isFinite(slope);
		}
	}

	private static final double SUFFICIENT_DECREASE = 1e-4;
	private static final double CURVATURE = 0.9;
	private static final int MAX_EVALUATIONS = 25;
	private static final double SMALLEST_BRACKET = 1e-7;

	private final LineFunction function;
	private final Sample start;
	private int evaluations;

	private StrongWolfeLineSearch(final LineFunction function, final Sample start) {
		this.function = function;
		this.start = start;
	}

	/**
	 * @param start the function at step 0; its slope is negative
	 * @param firstStep the step to try first, positive
	 */
	static Outcome search(final LineFunction function, final Sample start, final double firstStep) {
		return new StrongWolfeLineSearch(function, start).bracket(firstStep);
	}

	/** Returns what the function may be at a step, at most, to be a sufficient decrease. */
	static double highestValue(final double startValue, final double startSlope, final double step) {
		return startValue + SUFFICIENT_DECREASE * step * startSlope;
	}

	// -- Helper methods --

	private Outcome bracket(final double firstStep) {
		Sample previous = start;
		double step = firstStep;
		while (evaluations++ < MAX_EVALUATIONS) {
			final Sample current = function.evaluate(step);
			if (current == null) return Outcome.STOPPED;
			if (tooHigh(current) || current.value >= previous.value) return narrow(previous, current);
			if (flatEnough(current)) return Outcome.SATISFIED;
			if (current.slope >= 0) return narrow(current, previous);
			// NB: Still going down: go on, as far as the cubic through both points
			// says, but neither too little nor too much.
			final double minimum = cubicMinimum(previous, current);
			step = minimum > current.step ? clip(minimum, 2 * current.step, 10 * current.step) : 4 * current.step;
			previous = current;
		}
		return Outcome.NOT_FOUND;
	}

	/**
	 * @param low the end with the lowest value so far that decreases enough; its
	 *          slope points into the bracket
	 */
	private Outcome narrow(Sample low, Sample high) {
		while (evaluations++ < MAX_EVALUATIONS) {
			final double width = Math.abs(high.step - low.step);
			if (width <= SMALLEST_BRACKET * Math.max(high.step, low.step)) return Outcome.NOT_FOUND;
			final Sample current = function.evaluate(stepBetween(low, high));
			if (current == null) return Outcome.STOPPED;
			if (tooHigh(current) || current.value >= low.value) {
				high = current;
			}
			else {
				if (flatEnough(current)) return Outcome.SATISFIED;
				if (current.slope * (high.step - low.step) >= 0) high = low;
				low = current;
			}
		}
		return Outcome.NOT_FOUND;
	}

	private boolean tooHigh(final Sample sample) {
		return !sample.isFinite() || sample.value > highestValue(start.value, start.slope, sample.step);
	}

	private boolean flatEnough(final Sample sample) {
		return Math.abs(sample.slope) <= -CURVATURE * start.slope;
	}

	private static double stepBetween(final Sample low, final Sample high) {
		final double width = high.step - low.step;
		if (!high.isFinite()) return low.step + 0.25 * width;
		final double margin = 0.1 * Math.abs(width);
		final double minimum = cubicMinimum(low, high);
		if (!Double.isFinite(minimum)) return low.step + 0.5 * width;
		return clip(minimum, Math.min(low.step, high.step) + margin, Math.max(low.step, high.step) - margin);
	}

	/** Minimum of the cubic with the values and slopes of both samples; NaN if it has none. */
	private static double cubicMinimum(final Sample a, final Sample b) {
		final double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
		final double d2 = Math.signum(b.step - a.step) * Math.sqrt(d1 * d1 - a.slope * b.slope);
		return b.step - (b.step - a.step) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
	}

	private static double clip(final double value, final double low, final double high) {
		return Math.max(low, Math.min(high, value));
	}
}
