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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One operation of a network in an ONNX file. Immutable; see {@link ProtobufMessage} for damage. */
final class OnnxNode {

	private static final int INPUT = 1;
	private static final int OUTPUT = 2;
	private static final int NAME = 3;
	private static final int OPERATION = 4;
	private static final int ATTRIBUTE = 5;

	private static final int ATTRIBUTE_NAME = 1;
	private static final int ATTRIBUTE_FLOAT = 2;
	private static final int ATTRIBUTE_INTEGER = 3;
	private static final int ATTRIBUTE_TEXT = 4;
	private static final int ATTRIBUTE_TENSOR = 5;
	private static final int ATTRIBUTE_FLOATS = 7;
	private static final int ATTRIBUTE_INTEGERS = 8;

	private final ProtobufMessage message;
	private final Map<String, ProtobufMessage> attributes = new HashMap<>();

	OnnxNode(final ProtobufMessage message) {
		this.message = message;
		message.messages(ATTRIBUTE).forEach(attribute -> attributes.put(attribute.text(ATTRIBUTE_NAME), attribute));
	}

	/** For instance {@code Conv}. */
	String operation() {
		return message.text(OPERATION);
	}

	/** What people may call it: its name, or that of what it computes. */
	String name() {
		return message.text(NAME).isEmpty() ? String.join(", ", outputs()) : message.text(NAME);
	}

	/** Names of what it reads, empty for what is left out. */
	List<String> inputs() {
		return message.texts(INPUT);
	}

	/** Name of what it reads at a place; empty for what is left out. */
	String input(final int index) {
		final List<String> inputs = inputs();
		return index < inputs.size() ? inputs.get(index) : "";
	}

	/** Names of what it computes. */
	List<String> outputs() {
		return message.texts(OUTPUT);
	}

	/** Returns an attribute that is a list of numbers, if there is such a one. */
	Optional<double[]> numbers(final String attribute) {
		return attribute(attribute).map(value -> value.has(ATTRIBUTE_FLOATS) ? doubles(value.numbers(ATTRIBUTE_FLOATS))
			: value.integers(ATTRIBUTE_INTEGERS).stream().mapToDouble(Long::doubleValue).toArray());
	}

	/** Returns an attribute that is a whole number, if there is such a one. */
	Optional<Long> integer(final String attribute) {
		return attribute(attribute).flatMap(value -> value.integer(ATTRIBUTE_INTEGER));
	}

	/** Returns an attribute that is a number, if there is such a one. */
	Optional<Float> number(final String attribute) {
		return attribute(attribute).map(value -> value.numbers(ATTRIBUTE_FLOAT)[0]);
	}

	/** Returns an attribute that is a text; empty if there is no such one. */
	String text(final String attribute) {
		return attribute(attribute).map(value -> value.text(ATTRIBUTE_TEXT)).orElse("");
	}

	/** Returns an attribute that is an array, if there is such a one. */
	Optional<OnnxTensor> tensor(final String attribute) {
		return attribute(attribute).flatMap(value -> value.messages(ATTRIBUTE_TENSOR).stream().findFirst()).map(
			OnnxTensor::new);
	}

	// -- Helper methods --

	private static double[] doubles(final float[] floats) {
		return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
	}

	private Optional<ProtobufMessage> attribute(final String name) {
		return Optional.ofNullable(attributes.get(name));
	}
}
