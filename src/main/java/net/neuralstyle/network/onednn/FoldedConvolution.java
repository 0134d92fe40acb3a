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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of an image transformation network with all that comes after it, for a given mean and variance, which
 * are folded into its kernel and a bias.
 */
final class FoldedConvolution {

	private static final long[] ZEROS = { 0, 0 };

	private final TransformationTopology.Convolution convolution;
	private final FloatPointer parameters;
	private final Primitives primitives;
	private final List<Part> parts = new ArrayList<>();

	/**
	 * @param parameters of the whole network
	 * @param input of the type that is multiplied
	 * @param result receives what the convolution and what comes after it give; of a block's second one it is what the
	 *          block reads, to which that is added
	 */
	FoldedConvolution(final ConvolutionNumbers numbers, final INDArray parameters, final MirroredMap input,
		final DenseMap result, final Primitives primitives)
	{
		convolution = numbers.convolution();
		this.parameters = new FloatPointer(Primitives.address(parameters));
		this.primitives = primitives;
		for (int part = 0; part < numbers.kernels().size(); part++) {
			parts.add(new Part(numbers.kernels().get(part).layout(), input.type(), MirroredConvolution.input(input, numbers,
				part, primitives), MirroredConvolution.result(result, numbers, part, primitives)));
		}
	}

	/**
	 * Takes over what the network's numbers are now.
	 *
	 * @param statistics in the order of the topology
	 */
	void fold(final float[] statistics) {
		final int channels = convolution.outputChannels();
		final float[] kernel = new float[convolution.kernelLength()];
		parameters.getPointer(convolution.kernelOffset()).get(kernel);
		final float[] scale = new float[channels];
		parameters.getPointer(convolution.scaleOffset()).get(scale);
		final float[] shift = new float[channels];
		parameters.getPointer(convolution.shiftOffset()).get(shift);
		for (int channel = 0; channel < channels; channel++) {
			final int at = convolution.statisticsOffset() + channel;
			final double factor = scale[channel] / Math.sqrt(statistics[at + channels] + TransformationTopology.EPSILON);
			shift[channel] -= (float) (factor * statistics[at]);
			for (int i = channel; i < kernel.length; i += channels) {
				kernel[i] *= (float) factor;
			}
		}
		parts.forEach(part -> part.set(kernel, shift));
	}

	void run() {
		parts.forEach(part -> part.convolve.run());
	}

	/** What gives a part of the result. */
	private final class Part {

		private final KernelLayout layout;
		private final memory kernel;
		private final memory bias;
		private final Runnable reorder;
		private final Runnable convolve;

		private Part(final KernelLayout layout, final ValueType type, final memory read, final memory given) {
			this.layout = layout;
			kernel = primitives.allocate(PartKernel.order(layout, primitives));
			bias = primitives.allocate(primitives.vector(layout.outputs(), data_type.f32));
			final memory zero = primitives.allocate(primitives.map(new long[] { 1, 1, 1, 1 }, data_type.f32));
			final post_ops operations = primitives.own(new post_ops());
			// NB: A maximum, for the reason that ConvolutionLayer has.
			if (convolution.isRectified()) operations.append_binary(algorithm.binary_max, primitives.own(zero.get_desc()));
			else operations.append_sum();
			final primitive_attr attributes = primitives.attributes();
			attributes.set_post_ops(operations);
			final convolution_forward.primitive_desc description = primitives.own(new convolution_forward.primitive_desc(
				Primitives.processor(), prop_kind.forward_inference, algorithm.convolution_direct, primitives.own(read.get_desc()),
				PartKernel.any(layout, type, primitives), primitives.own(bias.get_desc()), primitives.own(given.get_desc()),
				MirroredConvolution.strides(convolution), ZEROS, ZEROS, attributes, false));
			final memory preferred = primitives.allocate(primitives.own(description.weights_desc()));
			reorder = primitives.copy(kernel, preferred);
			final List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, read, DNNL_ARG_WEIGHTS, preferred,
				DNNL_ARG_BIAS, bias, DNNL_ARG_DST, given));
			if (convolution.isRectified()) arguments.addAll(List.of(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1,
				zero));
			convolve = primitives.bind(new convolution_forward(description), description, arguments.toArray());
		}

		private void set(final float[] foldedKernel, final float[] foldedBias) {
			final float[] expanded = new float[layout.length()];
			layout.expand(foldedKernel, expanded);
			new FloatPointer(kernel.get_data_handle()).put(expanded);
			reorder.run();
			final FloatPointer target = new FloatPointer(bias.get_data_handle());
			for (int i = 0; i < layout.outputs(); i += foldedBias.length) {
				target.getPointer(i).put(foldedBias);
			}
		}
	}
}
