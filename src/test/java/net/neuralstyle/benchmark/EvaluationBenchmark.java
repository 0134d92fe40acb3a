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

import com.sun.management.ThreadMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.StyleParts;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.network.NetworkParts;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Times one evaluation of loss and gradient, and its parts, for one network and
 * one size, in a process of its own. Prints JSON.
 */
public final class EvaluationBenchmark {

	private static final int WARM_UP = 2;
	/** The notebook's, as the command has them by default. */
	static final LossWeights WEIGHTS = new LossWeights(0.025, 5, 1, "block2_conv2", List.of("block1_conv2",
		"block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3"));

	private EvaluationBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments network ("compact" or "vgg16"), side of the square image in pixels, rounds */
	public static void main(final String[] arguments) throws IOException {
		final double baseMemory = Measurement.residentMegabytes("VmRSS");
		final int side = Integer.parseInt(arguments[1]);
		final int rounds = Integer.parseInt(arguments[2]);
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("network", arguments[0]);
		result.put("size", side);
		final VggImage content = BenchmarkImages.square("content/chelsea.png", side);
		final VggImage style = BenchmarkImages.square("style/great-wave.jpg", side);
		try (NetworkEngine engine = Engines.open(BenchmarkNetworks.weights(arguments[0]), Pooling.MAX, arguments.length > 3 && arguments[3].equals("bfloat16") ? Precision.BFLOAT16 : Precision.FLOAT32)) {
			try (NotebookObjective objective = new NotebookObjective(engine, WEIGHTS, content, style);
					TensorScope scope = new TensorScope())
			{
				final INDArray point = scope.tensor(content.values(), content.values().length);
				final INDArray gradient = scope.zeros(point.length());
				result.putAll(allocations(() -> objective.evaluate(point, gradient)));
				result.put("optimiser", optimiser(content.size(), 10));
				result.put("memory", Measurement.residentMegabytes("VmHWM") - baseMemory);
				result.putAll(parts(objective, point, gradient, engine, content.size(), rounds));
			}
		}
		Measurement.report(result);
	}

	/** Milliseconds; each round runs everything once, so that all see the same machine. */
	private static Map<String, Object> parts(final NotebookObjective objective, final INDArray point,
		final INDArray gradient, final NetworkEngine engine, final ImageSize size, final int rounds)
	{
		final Map<String, Object> result = new LinkedHashMap<>();
		try (NetworkParts network = new NetworkParts(engine, size, WEIGHTS.styleLayers());
				StyleParts style = new StyleParts(network.network(), WEIGHTS.styleLayers()))
		{
			network.network().run(point);
			final Map<String, Runnable> tasks = new LinkedHashMap<>();
			tasks.put("evaluation", () -> objective.evaluate(point, gradient));
			tasks.put("convolution forward", network::convolveForward);
			tasks.put("convolution backward", network::convolveBackward);
			tasks.put("Gram", style::run);
			tasks.put("pooling", network::pool);
			final Map<String, double[]> times = new LinkedHashMap<>();
			tasks.keySet().forEach(name -> times.put(name, new double[rounds]));
			for (int round = -WARM_UP; round < rounds; round++) {
				for (final Map.Entry<String, Runnable> task : tasks.entrySet()) {
					final double time = milliseconds(task.getValue());
					if (round >= 0) times.get(task.getKey())[round] = time;
				}
			}
			times.forEach((name, values) -> result.put(name, best(values)));
		}
		return result;
	}

	/**
	 * Milliseconds of the optimiser's own work for each evaluation, when its history
	 * is full: with a function of as many variables that costs little.
	 */
	private static double optimiser(final ImageSize size, final int rounds) {
		final long[] evaluating = { 0 };
		final long[] start = { 0 };
		final int[] counted = { 0 };
		try (TensorScope scope = new TensorScope()) {
			final float[] values = VggImage.noise(size, 1).values();
			final INDArray curvatures = scope.tensor(values, values.length);
			curvatures.muli(curvatures);
			final Lbfgs lbfgs = new Lbfgs(10, 12 + rounds, 5 * Math.sqrt(values.length), scope.own(new MultiscalePreconditioner(
				size)));
			lbfgs.minimize((x, gradient) -> {
				final long before = System.nanoTime();
				x.muli(curvatures, gradient);
				final double value = Vectors.dot(x, gradient) / 2;
				evaluating[0] += System.nanoTime() - before;
				counted[0]++;
				return value;
			}, scope.zeros(values.length).assign(1), (state, value) -> {
				if (state.evaluations() == 12) {
					start[0] = System.nanoTime();
					evaluating[0] = 0;
					counted[0] = 0;
				}
				return true;
			});
		}
		return (System.nanoTime() - start[0] - evaluating[0]) / 1e6 / Math.max(1, counted[0]);
	}

	/** What one evaluation leaves for the garbage collector, and for the owners of native memory, in bytes. */
	private static Map<String, Object> allocations(final Runnable evaluation) {
		for (int i = 0; i < WARM_UP; i++) {
			evaluation.run();
		}
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long heap = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		final long nativeBytes = Pointer.totalBytes();
		evaluation.run();
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("heap bytes", threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - heap);
		result.put("native bytes", Pointer.totalBytes() - nativeBytes);
		return result;
	}

	private static double milliseconds(final Runnable task) {
		final long start = System.nanoTime();
		task.run();
		return (System.nanoTime() - start) / 1e6;
	}

	/** NB: The least disturbed by other programs. */
	private static double best(final double[] values) {
		return Arrays.stream(values).min().orElseThrow();
	}
}
