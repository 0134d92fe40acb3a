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

import net.neuralstyle.optimize.StrongWolfeLineSearch.Outcome;
import net.neuralstyle.optimize.StrongWolfeLineSearch.Sample;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Minimises a function of many variables by the limited-memory BFGS method (J.
 * Nocedal, "Updating quasi-Newton matrices with limited storage", Mathematics of
 * Computation 35, 1980; Nocedal and Wright, 2006, algorithms 7.4 and 7.5) with a
 * {@link StrongWolfeLineSearch}.
 * <p>
 * All vectors stay on the device; only inner products come back. The point
 * returned is the best one that was evaluated, by the true function's value where
 * the function minimised is a {@link SurrogateFunction}. When a line search fails, the
 * curvature history is dropped and the search starts again along the steepest
 * descent; when that fails too, the method ends, if a stale surrogate's revision
 * does not help either. Pairs of step and gradient change
 * whose curvature is not positive are left out of the history.
 * </p>
 * <p>
 * Immutable; one instance may run many times.
 * </p>
 */
public final class Lbfgs implements Minimizer {

	private static final double SMALLEST_CURVATURE = 1e-10;

	private final int memory;
	private final int maxEvaluations;
	private final double firstStepLength;
	private final Preconditioner preconditioner;

	/** Knows nothing of the function; otherwise as the other constructor. */
	public Lbfgs(final int memory, final int maxEvaluations, final double firstStepLength) {
		this(memory, maxEvaluations, firstStepLength, Preconditioner.IDENTITY);
	}

	/**
	 * @param memory how many pairs of step and gradient change the curvature is
	 *          estimated from, at least 1
	 * @param maxEvaluations at least 1
	 * @param firstStepLength Euclidean length of the first step to try, when
	 *          nothing has been learnt of the curvature yet; positive
	 * @param preconditioner what is known of the curvature beforehand
	 */
	public Lbfgs(final int memory, final int maxEvaluations, final double firstStepLength,
		final Preconditioner preconditioner)
	{
		if (memory < 1 || maxEvaluations < 1 || !(firstStepLength > 0)) {
			throw new IllegalArgumentException("Memory, evaluations and first step must be positive: " + memory + ", " +
				maxEvaluations + ", " + firstStepLength);
		}
		this.memory = memory;
		this.maxEvaluations = maxEvaluations;
		this.firstStepLength = firstStepLength;
		this.preconditioner = preconditioner;
	}

	/**
	 * How many vectors as long as the point a minimisation takes.
	 *
	 * @param memory as in the constructor
	 */
	public static int vectors(final int memory) {
		return 2 * memory + Run.VECTORS;
	}

	@Override
	public Result minimize(final DifferentiableFunction function, final INDArray point, final Monitor monitor) {
		return minimize(new TrueFunction(function), point, monitor);
	}

	/**
	 * Minimises a function by way of a surrogate, which is revised when it says so.
	 * The curvature learned before a revision is kept.
	 *
	 * @param point vector of float32: where to start; holds the best point found
	 *          afterwards, also when the function throws an exception
	 */
	public Result minimize(final SurrogateFunction function, final INDArray point, final Monitor monitor) {
		try (TensorScope scope = new TensorScope()) {
			final Run run = new Run(function, point, monitor, scope);
			Termination termination = null;
			try {
				termination = run.minimize();
			}
			finally {
				run.copyBestPointTo(point);
			}
			return new Result(run.bestValue(), run.evaluations(), termination);
		}
	}

	/** A function that needs no surrogate. */
	private static final class TrueFunction implements SurrogateFunction {

		private final DifferentiableFunction function;
		private double value = Double.NaN;

		private TrueFunction(final DifferentiableFunction function) {
			this.function = function;
		}

		@Override
		public double evaluate(final INDArray point, final INDArray gradient) {
			value = function.evaluate(point, gradient);
			return value;
		}

		@Override
		public double trueValue() {
			return value;
		}

		@Override
		public boolean isStale() {
			return false;
		}

