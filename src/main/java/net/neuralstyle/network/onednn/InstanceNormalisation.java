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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Normalises each channel of one map by its mean and variance, scales and shifts it, and lets it pass a ReLU. */
final class InstanceNormalisation {

	/** oneDNN's implementation that is wanted. */
	private static final String PREFERRED = "bnorm_tbb";

	private final TransformationTopology.Convolution convolution;
	private final Primitives primitives;
	private final batch_normalization_forward.primitive_desc description;
	private final int flags;
	private final memory map;
	private final memory mean;
	private final memory variance;
	private final memory scale;
	private final memory workspace;
	private final Runnable forward;

	/**
	 * @param numbers of the convolution that gives the map
	 * @param map is normalised
	 * @param result where the map is, or elsewhere; for a gradient elsewhere
	 * @param kept where is kept where ReLU let pass; a byte for each value suffices
	 */
	InstanceNormalisation(final ConvolutionNumbers numbers, final DenseMap map, final DenseMap result, final Pointer kept,
		final Primitives primitives)
	{
		this.primitives = primitives;
		this.map = map.whole(primitives);
		convolution = numbers.convolution();
		flags = dnnl_use_scale | dnnl_use_shift | (convolution.isRectified() ? dnnl_fuse_norm_relu : 0);
		scale = numbers.scale();
		final memory.desc values = primitives.own(this.map.get_desc());
		description = preferred(() -> new batch_normalization_forward.primitive_desc(Primitives.processor(),
			prop_kind.forward_training.value, values, values, (float) TransformationTopology.EPSILON, flags, primitives
				.attributes(), false));
		mean = primitives.allocate(primitives.vector(convolution.outputChannels(), data_type.f32));
		variance = primitives.allocate(primitives.vector(convolution.outputChannels(), data_type.f32));
		workspace = convolution.isRectified() ? primitives.at(primitives.own(description.workspace_desc()), kept) : null;
		forward = primitives.bind(new batch_normalization_forward(description), description, arguments(DNNL_ARG_SRC, this.map,
			DNNL_ARG_DST, result.whole(primitives), DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_SCALE, scale,
			DNNL_ARG_SHIFT, numbers.shift()));
	}

	void run() {
		forward.run();
	}

	/** Copies the means and variances of the last run, in the order of the topology. */
	void copyStatistics(final float[] target) {
		final int channels = convolution.outputChannels();
		new FloatPointer(mean.get_data_handle()).get(target, convolution.statisticsOffset(), channels);
		new FloatPointer(variance.get_data_handle()).get(target, convolution.statisticsOffset() + channels, channels);
	}

	/**
	 * Prepares the gradient.
	 *
	 * @param resultGradient with respect to the result
	 * @param mapGradient with respect to the map; where that is, or elsewhere
	 * @param sums receives the gradient with respect to scale and shift, where they stand among all numbers
	 */
	Runnable gradient(final DenseMap resultGradient, final DenseMap mapGradient, final FloatPointer sums) {
		final memory.desc values = primitives.own(map.get_desc());
		final batch_normalization_backward.primitive_desc backward = preferred(
			() -> new batch_normalization_backward.primitive_desc(Primitives.processor(), prop_kind.backward.value, values,
				values, values, (float) TransformationTopology.EPSILON, flags, description, primitives.attributes(), false));
		final int channels = convolution.outputChannels();
		final memory.desc vector = primitives.vector(channels, data_type.f32);
		final memory scaleGradient = primitives.allocate(vector);
		final memory shiftGradient = primitives.allocate(vector);
		final Runnable normalise = primitives.bind(new batch_normalization_backward(backward), backward, arguments(
			DNNL_ARG_SRC, map, DNNL_ARG_DIFF_DST, resultGradient.whole(primitives), DNNL_ARG_DIFF_SRC, mapGradient.whole(
				primitives), DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_SCALE, scale, DNNL_ARG_DIFF_SCALE,
			scaleGradient, DNNL_ARG_DIFF_SHIFT, shiftGradient));
		final Pointer scaleSums = sums.getPointer(convolution.scaleOffset());
		final Pointer shiftSums = sums.getPointer(convolution.shiftOffset());
		return () -> {
			normalise.run();
			Pointer.memcpy(scaleSums, scaleGradient.get_data_handle(), (long) channels * Float.BYTES);
			Pointer.memcpy(shiftSums, shiftGradient.get_data_handle(), (long) channels * Float.BYTES);
		};
	}

	// -- Helper methods --

	private Object[] arguments(final Object... given) {
		final List<Object> arguments = new ArrayList<>(List.of(given));
		if (workspace != null) arguments.addAll(List.of(DNNL_ARG_WORKSPACE, workspace));
		return arguments.toArray();
	}

	/**
	 * NB: What oneDNN takes first has its threads wait for each other in loops; if another program has one of the
	 * processors, each normalisation takes as long as that may have it, 4 ms and more. With the one after it, which takes
	 * a tenth of a millisecond longer where there is no other program, threads come together as they do everywhere else.
	 */
	private <D extends primitive_desc> D preferred(final Supplier<D> candidates) {
		final D candidate = primitives.own(candidates.get());
		do {
			if (candidate.impl_info_str().getString().startsWith(PREFERRED)) return candidate;
		}
		while (candidate.next_impl());
		return primitives.own(candidates.get());
	}
}
