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

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.ConvolutionWeights;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One convolution's weights, reordered once for each order that a primitive prefers;
 * usually there is one for each direction.
 */
final class Kernels {

	private final Primitives primitives;
	private final data_type type;
	private final int inputChannels;
	private final int outputChannels;
	private final memory bias;
	/** Owns what is in the given order; closed once there is the kernel in another one. */
	private final TensorScope given;
	private final memory inGivenOrder;
	private final List<memory> reordered = new ArrayList<>();

	/**
	 * @param copies how many times the kernel is repeated for as many copies of the input
	 *          channels
	 * @param type in which the kernel is kept; the bias is float32
	 * @param scope owns the memory
	 */
	Kernels(final ConvolutionWeights weights, final int copies, final data_type type, final TensorScope scope) {
		this.type = type;
		primitives = new Primitives(scope);
		given = scope.own(new TensorScope());
		inputChannels = copies * weights.inputChannels();
		outputChannels = weights.outputChannels();
		bias = primitives.of(primitives.vector(outputChannels, data_type.f32), scope.tensor(weights.bias(), outputChannels));
		if (type == data_type.f32) {
			inGivenOrder = inGivenOrder(weights, copies, given);
			return;
		}
		inGivenOrder = new Primitives(given).allocate(order(type));
		try (TensorScope temporary = new TensorScope()) {
			new Primitives(temporary).copy(inGivenOrder(weights, copies, temporary), inGivenOrder).run();
		}
	}

	/** How many channels the kernel reads, all copies together. */
	int inputChannels() {
		return inputChannels;
	}

	/** In whatever order a primitive prefers. */
	memory.desc any(final Primitives user) {
		return user.anyKernels(outputChannels, inputChannels, type);
	}

	/** [out], float32 */
	memory bias() {
		return bias;
	}

	/** Returns the kernel in an order, which is kept. */
	memory in(final memory.desc order) {
		for (final memory memory : reordered) {
			try (memory.desc description = memory.get_desc()) {
				if (description.equals(order)) return memory;
			}
		}
		final memory result = primitives.allocate(primitives.own(new memory.desc(order)));
		try (TensorScope temporary = new TensorScope()) {
			new Primitives(temporary).copy(reordered.isEmpty() ? inGivenOrder : reordered.get(0), result).run();
		}
		reordered.add(result);
		given.close();
		return result;
	}

	// -- Helper methods --

	private memory.desc order(final data_type valueType) {
		return primitives.own(new memory.desc(new long[] { outputChannels, inputChannels, 3, 3 }, valueType, format_tag.hwio,
			false));
	}

	/** The kernel, in float32, for so many copies of the input channels. */
	private memory inGivenOrder(final ConvolutionWeights weights, final int copies, final TensorScope owner) {
		final INDArray values = owner.zeros(3, 3, inputChannels, outputChannels);
		final FloatBuffer target = Primitives.values(values);
		if (copies == 1) weights.copyKernel(target);
		else {
			final float[] kernel = weights.kernel();
			final int length = kernel.length / 9;
			for (int i = 0; i < 9 * copies; i++) {
				target.put(kernel, i / copies * length, length);
			}
		}
		return new Primitives(owner).of(order(data_type.f32), values);
	}
}
