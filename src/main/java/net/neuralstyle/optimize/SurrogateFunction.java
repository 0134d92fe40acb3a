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
