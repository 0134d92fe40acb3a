package net.neuralstyle.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of a feature network, bound to its buffers. */
abstract class Layer {

	private final String name;
	private final INDArray output;
	private final INDArray outputGradient;

	/**
	 * @param outputGradient null for a network that only runs forward; then
	 *          {@link #backward()} must not be called
	 */
	Layer(final String name, final INDArray output, final INDArray outputGradient) {
		this.name = name;
		this.output = output;
		this.outputGradient = outputGradient;
	}

	/** Name of the layer, for instance {@code block1_conv2} or {@code block1_pool}. */
	final String name() {
		return name;
	}

	/** What the layer has computed, [1, H, W, C]. */
	final INDArray output() {
		return output;
	}

	/** The buffer in which {@link #backward()} expects the gradient, [1, H, W, C]. */
	final INDArray outputGradient() {
		return outputGradient;
	}

	/** Computes {@link #output()} from the previous layer's output. */
	abstract void forward();

	/**
	 * Turns {@link #outputGradient()} into the gradient with respect to the
	 * layer's input. May use up {@link #output()}.
	 */
	abstract void backward();
}
