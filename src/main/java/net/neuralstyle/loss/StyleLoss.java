package net.neuralstyle.loss;

import net.neuralstyle.image.Tile;
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
final class StyleLoss {

	private static final double FACTOR = 1.0 / (4 * VggImage.CHANNELS * VggImage.CHANNELS);

	private final InteriorMap map;
	private final GramMatrix gram;
	private final INDArray target;
	private final INDArray difference;
	/** What the feature map is multiplied by for the gradient. */
	private final INDArray pull;
	private final StyleSoftening softening;
	private final Operation addGradient;
	private final double weight;

	/**
	 * @param styleGram the style's Gram matrix for one position: F^T F divided by
	 *          the positions of its map; copied
	 * @param reduction how many pixels a position of the feature map is wide
	 * @param positions of the generated image's feature map, all tiles together
	 * @param pixels of the generated image
	 */
	StyleLoss(final InteriorMap map, final INDArray featureGradient, final INDArray styleGram, final int reduction,
		final long positions, final long pixels, final double weight, final TensorScope scope)
	{
		this.map = map;
		this.weight = weight;
		// NB: The division by H * W is inside the Gram matrices here, so that
		// their squares stay far from float32's limit for large images.
		gram = new GramMatrix(map.values(), 1.0 / pixels, scope);
		target = scope.zeros(styleGram.shape());
		target.assign(styleGram).muli((double) positions / pixels);
		difference = scope.zeros(styleGram.shape());
		pull = scope.zeros(styleGram.shape());
		softening = new StyleSoftening(target, reduction, difference, pull, scope);
		addGradient = scope.operation("matmul", new INDArray[] { map.values(), pull }, featureGradient, //
			new long[] { 0, 0, 0 }, 4 * FACTOR * weight / pixels, 1);
	}

	/** Forgets the generated image's Gram matrix. */
	void clear() {
		gram.clear();
	}

	/** Adds the tile that the feature map holds now to the generated image's Gram matrix. */
	void add(final Tile tile) {
		map.select(tile);
		gram.add();
	}

	/** Compares the Gram matrix with the style's, once all tiles have been added. Does not wait for the device. */
	void compare() {
		subtractTarget();
		pull.assign(difference);
	}

	/** As {@link #compare()}, but the gradient will be that of the softened term. */
	void compareSoftly() {
		subtractTarget();
		softening.apply();
	}

	/** As {@link #compareSoftly()}, after the softening has been revised. Waits for the device. */
	void reviseAndCompareSoftly() {
		subtractTarget();
		softening.revise();
	}

	/** Takes the last revision back; of no effect on the gradient before the next comparison. */
	void undoRevision() {
		softening.undoRevision();
	}

	/**
	 * Adds the gradient of the whole term with respect to the tile that the
	 * feature map holds now to that of the feature map. Does not wait for the
	 * device.
	 */
	void addGradient(final Tile tile) {
		map.select(tile);
		addGradient.run();
	}

	/** The whole term, weighted. Waits for the device. */
	double value() {
		return weight * FACTOR * Vectors.dot(difference, difference);
	}

	/** The softened term, weighted, after a soft comparison. Waits for the device. */
	double softenedValue() {
		return weight * FACTOR * softening.value();
	}

	/** What the softened term, weighted, was at the last revision, before it. */
	double softenedValueBeforeRevision() {
		return weight * FACTOR * softening.valueBeforeRevision();
	}

	// -- Helper methods --

	private void subtractTarget() {
		gram.values().subi(target, difference);
	}
}
