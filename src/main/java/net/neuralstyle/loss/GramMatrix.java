package net.neuralstyle.loss;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Gram matrix of a feature map, factor * F^T F with F [H * W, C]: which
 * channels are active together, wherever that is (Gatys et al., CVPR 2016,
 * equation 3). A sum over positions, and so over tiles.
 */
final class GramMatrix {

	private final INDArray values;
	private final Operation multiplyAndAdd;

	/** @param factor keeps the values in float32's range, whatever the image's size */
	GramMatrix(final INDArray featureMap, final double factor, final TensorScope scope) {
		final long channels = featureMap.size(1);
		values = scope.zeros(channels, channels);
		multiplyAndAdd = scope.operation("matmul", new INDArray[] { featureMap, featureMap }, values, //
			new long[] { 1, 0, 0 }, factor, 1);
	}

	/** Starts a new sum. */
	void clear() {
		values.assign(0);
	}

	/** Adds what the feature map holds now. */
	void add() {
		multiplyAndAdd.run();
	}

	/** [C, C], symmetric. */
	INDArray values() {
		return values;
	}
}
