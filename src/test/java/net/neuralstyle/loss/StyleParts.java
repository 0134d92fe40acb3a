package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.tensor.TensorScope;

/** The work of the style term, without that of the network, to be timed. */
public final class StyleParts implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<StyleLoss> losses = new ArrayList<>();
	private final Tile tile;

	public StyleParts(final FeatureNetwork network, final List<String> layers) {
		tile = Tiling.whole(network.size()).tiles().get(0);
		for (final String layer : layers) {
			final long channels = network.featureMap(layer).size(1);
			losses.add(new StyleLoss(InteriorMap.whole(network, layer), network.featureGradient(layer), scope.zeros(channels,
				channels), network.reduction(layer), network.featureMap(layer).size(0), network.size().pixels(), 1, scope));
		}
	}

	/** The Gram matrices and the gradients. */
	public void run() {
		losses.forEach(StyleLoss::clear);
		losses.forEach(loss -> loss.add(tile));
		losses.forEach(StyleLoss::compare);
		losses.forEach(loss -> loss.addGradient(tile));
	}

	@Override
	public void close() {
		scope.close();
	}
}
