package net.neuralstyle.loss;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Gram matrix of a feature map, factor * F^T F with F [H * W, C]: which
 * channels are active together, wherever that is (Gatys et al., CVPR 2016,
 * equation 3).
 */
final class GramMatrix {

	private final INDArray values;
	private final Operation multiply;

	/** @param factor keeps the values in float32's range, whatever the image's size */
	GramMatrix(final INDArray featureMap, final double factor, final TensorScope scope) {
		final long channels = featureMap.size(1);
		values = scope.zeros(channels, channels);
		multiply = scope.operation("matmul", new INDArray[] { featureMap, featureMap }, values, //
			new long[] { 1, 0, 0 }, factor, 0);
	}

	/** Computes {@link #values()} from what the feature map holds now. */
	void update() {
		multiply.run();
	}

	/** [C, C], symmetric. */
	INDArray values() {
		return values;
	}
}
