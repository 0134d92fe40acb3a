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
