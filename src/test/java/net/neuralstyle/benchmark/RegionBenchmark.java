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

package net.neuralstyle.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.ContentDefinition;
import net.neuralstyle.loss.Exemplar;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.StyleDefinition;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.loss.TotalVariationDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an evaluation costs with several styles, with a mask, and with a style for each
 * of two regions, against one with a single style everywhere. Prints a table and
 * writes regions.json.
 */
public final class RegionBenchmark {

	private static final int WARM_UP = 2;
	private static final int LARGEST_TILE = 1024;
	private static final Map<String, Double> STYLE_LAYERS = layers(12 / 5.0);

	private RegionBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for regions.json, side of the square image in pixels, rounds */
	public static void main(final String[] arguments) throws IOException {
		final List<Map<String, Object>> results = new ArrayList<>();
		for (final String network : List.of(BenchmarkNetworks.COMPACT, BenchmarkNetworks.VGG16)) {
			results.add(measure(network, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
			System.out.println(results.get(results.size() - 1));
		}
		Measurement.write(arguments[0], "regions.json", results);
	}

	// -- Helper methods --

	private static Map<String, Object> measure(final String name, final int side, final int rounds) throws IOException {
		final ImageSize size = new ImageSize(side, side);
		final VggImage content = BenchmarkImages.square("content/chelsea.png", size.width());
		final Exemplar wave = exemplar("style/great-wave.jpg", size);
		final Exemplar village = exemplar("style/village-street-in-auvers.jpg", size);
		final WeightMap everywhere = WeightMap.ones(size);
		final WeightMap circle = circle(size);
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("network", name);
		result.put("size", side);
		try (NetworkEngine engine = Engines.open(BenchmarkNetworks.weights(name));
				TensorScope scope = new TensorScope())
		{
			// NB: All networks share one block of memory, as a session's levels do.
			final Tiling tiling = Tiling.of(size, size.width(), engine.topology().halo(STYLE_LAYERS.keySet()));
			final FeatureNetwork network = scope.own(engine.withGradient(size, STYLE_LAYERS.keySet()));
			final Map<String, Objective> objectives = new LinkedHashMap<>();
			final List<TermDefinition> others = List.of(new ContentDefinition(Map.of("block2_conv2", 0.025), content, 0),
				new TotalVariationDefinition(1, 1.25));
			final StyleTargets one = targets(engine, scope, wave);
			final StyleTargets other = targets(engine, scope, village);
			objectives.put("one style", objective(network, tiling, others, style(everywhere, one)));
			objectives.put("two styles", objective(network, tiling, others, style(everywhere, targets(engine, scope, wave,
				village))));
			objectives.put("mask", objective(network, tiling, others, style(circle, one)));
			objectives.put("two regions", objective(network, tiling, others, style(circle, one), style(circle.inverse(),
				other)));
			objectives.values().forEach(scope::own);
			final INDArray point = scope.tensor(content.values(), content.values().length);
			measure(objectives, point, scope.zeros(point.length()), rounds).forEach(result::put);
		}
		return result;
	}

	/** Milliseconds, the least of all rounds; each round runs everything once, so that all see the same machine. */
	private static Map<String, Double> measure(final Map<String, Objective> objectives, final INDArray point,
		final INDArray gradient, final int rounds)
	{
		final Map<String, Double> least = new LinkedHashMap<>();
		for (int round = -WARM_UP; round < rounds; round++) {
			for (final Map.Entry<String, Objective> objective : objectives.entrySet()) {
				final long start = System.nanoTime();
				objective.getValue().evaluate(point, gradient);
				final double milliseconds = (System.nanoTime() - start) / 1e6;
				if (round >= 0) least.merge(objective.getKey(), milliseconds, Math::min);
			}
		}
		return least;
	}

	private static Objective objective(final FeatureNetwork network, final Tiling tiling,
		final List<TermDefinition> others, final TermDefinition... styles)
	{
		final List<TermDefinition> all = new ArrayList<>(others);
		all.addAll(Arrays.asList(styles));
		return new Objective(network, tiling, all);
	}

	private static TermDefinition style(final WeightMap region, final StyleTargets targets) {
		return new StyleDefinition(STYLE_LAYERS, StyleNormalization.NOTEBOOK, region, 0, size -> targets);
	}

	private static StyleTargets targets(final NetworkEngine engine, final TensorScope scope,
		final Exemplar... exemplars)
	{
		return scope.own(new StyleTargets(engine, STYLE_LAYERS.keySet(), List.of(exemplars), LARGEST_TILE, null));
	}

	private static Exemplar exemplar(final String file, final ImageSize size) throws IOException {
		return new Exemplar(BenchmarkImages.square(file, size.width()), WeightMap.ones(size), 1);
	}

	private static WeightMap circle(final ImageSize size) {
		final float[] weights = new float[(int) size.pixels()];
		for (int i = 0; i < weights.length; i++) {
			final double distance = Math.hypot(i % size.width() - size.width() / 2.0, i / size.width() - size.height() / 2.0);
			weights[i] = (float) Math.max(0, Math.min(1, (0.4 * size.width() - distance) / 8));
		}
		return WeightMap.of(size, weights);
	}

	private static Map<String, Double> layers(final double weight) {
		return List.of("block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3").stream().collect(
			Collectors.toMap(layer -> layer, layer -> weight));
	}
}
