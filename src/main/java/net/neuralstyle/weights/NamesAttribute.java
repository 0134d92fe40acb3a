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

package net.neuralstyle.weights;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.StringData;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads an HDF5 attribute that is a list of names, of fixed or variable length, as
 * Keras writes them.
 */
final class NamesAttribute {

	/** More bytes than any list of layers has; a longer one is damage. */
	private static final long LONGEST = 1 << 20;

	private NamesAttribute() {
		// NB: Not instantiable.
	}

	/**
	 * Reads an attribute.
	 *
	 * @return the names; none if there is no such attribute, or an empty one
	 * @throws RuntimeException if the attribute is of another kind or damaged
	 */
	static List<String> read(final Node node, final String attributeName) {
		final Attribute attribute = node.getAttribute(attributeName);
		// NB: Keras writes the empty list of a layer without weights as numbers.
		if (attribute == null || attribute.getSize() == 0) return Collections.emptyList();
		if (attribute.getSize() > LONGEST / Math.max(1, attribute.getDataType().getSize())) {
			throw new IllegalStateException("Attribute " + attributeName + " has " + attribute.getSize() + " names");
		}
		if (attribute.getDataType() instanceof StringData) return readFixed(attribute);
		final Object names = attribute.getData();
		if (names instanceof String[]) return List.of((String[]) names);
		if (names instanceof String) return List.of((String) names);
		throw new IllegalStateException("Attribute " + attributeName + " is no list of names");
	}

	// -- Helper methods --

	/** NB: Keras declares names as ASCII and writes UTF-8. */
	private static List<String> readFixed(final Attribute attribute) {
		final ByteBuffer buffer = attribute.getBuffer();
		final byte[] bytes = new byte[attribute.getDataType().getSize()];
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < attribute.getSize(); i++) {
			buffer.get(bytes);
			int end = 0;
			while (end < bytes.length && bytes[end] != 0) {
				end++;
			}
			names.add(new String(bytes, 0, end, StandardCharsets.UTF_8));
		}
		return names;
	}
}
