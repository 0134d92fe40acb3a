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

import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.network.TransformationTopology;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One convolution's numbers of an image transformation network, as primitives read them. */
final class ConvolutionNumbers {

	/** So many positions of the last map, which has few channels, are computed as one; the sides are multiples of it. */
	private static final int LAST_GROUP = TransformationTopology.ALIGNMENT;

	private final TransformationTopology.Convolution convolution;
	private final FloatPointer parameters;
	private final List<PartKernel> kernels;
	private final memory scale;
	private final memory shift;

	/**
	 * @param parameters of the whole network, float32, which may change; stay with their owner
	 * @param primitives own the memory
	 */
	ConvolutionNumbers(final TransformationTopology.Convolution convolution, final INDArray parameters,
		final Primitives primitives)
	{
		this.convolution = convolution;
		this.parameters = new FloatPointer(Primitives.address(parameters));
		final Pointer kernel = this.parameters.getPointer(convolution.kernelOffset());
		kernels = layouts(convolution).stream().map(layout -> new PartKernel(layout, kernel, convolution.kernelLength(),
			primitives)).collect(Collectors.toList());
		final int repetitions = repetitions();
		scale = primitives.allocate(primitives.vector((long) repetitions * convolution.outputChannels(), data_type.f32));
		shift = convolution.isNormalised() ? primitives.allocate(primitives.vector(convolution.outputChannels(),
			data_type.f32)) : null;
		update();
	}

	TransformationTopology.Convolution convolution() {
		return convolution;
	}

	/** One for each part of the convolution's result. */
	List<PartKernel> kernels() {
		return kernels;
	}

	/** The scale of its normalisation. */
	memory scale() {
		return scale;
	}

	/** The shift of its normalisation. */
	memory shift() {
		return shift;
	}

	/** The bias of one that is not normalised, repeated for each position that is computed as one with others. */
	memory bias() {
		return scale;
	}

	/** Describes the bias, or that there is none. */
	memory.desc biases(final Primitives user) {
		return user.own(convolution.isNormalised() ? new memory.desc() : bias().get_desc());
	}

	/** Takes over what the numbers are now. */
	void update() {
		kernels.forEach(PartKernel::update);
		final float[] values = new float[convolution.outputChannels()];
		parameters.getPointer(convolution.scaleOffset()).get(values);
		final FloatPointer target = new FloatPointer(scale.get_data_handle());
		for (int i = 0; i < repetitions(); i++) {
			target.getPointer((long) i * values.length).put(values);
		}
		if (shift == null) return;
		parameters.getPointer(convolution.shiftOffset()).get(values);
		new FloatPointer(shift.get_data_handle()).put(values);
	}

	// -- Helper methods --

	private int repetitions() {
		return convolution.isNormalised() ? 1 : kernels.get(0).layout().outputs() / convolution.outputChannels();
	}

	private static List<KernelLayout> layouts(final TransformationTopology.Convolution convolution) {
		switch (convolution.role()) {
			case ENLARGES:
				return List.of(KernelLayout.enlarging(convolution, false), KernelLayout.enlarging(convolution, true));
			case LAST:
				return List.of(KernelLayout.grouped(convolution, LAST_GROUP));
			default:
				return List.of(KernelLayout.own(convolution));
		}
	}
}
