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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.neuralstyle.PictureLoss;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.onednn.BareTransformation;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Measures the parts of a training's step in some engines, which take turns in this process, and prints for each engine
 * and for what is beside them how long each part takes: milliseconds, the least of all rounds.
 */
public final class TransformationSteps {

	/** What belongs to no engine: the loss of a picture, bare convolutions, and Adam's step by itself. */
	static final String OTHERS = "others";

	private static final int BLOCKS = 5;
	private static final int WARM_UP = 3;
	private static final int LEAST_ROUNDS = 3;
	/** Rounds after the least number begin within this time. */
	private static final double LIMIT_SECONDS = 60;

	private TransformationSteps() {
		// NB: Not instantiable.
	}

	/** @param arguments rounds, the side of the square pictures, the width, and names of {@link TransformationEngines} */
	public static void main(final String[] arguments) throws IOException {
		final int rounds = Integer.parseInt(arguments[0]);
		final int side = Integer.parseInt(arguments[1]);
		final List<TransformationEngines> engines = Arrays.stream(arguments).skip(3).map(TransformationEngines::valueOf)
			.filter(TransformationEngines::isHere).collect(Collectors.toList());
		Measurement.report(measure(engines, new TransformationTopology(Integer.parseInt(arguments[2]), BLOCKS),
			new ImageSize(side, side), rounds));
	}

	// -- Helper methods --

	private static Map<String, Object> measure(final List<TransformationEngines> engines,
		final TransformationTopology topology, final ImageSize size, final int rounds) throws IOException
	{
		final float[] parameters = NaiveTransformation.randomParameters(topology, 1);
		try (TensorScope scope = new TensorScope()) {
			final Map<String, Map<String, Runnable>> tasks = new LinkedHashMap<>();
			engines.forEach(engine -> tasks.put(engine.name(), engine.tasks(topology, parameters, size, scope)));
			tasks.put(OTHERS, others(topology, parameters, size, scope));
			final Map<String, Object> times = new LinkedHashMap<>();
			final Map<String, Map<String, Double>> least = new LinkedHashMap<>();
			final long start = System.nanoTime();
			for (int round = -WARM_UP; round < rounds; round++) {
				if (round >= LEAST_ROUNDS && (System.nanoTime() - start) / 1e9 > LIMIT_SECONDS) break;
				final boolean counts = round >= 0;
				tasks.forEach((name, parts) -> run(parts, counts, least.computeIfAbsent(name, key -> new TreeMap<>())));
			}
			times.putAll(least);
			return times;
		}
	}

	private static Map<String, Runnable> others(final TransformationTopology topology, final float[] parameters,
		final ImageSize size, final TensorScope scope) throws IOException
	{
		final Map<String, Runnable> others = new LinkedHashMap<>();
		others.put("loss", loss(size, scope));
		final INDArray point = scope.zeros(topology.parameterCount());
		final INDArray gradient = scope.zeros(topology.parameterCount()).assign(1);
		others.put("our Adam", TransformationEngines.ownAdam(point, gradient, scope));
		others.put("ND4J's Adam", TransformationEngines.adam(point, gradient));
		if (OneDnn.obstacle().isEmpty()) {
			final BareTransformation bare = scope.own(new BareTransformation(topology, size, parameters));
			others.put("bare forward", bare::runForward);
			others.put("bare backward", bare::runBackward);
		}
		return others;
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
}
