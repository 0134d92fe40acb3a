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
 * A function to be minimised in place of another one, the true function, which is
 * harder to minimise. From time to time it is revised, so that its minimum moves
 * to that of the true function; its curvature hardly changes by that. It is no
 * {@link DifferentiableFunction}, so that nobody minimises it without revisions.
 */
public interface SurrogateFunction {

	/**
	 * Evaluates the surrogate.
	 *
	 * @param point vector of float32; not modified
	 * @param gradient vector of the same length; receives the surrogate's gradient
	 *          at the point
	 * @return the surrogate's value; may be infinite or NaN where it is not defined
	 */
	double evaluate(INDArray point, INDArray gradient);

	/** The true function's value at the point evaluated last; may be infinite or NaN. */
	double trueValue();

	/** Whether it should be revised with the next step. */
	boolean isStale();

	/**
	 * Evaluates at a point and, if that is good enough, moves the minimum nearer to
	 * that of the true function, as far as can be told from the point. That is one
	 * evaluation, not two.
	 *
	 * @param point vector of float32; not modified
	 * @param highestValue what the value before the revision may be at most
	 * @param gradient vector of the same length; receives the gradient at the
	 *          point, after the revision
	 * @return the value at the point, after the revision; NaN if it was too high
	 *         before and nothing has been revised, the gradient being of no use then
	 */
	double revise(INDArray point, double highestValue, INDArray gradient);
}
