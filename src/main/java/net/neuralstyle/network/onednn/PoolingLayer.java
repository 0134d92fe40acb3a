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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.Layer;
import net.neuralstyle.recipe.Pooling;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * 2x2 pooling, stride 2: the largest or the mean of four; a last odd row or column is
 * dropped. Where the largest were is kept for the gradient.
 * <p>
 * Every two rows are an image of their own to oneDNN, since it lets no threads share the
 * gradient of one image of few channels.
 * </p>
 */
final class PoolingLayer extends Layer {

	private static final long[] TWOS = { 2, 2 };
	private static final long[] ZEROS = { 0, 0 };

	private final Runnable pool;
	private final Runnable poolBack;
	/** Of the input's gradient; null if there is none, or no odd row. */
	private final Pointer droppedRow;
	private final long rowBytes;

	/**
	 * @param input what is pooled, with a gradient but for a network that only runs forward
	 * @param output likewise
	 * @param kept where is kept where the largest were: a byte for each value of the output
	 */
	PoolingLayer(final String name, final Pooling kind, final OneDnnMap input, final OneDnnMap output,
		final Pointer kept, final Primitives primitives)
	{
		super(name, output);
		final algorithm algorithm = kind == Pooling.MAX ? org.bytedeco.dnnl.global.dnnl.algorithm.pooling_max
			: org.bytedeco.dnnl.global.dnnl.algorithm.pooling_avg_exclude_padding;
		final long height = input.shape()[1];
		final long[] shape = output.shape();
		final memory.desc inputs = primitives.map(new long[] { height / 2, 2, input.shape()[2], shape[3] }, output.type());
		final memory.desc outputs = primitives.map(new long[] { height / 2, 1, shape[2], shape[3] }, output.type());
		final boolean backward = input.gradient() != null;
		rowBytes = input.bytes() / height;
		droppedRow = backward && height % 2 > 0 ? new BytePointer(input.gradient()).getPointer((height - 1) * rowBytes)
			: null;
		final pooling_forward.primitive_desc forward = primitives.own(new pooling_forward.primitive_desc(Primitives
			.processor(), backward ? prop_kind.forward_training : prop_kind.forward_inference, algorithm, inputs, outputs, TWOS,
			TWOS, ZEROS, ZEROS, ZEROS, primitives.attributes(), false));
		final List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, primitives.at(inputs, input
			.values()), DNNL_ARG_DST, primitives.at(outputs, output.values())));
		final List<Object> backwardArguments = new ArrayList<>();
		final memory.desc workspace = primitives.own(forward.workspace_desc());
		if (backward && workspace.get_size() > 0) {
			final memory indices = primitives.at(workspace, kept);
			arguments.addAll(List.of(DNNL_ARG_WORKSPACE, indices));
			backwardArguments.addAll(List.of(DNNL_ARG_WORKSPACE, indices));
		}
		pool = primitives.bind(new pooling_forward(forward), forward, arguments.toArray());
		if (!backward) {
			poolBack = null;
			return;
		}
		final pooling_backward.primitive_desc description = primitives.own(new pooling_backward.primitive_desc(Primitives
			.processor(), algorithm, inputs, outputs, TWOS, TWOS, ZEROS, ZEROS, ZEROS, forward, primitives.attributes(), false));
		backwardArguments.addAll(List.of(DNNL_ARG_DIFF_DST, primitives.at(outputs, output.gradient()), DNNL_ARG_DIFF_SRC,
			primitives.at(inputs, input.gradient())));
		poolBack = primitives.bind(new pooling_backward(description), description, backwardArguments.toArray());
	}

	@Override
	public void forward() {
		pool.run();
	}

	@Override
	public void backward() {
		poolBack.run();
		if (droppedRow != null) Pointer.memset(droppedRow, 0, rowBytes);
	}
}
