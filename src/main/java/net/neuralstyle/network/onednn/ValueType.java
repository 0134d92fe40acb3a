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

import java.util.Locale;

import net.neuralstyle.recipe.Precision;

import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** What the values of a map are, and how they lie in memory that is counted in float32 values. */
enum ValueType {

		/** Of 32 bits. */
		FLOAT32(data_type.f32, Float.BYTES),
		/** Of 16 bits. */
		BFLOAT16(data_type.bf16, Short.BYTES);

	private final data_type type;
	private final int bytes;

	ValueType(final data_type type, final int bytes) {
		this.type = type;
		this.bytes = bytes;
	}

	/** @param precision automatic is float32 */
	static ValueType of(final Precision precision) {
		return precision == Precision.BFLOAT16 ? BFLOAT16 : FLOAT32;
	}

	/** Never automatic. */
	Precision precision() {
		return this == BFLOAT16 ? Precision.BFLOAT16 : Precision.FLOAT32;
	}

	/** As oneDNN calls it. */
	data_type type() {
		return type;
	}

	/** How many bytes a value takes. */
	int bytes() {
		return bytes;
	}

	/** How many float32 values take as much memory as some values. */
	long length(final long values) {
		return (values * bytes + Float.BYTES - 1) / Float.BYTES;
	}

	/** Where a value is, by the first one's place. */
	Pointer address(final Pointer first, final long index) {
		return new BytePointer(first).getPointer(index * bytes);
	}

	/** For people. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
