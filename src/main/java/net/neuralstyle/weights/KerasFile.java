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

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.tensor.QuietLogger;

/**
 * An HDF5 file in the layout of Keras, whose bytes are in memory.
 * <p>
 * Keras names everything in attributes: {@code layer_names} of the root, or of its group {@code model_weights} where
 * the file holds a whole model, lists groups, and {@code weight_names} of each of these lists the data sets in it. Only
 * these names are followed, and no links.
 * </p>
 * <p>
 * All methods throw some {@link RuntimeException} or {@link Error} where the file is damaged, which
 * {@link #read(ByteBuffer, Reader)} turns into a {@link DamagedFileException}.
 * </p>
 */
public final class KerasFile {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	/** The group in which a file of a whole model, not only of its weights, has the layers. */
	private static final String WHOLE_MODEL = "model_weights";

	private final Group root;

	private KerasFile(final Group root) {
		this.root = root;
	}

	/** Returns whether a file begins as HDF5 files do. */
	public static boolean isHdf5(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return isHdf5(in.readNBytes(SIGNATURE.length));
		}
	}

	/** Returns whether a file's bytes begin as HDF5 files do. */
	public static boolean isHdf5(final byte[] bytes) {
		return Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE);
	}

	/**
	 * Reads a file.
	 *
	 * @param bytes of the whole file; nobody writes to them as long as what is read is in use
	 * @param reader takes out what it wants
	 * @return what the reader returns
	 * @throws DamagedFileException if the bytes are not an HDF5 file, or the reader finds one that is damaged
	 * @throws IOException what else the reader throws
	 */
	public static synchronized <T> T read(final ByteBuffer bytes, final Reader<T> reader) throws IOException {
		// NB: Synchronised for the logger, whose level each caller takes back.
		try (QuietLogger quiet = new QuietLogger("io.jhdf", "ERROR")) {
			final HdfFile file = HdfFile.fromByteBuffer(bytes.duplicate());
			if (end(file) > bytes.capacity()) throw new IllegalStateException("The file ends before " + end(file));
			return reader.read(new KerasFile(file));
		}
		catch (final RuntimeException | OutOfMemoryError | StackOverflowError exc) {
			// NB: jhdf reports every kind of damage with such exceptions; a damaged length is a lack of memory, and a
			// structure that is a part of itself has no end.
			throw new DamagedFileException(exc);
		}
	}

	/** Returns the paths of all data sets that the file lists, in its order. */
	public List<String> weights() throws LinkException {
		final List<String> paths = new ArrayList<>();
		final String top = root.getChild(WHOLE_MODEL) == null ? "" : WHOLE_MODEL + "/";
		for (final String layer : NamesAttribute.read(node(top), "layer_names")) {
			for (final String weight : NamesAttribute.read(node(top + layer), "weight_names")) {
				paths.add(top + layer + "/" + weight);
			}
		}
		return paths;
	}

	/** Returns a data set of numbers. */
	public FloatDataSet numbers(final String path) throws LinkException {
		return new FloatDataSet((Dataset) node(path));
	}

	/** Returns the bytes of a data set; none if there is no such one. */
	public byte[] bytes(final String name) throws LinkException {
		final Node child = root.getChild(name);
		if (child == null) return new byte[0];
		if (child.isLink()) throw new LinkException(name);
		final ContiguousDataset dataSet = (ContiguousDataset) child;
		if (dataSet.getDataType().getSize() != 1) throw new IllegalStateException(name + " is no data set of bytes");
		final byte[] bytes = new byte[Math.toIntExact(dataSet.getSize())];
		dataSet.getBuffer().get(bytes);
		return bytes;
	}

	/** Returns an attribute of the file that is a text, if there is one. */
	public Optional<String> text(final String attribute) {
		return attribute(attribute).map(String.class::cast);
	}

	/** Returns an attribute of the file that is a whole number, if there is one. */
	public Optional<Long> number(final String attribute) {
		return attribute(attribute).map(value -> ((Number) value).longValue());
	}

	// -- Helper methods --

	/** Returns how many bytes the file has by its own account. */
	private static long end(final HdfFile file) {
		final Superblock superblock = file.getHdfBackingStorage().getSuperblock();
		return superblock instanceof Superblock.SuperblockV0V1 ? ((Superblock.SuperblockV0V1) superblock)
			.getEndOfFileAddress() : ((Superblock.SuperblockV2V3) superblock).getEndOfFileAddress();
	}

	private Optional<Object> attribute(final String name) {
		return Optional.ofNullable(root.getAttribute(name)).map(Attribute::getData);
	}

	/** NB: Only what is in this file: Keras writes no links, and those to other files would open them. */
	private Node node(final String path) throws LinkException {
		Node node = root;
		for (final String part : path.split("/")) {
			if (part.isEmpty()) continue;
			node = ((Group) node).getChild(part);
			if (node == null) throw new IllegalStateException("There is no " + path);
			if (node.isLink()) throw new LinkException(path);
		}
		return node;
	}

	/** Takes out of a file what it wants. */
	@FunctionalInterface
	public interface Reader<T> {

		/** Reads a file, which is not used afterwards; what is returned may use its bytes. */
		T read(KerasFile file) throws IOException;
	}
}
