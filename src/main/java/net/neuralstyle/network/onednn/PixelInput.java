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

import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NetworkInput;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The pixels as the first convolution reads them. In bfloat16, whose steps are up to a
 * whole grey level, each pixel is there twice: rounded, and what that left.
 */
final class PixelInput implements NetworkInput {

	private final INDArray pixels;
	private final INDArray gradient;
	private final memory map;
	/** What is done to the pixels; nothing in float32. */
	private final List<Runnable> steps;

	/**
	 * @param pixels [1, H, W, 3], float32
	 * @param gradient likewise; null for a network that only runs forward
	 * @param rest another one of their shape, for what is needed in between; null in float32
	 * @param values where the map is; not used in float32
	 */
	PixelInput(final INDArray pixels, final INDArray gradient, final data_type type, final INDArray rest,
		final Pointer values, final Primitives primitives)
	{
		this.pixels = pixels;
		this.gradient = gradient;
		final long[] shape = mapShape(pixels.shape(), type);
		if (type == data_type.f32) {
			map = primitives.of(primitives.map(shape, type), pixels);
			steps = List.of();
			return;
		}
		map = primitives.at(primitives.map(shape, type), values);
		final memory.desc part = primitives.channels(shape, VggImage.CHANNELS, type);
		final Pointer second = new Pointer(values).position(VggImage.CHANNELS * Short.BYTES).getPointer();
		final memory given = primitives.of(primitives.map(pixels.shape(), data_type.f32), pixels);
		final memory difference = primitives.of(primitives.map(pixels.shape(), data_type.f32), rest);
		final memory high = primitives.at(part, values);
		steps = List.of(primitives.copy(given, high), primitives.copy(high, difference), () -> rest.rsubi(pixels), primitives
			.copy(difference, primitives.at(part, second)));
	}

	/** How many copies of the channels there are. */
	static int copies(final data_type type) {
		return type == data_type.f32 ? 1 : 2;
	}

	/** Of what the first convolution reads. */
	static long[] mapShape(final long[] image, final data_type type) {
		return new long[] { 1, image[1], image[2], copies(type) * image[3] };
	}

	/** What the first convolution reads. */
	memory map() {
		return map;
	}

	@Override
	public void set(final INDArray values) {
		pixels.reshape(values.shape()).assign(values);
		steps.forEach(Runnable::run);
	}

	@Override
	public INDArray gradient() {
		return gradient;
	}
}
