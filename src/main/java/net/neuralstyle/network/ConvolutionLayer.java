package net.neuralstyle.network;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** A 3x3 convolution, stride 1, zero padding, followed by ReLU in place. */
final class ConvolutionLayer extends Layer {

	/** Kernel 3x3, stride 1x1, padding as "same" mode says, dilation 1x1, same mode, NHWC, kernel [kH, kW, in, out]. */
	private static final long[] ARGUMENTS = { 3, 3, 1, 1, 0, 0, 1, 1, 1, 1, 0 };

	private final Operation convolve;
	private final Operation rectify;
	private final Operation convolveBack;
	private final Step activeMask;
	private final Operation mask;
	private final OpExecutioner executioner = Nd4j.getExecutioner();

	/**
	 * @param outputGradient buffer for the gradient that comes from deeper layers,
	 *          or null for a network that only runs forward
	 * @param inputGradient buffer that receives the gradient with respect to the
	 *          input, or null likewise
	 */
	ConvolutionLayer(final NetworkParameters.Convolution parameters, final INDArray input, final INDArray output,
		final INDArray outputGradient, final INDArray inputGradient, final TensorScope scope)
	{
		super(parameters.name, output, outputGradient);
		convolve = scope.operation("conv2d", new INDArray[] { input, parameters.kernel, parameters.bias }, output,
			ARGUMENTS);
		rectify = scope.operation("relu", new INDArray[] { output }, output, new long[0], 0);
		if (outputGradient == null) {
			convolveBack = null;
			activeMask = null;
			mask = null;
		}
		else {
			convolveBack = scope.operation("conv2d", new INDArray[] { outputGradient, parameters.backwardKernel },
				inputGradient, ARGUMENTS);
			final INDArray flatOutput = output.reshape(output.length());
			activeMask = new Step(flatOutput, flatOutput, 0);
			mask = scope.operation("multiply", new INDArray[] { outputGradient, output }, outputGradient, new long[0]);
		}
	}

	@Override
	void forward() {
		convolve();
		rectify.run();
	}

	@Override
	void backward() {
		// NB: The gradient passes where ReLU's output is positive. Two plain passes
		// are faster than ND4J's relu_bp.
		executioner.exec(activeMask);
		mask.run();
		convolveBack();
	}

	/** The forward pass without its ReLU. */
	void convolve() {
		convolve.run();
	}

	/** The backward pass without its ReLU. */
	void convolveBack() {
		convolveBack.run();
	}
}
