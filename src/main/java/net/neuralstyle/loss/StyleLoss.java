package net.neuralstyle.loss;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer's style term: weight * sum (G - G_s)^2 / (4 * 3^2 * (H * W)^2), with G
 * the Gram matrix of the generated image's feature map, G_s that of the style
 * scaled to as many positions, and H * W the pixels of the generated image
 * (Gatys et al., CVPR 2016, equation 4, with the image's size in place of the
 * layer's, as in Narayanan's notebook).
 */
final class StyleLoss implements FeatureLoss {

	private static final double FACTOR = 1.0 / (4 * VggImage.CHANNELS * VggImage.CHANNELS);

	private final GramMatrix gram;
	private final INDArray target;
	private final INDArray difference;
	private final Operation addGradient;
	private final double weight;

	/**
	 * @param styleGram the style's Gram matrix for one position: F^T F divided by
	 *          the positions of its map; copied
	 * @param pixels of the generated image
	 */
	StyleLoss(final INDArray featureMap, final INDArray featureGradient, final INDArray styleGram, final long pixels,
		final double weight, final TensorScope scope)
	{
		this.weight = weight;
		// NB: The division by H * W is inside the Gram matrices here, so that
		// their squares stay far from float32's limit for large images.
		gram = new GramMatrix(featureMap, 1.0 / pixels, scope);
		target = scope.zeros(styleGram.shape());
		target.assign(styleGram).muli((double) featureMap.size(0) / pixels);
		difference = scope.zeros(styleGram.shape());
		addGradient = scope.operation("matmul", new INDArray[] { featureMap, difference }, featureGradient, //
			new long[] { 0, 0, 0 }, 4 * FACTOR * weight / pixels, 1);
	}

	@Override
	public void update() {
		gram.update();
		gram.values().subi(target, difference);
	}

	@Override
	public void addGradient() {
		addGradient.run();
	}

	@Override
	public double value() {
		return weight * FACTOR * Vectors.dot(difference, difference);
	}
}
