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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.nio.FloatBuffer;

import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes oneDNN's descriptions of memory, and primitives bound to their memory. What is
 * made belongs to a scope.
 */
final class Primitives {

	private final TensorScope scope;
	private final Scratchpad scratchpad;

	/** @param scope owns what is made, and a scratchpad */
	Primitives(final TensorScope scope) {
		this(scope, scope.own(new Scratchpad()));
	}

	/**
	 * @param scope owns what is made
	 * @param scratchpad that primitives take
	 */
	Primitives(final TensorScope scope, final Scratchpad scratchpad) {
		this.scope = scope;
		this.scratchpad = scratchpad;
	}

	/** The processor. */
	static engine processor() {
		return Processor.ENGINE;
	}

	/** Hands an object of oneDNN's to the scope. */
	<P extends Pointer> P own(final P pointer) {
		return scope.own(pointer);
	}

	/** Describes a feature map [N, H, W, C]; oneDNN names its axes in the order [N, C, H, W]. */
	memory.desc map(final long[] shape, final data_type type) {
		return own(new memory.desc(new long[] { shape[0], shape[3], shape[1], shape[2] }, type, format_tag.nhwc, false));
	}

	/** Describes some channels of a map [1, H, W, C]. */
	memory.desc channels(final long[] shape, final long channels, final data_type type) {
		final long[] strides = { shape[1] * shape[2] * shape[3], 1, shape[2] * shape[3], shape[3] };
		return own(new memory.desc(new long[] { 1, channels, shape[1], shape[2] }, type, strides, false));
	}

	/** Describes a matrix in row-major order. */
	memory.desc matrix(final long rows, final long columns, final data_type type) {
		return own(new memory.desc(new long[] { rows, columns }, type, format_tag.ab, false));
	}

	/** Describes the transpose of a matrix in row-major order. */
	memory.desc transpose(final long rows, final long columns, final data_type type) {
		return own(new memory.desc(new long[] { columns, rows }, type, format_tag.ba, false));
	}

	/** Describes a vector. */
	memory.desc vector(final long length, final data_type type) {
		return own(new memory.desc(new long[] { length }, type, format_tag.x, false));
	}

	/** Describes kernels [out, in, 3, 3] in whatever order a primitive prefers. */
	memory.desc anyKernels(final long outputs, final long inputs, final data_type type) {
		return kernels(new long[] { outputs, inputs, 3, 3 }, type, format_tag.any);
	}

	/**
	 * Describes kernels.
	 *
	 * @param shape [out, in, height, width], as oneDNN names the axes
	 * @param order in which they lie
	 */
	memory.desc kernels(final long[] shape, final data_type type, final format_tag order) {
		return own(new memory.desc(shape, type, order, false));
	}

	/**
	 * Describes a part of a map, [height, width, channels], of which only the rows are apart.
	 *
	 * @param rowLength from one row to the next, in values
	 */
	memory.desc rows(final long[] shape, final long rowLength, final data_type type) {
		return own(new memory.desc(new long[] { 1, shape[2], shape[0], shape[1] }, type, new long[] { shape[0] * rowLength, 1,
			rowLength, shape[2] }, false));
	}

	/** Takes memory that belongs to someone else. */
	memory at(final memory.desc description, final Pointer address) {
		return own(new memory(description, processor(), address));
	}

	/** Takes the memory of a contiguous tensor. */
	memory of(final memory.desc description, final INDArray tensor) {
		return at(description, address(tensor));
	}

	/** Makes memory. */
	memory allocate(final memory.desc description) {
		return of(description, scope.zeros(Math.max(1, (description.get_size() + Float.BYTES - 1) / Float.BYTES)));
	}

	/** Where a tensor's first value is; the tensor stays the owner. */
	static Pointer address(final INDArray tensor) {
		return new FloatPointer(tensor.data().pointer()).getPointer(FloatPointer.class, tensor.offset());
	}

	/** The values of a contiguous tensor, to be read and written; the tensor stays the owner. */
	static FloatBuffer values(final INDArray tensor) {
		return new FloatPointer(address(tensor)).capacity(tensor.length()).asBuffer();
	}

	/** Attributes with which a primitive takes the scratchpad. */
	primitive_attr attributes() {
		final primitive_attr attributes = own(new primitive_attr());
		attributes.set_scratchpad_mode(scratchpad_mode.user);
		return attributes;
	}

	/**
	 * Binds a primitive to its arguments.
	 *
	 * @param description that the primitive was made from, with {@link #attributes}
	 * @param arguments ids and memory, in turns
	 */
	Runnable bind(final primitive primitive, final primitive_desc_base description, final Object... arguments) {
		own(primitive);
		final IntMemoryMap map = own(new IntMemoryMap());
		for (int i = 0; i < arguments.length; i += 2) {
			map.put((Integer) arguments[i], (memory) arguments[i + 1]);
		}
		addScratchpad(description, map);
		return () -> primitive.execute(Processor.STREAM, map);
	}

	/** Prepares a copy from one description of values to another one. */
	Runnable copy(final memory from, final memory to) {
		final reorder.primitive_desc description = own(new reorder.primitive_desc(from, to, attributes(), false));
		return bind(new reorder(description), description, DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
	}

	/** Prepares the addition of values to others, which may lie in another order. */
	Runnable add(final memory values, final memory sum) {
		final post_ops operations = own(new post_ops());
		operations.append_sum();
		final primitive_attr attributes = attributes();
		attributes.set_post_ops(operations);
		final reorder.primitive_desc description = own(new reorder.primitive_desc(values, sum, attributes, false));
		return bind(new reorder(description), description, DNNL_ARG_FROM, values, DNNL_ARG_TO, sum);
	}

	/** Prepares a product of matrices, with what attributes have done to it. */
	Runnable product(final memory a, final memory b, final memory result, final primitive_attr attributes) {
		final matmul.primitive_desc description = own(new matmul.primitive_desc(processor(), own(a.get_desc()), own(b
			.get_desc()), own(result.get_desc()), attributes, false));
		return bind(new matmul(description), description, DNNL_ARG_SRC, a, DNNL_ARG_WEIGHTS, b, DNNL_ARG_DST, result);
	}

	/**
	 * Prepares result = a + factor * b.
	 *
	 * @param result where a is, or elsewhere
	 */
	Runnable sum(final memory a, final double factor, final memory b, final memory result) {
		final primitive_attr attributes = attributes();
		attributes.set_scales_mask(DNNL_ARG_SRC_1, 0);
		final binary.primitive_desc description = own(new binary.primitive_desc(processor(), algorithm.binary_add, own(a
			.get_desc()), own(b.get_desc()), own(result.get_desc()), attributes, false));
		final memory scale = of(vector(1, data_type.f32), scope.tensor(new float[] { (float) factor }, 1));
		return bind(new binary(description), description, DNNL_ARG_SRC_0, a, DNNL_ARG_SRC_1, b, DNNL_ARG_DST, result,
			DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_1, scale);
	}

	// -- Helper methods --

	/** Adds the scratchpad, if the primitive needs one. */
	private void addScratchpad(final primitive_desc_base description, final IntMemoryMap map) {
		final memory.desc needed = own(description.scratchpad_desc());
		if (needed.get_size() > 0) map.put(DNNL_ARG_SCRATCHPAD, scratchpad.lend(needed, this));
	}

	/** NB: Kept until the program ends, since all primitives refer to it. */
	private static final class Processor {

		private static final engine ENGINE = new engine(engine.kind.cpu, 0);
		private static final stream STREAM = new stream(ENGINE);
	}
}
