package net.neuralstyle.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Limits the images that a minimisation can find, by what it leaves of every gradient. */
@FunctionalInterface
public interface Projection {

	/** Leaves all images. */
	Projection NONE = gradient -> {};

	/**
	 * Projects a gradient on the directions that are allowed.
	 *
	 * @param gradient vector of H * W * 3
	 */
	void apply(INDArray gradient);
}
