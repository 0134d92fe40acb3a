package net.neuralstyle.loss;

import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The content term: weight * sum (F - F_c)^2, with F the feature map of the
 * generated image and F_c that of the content (Gatys et al., "Image style
 * transfer using convolutional neural networks", CVPR 2016, equation 1, without
 * its factor 1/2).
 */
final class ContentLoss implements FeatureLoss {

	private final INDArray featureMap;
	private final INDArray featureGradient;
	private final INDArray target;
	private final INDArray difference;
	private final double weight;

	/** @param featureMap holds the content's feature map now, which is copied */
	ContentLoss(final INDArray featureMap, final INDArray featureGradient, final double weight, final TensorScope scope) {
		this.featureMap = featureMap;
		this.featureGradient = featureGradient;
		this.weight = weight;
		target = scope.zeros(featureMap.shape());
		target.assign(featureMap);
		difference = scope.zeros(featureMap.shape());
	}

	@Override
	public void update() {
		featureMap.subi(target, difference);
	}

	@Override
	public void addGradient() {
		Vectors.addScaled(featureGradient, 2 * weight, difference);
	}

	@Override
	public double value() {
		return weight * Vectors.dot(difference, difference);
	}
}
