package net.neuralstyle.loss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value of an objective and what it is made of. Every term is given with its
 * weight applied, so that the terms add up to the total. Immutable.
 */
public final class Loss {

	private final Map<String, Double> terms;
	private final Map<String, Map<String, Double>> layers;

	private Loss(final Map<String, Double> terms, final Map<String, Map<String, Double>> layers) {
		this.terms = Collections.unmodifiableMap(terms);
		this.layers = layers;
	}

	/** Reads the values of terms. Waits for the device. */
	static Loss of(final Iterable<? extends Term> terms) {
		final Map<String, Double> values = new LinkedHashMap<>();
		final Map<String, Map<String, Double>> layers = new LinkedHashMap<>();
		for (final Term term : terms) {
			final Map<String, Double> perLayer = term.valuePerLayer();
			final double value = perLayer.isEmpty() ? term.value() : perLayer.values().stream().mapToDouble(
				Double::doubleValue).sum();
			// NB: Several terms of one name, as of several styles, are one to whoever reads it.
			values.merge(term.name(), value, Double::sum);
			perLayer.forEach((layer, share) -> layers.computeIfAbsent(term.name(), name -> new LinkedHashMap<>()).merge(layer,
				share, Double::sum));
		}
		return new Loss(values, layers);
	}

	/** The sum of all terms. */
	public double total() {
		return terms.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/** All terms by their names, in the order in which they are computed. */
	public Map<String, Double> terms() {
		return terms;
	}

	/** A term's value, 0 if there is none of that name. */
	public double term(final String name) {
		return terms.getOrDefault(name, 0.0);
	}

	/** Each layer's share of a term; empty for a term of the pixels, or if there is none of that name. */
	public Map<String, Double> layers(final String name) {
		return Collections.unmodifiableMap(layers.getOrDefault(name, Map.of()));
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.3e (%s)", total(), terms.entrySet().stream().map(term -> String.format(
			Locale.ROOT, "%s %.1e", term.getKey(), term.getValue())).collect(Collectors.joining(", ")));
	}
}
