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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.StyleNormalization;

/** The term of {@link StyleDefinition}. */
final class StyleTerm implements SoftenedTerm {

	private static final double BALANCED_PIXELS = 512.0 * 512.0;

	private final String name;
	private final Map<String, StyleLayer> layers = new LinkedHashMap<>();

	StyleTerm(final String name, final Map<String, Double> weights, final StyleNormalization normalization,
		final WeightMap region, final StyleTargets targets, final Binding binding)
	{
		this.name = name;
		final double balance = binding.size().pixels() / BALANCED_PIXELS;
		weights.forEach((layer, weight) -> layers.put(layer, new StyleLayer(layer, weight * balance, normalization, region,
			targets.of(layer), binding)));
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public boolean gathers() {
		return true;
	}

	@Override
	public void clear() {
		layers.values().forEach(StyleLayer::clear);
	}

	@Override
	public void gather(final Tile tile) {
		layers.values().forEach(layer -> layer.gather(tile));
	}

	@Override
	public void compare() {
		layers.values().forEach(StyleLayer::compare);
	}

	@Override
	public void compareSoftly() {
		layers.values().forEach(StyleLayer::compareSoftly);
	}

	@Override
	public void reviseAndCompareSoftly() {
		layers.values().forEach(StyleLayer::reviseAndCompareSoftly);
	}

	@Override
	public void undoRevision() {
		layers.values().forEach(StyleLayer::undoRevision);
	}

	@Override
	public void addGradient(final String layer, final Tile tile) {
		layers.get(layer).addGradient(tile);
	}

	@Override
	public double value() {
		return sum(StyleLayer::value);
	}

	@Override
	public Map<String, Double> valuePerLayer() {
		final Map<String, Double> values = new LinkedHashMap<>();
		layers.forEach((layer, style) -> values.put(layer, style.value()));
		return values;
	}

	@Override
	public double softenedValue() {
		return sum(StyleLayer::softenedValue);
	}

	@Override
	public double softenedValueBeforeRevision() {
		return sum(StyleLayer::softenedValueBeforeRevision);
	}

	private double sum(final ToDoubleFunction<StyleLayer> value) {
		return layers.values().stream().mapToDouble(value).sum();
	}
}
