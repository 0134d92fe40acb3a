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

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A kernel that a primitive reads, in each order and type that one prefers, made anew whenever the convolution's has
 * changed.
 */
final class PartKernel {

	private final KernelLayout layout;
	private final Primitives primitives;
	private final FloatPointer convolutionKernel;
	private final int convolutionKernelLength;
	/** In the order of the layout, float32. */
	private final memory given;
	private final List<memory> reordered = new ArrayList<>();
	private final List<Runnable> reorders = new ArrayList<>();

	/**
	 * @param convolutionKernel the convolution's, float32, which may change; stays with its owner
	 * @param convolutionKernelLength how many numbers that has
	 * @param primitives own the memory
	 */
	PartKernel(final KernelLayout layout, final Pointer convolutionKernel, final int convolutionKernelLength,
		final Primitives primitives)
	{
		this.layout = layout;
		this.primitives = primitives;
		this.convolutionKernel = new FloatPointer(convolutionKernel).capacity(convolutionKernelLength);
		this.convolutionKernelLength = convolutionKernelLength;
		final memory.desc order = order(layout, primitives);
		given = layout.isOwn() ? primitives.at(order, convolutionKernel) : primitives.allocate(order);
	}

	/** Describes a kernel in the order of its layout, float32. */
	static memory.desc order(final KernelLayout layout, final Primitives user) {
		return user.kernels(shape(layout), data_type.f32, format_tag.hwio);
	}

	/** Describes a kernel, of values of a type, in whatever order a primitive prefers. */
	static memory.desc any(final KernelLayout layout, final ValueType type, final Primitives user) {
		return user.kernels(shape(layout), type.type(), format_tag.any);
	}

	KernelLayout layout() {
		return layout;
	}

	/** Returns the kernel in an order, in which it is kept. */
	memory in(final memory.desc order) {
		for (final memory memory : reordered) {
			try (memory.desc description = memory.get_desc()) {
				if (description.equals(order)) return memory;
			}
		}
		final memory result = primitives.allocate(primitives.own(new memory.desc(order)));
		final Runnable reorder = primitives.copy(given, result);
		reorder.run();
		reordered.add(result);
		reorders.add(reorder);
		return result;
	}

	/** Takes over what the convolution's kernel is now. */
	void update() {
		if (!layout.isOwn()) {
			final float[] kernel = new float[convolutionKernelLength];
			convolutionKernel.get(kernel);
			final float[] expanded = new float[layout.length()];
			layout.expand(kernel, expanded);
			new FloatPointer(given.get_data_handle()).put(expanded);
		}
		reorders.forEach(Runnable::run);
	}

	private static long[] shape(final KernelLayout layout) {
		return new long[] { layout.outputs(), layout.inputs(), layout.height(), layout.width() };
	}
}
