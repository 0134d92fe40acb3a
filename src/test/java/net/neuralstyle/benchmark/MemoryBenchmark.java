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
import java.util.LinkedHashMap;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What evaluations and the optimiser take of memory, for one network, one size and one
 * engine, in a process of its own, and how long the optimiser takes. Prints JSON.
 */
public final class MemoryBenchmark {

	private static final int WARM_UP = 2;
	private static final int OPTIMISER_ROUNDS = 10;
	/** Pairs of the optimiser's history. */
	private static final int PAIRS = 10;

	private MemoryBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments network ("bundled" or "VGG16"), side of the square image in pixels, engine */
	public static void main(final String[] arguments) throws IOException {
		final BenchmarkEngine kind = BenchmarkEngine.prepare(arguments[2]).get(0);
		final double baseMemory = Measurement.residentMegabytes("VmRSS");
		final int side = Integer.parseInt(arguments[1]);
		final VggImage content = BenchmarkImages.square("content/chelsea.png", side);
		final VggImage style = BenchmarkImages.square("style/great-wave.jpg", side);
		final Map<String, Object> result = new LinkedHashMap<>();
		try (NetworkEngine engine = BenchmarkNetworks.open(arguments[0], kind);
				NotebookObjective objective = new NotebookObjective(engine, BenchmarkNetworks.LOSS_WEIGHTS, content, style);
				TensorScope scope = new TensorScope())
		{
			final INDArray point = scope.tensor(content.values(), content.values().length);
			final INDArray gradient = scope.zeros(point.length());
			result.putAll(allocations(() -> objective.evaluate(point, gradient)));
			result.put("optimiser", optimiser(content.size()));
			result.put("memory", Measurement.residentMegabytes("VmHWM") - baseMemory);
		}
		Measurement.report(result);
	}

	// -- Helper methods --

	/**
	 * Milliseconds of the optimiser's own work for each evaluation, when its history
	 * is full: with a function of as many variables that costs little.
	 */
	private static double optimiser(final ImageSize size) {
		final long[] evaluating = { 0 };
		final long[] start = { 0 };
		final int[] counted = { 0 };
		try (TensorScope scope = new TensorScope()) {
			final float[] values = VggImage.noise(size, 1).values();
			final INDArray curvatures = scope.tensor(values, values.length);
			curvatures.muli(curvatures);
			final MultiscalePreconditioner preconditioner = scope.own(new MultiscalePreconditioner(size));
			final Lbfgs lbfgs = new Lbfgs(PAIRS, PAIRS + WARM_UP + OPTIMISER_ROUNDS, 5 * Math.sqrt(values.length),
				preconditioner);
			lbfgs.minimize((x, gradient) -> {
				final long before = System.nanoTime();
				x.muli(curvatures, gradient);
				final double value = Vectors.dot(x, gradient) / 2;
				evaluating[0] += System.nanoTime() - before;
				counted[0]++;
				return value;
			}, scope.zeros(values.length).assign(1), (state, value) -> {
				if (state.evaluations() == PAIRS + WARM_UP) {
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
}