		@Override
		public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
			throw new IllegalStateException("The function is never stale.");
		}
	}

	/** One minimisation: its vectors and where it stands. */
	private final class Run implements State {

		/** Those below. */
		private static final int VECTORS = 7;

		private final SurrogateFunction function;
		private final Monitor monitor;
		private final CurvatureHistory history;
		private final INDArray direction;
		private final INDArray trialPoint;

		/** The last point accepted, with value and gradient. */
		private final INDArray point;
		private INDArray gradient;
		private double value = Double.NaN;

		/** The lowest sample of the line search under way, with its gradient. */
		private Sample best;
		private INDArray bestGradient;
		private INDArray trialGradient;

		/** Where the true function was lowest. */
		private final INDArray bestPoint;
		private double bestTrueValue = Double.NaN;

		private int evaluations;
		private boolean stopped;

		private Run(final SurrogateFunction function, final INDArray start, final Monitor monitor,
			final TensorScope scope)
		{
			this.function = function;
			this.monitor = monitor;
			final long length = start.length();
			history = new CurvatureHistory(memory, length, preconditioner, scope);
			direction = scope.zeros(length);
			trialPoint = scope.zeros(length);
			point = scope.zeros(length);
			point.assign(start);
			bestPoint = scope.zeros(length);
			bestPoint.assign(start);
			gradient = scope.zeros(length);
			bestGradient = scope.zeros(length);
			trialGradient = scope.zeros(length);
		}

		// -- State methods --

		@Override
		public int evaluations() {
			return evaluations;
		}

		@Override
		public double bestValue() {
			return bestTrueValue;
		}

		@Override
		public void copyBestPointTo(final INDArray target) {
			target.assign(bestPoint.reshape(target.shape()));
		}

		// -- Helper methods --

		private Termination minimize() {
			value = function.evaluate(point, gradient);
			evaluations = 1;
			bestTrueValue = function.trueValue();
			if (!Double.isFinite(value) || !Double.isFinite(bestTrueValue) || !Double.isFinite(Vectors.dot(gradient,
				gradient)))
			{
				return Termination.START_NOT_FINITE;
			}
			stopped = !monitor.evaluated(this, bestTrueValue);
			boolean revisedInVain = false;
			while (true) {
				if (stopped) return Termination.STOPPED;
				if (evaluations >= maxEvaluations) return Termination.EVALUATIONS_SPENT;
				if (Vectors.dot(gradient, gradient) == 0) return Termination.CONVERGED;

				final double slope = chooseDirection();
				final double firstStep = history.isEmpty() ? firstStepLength / Vectors.norm(direction) : 1;
				if (function.isStale()) {
					stepAndRevise(firstStep, slope);
					continue;
				}
				best = null;
				final Outcome outcome = StrongWolfeLineSearch.search(this::evaluateAlongLine, //
					new Sample(0, value, slope), firstStep);
				final boolean moved = best != null;
				if (moved) {
					accept();
					revisedInVain = false;
				}
				if (outcome == Outcome.NOT_FOUND) {
					if (!moved && history.isEmpty()) {
						if (revisedInVain || !function.isStale()) return Termination.NO_FURTHER_DECREASE;
						reviseHere();
						revisedInVain = true;
					}
					history.clear();
				}
			}
		}

		/** Sets the direction and returns the slope along it, which is negative. */
		private double chooseDirection() {
			if (!history.isEmpty()) {
				// NB: The trial point is not needed until the next evaluation.
				history.applyInverseHessian(gradient, trialPoint, direction);
				direction.negi();
				final double slope = Vectors.dot(gradient, direction);
				if (slope < 0 && Double.isFinite(slope)) return slope;
				history.clear();
			}
			preconditioner.apply(gradient, direction);
			direction.negi();
			return Vectors.dot(gradient, direction);
		}

		/**
		 * Takes a step and has the surrogate revised where it leads; or here, if it
		 * does not lead down. The gradients before and after are not the same
		 * function's and tell nothing of the curvature.
		 */
		private void stepAndRevise(final double step, final double slope) {
			setTrialPoint(step);
			final double trialValue = function.revise(trialPoint, StrongWolfeLineSearch.highestValue(value, slope, step),
				trialGradient);
			final boolean moved = Double.isFinite(trialValue);
			// NB: Refused or not, the true function was evaluated there, and may be the lowest so far.
			evaluated(trialPoint, true);
			if (moved) {
				point.assign(trialPoint);
				value = trialValue;
				final INDArray recycled = gradient;
				gradient = trialGradient;
				trialGradient = recycled;
			}
			else reviseHere();
		}

		private void reviseHere() {
			if (stopped || evaluations >= maxEvaluations) return;
			value = function.revise(point, Double.POSITIVE_INFINITY, gradient);
			evaluated(point, Double.isFinite(value));
		}

		private Sample evaluateAlongLine(final double step) {
			if (stopped || evaluations >= maxEvaluations) return null;
			setTrialPoint(step);
			final double trialValue = function.evaluate(trialPoint, trialGradient);
			final Sample sample = new Sample(step, trialValue, Vectors.dot(trialGradient, direction));
			if (sample.isFinite() && trialValue < (best == null ? value : best.value)) {
				best = sample;
				final INDArray recycled = bestGradient;
				bestGradient = trialGradient;
				trialGradient = recycled;
			}
			evaluated(trialPoint, sample.isFinite());
			return sample;
		}

		private void setTrialPoint(final double step) {
			trialPoint.assign(point);
			Vectors.addScaled(trialPoint, step, direction);
		}

		/** Keeps the point if it is the best, and tells the monitor. */
		private void evaluated(final INDArray where, final boolean finite) {
			final double trueValue = function.trueValue();
			if (finite && Double.isFinite(trueValue) && trueValue < bestTrueValue) {
				bestTrueValue = trueValue;
				bestPoint.assign(where);
			}
			evaluations++;
			stopped = !monitor.evaluated(this, trueValue);
		}

		/** Moves to the best sample of the line search. */
		private void accept() {
			history.add(best.step, direction, gradient, bestGradient);
			Vectors.addScaled(point, best.step, direction);
			value = best.value;
			final INDArray recycled = gradient;
			gradient = bestGradient;
			bestGradient = recycled;
			best = null;
		}
	}

	/** The last steps and changes of gradient, from which the curvature is estimated. */
	private static final class CurvatureHistory {

		private final INDArray[] steps;
		private final INDArray[] changes;
		/** Inner product of each step and change. */
		private final double[] products;
		private final double[] projections;
		private final Preconditioner preconditioner;
		/** What the preconditioner is multiplied by. */
		private double scale;
		private int count;
		private int newest = -1;

		private CurvatureHistory(final int memory, final long length, final Preconditioner preconditioner,
			final TensorScope scope)
		{
			this.preconditioner = preconditioner;
			steps = new INDArray[memory];
			changes = new INDArray[memory];
			for (int i = 0; i < memory; i++) {
				steps[i] = scope.zeros(length);
				changes[i] = scope.zeros(length);
			}
			products = new double[memory];
			projections = new double[memory];
		}

		private boolean isEmpty() {
			return count == 0;
		}

		private void clear() {
			count = 0;
		}

		private void add(final double stepLength, final INDArray direction, final INDArray gradientBefore,
			final INDArray gradientAfter)
		{
			final int next = (newest + 1) % steps.length;
			direction.muli(stepLength, steps[next]);
			gradientAfter.subi(gradientBefore, changes[next]);
			final double product = Vectors.dot(steps[next], changes[next]);
			final double positive = SMALLEST_CURVATURE * Vectors.norm(steps[next]) * Vectors.norm(changes[next]);
			if (!(product > positive)) {
				// NB: The slot just written may have held the oldest pair.
				count = Math.min(count, steps.length - 1);
				return;
			}
			scale = product / preconditioner.squaredNorm(changes[next]);
			products[next] = product;
			newest = next;
			count = Math.min(count + 1, steps.length);
		}

		/**
		 * Two-loop recursion: multiplies by the estimate of the inverse Hessian matrix.
		 *
		 * @param scratch overwritten
		 */
		private void applyInverseHessian(final INDArray vector, final INDArray scratch, final INDArray result) {
			scratch.assign(vector);
			for (int age = 0; age < count; age++) {
				final int i = slot(age);
				projections[i] = Vectors.dot(steps[i], scratch) / products[i];
				Vectors.addScaled(scratch, -projections[i], changes[i]);
			}
			preconditioner.apply(scratch, result);
			result.muli(scale);
			for (int age = count - 1; age >= 0; age--) {
				final int i = slot(age);
				final double correction = projections[i] - Vectors.dot(changes[i], result) / products[i];
				Vectors.addScaled(result, correction, steps[i]);
			}
		}

		private int slot(final int age) {
			return Math.floorMod(newest - age, steps.length);
		}
	}
}
