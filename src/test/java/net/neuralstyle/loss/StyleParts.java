package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.tensor.TensorScope;

/** The work of the style term, without that of the network, to be timed. */
public final class StyleParts implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<StyleLayer> losses = new ArrayList<>();
	private final Tile tile;

	public StyleParts(final FeatureNetwork network, final List<String> layers) {
		final Tiling tiling = Tiling.of(network.size(), network.size().longerSide(), new Halo(0, 1));
		tile = tiling.tiles().get(0);
		final Binding binding = new Binding(network, tiling, scope);
		for (final String layer : layers) {
			final long channels = network.featureMap(layer).size(1);
			losses.add(new StyleLayer(layer, 1, StyleNormalization.NOTEBOOK, WeightMap.ones(network.size()),
				new StyleTargets.Target(scope.zeros(channels, channels), scope), binding));
		}
	}

	/** The Gram matrices and the gradients. */
	public void run() {
		losses.forEach(StyleLayer::clear);
		losses.forEach(loss -> loss.gather(tile));
		losses.forEach(StyleLayer::compare);
		losses.forEach(loss -> loss.addGradient(tile));
	}

	@Override
	public void close() {
		scope.close();
	}
}
