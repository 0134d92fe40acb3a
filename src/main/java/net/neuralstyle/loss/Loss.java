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

import java.util.Collection;
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

	/**
	 * Returns the mean of values of one objective, of several images for instance.
	 *
	 * @param losses at least one
	 */
	public static Loss mean(final Collection<Loss> losses) {
		final Map<String, Double> values = new LinkedHashMap<>();
		final Map<String, Map<String, Double>> layers = new LinkedHashMap<>();
		for (final Loss loss : losses) {
			addShares(values, loss.terms, losses.size());
			loss.layers.forEach((term, shares) -> addShares(layers.computeIfAbsent(term, name -> new LinkedHashMap<>()), shares,
				losses.size()));
		}
		return new Loss(values, layers);
	}

	/** Returns this value multiplied by a number, all that it is made of, too. */
	public Loss times(final double factor) {
		final Map<String, Double> values = new LinkedHashMap<>();
		final Map<String, Map<String, Double>> ofLayers = new LinkedHashMap<>();
		addShares(values, terms, 1 / factor);
		layers.forEach((term, shares) -> addShares(ofLayers.computeIfAbsent(term, name -> new LinkedHashMap<>()), shares, 1 /
			factor));
		return new Loss(values, ofLayers);
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

	// -- Helper methods --

	private static void addShares(final Map<String, Double> sums, final Map<String, Double> values, final double count) {
		values.forEach((name, value) -> sums.merge(name, value / count, Double::sum));
	}
}
