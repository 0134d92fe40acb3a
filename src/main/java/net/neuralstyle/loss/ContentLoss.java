package net.neuralstyle.loss;

import net.neuralstyle.image.Tile;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The content term: weight * sum (F - F_c)^2, with F the feature map of the
 * generated image and F_c that of the content (Gatys et al., "Image style
 * transfer using convolutional neural networks", CVPR 2016, equation 1, without
 * its factor 1/2). The sum is over one tile at a time.
 */
final class ContentLoss {

	/** How many buffers as large as the feature map this takes. */
	static final int MAPS = 2;

	private final InteriorMap map;
	private final INDArray featureGradient;
	private final INDArray target;
	private final INDArray difference;
	private final double weight;

	ContentLoss(final InteriorMap map, final INDArray featureGradient, final double weight, final TensorScope scope) {
		this.map = map;
		this.featureGradient = featureGradient;
		this.weight = weight;
		target = scope.zeros(featureGradient.shape());
		difference = scope.zeros(featureGradient.shape());
	}

	/** Takes what the feature map holds now as the content's. */
	void setTarget(final Tile tile) {
		map.select(tile);
		target.assign(map.values());
	}

	/**
	 * Compares what the feature map holds now with the target, and adds the
	 * gradient to that of the feature map. Does not wait for the device.
	 */
	void addGradient(final Tile tile) {
		map.select(tile);
		map.values().subi(target, difference);
		Vectors.addScaled(featureGradient, 2 * weight, difference);
	}

	/** The term of the tile last given to {@link #addGradient}, weighted. Waits for the device. */
	double value() {
		return weight * Vectors.dot(difference, difference);
	}
}
