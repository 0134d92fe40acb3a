package net.neuralstyle.optimize;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A real function of a vector, with its gradient. */
@FunctionalInterface
public interface DifferentiableFunction {

	/**
	 * Evaluates the function.
	 *
	 * @param point vector of float32; not modified
	 * @param gradient vector of the same length; receives the gradient at the
	 *          point
	 * @return the value; may be infinite or NaN where the function is not defined
	 */
	double evaluate(INDArray point, INDArray gradient);
}
