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
