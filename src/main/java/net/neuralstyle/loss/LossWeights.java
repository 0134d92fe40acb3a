package net.neuralstyle.loss;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the loss is made of: its three terms' weights and the layers they look at. Immutable. */
public final class LossWeights {

	private final double content;
	private final double style;
	private final double totalVariation;
	private final String contentLayer;
	private final List<String> styleLayers;

	/**
	 * @param content weight of the content term, at least 0; a term of weight 0 is
	 *          not computed
	 * @param style weight of the style term, likewise
	 * @param totalVariation weight of the total variation, likewise
	 * @param contentLayer the layer whose feature map is kept
	 * @param styleLayers the layers whose Gram matrices are matched
	 */
	public LossWeights(final double content, final double style, final double totalVariation, final String contentLayer,
		final List<String> styleLayers)
	{
		this.content = content;
		this.style = style;
		this.totalVariation = totalVariation;
		this.contentLayer = contentLayer;
		this.styleLayers = List.copyOf(styleLayers);
	}

	public double content() {
		return content;
	}

	public double style() {
		return style;
	}

	public double totalVariation() {
		return totalVariation;
	}

	public String contentLayer() {
		return contentLayer;
	}

	public List<String> styleLayers() {
		return styleLayers;
	}

	/** The layers that terms of positive weight look at. */
	public Set<String> layersInUse() {
		final Set<String> layers = new LinkedHashSet<>();
		if (content > 0) layers.add(contentLayer);
		if (style > 0) layers.addAll(styleLayers);
		return Collections.unmodifiableSet(layers);
	}
}
