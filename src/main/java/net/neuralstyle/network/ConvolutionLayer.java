package net.neuralstyle.network;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;

/** A 3x3 convolution, stride 1, zero padding, followed by ReLU in place. */
final class ConvolutionLayer extends Layer {

	/** Kernel 3x3, stride 1x1, padding as "same" mode says, dilation 1x1, same mode, NHWC, kernel [kH, kW, in, out]. */
	private static final long[] ARGUMENTS = { 3, 3, 1, 1, 0, 0, 1, 1, 1, 1, 0 };

	private final Operation convolve;
	private final Operation rectify;
	private final Operation convolveBack;
	private final Sign activeMask;
	private final INDArray flatOutput;
	private final INDArray flatGradient;
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
		flatOutput = output.reshape(output.length());
		if (outputGradient == null) {
			convolveBack = null;
			activeMask = null;
			flatGradient = null;
		}
		else {
			convolveBack = scope.operation("conv2d", new INDArray[] { outputGradient, parameters.backwardKernel },
				inputGradient, ARGUMENTS);
			activeMask = new Sign(flatOutput, flatOutput);
			flatGradient = outputGradient.reshape(outputGradient.length());
		}
	}

	@Override
	void forward() {
		convolve.run();
		rectify.run();
	}

	@Override
	void backward() {
		// NB: After ReLU the output's sign is 1 where the gradient passes and 0
		// where it does not. Two plain passes are faster than ND4J's relu_bp.
		executioner.exec(activeMask);
		flatGradient.muli(flatOutput);
		convolveBack.run();
	}
}
