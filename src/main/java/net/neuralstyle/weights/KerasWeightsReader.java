package net.neuralstyle.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Backend;

import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.FileAccPropList;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5E_auto2_t;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.IdComponent;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Reads the convolutions of a VGG-topology network from a Keras HDF5 file.
 * <p>
 * Keras names everything in attributes: {@code layer_names} of the root, or of its
 * group {@code model_weights} where the file holds a whole model, lists groups, and
 * {@code weight_names} of each of these lists the data sets in it. Only these names
 * are followed, so that the same code reads the classic files
 * ({@code block1_conv1/block1_conv1_W_1:0}), those of tf.keras
 * ({@code block1_conv1/block1_conv1/kernel:0}), and models that have a VGG network
 * as one of their layers ({@code vgg16/block1_conv1/kernel:0}). A convolution is
 * what has {@code block1_conv1} and so on in its path: a kernel [3, 3, in, out] and a
 * bias [out]. How many blocks, convolutions and channels there are is read from
 * the file; all other layers are passed over.
 * </p>
 */
final class KerasWeightsReader {

	private static final int KERNEL_RANK = 4;
	private static final byte[] SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	/** The group in which a file of a whole model, not only of its weights, has the layers. */
	private static final String WHOLE_MODEL = "model_weights";
	/** A convolution's name, as one whole part of a path. */
	private static final Pattern LAYER = Pattern.compile("(?:^|/)block([1-9])_conv([1-9])/");

	private final Group root;
	/** What messages call the file. */
	private final String name;

	private KerasWeightsReader(final Group root, final String name) {
		this.root = root;
		this.name = name;
	}

	/**
	 * Reads a file.
	 *
	 * @throws IOException if the file is missing, damaged or of another kind, or
	 *           its network cannot be used; the message is one sentence that says so
	 */
	static NetworkWeights read(final Path file) throws IOException {
		checkSignature(file);
		final String checksum = Checksums.of(file).sha256();
		return read(file.toString(), checksum, () -> new H5File(file.toString(), hdf5.H5F_ACC_RDONLY));
	}

	/**
	 * Reads the content of a file.
	 *
	 * @param name what messages call the file
	 * @throws IOException as for a file
	 */
	static NetworkWeights read(final byte[] content, final String name) throws IOException {
		final String checksum = Checksums.of(new ByteArrayInputStream(content)).sha256();
		return read(name, checksum, () -> open(content, name));
	}

	// -- Helper methods --

	/** NB: The HDF5 library serves one thread at a time. */
	private static synchronized NetworkWeights read(final String name, final String checksum,
		final Supplier<H5File> opener) throws IOException
	{
		Backend.loadLibrary(hdf5.class);
		// NB: The library would print its own stack of errors for a damaged file.
		hdf5.H5Eset_auto2(hdf5.H5E_DEFAULT, (H5E_auto2_t) null, (Pointer) null);
		// NB: What a damaged file leaves open is closed by the scope; the garbage collector would do so at any time, from its
		// own thread, in the middle of another file.
		try (PointerScope scope = new PointerScope(IdComponent.class); H5File file = opener.get()) {
			final List<List<ConvolutionWeights>> blocks = new KerasWeightsReader(file, name).readBlocks();
			final Optional<String> flaw = Plausibility.flaw(blocks);
			if (flaw.isPresent()) throw new IOException("The weights file " + name + " cannot be used: " + flaw.get() +
				"; get it again from where it came from, or choose another one.");
			return new NetworkWeights(blocks, checksum);
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			// NB: The HDF5 library reports every kind of damage with such exceptions,
			// and a damaged length as a lack of memory.
			throw new IOException("The weights file " + name +
				" is truncated or damaged: get it again from where it came from.", exc);
		}
	}

	/** Opens a file that exists in memory only. */
	private static H5File open(final byte[] content, final String name) {
		try (FileAccPropList access = new FileAccPropList(); BytePointer image = new BytePointer(content)) {
			access.setCore(content.length, false);
			// NB: The library copies the content.
			hdf5.H5Pset_file_image(access.getId(), image, content.length);
			return new H5File(name, hdf5.H5F_ACC_RDONLY, access);
		}
	}

