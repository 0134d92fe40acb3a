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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.loss.StyleParts;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.network.NetworkParts;
import net.neuralstyle.network.Topology;
import net.neuralstyle.network.onednn.BareConvolutions;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Times one evaluation of loss and gradient, and its parts, for one network, one size
 * and several engines by turns, in a process of its own. Prints JSON: for each engine
 * milliseconds, and rates in 10^9 operations in a second.
 */
public final class EvaluationBenchmark {

	private static final int WARM_UP = 2;
	/** Of the image whose convolutions show what the machine can do at most. */
	private static final ImageSize PEAK_SIZE = new ImageSize(256, 256);

	private EvaluationBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments network ("bundled" or "VGG16"), side of the square image in pixels, rounds, engines */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final int rounds = Integer.parseInt(arguments[2]);
		final List<BenchmarkEngine> engines = BenchmarkEngine.prepare(Arrays.copyOfRange(arguments, 3, arguments
			.length));
		try (TensorScope scope = new TensorScope()) {
			Measurement.report(measure(BenchmarkNetworks.weights(arguments[0]), side, rounds, engines, scope));
		}
	}

	// -- Helper methods --

	private static Map<String, Object> measure(final NetworkWeights weights, final int side, final int rounds,
		final List<BenchmarkEngine> engines, final TensorScope scope) throws IOException
	{
		final Map<BenchmarkEngine, Map<String, Runnable>> tasks = new LinkedHashMap<>();
		for (final BenchmarkEngine engine : engines) {
			tasks.put(engine, tasks(engine.open(weights), side, scope));
		}
		final Map<Precision, BareConvolutions> bare = new EnumMap<>(Precision.class);
		final Map<Precision, BareConvolutions> peaks = new EnumMap<>(Precision.class);
		if (OneDnn.obstacle().isEmpty()) {
			final Topology topology = new Topology(weights);
			final Topology largest = new Topology(BenchmarkNetworks.weights(BenchmarkNetworks.VGG16));
			for (final BenchmarkEngine engine : engines) {
				final Precision precision = engine.precision();
				bare.computeIfAbsent(precision, key -> bare(topology, new ImageSize(side, side), key, scope));
				peaks.computeIfAbsent(precision, key -> bare(largest, PEAK_SIZE, key, scope));
			}
		}
		bare.forEach((precision, convolutions) -> tasks.get(first(engines, precision)).put("bare convolution",
			convolutions::run));
		final Map<BenchmarkEngine, Map<String, Double>> times = times(tasks, peaks, rounds);
		final Map<String, Object> result = new LinkedHashMap<>();
		for (final BenchmarkEngine engine : engines) {
			final Map<String, Double> measured = times.get(engine);
			final Precision precision = engine.precision();
			if (bare.containsKey(precision)) {
				measured.put("bare convolution", times.get(first(engines, precision)).get("bare convolution"));
				measured.put("operations", bare.get(precision).operations());
				measured.put("peak", peaks.get(precision).bestRate());
			}
			result.put(engine.name(), measured);
		}
		return result;
	}

	/** NB: Engines of one precision have the same bare convolutions. */
	private static BenchmarkEngine first(final List<BenchmarkEngine> engines, final Precision precision) {
		return engines.stream().filter(engine -> engine.precision() == precision).findFirst().orElseThrow();
	}

	private static BareConvolutions bare(final Topology topology, final ImageSize size, final Precision precision,
		final TensorScope scope)
	{
		return scope.own(new BareConvolutions(topology, size, BenchmarkNetworks.LOSS_WEIGHTS.styleLayers(), precision));
	}

	/** An evaluation, and its parts. */
	private static Map<String, Runnable> tasks(final NetworkEngine opened, final int side, final TensorScope scope)
		throws IOException
	{
		final NetworkEngine engine = scope.own(opened);
		final VggImage content = BenchmarkImages.square("content/chelsea.png", side);
		final VggImage style = BenchmarkImages.square("style/great-wave.jpg", side);
		final List<String> layers = BenchmarkNetworks.LOSS_WEIGHTS.styleLayers();
		final NotebookObjective objective = scope.own(new NotebookObjective(engine, BenchmarkNetworks.LOSS_WEIGHTS, content,
			style));
		final NetworkParts network = scope.own(new NetworkParts(engine, content.size(), layers));
		final StyleParts parts = scope.own(new StyleParts(network.network(), layers));
		final INDArray point = scope.tensor(content.values(), content.values().length);
		final INDArray gradient = scope.zeros(point.length());
		network.network().run(point);
		final Map<String, Runnable> tasks = new LinkedHashMap<>();
		tasks.put("evaluation", () -> objective.evaluate(point, gradient));
		tasks.put("convolution forward", network::convolveForward);
		tasks.put("convolution backward", network::convolveBackward);
		tasks.put("Gram", parts::run);
		tasks.put("pooling", network::pool);
		return tasks;
	}

	/** Milliseconds; each round runs everything once, so that all see the same machine. */
	private static Map<BenchmarkEngine, Map<String, Double>> times(
		final Map<BenchmarkEngine, Map<String, Runnable>> tasks, final Map<Precision, BareConvolutions> peaks,
		final int rounds)
	{
		final Map<BenchmarkEngine, Map<String, Double>> least = new LinkedHashMap<>();
		tasks.keySet().forEach(engine -> least.put(engine, new LinkedHashMap<>()));
		for (int round = -WARM_UP; round < rounds; round++) {
			for (final Map.Entry<BenchmarkEngine, Map<String, Runnable>> engine : tasks.entrySet()) {
				for (final Map.Entry<String, Runnable> task : engine.getValue().entrySet()) {
					final double time = milliseconds(task.getValue());
					// NB: The least disturbed by other programs.
					if (round >= 0) least.get(engine.getKey()).merge(task.getKey(), time, Math::min);
				}
			}
			peaks.values().forEach(BareConvolutions::run);
		}
		return least;
	}

	private static double milliseconds(final Runnable task) {
		final long start = System.nanoTime();
		task.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
