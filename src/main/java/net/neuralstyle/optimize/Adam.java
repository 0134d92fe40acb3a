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

import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Adam: a descent by the steps of {@link AdamUpdate}, all of one length. */
public final class Adam implements Minimizer {

	/** How many vectors as long as the point a minimisation takes: itself, its gradient, the best one. */
	public static final int VECTORS = 3 + AdamUpdate.VECTORS;

	private final double stepLength;
	private final int maxEvaluations;

	/**
	 * @param stepLength about how far a variable moves in one step, positive
	 * @param maxEvaluations at least 1
	 */
	public Adam(final double stepLength, final int maxEvaluations) {
		if (!(stepLength > 0) || maxEvaluations < 1) {
			throw new IllegalArgumentException("Step and evaluations must be positive: " + stepLength + ", " + maxEvaluations);
		}
		this.stepLength = stepLength;
		this.maxEvaluations = maxEvaluations;
	}

	@Override
	public Result minimize(final DifferentiableFunction function, final INDArray point, final Monitor monitor) {
		try (TensorScope scope = new TensorScope()) {
			final Run run = new Run(function, point, scope);
			Termination termination = null;
			try {
				termination = run.minimize(monitor);
			}
			finally {
				run.copyBestPointTo(point);
			}
			return new Result(run.bestValue, run.evaluations, termination);
		}
	}

	/** One minimisation: its vectors and where it stands. */
	private final class Run implements State {

		private final DifferentiableFunction function;
		private final INDArray point;
		private final INDArray gradient;
		private final INDArray bestPoint;
		private final AdamUpdate update;
		private double bestValue = Double.NaN;
		private int evaluations;

		private Run(final DifferentiableFunction function, final INDArray start, final TensorScope scope) {
			this.function = function;
			final long length = start.length();
			point = scope.zeros(length);
			point.assign(start);
			bestPoint = scope.zeros(length);
			bestPoint.assign(start);
			gradient = scope.zeros(length);
			update = new AdamUpdate(point, gradient, scope);
		}

		@Override
		public int evaluations() {
			return evaluations;
		}

		@Override
		public double bestValue() {
			return bestValue;
		}

		@Override
		public void copyBestPointTo(final INDArray target) {
			target.assign(bestPoint.reshape(target.shape()));
		}

		private Termination minimize(final Monitor monitor) {
			while (true) {
				final double value = function.evaluate(point, gradient);
				evaluations++;
				final double squares = Vectors.dot(gradient, gradient);
				if (evaluations == 1 && !(Double.isFinite(value) && Double.isFinite(squares))) {
					return Termination.START_NOT_FINITE;
				}
				if (!(value >= bestValue)) keep(value);
				if (!monitor.evaluated(this, value)) return Termination.STOPPED;
				if (squares == 0) return Termination.CONVERGED;
				if (!Double.isFinite(squares)) return Termination.NO_FURTHER_DECREASE;
				if (evaluations >= maxEvaluations) return Termination.EVALUATIONS_SPENT;
				update.step(stepLength);
			}
		}

		private void keep(final double value) {
			if (!Double.isFinite(value)) return;
			bestValue = value;
			bestPoint.assign(point);
		}
	}
}
