package net.neuralstyle.weights;

/**
 * The trained numbers of one 3x3 convolution. Immutable by agreement: the arrays
 * are shared, not copied, and nobody writes to them.
 */
public final class ConvolutionWeights {

	/** Height and width of every kernel. */
	public static final int KERNEL_SIDE = 3;

	private final String name;
	private final int inputChannels;
	private final int outputChannels;
	private final float[] kernel;
	private final float[] bias;

	ConvolutionWeights(final String name, final int inputChannels, final int outputChannels, final float[] kernel,
		final float[] bias)
	{
		this.name = name;
		this.inputChannels = inputChannels;
		this.outputChannels = outputChannels;
		this.kernel = kernel;
		this.bias = bias;
	}

	/** Name of the layer, for instance {@code block1_conv2}. */
	public String name() {
		return name;
	}

	public int inputChannels() {
		return inputChannels;
	}

	public int outputChannels() {
		return outputChannels;
	}

	/** The kernel, [3, 3, input channels, output channels], row-major. */
	public float[] kernel() {
		return kernel;
	}

	/** The bias, [output channels]. */
	public float[] bias() {
		return bias;
	}
}
