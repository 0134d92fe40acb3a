package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.tensor.TensorScope;

/** The work of the style term, without that of the network, to be timed. */
public final class StyleParts implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<StyleLoss> losses = new ArrayList<>();

	public StyleParts(final FeatureNetwork network, final List<String> layers) {
		for (final String layer : layers) {
			final long channels = network.featureMap(layer).size(1);
			losses.add(new StyleLoss(network.featureMap(layer), network.featureGradient(layer), scope.zeros(channels, channels),
				network.size().pixels(), 1, scope));
		}
	}

	/** The Gram matrices and the gradients. */
	public void run() {
		losses.forEach(StyleLoss::update);
		losses.forEach(StyleLoss::addGradient);
	}

	@Override
	public void close() {
		scope.close();
	}
}
