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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network in an ONNX file: which operation computes what, and the arrays that are given. Immutable; holds on to the
 * bytes that it was read from. See {@link ProtobufMessage} for damage.
 */
final class OnnxGraph {

	private static final int VERSION = 1;
	private static final int GRAPH = 7;

	private static final int NODE = 1;
	private static final int INITIALIZER = 5;
	private static final int OUTPUT = 12;

	private static final int VALUE_NAME = 1;

	private final Map<String, OnnxNode> producers = new HashMap<>();
	private final Map<String, OnnxTensor> tensors = new HashMap<>();
	private final List<ProtobufMessage> outputs;
	private final int nodeCount;

	/** @param bytes of the whole file */
	OnnxGraph(final ByteBuffer bytes) {
		final ProtobufMessage model = new ProtobufMessage(bytes);
		if (model.integer(VERSION).isEmpty() || !model.has(GRAPH)) throw new IllegalStateException("There is no graph");
		final ProtobufMessage graph = model.messages(GRAPH).get(0);
		final List<ProtobufMessage> nodes = graph.messages(NODE);
		nodeCount = nodes.size();
		for (final ProtobufMessage message : nodes) {
			final OnnxNode node = new OnnxNode(message);
			node.outputs().forEach(output -> producers.put(output, node));
		}
		for (final ProtobufMessage message : graph.messages(INITIALIZER)) {
			final OnnxTensor tensor = new OnnxTensor(message);
			tensors.put(tensor.name(), tensor);
		}
		outputs = graph.messages(OUTPUT);
	}

	/** How many operations there are. */
	int nodeCount() {
		return nodeCount;
	}

	/** Name of what the network computes. */
	String output() {
		if (outputs.size() != 1) throw new IllegalStateException("There are " + outputs.size() + " results");
		return outputs.get(0).text(VALUE_NAME);
	}

	/** Returns the operation that computes what is called so, if one does. */
	Optional<OnnxNode> producer(final String name) {
		return Optional.ofNullable(producers.get(original(name)));
	}

	/** Returns the array that is called so, if one is given. */
	Optional<OnnxTensor> tensor(final String name) {
		final String original = original(name);
		final OnnxNode node = producers.get(original);
		if (node != null && node.operation().equals("Constant")) return node.tensor("value");
		return Optional.ofNullable(tensors.get(original));
	}

	/** Returns what is only called so another time. */
	String original(final String name) {
		String original = name;
		for (int i = 0; i < nodeCount; i++) {
			final OnnxNode node = producers.get(original);
			if (node == null || !node.operation().equals("Identity")) break;
			original = node.input(0);
		}
		return original;
	}
}
