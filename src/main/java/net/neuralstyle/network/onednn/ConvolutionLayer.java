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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import net.neuralstyle.network.Layer;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A 3x3 convolution, stride 1, zero padding, with its ReLU as a part of it; backward, ReLU takes one pass of its own.
 */
final class ConvolutionLayer extends Layer {

	private static final long[] ONES = { 1, 1 };

	private final Runnable convolve;
	private final Runnable rectifyBack;
	private final Runnable convolveBack;

	/**
	 * @param input what the convolution reads
	 * @param output its map, with a gradient but for a network that only runs forward
	 * @param inputGradient receives the gradient with respect to the input; null likewise
	 * @param kernels for the input
	 * @param backwardKernels for the gradient; the same but for the pixels' copies
	 */
	ConvolutionLayer(final String name, final memory input, final OneDnnMap output, final memory inputGradient,
		final Kernels kernels, final Kernels backwardKernels, final Primitives primitives)
	{
		super(name, output);
		final memory.desc inputs = primitives.own(input.get_desc());
		final memory.desc outputs = primitives.map(output.shape(), output.type());
		final memory map = primitives.at(outputs, output.values());
		final memory.desc bias = primitives.own(kernels.bias().get_desc());
		// NB: A maximum with one zero, since a convolution with what oneDNN 3.3 has for ReLU leaves 50 kB when it is closed.
		final memory zero = primitives.allocate(primitives.map(new long[] { 1, 1, 1, 1 }, data_type.f32));
		final post_ops relu = primitives.own(new post_ops());
		relu.append_binary(algorithm.binary_max, primitives.own(zero.get_desc()));
		final primitive_attr attributes = primitives.attributes();
		attributes.set_post_ops(relu);
		final convolution_forward.primitive_desc forward = primitives.own(new convolution_forward.primitive_desc(Primitives
			.processor(), prop_kind.forward_inference, algorithm.convolution_direct, inputs, kernels.any(primitives), bias,
			outputs, ONES, ONES, ONES, attributes, false));
		convolve = primitives.bind(new convolution_forward(forward), forward, DNNL_ARG_SRC, input, DNNL_ARG_WEIGHTS, kernels
			.in(primitives.own(forward.weights_desc())), DNNL_ARG_BIAS, kernels.bias(), DNNL_ARG_DST, map,
			DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, zero);
		if (inputGradient == null) {
			rectifyBack = null;
			convolveBack = null;
			return;
		}
		final memory gradient = primitives.at(outputs, output.gradient());
		rectifyBack = rectifyBack(map, gradient, outputs, primitives);
		final memory.desc gradients = primitives.own(inputGradient.get_desc());
		final memory.desc any = backwardKernels.any(primitives);
		// NB: A forward convolution gives no wider type than it is given.
		final memory.desc hinted = gradients.get_data_type() == output.type() ? gradients : primitives.map(new long[] { 1,
			output.shape()[1], output.shape()[2], backwardKernels.inputChannels() }, output.type());
		final convolution_forward.primitive_desc hint = primitives.own(new convolution_forward.primitive_desc(Primitives
			.processor(), prop_kind.forward_training, algorithm.convolution_direct, hinted, any, outputs, ONES, ONES, ONES));
		final convolution_backward_data.primitive_desc backward = primitives.own(
			new convolution_backward_data.primitive_desc(Primitives.processor(), algorithm.convolution_direct, gradients, any,
				outputs, ONES, ONES, ONES, hint, primitives.attributes(), false));
		convolveBack = primitives.bind(new convolution_backward_data(backward), backward, DNNL_ARG_DIFF_DST, gradient,
			DNNL_ARG_WEIGHTS, backwardKernels.in(primitives.own(backward.weights_desc())), DNNL_ARG_DIFF_SRC, inputGradient);
	}

	@Override
	public void forward() {
		convolve.run();
	}

	@Override
	public void backward() {
		rectifyBack.run();
		convolveBack.run();
	}

	/** Prepares what lets the gradient pass where ReLU's output is positive, in place. */
	private static Runnable rectifyBack(final memory map, final memory gradient, final memory.desc description,
		final Primitives primitives)
	{
		final eltwise_forward.primitive_desc hint = primitives.own(new eltwise_forward.primitive_desc(Primitives.processor(),
			prop_kind.forward_training, algorithm.eltwise_relu_use_dst_for_bwd, description, description, 0f));
		final eltwise_backward.primitive_desc backward = primitives.own(new eltwise_backward.primitive_desc(Primitives
			.processor(), algorithm.eltwise_relu_use_dst_for_bwd, description, description, description, 0f, hint, primitives
				.attributes(), false));
		return primitives.bind(new eltwise_backward(backward), backward, DNNL_ARG_DST, map, DNNL_ARG_DIFF_DST, gradient,
			DNNL_ARG_DIFF_SRC, gradient);
	}
}
