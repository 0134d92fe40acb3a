package net.neuralstyle.loss;

/**
 * A term of the loss that looks at one layer's feature map. Bound to the map's
 * tensor and to the tensor of the map's gradient.
 */
interface FeatureLoss {

	/**
	 * Compares what the feature map holds now; {@link #addGradient()} and
	 * {@link #value()} are about that. Does not wait for the device.
	 */
	void update();

	/**
	 * Adds the term's gradient to the tensor of the feature map's gradient. Does
	 * not wait for the device.
	 */
	void addGradient();

	/** Returns the term, weighted. Waits for the device. */
	double value();
}
