package net.neuralstyle.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of a feature network, bound to its buffers. */
interface Layer {

	/** Name of the layer, for instance {@code block1_conv2} or {@code block1_pool}. */
	String name();

	/** What the layer has computed, [1, H, W, C]. */
	INDArray output();

	/** Computes {@link #output()} from the previous layer's output. */
	void forward();

	/**
	 * Turns {@link #outputGradient()} into the gradient with respect to the
	 * layer's input. May use up {@link #output()}.
	 */
	void backward();

	/** The buffer in which {@link #backward()} expects the gradient, [1, H, W, C]. */
	INDArray outputGradient();
}
