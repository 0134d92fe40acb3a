package net.neuralstyle.loss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A value of the style-transfer loss and what it is made of. Every term is given
 * with its weight applied, so that the terms add up to the total. Immutable.
 */
public final class Loss {

	private final double content;
	private final Map<String, Double> stylePerLayer;
	private final double totalVariation;

	Loss(final double content, final Map<String, Double> stylePerLayer, final double totalVariation) {
		this.content = content;
		this.stylePerLayer = Collections.unmodifiableMap(new LinkedHashMap<>(stylePerLayer));
		this.totalVariation = totalVariation;
	}

	/** The sum of all terms. */
	public double total() {
		return content + style() + totalVariation;
	}

	/** The weighted content term. */
	public double content() {
		return content;
	}

	/** The weighted style term, all layers together. */
	public double style() {
		return stylePerLayer.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/** Each layer's share of {@link #style()}. */
	public Map<String, Double> stylePerLayer() {
		return stylePerLayer;
	}

	/** The weighted total variation. */
	public double totalVariation() {
		return totalVariation;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.3e (content %.1e, style %.1e, total variation %.1e)", total(), content,
			style(), totalVariation);
	}
}
