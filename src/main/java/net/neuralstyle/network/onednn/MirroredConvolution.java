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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A convolution of an image transformation network without what comes after it; it reads a map with a mirrored margin. */
final class MirroredConvolution {

	private static final long[] ZEROS = { 0, 0 };

	private final ConvolutionNumbers numbers;
	private final TransformationTopology.Convolution convolution;
	private final MirroredMap input;
	private final DenseMap result;
	private final data_type type;
	private final long[] strides;
	private final Primitives primitives;
	private final List<convolution_forward.primitive_desc> descriptions = new ArrayList<>();
	private final List<Runnable> forward = new ArrayList<>();

	/**
	 * @param training whether there will be a gradient
	 * @param type of the maps
	 */
	MirroredConvolution(final ConvolutionNumbers numbers, final MirroredMap input, final DenseMap result,
		final boolean training, final data_type type, final Primitives primitives)
	{
		this.numbers = numbers;
		convolution = numbers.convolution();
		this.input = input;
		this.result = result;
		this.type = type;
		this.primitives = primitives;
		strides = strides(convolution);
		for (int part = 0; part < numbers.kernels().size(); part++) {
			addForward(part, training ? prop_kind.forward_training : prop_kind.forward_inference);
		}
	}

	/** Rows and columns from one position to the next. */
	static long[] strides(final TransformationTopology.Convolution convolution) {
		final long stride = convolution.role() == TransformationTopology.Role.REDUCES ? 2 : 1;
		return new long[] { stride, stride };
	}

	/** What is read for a part of the result. */
	static memory input(final MirroredMap map, final ConvolutionNumbers numbers, final int part,
		final Primitives primitives)
	{
		final int group = numbers.kernels().get(part).layout().inputs() / numbers.convolution().inputChannels();
		return map.rows(part, map.rowCount() - (numbers.kernels().size() - 1), group, primitives);
	}

	/** A part of the result. */
	static memory result(final DenseMap map, final ConvolutionNumbers numbers, final int part,
		final Primitives primitives)
	{
		return map.part(part, numbers.kernels().get(part).layout().outputs() / numbers.convolution().outputChannels(),
			primitives);
	}

	void run() {
		forward.forEach(Runnable::run);
	}

	/**
	 * Prepares the gradient with respect to kernel and bias.
	 *
	 * @param gradient with respect to the result
	 * @param sums receives it, where the numbers stand among all
	 */
	Runnable numbersGradient(final DenseMap gradient, final FloatPointer sums) {
		final List<Runnable> steps = new ArrayList<>();
		final float[] kernelSum = new float[convolution.kernelLength()];
		for (int part = 0; part < descriptions.size(); part++) {
			final KernelLayout layout = numbers.kernels().get(part).layout();
			final memory given = result(gradient, numbers, part, primitives);
			final memory read = input(input, numbers, part, primitives);
			final memory.desc any = PartKernel.any(layout, data_type.f32, primitives);
			final memory.desc inputs = primitives.own(read.get_desc());
			final memory.desc outputs = primitives.own(given.get_desc());
			final memory.desc order = PartKernel.order(layout, primitives);
			final Pointer kernel = sums.getPointer(convolution.kernelOffset());
			final memory kernelGradient = layout.isOwn() ? primitives.at(order, kernel) : primitives.allocate(order);
			if (convolution.isNormalised()) {
				final convolution_backward_weights.primitive_desc description = primitives.own(
					new convolution_backward_weights.primitive_desc(Primitives.processor(), algorithm.convolution_direct, inputs,
						any, outputs, strides, ZEROS, ZEROS, descriptions.get(part), primitives.attributes(), false));
				final memory preferred = primitives.allocate(primitives.own(description.diff_weights_desc()));
				steps.add(primitives.bind(new convolution_backward_weights(description), description, DNNL_ARG_SRC, read,
					DNNL_ARG_DIFF_DST, given, DNNL_ARG_DIFF_WEIGHTS, preferred));
				steps.add(primitives.copy(preferred, kernelGradient));
			}
			else {
				final memory.desc bias = primitives.own(numbers.bias().get_desc());
				final convolution_backward_weights.primitive_desc description = primitives.own(
					new convolution_backward_weights.primitive_desc(Primitives.processor(), algorithm.convolution_direct, inputs,
						any, bias, outputs, strides, ZEROS, ZEROS, descriptions.get(part), primitives.attributes(), false));
				final memory preferred = primitives.allocate(primitives.own(description.diff_weights_desc()));
				final memory biasGradient = primitives.allocate(bias);
				steps.add(primitives.bind(new convolution_backward_weights(description), description, DNNL_ARG_SRC, read,
					DNNL_ARG_DIFF_DST, given, DNNL_ARG_DIFF_WEIGHTS, preferred, DNNL_ARG_DIFF_BIAS, biasGradient));
				steps.add(primitives.copy(preferred, kernelGradient));
				steps.add(() -> foldBias(biasGradient, layout.outputs(), sums));
			}
			if (!layout.isOwn()) steps.add(() -> fold(layout, kernelGradient, kernelSum));
		}
		if (descriptions.size() == 1 && numbers.kernels().get(0).layout().isOwn()) return () -> steps.forEach(Runnable::run);
		final FloatPointer target = sums.getPointer(convolution.kernelOffset());
		return () -> {
			Arrays.fill(kernelSum, 0);
			steps.forEach(Runnable::run);
			target.put(kernelSum);
		};
	}

