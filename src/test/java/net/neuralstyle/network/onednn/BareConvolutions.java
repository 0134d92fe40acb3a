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

package net.neuralstyle.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.NetworkPlan;
import net.neuralstyle.network.Topology;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The convolutions of a network, forward and backward, each as one primitive of oneDNN's
 * that is made once, and with nothing else: what an evaluation is measured by.
 */
public final class BareConvolutions implements AutoCloseable {

	private static final long[] ONES = { 1, 1 };

	private final TensorScope scope = new TensorScope();
	private final Primitives primitives = new Primitives(scope);
	private final data_type type;
	private final INDArray input;
	private final INDArray output;
	private final List<Timed> convolutions = new ArrayList<>();

	/**
	 * @param size of the image
	 * @param layerNames the layers whose maps are wanted
	 * @param precision of the maps; not automatic
	 * @throws IllegalStateException if there is no oneDNN 3 here
	 */
	public BareConvolutions(final Topology topology, final ImageSize size, final Collection<String> layerNames,
		final Precision precision)
	{
		OneDnn.version();
		type = precision == Precision.BFLOAT16 ? data_type.bf16 : data_type.f32;
		final List<NetworkPlan.Step> steps = new NetworkPlan(topology, size, layerNames).steps();
		final long largest = steps.stream().mapToLong(step -> step.shape()[1] * step.shape()[2] * step.shape()[3]).max()
			.orElseThrow();
		// NB: In bfloat16 half of these is used.
		input = scope.zeros(largest);
		output = scope.zeros(largest);
		steps.stream().filter(step -> !step.isPooling()).forEach(this::add);
	}

	/** Runs each of them once. */
	public void run() {
		convolutions.forEach(Timed::run);
	}

	/** Multiplications and additions of a run. */
	public double operations() {
		return convolutions.stream().mapToDouble(convolution -> convolution.operations).sum();
	}

	/** The most operations in a second, in 10^9, of any single one in any run so far. */
	public double bestRate() {
		return convolutions.stream().mapToDouble(Timed::bestRate).max().orElse(0);
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private void add(final NetworkPlan.Step step) {
		final long[] outputShape = step.shape();
		final long[] inputShape = step.shape();
		inputShape[3] = step.convolution().inputChannels();
		final memory.desc inputs = primitives.map(inputShape, type);
		final memory.desc outputs = primitives.map(outputShape, type);
		final memory.desc any = primitives.anyKernels(outputShape[3], inputShape[3], type);
		final double operations = 2.0 * 9 * outputShape[1] * outputShape[2] * outputShape[3] * inputShape[3];
		final convolution_forward.primitive_desc forward = primitives.own(new convolution_forward.primitive_desc(Primitives
			.processor(), prop_kind.forward_inference, algorithm.convolution_direct, inputs, any, outputs, ONES, ONES, ONES,
			primitives.attributes(), false));
		convolutions.add(new Timed(operations, primitives.bind(new convolution_forward(forward), forward, DNNL_ARG_SRC,
			primitives.of(inputs, input), DNNL_ARG_WEIGHTS, primitives.allocate(primitives.own(forward.weights_desc())),
			DNNL_ARG_DST, primitives.of(outputs, output))));
		final convolution_forward.primitive_desc hint = primitives.own(new convolution_forward.primitive_desc(Primitives
			.processor(), prop_kind.forward_training, algorithm.convolution_direct, inputs, any, outputs, ONES, ONES, ONES));
		final convolution_backward_data.primitive_desc backward = primitives.own(
			new convolution_backward_data.primitive_desc(Primitives.processor(), algorithm.convolution_direct, inputs, any,
				outputs, ONES, ONES, ONES, hint, primitives.attributes(), false));
		convolutions.add(new Timed(operations, primitives.bind(new convolution_backward_data(backward), backward,
			DNNL_ARG_DIFF_DST, primitives.of(outputs, output), DNNL_ARG_WEIGHTS, primitives.allocate(primitives.own(backward
				.weights_desc())), DNNL_ARG_DIFF_SRC, primitives.of(inputs, input))));
	}

	/** One convolution in one direction. */
	private static final class Timed {

		private final double operations;
		private final Runnable convolution;
		private long least = Long.MAX_VALUE;

		private Timed(final double operations, final Runnable convolution) {
			this.operations = operations;
			this.convolution = convolution;
		}

		private void run() {
			final long start = System.nanoTime();
			convolution.run();
			least = Math.min(least, System.nanoTime() - start);
		}

		private double bestRate() {
			return operations / least;
		}
	}
}
