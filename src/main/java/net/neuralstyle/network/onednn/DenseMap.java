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

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/**
 * A map [height, width, channels] without a margin, as convolutions give it. That of an enlargement lies in
 * two halves: all even rows, then all odd ones. Does not own its memory. Immutable.
 */
final class DenseMap {

	private final long height;
	private final long width;
	private final long channels;
	private final int parts;
	private final ValueType type;
	private final Pointer values;

	/**
	 * @param parts every how many rows are together
	 * @param values of that type
	 */
	DenseMap(final long height, final long width, final long channels, final int parts, final ValueType type,
		final Pointer values)
	{
		this.height = height;
		this.width = width;
		this.channels = channels;
		this.parts = parts;
		this.type = type;
		this.values = values;
	}

	/** Every how many rows are together. */
	int parts() {
		return parts;
	}

	/** How much memory it takes, in float32 values. */
	long length() {
		return type.length(height * width * channels);
	}

	/** All values; of two halves, one after the other. */
	memory whole(final Primitives primitives) {
		return primitives.at(primitives.map(new long[] { 1, height, width, channels }, type.type()), values);
	}

	/** Rows that are together. */
	memory part(final int part, final Primitives primitives) {
		return part(part, 1, primitives);
	}

	/** Rows that are together, some positions side by side taken as one with as many times the channels. */
	memory part(final int part, final int group, final Primitives primitives) {
		final long[] shape = { 1, height / parts, width / group, group * channels };
		return primitives.at(primitives.map(shape, type.type()), type.address(values, part * height / parts * width *
			channels));
	}

	/** The same map elsewhere. */
	DenseMap at(final Pointer other) {
		return new DenseMap(height, width, channels, parts, type, other);
	}

	/** A map as large, of values of a type. */
	DenseMap of(final ValueType other) {
		return new DenseMap(height, width, channels, parts, other, null);
	}
}
