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

package net.neuralstyle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.ContentDefinition;
import net.neuralstyle.loss.StyleDefinition;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TemporalDefinition;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.loss.TotalVariationDefinition;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.StyleNormalization;

/** The terms of the loss that a recipe asks for. A term of weight 0 is none. Immutable. */
final class RecipeTerms {

	private final Map<String, Double> content;
	private final Map<String, Double> style;
	private final StyleNormalization normalization;
	private final double totalVariation;
	private final double totalVariationExponent;
	private final double coherence;

	/**
	 * @param network what people call it, for messages
	 * @param layerNames that the network has
	 * @throws WrongSettingException if the recipe asks for another layer; names those
	 *           that there are
	 */
	RecipeTerms(final Recipe recipe, final String network, final Collection<String> layerNames) {
		content = weights(recipe, Settings.CONTENT_LAYERS, Settings.CONTENT_LAYER_WEIGHTS, recipe.get(
			Settings.CONTENT_WEIGHT));
		final int styleLayers = recipe.get(Settings.STYLE_LAYERS).size();
		style = weights(recipe, Settings.STYLE_LAYERS, Settings.STYLE_LAYER_WEIGHTS, recipe.get(
			Settings.STYLE_WEIGHT) * recipe.get(Settings.STRENGTH) / styleLayers);
		normalization = recipe.get(Settings.STYLE_NORMALIZATION);
		totalVariation = recipe.get(Settings.TOTAL_VARIATION_WEIGHT);
		totalVariationExponent = recipe.get(Settings.TOTAL_VARIATION_EXPONENT);
		coherence = recipe.get(Settings.COHERENCE);
		final Set<String> layers = new LinkedHashSet<>(content.keySet());
		layers.addAll(style.keySet());
		layers.removeAll(layerNames);
		if (!layers.isEmpty()) {
			throw new WrongSettingException("The network " + network + " has no layer " + layers.iterator().next() +
				": its layers are " + String.join(", ", layerNames) + ".");
		}
	}

	/** The layers whose Gram matrices are compared. */
	Collection<String> styleLayers() {
		return style.keySet();
	}

	/**
	 * Returns the terms' definitions.
	 *
	 * @param image the content
	 * @param regions where styles are compared: one for all of them, or one for each
	 * @param margin around the content, in pixels
	 * @param targets what the styles of a region look like, by its index and the size of
	 *          the generated image
	 */
	List<TermDefinition> definitions(final VggImage image, final List<WeightMap> regions, final int margin,
		final BiFunction<Integer, ImageSize, StyleTargets> targets)
	{
		final List<TermDefinition> definitions = new ArrayList<>();
		if (!content.isEmpty()) definitions.add(new ContentDefinition(content, image, margin));
		if (!style.isEmpty()) {
			for (int i = 0; i < regions.size(); i++) {
				final int index = i;
				final WeightMap region = regions.get(i);
				if (region.isZeros()) continue;
				definitions.add(new StyleDefinition(shared(style, region.share()), normalization, region, margin,
					size -> targets.apply(index, size)));
			}
		}
		if (totalVariation > 0) {
			definitions.add(new TotalVariationDefinition(totalVariation, totalVariationExponent));
		}
		return definitions;
	}

	/** Whether a picture is held to one that it goes on from. */
	boolean areCoherent() {
		return coherence > 0;
	}

	/**
	 * Returns the definition of the term that holds a picture to one that it goes on from, if the terms are coherent.
	 *
	 * @param grey whether only grey pictures are looked for
	 * @param margin around the content, in pixels
	 */
	TermDefinition temporal(final FormerFrame former, final boolean grey, final int margin) {
		return new TemporalDefinition(coherence, grey ? former.picture().toGrey() : former.picture(), former.reliable(),
			margin);
	}

	// -- Helper methods --

	/** Weights for a region, by its share of the picture: a pixel then counts as it would without regions. */
	private static Map<String, Double> shared(final Map<String, Double> weights, final double share) {
		final Map<String, Double> shares = new LinkedHashMap<>();
		weights.forEach((layer, weight) -> shares.put(layer, weight * share));
		return shares;
	}

	/** The weights of layers that have one, each multiplied by that of the term. */
	private static Map<String, Double> weights(final Recipe recipe, final Setting<List<String>> layers,
		final Setting<List<Double>> layerWeights, final double termWeight)
	{
		final Map<String, Double> weights = new LinkedHashMap<>();
		final List<String> names = recipe.get(layers);
		final List<Double> values = recipe.get(layerWeights);
		for (int i = 0; i < names.size(); i++) {
			final double weight = termWeight * (values.isEmpty() ? 1 : values.get(i));
			if (weight > 0) weights.put(names.get(i), weight);
		}
		return weights;
	}
}
