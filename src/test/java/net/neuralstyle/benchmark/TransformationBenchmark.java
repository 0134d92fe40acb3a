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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.neuralstyle.PictureLoss;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.onednn.BareTransformation;
import net.neuralstyle.optimize.AdamUpdate;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes a training's step apart, for transformation networks of some widths in all engines by turns: what a picture
 * takes forward and backward, and its loss, and what the update of the numbers takes; and how long the network paints
 * with given statistics. Prints a table and writes transformation.json. Milliseconds, the least of all rounds.
 */
public final class TransformationBenchmark {

	private static final int BLOCKS = 5;
	private static final int PICTURES_PER_STEP = 4;
	private static final int WARM_UP = 3;
	private static final String TABLE = "| width, pixels | engine | forward | backward | loss | update | picture of a " +
		"step | convolutions' share | given statistics |\n|---|---|---|---|---|---|---|---|---|";

	private TransformationBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for transformation.json, rounds, the side of the square pictures, and widths */
	public static void main(final String[] arguments) throws IOException {
		final int rounds = Integer.parseInt(arguments[1]);
		final int side = Integer.parseInt(arguments[2]);
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println(TABLE);
		for (int i = 3; i < arguments.length; i++) {
			for (final Map<String, Object> result : measure(Integer.parseInt(arguments[i]), side, rounds)) {
				results.add(result);
				System.out.println(row(result));
			}
		}
		Measurement.write(arguments[0], "transformation.json", results);
		System.exit(0);
	}

	// -- Helper methods --

	private static List<Map<String, Object>> measure(final int width, final int side, final int rounds)
		throws IOException
	{
		final TransformationTopology topology = new TransformationTopology(width, BLOCKS);
		final float[] parameters = NaiveTransformation.randomParameters(topology, 1);
		final ImageSize size = new ImageSize(side, side);
		try (TensorScope scope = new TensorScope()) {
			final Map<String, Map<String, Runnable>> tasks = new LinkedHashMap<>();
			for (final TransformationEngines engine : TransformationEngines.values()) {
				if (engine.isHere()) tasks.put(engine.toString(), tasks(scope.own(engine.open(topology, parameters)), size, scope));
			}
			final Map<String, Runnable> others = new LinkedHashMap<>();
			others.put("loss", loss(size, scope));
			if (OneDnn.obstacle().isEmpty()) {
				final BareTransformation bare = scope.own(new BareTransformation(topology, size, parameters));
				others.put("bare forward", bare::runForward);
				others.put("bare backward", bare::runBackward);
			}
			final Map<String, Double> otherTimes = new TreeMap<>();
			final Map<String, Map<String, Double>> times = new LinkedHashMap<>();
			for (int round = -WARM_UP; round < rounds; round++) {
				final boolean counts = round >= 0;
				tasks.forEach((engine, parts) -> run(parts, counts, times.computeIfAbsent(engine, key -> new TreeMap<>())));
				run(others, counts, otherTimes);
			}
			final List<Map<String, Object>> results = new ArrayList<>();
			times.forEach((engine, measured) -> results.add(result(engine, width, side, measured, otherTimes)));
			return results;
		}
	}

	/** NB: In the order of a step, since backward is what forward left. */
	private static Map<String, Runnable> tasks(final TransformationEngine engine, final ImageSize size,
		final TensorScope scope)
	{
		final TransformationNetwork network = scope.own(engine.network(size, true));
		final TransformationNetwork painting = scope.own(engine.network(size, false));
		final INDArray pixels = scope.tensor(VggImage.noise(size, 1).values(), size.pixels() * VggImage.CHANNELS);
		final INDArray gradient = scope.zeros(engine.topology().parameterCount());
		final INDArray statistics = scope.zeros(engine.topology().statisticsCount()).assign(1);
		final AdamUpdate adam = new AdamUpdate(engine.parameters(), gradient, scope);
		final Map<String, Runnable> tasks = new LinkedHashMap<>();
		tasks.put("forward", () -> network.run(pixels));
		tasks.put("backward", () -> network.addGradient(pixels, gradient));
		tasks.put("update", () -> {
			adam.step(1e-4);
			engine.parametersChanged();
			gradient.assign(0);
		});
		// NB: The statistics are folded into the kernels at once, as for parts of a picture after the first.
		tasks.put("fold", () -> painting.run(pixels, statistics));
		tasks.put("given", () -> painting.run(pixels, statistics));
		return tasks;
	}

	private static Runnable loss(final ImageSize size, final TensorScope scope) throws IOException {
		final VggImage style = BenchmarkImages.square("style/great-wave.jpg", 512);
		final PictureLoss loss = scope.own(new StyleTransfer(new BundledWeights(), Recipe.builder().build()).losses(
			List.of(Style.of(style.toArgb())))).loss(size);
		final VggImage content = VggImage.noise(size, 2);
		final INDArray pixels = scope.tensor(VggImage.noise(size, 1).values(), size.pixels() * VggImage.CHANNELS);
		final INDArray gradient = scope.zeros(size.pixels() * VggImage.CHANNELS);
		return () -> {
			loss.setContent(content);
			loss.evaluate(pixels, gradient);
		};
	}

	private static void run(final Map<String, Runnable> parts, final boolean counts, final Map<String, Double> times) {
		parts.forEach((name, part) -> {
			final long start = System.nanoTime();
			part.run();
			if (counts) times.merge(name, (System.nanoTime() - start) / 1e6, Math::min);
		});
	}

	private static Map<String, Object> result(final String engine, final int width, final int side,
		final Map<String, Double> times, final Map<String, Double> others)
	{
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("engine", engine);
		result.put("width", width);
		result.put("side", side);
		result.putAll(times);
		result.putAll(others);
		final double network = times.get("forward") + times.get("backward");
		result.put("picture", network + others.get("loss") + times.get("update") / PICTURES_PER_STEP);
		result.put("share", (others.getOrDefault("bare forward", Double.NaN) + others.getOrDefault("bare backward",
			Double.NaN)) / network);
		return result;
	}

	private static String row(final Map<String, Object> result) {
		return String.format("| %s, %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.1f |", result.get("width"), result
			.get("side"), result.get("engine"), result.get("forward"), result.get("backward"), result.get("loss"), result.get(
				"update"), result.get("picture"), result.get("share"), result.get("given"));
	}
}
