package net.neuralstyle.optimize;

import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is known beforehand of the inverse of a function's Hessian matrix, up to a
 * factor: a symmetric and positive definite matrix. The better it tells stiff from
 * soft directions, the fewer evaluations a minimisation needs (Nocedal and
 * Wright, 2006, section 7.2, the initial matrix H0).
 */
public interface Preconditioner {

	/** Knows nothing: all directions are alike. */
	Preconditioner IDENTITY = new Preconditioner() {

		@Override
		public void apply(final INDArray vector, final INDArray result) {
			result.assign(vector);
		}

		@Override
		public double squaredNorm(final INDArray vector) {
			return Vectors.dot(vector, vector);
		}
	};

	/**
	 * Multiplies a vector by the matrix P.
	 *
	 * @param vector not modified
	 * @param result another vector of the same length, which receives the product
	 */
	void apply(INDArray vector, INDArray result);

	/** Returns v^T P v. Waits for the device. */
	double squaredNorm(INDArray vector);
}