	private static void checkSignature(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			throw new IOException("There is no weights file " + file + ": check its path.");
		}
		if (!Files.isReadable(file)) {
			throw new IOException("The weights file " + file + " cannot be read: check its permissions.");
		}
		try (InputStream in = Files.newInputStream(file)) {
			if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
				throw new IOException("The file " + file +
					" is not an HDF5 file: choose the weights of a VGG network as Keras saves them (.h5).");
			}
		}
	}

	private List<List<ConvolutionWeights>> readBlocks() throws IOException {
		final SortedMap<Integer, SortedMap<Integer, List<String>>> paths = convolutionPaths();
		final List<List<ConvolutionWeights>> blocks = new ArrayList<>();
		int channels = VggImage.CHANNELS;
		for (int block = 1; block <= paths.lastKey(); block++) {
			final SortedMap<Integer, List<String>> layers = paths.getOrDefault(block, new TreeMap<>());
			final List<ConvolutionWeights> convolutions = new ArrayList<>();
			for (int index = 1; index <= (layers.isEmpty() ? 1 : layers.lastKey()); index++) {
				final String layer = "block" + block + "_conv" + index;
				if (!layers.containsKey(index)) throw notVgg("it has no layer " + layer);
				final ConvolutionWeights convolution = readConvolution(layer, layers.get(index), channels);
				channels = convolution.outputChannels();
				convolutions.add(convolution);
			}
			blocks.add(convolutions);
		}
		return blocks;
	}

	/** Finds the data sets of every convolution: their paths, by block and by index in the block, not empty. */
	private SortedMap<Integer, SortedMap<Integer, List<String>>> convolutionPaths() throws IOException {
		final SortedMap<Integer, SortedMap<Integer, List<String>>> paths = new TreeMap<>();
		final String top = root.nameExists(WHOLE_MODEL) ? WHOLE_MODEL + "/" : "";
		final Group layers = top.isEmpty() ? root : root.openGroup(WHOLE_MODEL);
		for (final String layer : NamesAttribute.read(layers, "layer_names")) {
			final Group group = root.openGroup(top + layer);
			for (final String weight : NamesAttribute.read(group, "weight_names")) {
				final String path = top + layer + "/" + weight;
				final Matcher convolution = LAYER.matcher(path);
				if (!convolution.find()) continue;
				paths.computeIfAbsent(Integer.valueOf(convolution.group(1)), block -> new TreeMap<>()) //
					.computeIfAbsent(Integer.valueOf(convolution.group(2)), index -> new ArrayList<>()) //
					.add(path);
			}
		}
		if (paths.isEmpty()) throw notVgg("it has no layer block1_conv1");
		return paths;
	}

	private ConvolutionWeights readConvolution(final String layer, final List<String> paths, final int inputChannels)
		throws IOException
	{
		float[] kernel = null;
		float[] bias = null;
		long[] shape = {};
		for (final String path : paths) {
			try (DataSet data = root.openDataSet(path); DataSpace space = data.getSpace()) {
				final long[] extent = new long[space.getSimpleExtentNdims()];
				space.getSimpleExtentDims(extent);
				if (extent.length == KERNEL_RANK) {
					shape = extent;
					kernel = readValues(data, space);
				}
				else bias = readValues(data, space);
			}
		}
		if (kernel == null || bias == null) throw notVgg("layer " + layer + " lacks its kernel or its bias");
		final int side = ConvolutionWeights.KERNEL_SIDE;
		if (shape[0] != side || shape[1] != side || shape[2] != inputChannels || shape[3] != bias.length) {
			throw notVgg("the kernel of layer " + layer + " is " + Arrays.toString(shape) + ", not [3, 3, " + inputChannels +
				", " + bias.length + "]");
		}
		return new ConvolutionWeights(layer, inputChannels, bias.length, kernel, bias);
	}

	/** Reads numbers of any type, in row-major order. */
	private static float[] readValues(final DataSet data, final DataSpace space) {
		final float[] values = new float[Math.toIntExact(space.getSimpleExtentNpoints())];
		try (FloatPointer pointer = new FloatPointer(values.length)) {
			data.read(pointer, PredType.NATIVE_FLOAT());
			pointer.get(values);
		}
		return values;
	}

	private IOException notVgg(final String why) {
		return new IOException("The file " + name + " does not hold a VGG network: " + why +
			"; choose weights with layers block1_conv1, block1_conv2 and so on.");
	}
}
