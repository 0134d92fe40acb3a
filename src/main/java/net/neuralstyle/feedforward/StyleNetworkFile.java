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

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.tensor.QuietLogger;
import net.neuralstyle.weights.Checksums;
import net.neuralstyle.weights.DamagedFileException;
import net.neuralstyle.weights.FloatDataSet;
import net.neuralstyle.weights.KerasFile;
import net.neuralstyle.weights.LinkException;

/**
 * A network's file: HDF5, in the layout of Keras, so that Python's h5py and Keras read it.
 * <p>
 * Each convolution is a layer of its own, with the name that {@link TransformationTopology} gives it and a
 * {@code kernel:0} [side, side, input channels, output channels]; the last one has a {@code bias:0} too. A
 * normalisation is the layer {@code <convolution>_normalization}, with {@code gamma:0} and {@code beta:0}. All numbers
 * are float32. Attributes of the root:
 * </p>
 * <ul>
 * <li>{@code neural_style_network}: the version of this format, a whole number</li>
 * <li>{@code width}, {@code blocks}: as {@link TransformationTopology} has them</li>
 * <li>{@code card}: the {@link NetworkCard}, JSON</li>
 * <li>{@code sha256}: of the card's bytes in UTF-8, those of the preview, and the numbers, little-endian, in the order
 * of the topology. Where it is missing damage is not found: who changes the numbers deletes it.</li>
 * </ul>
 * <p>
 * The data set {@code preview} has the bytes of a PNG file; it may be missing.
 * </p>
 */
public final class StyleNetworkFile {

	/** What files of networks end with. */
	public static final String EXTENSION = ".h5";

	/** The version that is written. */
	private static final int VERSION = 1;

	private static final String FORMAT = "neural_style_network";
	private static final String WIDTH = "width";
	private static final String BLOCKS = "blocks";
	private static final String CARD = "card";
	private static final String CHECKSUM = "sha256";
	private static final String PREVIEW = "preview";
	private static final String NORMALISATION = "_normalization";

	/** More channels and blocks than any network has that runs; more is damage. */
	static final long LARGEST_WIDTH = 256;
	static final long MOST_BLOCKS = 100;

	/** More bytes than the file of any such network has. */
	private static final long LARGEST_FILE = 1L << 30;

	/** HDF5's own limit of what is in a header. */
	private static final int LONGEST_CARD = 60_000;

	private StyleNetworkFile() {
		// NB: Not instantiable.
	}

	/**
	 * Reads a file, or one in ONNX that {@link FastNeuralStyle} reads.
	 *
	 * @throws IOException if the file is missing, damaged, of another kind or of a newer version; the message is one
	 *           sentence that says so
	 */
	public static StyleNetwork read(final Path file) throws IOException {
		return read(ByteBuffer.wrap(bytes(file)), file.toString());
	}

	/**
	 * Reads all that is left of a stream, which stays open.
	 *
	 * @param name what a user would call it
	 * @throws IOException as for {@link #read(Path)}
	 */
	public static StyleNetwork read(final InputStream in, final String name) throws IOException {
		return read(ByteBuffer.wrap(in.readAllBytes()), name);
	}

	/** Returns whether a file may be one of a network, by its name. */
	public static boolean mayBeNetwork(final String name) {
		return name.matches("(?is)[^.].*\\.(h5|hdf5|onnx)");
	}

