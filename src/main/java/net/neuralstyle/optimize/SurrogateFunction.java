package net.neuralstyle.optimize;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function to be minimised in place of another one, the true function, which is
 * harder to minimise. From time to time it is revised, so that its minimum moves
 * to that of the true function; its curvature hardly changes by that.
 */
public interface SurrogateFunction extends DifferentiableFunction {

	/** The true function's value at the point evaluated last; may be infinite or NaN. */
	double trueValue();

	/** Whether it should be revised before the next step. */
	boolean isStale();

	/**
	 * Moves the minimum nearer to that of the true function, as far as can be told
	 * from a point, and evaluates there.
	 *
	 * @param point vector of float32; not modified
	 * @param gradient vector of the same length; receives the gradient at the
	 *          point, after the revision
	 * @return the value at the point, after the revision
	 */
	double revise(INDArray point, INDArray gradient);
}
