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
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message of protocol buffers, without its schema: values by the numbers of their fields. What a field means its
 * reader knows. Immutable; holds on to the bytes that it was read from.
 * <p>
 * All methods throw some {@link RuntimeException} where the bytes are no such message, or a field is of another type.
 * </p>
 */
final class ProtobufMessage {

	private static final int VARINT = 0;
	private static final int EIGHT_BYTES = 1;
	private static final int LENGTH = 2;
	private static final int FOUR_BYTES = 5;

	/** For each field's number its values in their order: a {@link Long}, or the bytes of what is longer or an array. */
	private final Map<Integer, List<Object>> fields = new HashMap<>();

	/** @param bytes all of them; what they are must not change */
	ProtobufMessage(final ByteBuffer bytes) {
		final ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
		while (in.hasRemaining()) {
			final long key = varint(in);
			final int field = Math.toIntExact(key >>> 3);
			if (field == 0) throw new IllegalStateException("A field has no number");
			fields.computeIfAbsent(field, number -> new ArrayList<>()).add(value(in, (int) (key & 7)));
		}
	}

	/** Returns whether there is a field. */
	boolean has(final int field) {
		return fields.containsKey(field);
	}

	/** Returns the values of a field of messages. */
	List<ProtobufMessage> messages(final int field) {
		return values(field).stream().map(value -> new ProtobufMessage((ByteBuffer) value)).collect(Collectors.toList());
	}

	/** Returns the values of a field of texts. */
	List<String> texts(final int field) {
		return values(field).stream().map(value -> StandardCharsets.UTF_8.decode(((ByteBuffer) value).duplicate())
			.toString()).collect(Collectors.toList());
	}

	/** Returns the text of a field; empty if it is not there. */
	String text(final int field) {
		final List<String> texts = texts(field);
		return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
	}

	/** Returns the values of a field of whole numbers, one by one or packed. */
	List<Long> integers(final int field) {
		final List<Long> integers = new ArrayList<>();
		for (final Object value : values(field)) {
			if (value instanceof Long) integers.add((Long) value);
			else {
				final ByteBuffer packed = ((ByteBuffer) value).duplicate();
				while (packed.hasRemaining()) {
					integers.add(varint(packed));
				}
			}
		}
		return integers;
	}

	/** Returns the whole number of a field, if it is there. */
	Optional<Long> integer(final int field) {
		final List<Long> integers = integers(field);
		return integers.isEmpty() ? Optional.empty() : Optional.of(integers.get(integers.size() - 1));
	}

	/** Returns the values of a field of float32 numbers, one by one or packed. */
	float[] numbers(final int field) {
		final List<Object> values = values(field);
		final int count = values.stream().mapToInt(value -> value instanceof Long ? 1 : ((ByteBuffer) value).remaining() /
			Float.BYTES).sum();
		final float[] numbers = new float[count];
		int i = 0;
		for (final Object value : values) {
			if (value instanceof Long) numbers[i++] = Float.intBitsToFloat(Math.toIntExact((Long) value));
			else {
				final ByteBuffer packed = ((ByteBuffer) value).duplicate().order(ByteOrder.LITTLE_ENDIAN);
				while (packed.hasRemaining()) {
					numbers[i++] = packed.getFloat();
				}
			}
		}
		return numbers;
	}

	/** Returns the bytes of a field, little-endian, if it is there. */
	Optional<ByteBuffer> bytes(final int field) {
		final List<Object> values = values(field);
		return values.isEmpty() ? Optional.empty() : Optional.of(((ByteBuffer) values.get(values.size() - 1)).duplicate()
			.order(ByteOrder.LITTLE_ENDIAN));
	}

	// -- Helper methods --

	private List<Object> values(final int field) {
		return fields.getOrDefault(field, List.of());
	}

	private static Object value(final ByteBuffer in, final int type) {
		switch (type) {
			case VARINT:
				return varint(in);
			case EIGHT_BYTES:
				return in.getLong();
			case FOUR_BYTES:
				return (long) in.getInt();
			case LENGTH:
				final int length = Math.toIntExact(varint(in));
				final ByteBuffer bytes = in.slice().limit(length);
				in.position(in.position() + length);
				return bytes;
			default:
				throw new IllegalStateException("A field has type " + type);
		}
	}

	private static long varint(final ByteBuffer in) {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			final byte next = in.get();
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) return value;
		}
		throw new IllegalStateException("A number has no end");
	}
}
