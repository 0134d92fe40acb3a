/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
		if (totalVariation > 0) terms.add(new TotalVariationDefinition(totalVariation, 1.25));
		return terms;
	}
}
