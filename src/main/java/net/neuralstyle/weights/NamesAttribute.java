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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Reads an HDF5 attribute that is a list of names, of fixed or variable length, as
 * Keras writes them. {@code Hdf5Archive} reads single strings only.
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
	static List<String> read(final H5Object object, final String attributeName) {
		if (!object.attrExists(attributeName)) return Collections.emptyList();
		try (Attribute attribute = object.openAttribute(attributeName); DataSpace space = attribute.getSpace()) {
			final long count = space.getSimpleExtentNpoints();
			// NB: Keras writes the empty list of a layer without weights as numbers.
			if (count == 0) return Collections.emptyList();
			if (attribute.getTypeClass() != hdf5.H5T_STRING) {
				throw new IllegalStateException("Attribute " + attributeName + " is no list of names");
			}
			try (StrType type = attribute.getStrType()) {
				if (count < 0 || count > LONGEST / Math.max(1, type.getSize())) {
					throw new IllegalStateException("Attribute " + attributeName + " has " + count + " names");
				}
				return type.isVariableStr() ? readVariable(attribute, type, space, (int) count) : readFixed(attribute, type,
					(int) count);
			}
		}
	}

	// -- Helper methods --

	private static List<String> readFixed(final Attribute attribute, final StrType type, final int count) {
		final int length = (int) type.getSize();
		final byte[] bytes = new byte[count * length];
		try (BytePointer pointer = new BytePointer(bytes.length)) {
			// NB: The method for a BytePointer reads one string and ends at its first zero.
			attribute.read(type, (Pointer) pointer);
			pointer.get(bytes);
		}
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int end = i * length;
			while (end < (i + 1) * length && bytes[end] != 0) {
				end++;
			}
			names.add(new String(bytes, i * length, end - i * length, StandardCharsets.UTF_8));
		}
		return names;
	}

	private static List<String> readVariable(final Attribute attribute, final StrType type, final DataSpace space,
		final int count)
	{
		try (PointerPointer<BytePointer> pointers = new PointerPointer<>(count)) {
			attribute.read(type, pointers);
			try {
				final List<String> names = new ArrayList<>();
				for (int i = 0; i < count; i++) {
					names.add(pointers.get(BytePointer.class, i).getString(StandardCharsets.UTF_8));
				}
				return names;
			}
			finally {
				// NB: The library allocated every string.
				hdf5.H5Treclaim(type.getId(), space.getId(), hdf5.H5P_DEFAULT, pointers);
			}
		}
	}
}
