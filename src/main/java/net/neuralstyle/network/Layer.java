package net.neuralstyle.network;

/** One step of a feature network, bound to its buffers. */
abstract class Layer {

	private final String name;
	private final PaddedMap output;
	private final PaddedMap outputGradient;

	/**
	 * @param outputGradient null for a network that only runs forward; then
	 *          {@link #backward()} must not be called
	 */
	Layer(final String name, final PaddedMap output, final PaddedMap outputGradient) {
		this.name = name;
		this.output = output;
		this.outputGradient = outputGradient;
	}

	/** Name of the layer, for instance {@code block1_conv2} or {@code block1_pool}. */
	final String name() {
		return name;
	}

	/** What the layer has computed. */
	final PaddedMap output() {
		return output;
	}

	/** The buffer in which {@link #backward()} expects the gradient. */
	final PaddedMap outputGradient() {
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
