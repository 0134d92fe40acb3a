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

package net.neuralstyle.feedforward;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** An array of numbers in an ONNX file. Immutable; see {@link ProtobufMessage} for damage. */
final class OnnxTensor {

	private static final int DIMENSIONS = 1;
	private static final int TYPE = 2;
	private static final int FLOATS = 4;
	private static final int LONGS = 7;
	private static final int NAME = 8;
	private static final int RAW = 9;
	private static final int EXTERNAL = 13;

	private static final long FLOAT = 1;
	private static final long INT64 = 7;

	private final ProtobufMessage message;

	OnnxTensor(final ProtobufMessage message) {
		this.message = message;
	}

	String name() {
		return message.text(NAME);
	}

	/** The length of each dimension. */
	int[] shape() {
		return message.integers(DIMENSIONS).stream().mapToInt(Math::toIntExact).toArray();
	}

	/** Returns why the numbers cannot be read as float32, as a part of a sentence, or nothing. */
	Optional<String> obstacle() {
		if (message.has(EXTERNAL)) return Optional.of("its numbers are in another file");
		return type() == FLOAT ? Optional.empty() : Optional.of("its numbers are not float32");
	}

	/** All numbers, row-major. */
	float[] values() {
		final Optional<ByteBuffer> raw = message.bytes(RAW);
		final float[] values;
		if (raw.isPresent()) {
			final FloatBuffer floats = raw.get().asFloatBuffer();
			values = new float[floats.remaining()];
			floats.get(values);
		}
		else values = message.numbers(FLOATS);
		checkCount(values.length);
		return values;
	}

	/** All numbers, row-major, if they are float32 or whole numbers of 64 bits. */
	Optional<double[]> numbers() {
		if (obstacle().isEmpty()) {
			final float[] values = values();
			return Optional.of(IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
		}
		if (type() != INT64 || message.has(EXTERNAL)) return Optional.empty();
		final double[] numbers = message.bytes(RAW).map(raw -> longs(raw.asLongBuffer())).orElseGet(() -> message.integers(
			LONGS).stream().mapToLong(Long::longValue)).asDoubleStream().toArray();
		checkCount(numbers.length);
		return Optional.of(numbers);
	}

	// -- Helper methods --

	private static LongStream longs(final LongBuffer buffer) {
		return IntStream.range(0, buffer.remaining()).mapToLong(buffer::get);
	}

	private long type() {
		return message.integer(TYPE).orElse(0L);
	}

	private void checkCount(final int count) {
		long expected = 1;
		for (final int length : shape()) {
			expected = Math.multiplyExact(expected, length);
		}
		if (count != expected) throw new IllegalStateException(name() + " has " + count + " numbers, not " + expected);
	}
}