	/** Returns whether a file is one of a network, of any version; a damaged one is not. */
	public static boolean isNetwork(final Path file) {
		try {
			if (!Files.isRegularFile(file) || !KerasFile.isHdf5(file)) return false;
			return KerasFile.read(ByteBuffer.wrap(bytes(file)), content -> content.number(FORMAT).isPresent());
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/**
	 * Writes a file in one go: whatever happens, it is the former one or the new one. It takes the place of a network, and
	 * of nothing else.
	 *
	 * @throws IOException if it cannot be written, or another file is there; the message is one sentence that says so
	 */
	public static void write(final Path file, final StyleNetwork network) throws IOException {
		if (Files.exists(file) && !isNetwork(file)) {
			throw new IOException("The file " + file +
				" is not replaced, because it is no style network: choose another name, or delete it first.");
		}
		overwrite(file, network);
	}

	/** As {@link #write}, in the place of whatever file is there. */
	public static void overwrite(final Path file, final StyleNetwork network) throws IOException {
		if (network.card().toJson().getBytes(StandardCharsets.UTF_8).length > LONGEST_CARD) {
			throw new IOException("The network cannot be written to " + file + ", because its card has more than " +
				LONGEST_CARD + " letters: give the licence's name instead of its text.");
		}
		if (Files.isDirectory(file)) {
			throw new IOException("The network cannot be written to " + file + ", which is a folder: give the path of a file (" +
				EXTENSION + ").");
		}
		// NB: A symbolic link stays one.
		final Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		final Path part = target.resolveSibling("." + target.getFileName() + "-" + Long.toString(ThreadLocalRandom.current()
			.nextLong(1L << 40), 36) + ".part");
		// NB: A channel would close when it is used; who stops a training wants its network.
		final boolean interrupted = Thread.interrupted();
		try {
			writeTo(part, network);
			move(part, target);
		}
		catch (final IOException | RuntimeException exc) {
			// NB: jhdf turns exceptions of the file system into its own.
			throw new IOException("The network cannot be written to " + file +
				": check that its folder is there, that it can be written and that there is room.", exc);
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
			Files.deleteIfExists(part);
		}
	}

	// -- Helper methods: reading --

	private static byte[] bytes(final Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException("The network file " + file + " is a folder: give the path of a file (" + EXTENSION + ").");
		}
		if (!Files.isRegularFile(file)) {
			throw new IOException("There is no network file " + file + ": check its path.");
		}
		if (!Files.isReadable(file)) {
			throw new IOException("The network file " + file + " cannot be read: check its permissions.");
		}
		if (Files.size(file) > LARGEST_FILE) throw notNetwork(file.toString(), "it is too large");
		return Files.readAllBytes(file);
	}

	private static StyleNetwork read(final ByteBuffer bytes, final String name) throws IOException {
		if (FastNeuralStyle.isOnnx(bytes.array())) {
			final String file = Paths.get(name).getFileName().toString();
			return FastNeuralStyle.read(bytes, name, NetworkCard.builder(file.replaceFirst("(?<=.)\\.[^.]*$", "")).importedFrom(
				file).build());
		}
		if (!KerasFile.isHdf5(bytes.array())) throw notNetwork(name, "it is neither an HDF5 nor an ONNX file");
		try {
			return KerasFile.read(bytes, file -> read(file, name));
		}
		catch (final LinkException exc) {
			throw notNetwork(name, exc.path() + " is a link to another place");
		}
		catch (final DamagedFileException exc) {
			throw damaged(name, exc);
		}
	}

	private static StyleNetwork read(final KerasFile file, final String name) throws IOException {
		final long version = file.number(FORMAT).orElse(0L);
		if (version < 1) throw notNetwork(name, "it has no attribute " + FORMAT);
		if (version > VERSION) throw new IOException("The network " + name +
			" was written by a newer version of the plugin (format " + version + ", and this one knows " + VERSION +
			"): update the plugin.");
		final TransformationTopology topology = topology(file);
		final String card = file.text(CARD).orElseThrow();
		final byte[] preview = file.bytes(PREVIEW);
		final float[] parameters = parameters(file, topology, name);
		final Optional<String> checksum = file.text(CHECKSUM);
		if (checksum.isPresent() && !checksum.get().equals(checksum(card, preview, parameters))) {
			throw damaged(name, null);
		}
		try {
			return new StyleNetwork(topology, parameters, NetworkCard.fromJson(card), preview);
		}
		catch (final IllegalArgumentException exc) {
			throw new IOException("The network " + name + " cannot be used: " + continued(exc.getMessage()), exc);
		}
	}

	private static TransformationTopology topology(final KerasFile file) {
		final long width = file.number(WIDTH).orElseThrow();
		final long blocks = file.number(BLOCKS).orElseThrow();
		if (width < 1 || width > LARGEST_WIDTH || blocks < 0 || blocks > MOST_BLOCKS) {
			throw new IllegalStateException("width " + width + ", blocks " + blocks);
		}
		return new TransformationTopology((int) width, (int) blocks);
	}

	private static float[] parameters(final KerasFile file, final TransformationTopology topology, final String name)
		throws IOException
	{
		final Set<String> listed = new HashSet<>(file.weights());
		final float[] parameters = new float[topology.parameterCount()];
		for (final Part part : parts(topology)) {
			if (!listed.contains(part.path())) throw notNetwork(name, "it has no " + part.path());
			final FloatDataSet numbers = file.numbers(part.path());
			final Optional<String> obstacle = numbers.obstacle();
			if (obstacle.isPresent()) throw notNetwork(name, obstacle.get());
			// NB: Compared before any number is read, so that a damaged length is found before memory is asked for it.
			if (!Arrays.equals(numbers.shape(), part.shape)) {
				throw notNetwork(name, part.path() + " is " + Arrays.toString(numbers.shape()) + ", not " + Arrays.toString(
					part.shape));
			}
			System.arraycopy(numbers.values(), 0, parameters, part.offset, part.length());
		}
		return parameters;
	}

	/** Returns a sentence as the second half of another one. */
	private static String continued(final String sentence) {
		return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
	}

	private static IOException notNetwork(final String name, final String why) {
		return new IOException("The file " + name + " does not hold a style network: " + why +
			"; choose one that Train Style Network has written, or one in ONNX of PyTorch's fast neural style.");
	}

	private static IOException damaged(final String name, final Exception cause) {
		return new IOException("The network " + name + " is truncated or damaged: get it again from where it came from.",
			cause);
	}

	// -- Helper methods: writing --

	private static void writeTo(final Path target, final StyleNetwork network) {
		// NB: One at a time, and none beside a reader, for the logger, whose level each takes back.
		synchronized (KerasFile.class) {
			try (QuietLogger quiet = new QuietLogger("io.jhdf", "ERROR"); WritableHdfFile file = HdfFile.write(target)) {
				fill(file, network);
			}
		}
	}

	private static void fill(final WritableHdfFile file, final StyleNetwork network) {
		final TransformationTopology topology = network.topology();
		final float[] parameters = network.parameters();
		final byte[] preview = network.preview().orElse(new byte[0]);
		final String card = network.card().toJson();
		// NB: It would tell of the system, so that the same network gave other bytes on another one.
		file.removeAttribute("_jHDF");
		file.putAttribute(FORMAT, VERSION);
		file.putAttribute(WIDTH, topology.width());
		file.putAttribute(BLOCKS, topology.blockCount());
		file.putAttribute(CARD, card);
		file.putAttribute(CHECKSUM, checksum(card, preview, parameters));
		// NB: Keras would take the layout for that of its first version.
		file.putAttribute("keras_version", "2.15.0");
		file.putAttribute("backend", "tensorflow");
		if (preview.length > 0) file.putDataset(PREVIEW, preview);
		final Map<String, List<String>> layers = new LinkedHashMap<>();
		final Map<String, WritableGroup> groups = new HashMap<>();
		for (final Part part : parts(topology)) {
			layers.computeIfAbsent(part.layer, layer -> new ArrayList<>()).add(part.name());
			groups.computeIfAbsent(part.layer, layer -> file.putGroup(layer).putGroup(layer)) //
				.putDataset(part.weight, part.of(parameters));
		}
		layers.forEach((layer, names) -> ((WritableGroup) file.getChild(layer)).putAttribute("weight_names", names.toArray(
			new String[0])));
		file.putAttribute("layer_names", layers.keySet().toArray(new String[0]));
	}

	private static void move(final Path part, final Path target) throws IOException {
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
			// NB: Else the name may be on the disk before what it names.
			channel.force(true);
		}
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static String checksum(final String card, final byte[] preview, final float[] parameters) {
		final byte[] text = card.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer bytes = ByteBuffer.allocate(text.length + preview.length + parameters.length * Float.BYTES);
		bytes.put(text).put(preview).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(parameters);
		return Checksums.sha256(bytes);
	}

	private static List<Part> parts(final TransformationTopology topology) {
		final List<Part> parts = new ArrayList<>();
		for (final Convolution convolution : topology.convolutions()) {
			final String layer = convolution.name();
			final int side = convolution.side();
			final int outputs = convolution.outputChannels();
			parts.add(new Part(layer, "kernel:0", convolution.kernelOffset(), side, side, convolution.inputChannels(), outputs));
			if (convolution.isNormalised()) {
				parts.add(new Part(layer + NORMALISATION, "gamma:0", convolution.scaleOffset(), outputs));
				parts.add(new Part(layer + NORMALISATION, "beta:0", convolution.shiftOffset(), outputs));
			}
			else parts.add(new Part(layer, "bias:0", convolution.scaleOffset(), outputs));
		}
		return parts;
	}

	/** One data set of numbers. */
	private static final class Part {

		private final String layer;
		private final String weight;
		private final int offset;
		private final int[] shape;

		/** @param offset where it begins in the vector of all numbers */
		private Part(final String layer, final String weight, final int offset, final int... shape) {
			this.layer = layer;
			this.weight = weight;
			this.offset = offset;
			this.shape = shape;
		}

		/** As the layer lists it. */
		private String name() {
			return layer + "/" + weight;
		}

		private String path() {
			return layer + "/" + name();
		}

		private int length() {
			return Arrays.stream(shape).reduce(1, Math::multiplyExact);
		}

		/** Returns the part as an array of its shape. */
		private Object of(final float[] parameters) {
			final float[] values = Arrays.copyOfRange(parameters, offset, offset + length());
			return shape.length == 1 ? values : nested(values, 0, 0);
		}

		private Object nested(final float[] values, final int from, final int dimension) {
			if (dimension == shape.length - 1) return Arrays.copyOfRange(values, from, from + shape[dimension]);
			int stride = 1;
			for (int d = dimension + 1; d < shape.length; d++) {
				stride *= shape[d];
			}
			final Object array = Array.newInstance(float.class, Arrays.copyOfRange(shape, dimension, shape.length));
			for (int i = 0; i < shape[dimension]; i++) {
				Array.set(array, i, nested(values, from + i * stride, dimension + 1));
			}
			return array;
		}
	}
}
