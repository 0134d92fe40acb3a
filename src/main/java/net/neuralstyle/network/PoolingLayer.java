package net.neuralstyle.network;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** 2x2 max pooling, stride 2; a last odd row or column is dropped. */
final class PoolingLayer extends Layer {

	/** Window 2x2, stride 2x2, no padding, dilation 1x1, no same mode, divisor mode (unused), NHWC. */
	private static final long[] ARGUMENTS = { 2, 2, 2, 2, 0, 0, 1, 1, 0, 1, 1 };

	private final Operation pool;
	private final Operation poolBack;

	/** Parameters as for {@link ConvolutionLayer}. */
	PoolingLayer(final String name, final INDArray input, final INDArray output, final INDArray outputGradient,
		final INDArray inputGradient, final TensorScope scope)
	{
		super(name, output, outputGradient);
		pool = scope.operation("maxpool2d", new INDArray[] { input }, output, ARGUMENTS);
		poolBack = outputGradient == null ? null : scope.operation("maxpool2d_bp", new INDArray[] { input,
			outputGradient }, inputGradient, ARGUMENTS);
	}

	@Override
	void forward() {
		pool.run();
	}

	@Override
	void backward() {
		poolBack.run();
	}
}
