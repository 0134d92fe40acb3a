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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;

/** The gradient with respect to a convolution's kernel, and its bias if it has one. */
final class NumbersGradient {

	private static final long[] ZEROS = { 0, 0 };

	private final ConvolutionNumbers numbers;
	private final TransformationTopology.Convolution convolution;
	private final FloatPointer sums;
	private final Primitives primitives;
	private final List<Part> parts = new ArrayList<>();
	/** Null where the kernel that the primitive reads is the convolution's own. */
	private final float[] kernel;

	/**
	 * @param descriptions what each part is computed by, forward
	 * @param input what the convolution reads
	 * @param gradient with respect to its result
	 * @param sums receives the gradient, where the numbers stand among all
	 */
	NumbersGradient(final ConvolutionNumbers numbers, final List<convolution_forward.primitive_desc> descriptions,
		final MirroredMap input, final DenseMap gradient, final FloatPointer sums, final Primitives primitives)
	{
		this.numbers = numbers;
		convolution = numbers.convolution();
		this.sums = sums;
		this.primitives = primitives;
		for (int part = 0; part < descriptions.size(); part++) {
			parts.add(new Part(numbers.kernels().get(part).layout(), descriptions.get(part), MirroredConvolution.input(input,
				numbers, part, primitives), MirroredConvolution.result(gradient, numbers, part, primitives)));
		}
		kernel = parts.get(0).layout.isOwn() ? null : new float[convolution.kernelLength()];
	}

	void run() {
		parts.forEach(part -> part.steps.forEach(Runnable::run));
		if (kernel == null) return;
		Arrays.fill(kernel, 0);
		parts.forEach(Part::fold);
		sums.getPointer(convolution.kernelOffset()).put(kernel);
	}

	/** Of a part of the result. */
	private final class Part {

		private final KernelLayout layout;
		private final List<Runnable> steps = new ArrayList<>();
		private final memory kernelGradient;
		private final memory biasGradient;
		private final float[] values;

		private Part(final KernelLayout layout, final convolution_forward.primitive_desc forward, final memory read,
			final memory given)
		{
			this.layout = layout;
			final memory.desc order = PartKernel.order(layout, primitives);
			kernelGradient = layout.isOwn() ? primitives.at(order, sums.getPointer(convolution.kernelOffset())) : primitives
				.allocate(order);
			biasGradient = convolution.isNormalised() ? null : primitives.allocate(primitives.vector(layout.outputs(),
				data_type.f32));
			values = layout.isOwn() ? null : new float[layout.length()];
			final convolution_backward_weights.primitive_desc description = primitives.own(
				new convolution_backward_weights.primitive_desc(Primitives.processor(), algorithm.convolution_direct, primitives
					.own(read.get_desc()), PartKernel.any(layout, ValueType.FLOAT32, primitives), numbers.biases(primitives), primitives.own(given
						.get_desc()), MirroredConvolution.strides(convolution), ZEROS, ZEROS, forward, primitives.attributes(), false));
			final memory preferred = primitives.allocate(primitives.own(description.diff_weights_desc()));
			final List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, read, DNNL_ARG_DIFF_DST, given,
				DNNL_ARG_DIFF_WEIGHTS, preferred));
			if (biasGradient != null) arguments.addAll(List.of(DNNL_ARG_DIFF_BIAS, biasGradient));
			steps.add(primitives.bind(new convolution_backward_weights(description), description, arguments.toArray()));
			steps.add(primitives.copy(preferred, kernelGradient));
		}

		private void fold() {
			new FloatPointer(kernelGradient.get_data_handle()).get(values);
			layout.fold(values, kernel);
			if (biasGradient != null) foldBias();
		}

		/** NB: Positions that are computed as one have the same bias. */
		private void foldBias() {
			final float[] repeated = new float[layout.outputs()];
			new FloatPointer(biasGradient.get_data_handle()).get(repeated);
			final float[] bias = new float[convolution.outputChannels()];
			for (int i = 0; i < repeated.length; i++) {
				bias[i % bias.length] += repeated[i];
			}
			sums.getPointer(convolution.scaleOffset()).put(bias);
		}
	}
}
