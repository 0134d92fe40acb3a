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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A convolution of an image transformation network without what comes after it; it reads what is mirrored at its edges.
 */
final class MirroredConvolution {

	private static final long[] ZEROS = { 0, 0 };

	private final ConvolutionNumbers numbers;
	private final TransformationTopology.Convolution convolution;
	private final MirroredMap input;
	private final long[] strides;
	private final Primitives primitives;
	private final List<convolution_forward.primitive_desc> descriptions = new ArrayList<>();
	private final List<Runnable> forward = new ArrayList<>();

	/**
	 * @param input of the type that is multiplied
	 * @param result float32
	 * @param training whether there will be a gradient
	 */
	MirroredConvolution(final ConvolutionNumbers numbers, final MirroredMap input, final DenseMap result,
		final boolean training, final Primitives primitives)
	{
		this.numbers = numbers;
		convolution = numbers.convolution();
		this.input = input;
		this.primitives = primitives;
		strides = strides(convolution);
		for (int part = 0; part < numbers.kernels().size(); part++) {
			addForward(part, result, training ? prop_kind.forward_training : prop_kind.forward_inference);
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
	 * @param gradient with respect to the result, of the type that is multiplied
	 * @param sums receives it, where the numbers stand among all
	 */
	Runnable numbersGradient(final DenseMap gradient, final FloatPointer sums) {
		return new NumbersGradient(numbers, descriptions, input, gradient, sums, primitives)::run;
	}

	/**
	 * Prepares the gradient with respect to what is read.
	 *
	 * @param gradient with respect to the result, of the type that is multiplied
	 * @param target receives it, float32
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
					received.get_desc()), PartKernel.any(kernel.layout(), input.type(), primitives), primitives.own(given
						.get_desc()), strides,
					ZEROS, ZEROS, descriptions.get(part), primitives.attributes(), false));
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

	private void addForward(final int part, final DenseMap result, final prop_kind kind) {
		final PartKernel kernel = numbers.kernels().get(part);
		final memory read = input(input, numbers, part, primitives);
		final memory given = result(result, numbers, part, primitives);
		final convolution_forward.primitive_desc description = primitives.own(new convolution_forward.primitive_desc(
			Primitives.processor(), kind, algorithm.convolution_direct, primitives.own(read.get_desc()),
			PartKernel.any(kernel.layout(), input.type(), primitives), numbers.biases(primitives), primitives.own(given
				.get_desc()),
			strides, ZEROS, ZEROS, primitives.attributes(), false));
		final List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, read, DNNL_ARG_DST, given));
		if (!convolution.isNormalised()) arguments.addAll(List.of(DNNL_ARG_BIAS, numbers.bias()));
		arguments.addAll(List.of(DNNL_ARG_WEIGHTS, kernel.in(primitives.own(description.weights_desc()))));
		descriptions.add(description);
		forward.add(primitives.bind(new convolution_forward(description), description, arguments.toArray()));
	}
}
