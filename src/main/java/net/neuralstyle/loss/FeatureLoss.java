package net.neuralstyle.loss;

/**
 * A term of the loss that looks at one layer's feature map. Bound to the map's
 * tensor and to the tensor of the map's gradient.
 */
interface FeatureLoss {

	/** Returns the term, weighted, for what the feature map holds now. */
	double value();

	/**
	 * Adds the term's gradient to the tensor of the feature map's gradient. Call
	 * {@link #value()} first: the gradient is that of the same feature map.
	 */
	void addGradient();
}