	/**
	 * Prepares the gradient with respect to what is read.
	 *
	 * @param gradient with respect to the result
	 * @param target receives it
	 * @param other as large as the target, for the part that is added; null where there is one part
	 */
	Runnable inputGradient(final DenseMap gradient, final MirroredMap target, final MirroredMap other) {
		final int parts = descriptions.size();
		final List<Runnable> steps = new ArrayList<>();
		for (int part = parts - 1; part >= 0; part--) {
			final boolean adds = part < parts - 1;
			final memory given = result(gradient, numbers, part, primitives);
			final memory received = input(adds ? other : target, numbers, part, primitives);
			final PartKernel kernel = numbers.kernels().get(part);
			final convolution_backward_data.primitive_desc description = primitives.own(
				new convolution_backward_data.primitive_desc(Primitives.processor(), algorithm.convolution_direct, primitives.own(
					received.get_desc()), PartKernel.any(kernel.layout(), type, primitives), primitives.own(given.get_desc()),
					strides, ZEROS, ZEROS, descriptions.get(part), primitives.attributes(), false));
			steps.add(primitives.bind(new convolution_backward_data(description), description, DNNL_ARG_DIFF_DST, given,
				DNNL_ARG_WEIGHTS, kernel.in(primitives.own(description.weights_desc())), DNNL_ARG_DIFF_SRC, received));
			if (adds) {
				steps.add(primitives.add(received, input(target, numbers, part, primitives)));
			}
			else if (parts > 1) {
				// NB: What the last part does not read, but others do.
				final memory rest = target.rows(0, parts - 1, 1, primitives);
				final long bytes = primitives.own(rest.get_desc()).get_size();
				steps.add(() -> Pointer.memset(rest.get_data_handle(), 0, bytes));
			}
		}
		return () -> steps.forEach(Runnable::run);
	}

	// -- Helper methods --

	private void addForward(final int part, final prop_kind kind) {
		final PartKernel kernel = numbers.kernels().get(part);
		final memory read = input(input, numbers, part, primitives);
		final memory given = result(result, numbers, part, primitives);
		final memory.desc inputs = primitives.own(read.get_desc());
		final memory.desc outputs = primitives.own(given.get_desc());
		final memory.desc any = PartKernel.any(kernel.layout(), type, primitives);
		final List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, read, DNNL_ARG_DST, given));
		final convolution_forward.primitive_desc description;
		if (convolution.isNormalised()) {
			description = primitives.own(new convolution_forward.primitive_desc(Primitives.processor(), kind,
				algorithm.convolution_direct, inputs, any, outputs, strides, ZEROS, ZEROS, primitives.attributes(), false));
		}
		else {
			description = primitives.own(new convolution_forward.primitive_desc(Primitives.processor(), kind,
				algorithm.convolution_direct, inputs, any, primitives.own(numbers.bias().get_desc()), outputs, strides, ZEROS,
				ZEROS, primitives.attributes(), false));
			arguments.addAll(List.of(DNNL_ARG_BIAS, numbers.bias()));
		}
		arguments.addAll(List.of(DNNL_ARG_WEIGHTS, kernel.in(primitives.own(description.weights_desc()))));
		descriptions.add(description);
		forward.add(primitives.bind(new convolution_forward(description), description, arguments.toArray()));
	}

	private static void fold(final KernelLayout layout, final memory gradient, final float[] sum) {
		final float[] values = new float[layout.length()];
		new FloatPointer(gradient.get_data_handle()).get(values);
		layout.fold(values, sum);
	}

	private void foldBias(final memory gradient, final int length, final FloatPointer sums) {
		final float[] values = new float[length];
		new FloatPointer(gradient.get_data_handle()).get(values);
		final float[] sum = new float[convolution.outputChannels()];
		for (int i = 0; i < length; i++) {
			sum[i % sum.length] += values[i];
		}
		sums.getPointer(convolution.scaleOffset()).put(sum);
	}
}
