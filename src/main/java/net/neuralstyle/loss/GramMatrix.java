package net.neuralstyle.loss;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds up the Gram matrix of a feature map, factor * sum_p T(p) F(p)^T F(p) with
 * F(p) the C values of a position and T(p) its weight: which channels are active
 * together, wherever that is (Gatys et al., CVPR 2016, equation 3). A sum over
 * positions, and so over tiles.
 */
final class GramMatrix {

	private final Operation multiplyAndAdd;

	/**
	 * @param factor keeps the values in float32's range, whatever the image's size
	 * @param sum [C, C]: what is added to
	 */
	GramMatrix(final WeightedMap map, final double factor, final INDArray sum, final TensorScope scope) {
		multiplyAndAdd = scope.operation("matmul", new INDArray[] { map.map(), map.values() }, sum, //
			new long[] { 1, 0, 0 }, factor, 1);
	}

	/** Adds what the map has selected. */
	void add() {
		multiplyAndAdd.run();
	}
}
