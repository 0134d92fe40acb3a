package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.StyleNormalization;

/** The notebook's three terms, by their weights and layers; a term of weight 0 is none. Immutable. */
public final class LossWeights {

	private final double content;
	private final double style;
	private final double totalVariation;
	private final String contentLayer;
	private final List<String> styleLayers;

	public LossWeights(final double content, final double style, final double totalVariation, final String contentLayer,
		final List<String> styleLayers)
	{
		this.content = content;
		this.style = style;
		this.totalVariation = totalVariation;
		this.contentLayer = contentLayer;
		this.styleLayers = styleLayers;
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

	public Set<String> layersInUse() {
		return Objective.layers(definitions(VggImage.noise(new ImageSize(1, 1), 1), size -> null));
	}

	/** Each style layer has the same share of the style's weight. */
	Collection<TermDefinition> definitions(final VggImage contentImage, final Function<ImageSize, StyleTargets> targets) {
		final List<TermDefinition> terms = new ArrayList<>();
		if (content > 0) terms.add(new ContentDefinition(Map.of(contentLayer, content), contentImage, 0));
		if (style > 0) {
			final Map<String, Double> weights = new LinkedHashMap<>();
			styleLayers.forEach(layer -> weights.put(layer, style / styleLayers.size()));
			terms.add(new StyleDefinition(weights, StyleNormalization.NOTEBOOK, WeightMap.ones(contentImage.size()), 0,
				targets));
		}
		if (totalVariation > 0) terms.add(new TotalVariationDefinition(totalVariation));
		return terms;
	}
}
