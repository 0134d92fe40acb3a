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

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A method that minimises functions of many variables. All vectors stay on the
 * device. Immutable; one instance may run many times.
 */
public interface Minimizer {

	/**
	 * Minimises a function.
	 *
	 * @param point vector of float32: where to start; holds the best point that was
	 *          evaluated afterwards, also when the function throws an exception
	 */
	Result minimize(DifferentiableFunction function, INDArray point, Monitor monitor);

	/** Why a minimisation ended. */
	enum Termination {
			/** The gradient is zero. */
			CONVERGED,
			/** As many evaluations were made as were allowed. */
			EVALUATIONS_SPENT,
			/** No lower value can be found along the steepest descent: float32's precision is reached. */
			NO_FURTHER_DECREASE,
			/** The monitor said stop. */
			STOPPED,
			/** The value or the gradient at the start is not a finite number. */
			START_NOT_FINITE
	}

	/** Watches a minimisation. */
	@FunctionalInterface
	interface Monitor {

		/**
		 * Called after every evaluation.
		 *
		 * @param value what was evaluated, the true function's where there is a
		 *          surrogate; not necessarily the best so far
		 * @return false to stop now
		 */
		boolean evaluated(State state, double value);
	}

	/** How far a minimisation has come. */
	interface State {

		/** Evaluations so far. */
		int evaluations();

		/** The lowest value so far, of the true function where there is a surrogate. */
		double bestValue();

		/** Writes the point of the lowest value into a vector of the same length. */
		void copyBestPointTo(INDArray target);
	}

	/** How a minimisation ended. Immutable. */
	final class Result {

		private final double value;
		private final int evaluations;
		private final Termination termination;

		Result(final double value, final int evaluations, final Termination termination) {
			this.value = value;
			this.evaluations = evaluations;
			this.termination = termination;
		}

		/** The lowest value found, of the true function where there is a surrogate. */
		public double value() {
			return value;
		}

		public int evaluations() {
			return evaluations;
		}

		public Termination termination() {
			return termination;
		}
	}
}
