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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5E_auto2_t;
import org.bytedeco.hdf5.IdComponent;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;

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

	private static final byte[] SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	/** The group in which a file of a whole model, not only of its weights, has the layers. */
	private static final String WHOLE_MODEL = "model_weights";
	/** A convolution's name, as one whole part of a path. */
	private static final Pattern LAYER = Pattern.compile("(?:^|/)block([1-9])_conv([1-9])/");

	private KerasWeightsReader() {
		// NB: Not instantiable.
	}

	/**
	 * Reads a file. The HDF5 library serves one thread at a time.
	 *
	 * @throws IOException if the file is missing, damaged or of another kind, or its
	 *           network cannot be used; the message is one sentence that says so
	 */
	static synchronized NetworkWeights read(final Path file) throws IOException {
		checkSignature(file);
		final String checksum = Checksums.of(file).sha256();
		Backend.loadLibrary(hdf5.class);
		// NB: The library would print its own stack of errors for a damaged file.
		hdf5.H5Eset_auto2(hdf5.H5E_DEFAULT, (H5E_auto2_t) null, (Pointer) null);
		// NB: When the archive gives up on a damaged file it leaves groups open; the
		// scope closes them, where the garbage collector would do so at any time,
		// from its own thread, in the middle of another file. The archive's static
		// objects must outlive the scope, so its class is initialised first.
		initialize(Hdf5Archive.class);
		try (PointerScope scope = new PointerScope(IdComponent.class);
				Hdf5Archive archive = new Hdf5Archive(file.toString()))
		{
			final List<List<ConvolutionWeights>> blocks = readBlocks(archive, file);
			final Optional<String> flaw = Plausibility.flaw(blocks);
			if (flaw.isPresent()) throw new IOException("The weights file " + file + " cannot be used: " + flaw.get() +
				"; get it again from where it came from, or choose another one.");
			return new NetworkWeights(blocks, checksum);
		}
		catch (final RuntimeException | UnsupportedKerasConfigurationException | OutOfMemoryError exc) {
			// NB: The HDF5 library reports every kind of damage with such exceptions,
			// and a damaged length as a lack of memory.
			throw new IOException("The weights file " + file +
				" is truncated or damaged: get it again from where it came from.", exc);
		}
	}

	// -- Helper methods --

	private static void initialize(final Class<?> type) {
		try {
			Class.forName(type.getName(), true, type.getClassLoader());
		}
		catch (final ClassNotFoundException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static void checkSignature(final Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException("The weights file " + file + " is a folder: give the path of a file (.h5).");
		}
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

	private static List<List<ConvolutionWeights>> readBlocks(final Hdf5Archive archive, final Path file)
		throws IOException, UnsupportedKerasConfigurationException
	{
		final SortedMap<Integer, SortedMap<Integer, List<String>>> paths = convolutionPaths(archive, file);
		final List<List<ConvolutionWeights>> blocks = new ArrayList<>();
		int channels = VggImage.CHANNELS;
		for (int block = 1; block <= paths.lastKey(); block++) {
			final SortedMap<Integer, List<String>> layers = paths.getOrDefault(block, new TreeMap<>());
			final List<ConvolutionWeights> convolutions = new ArrayList<>();
			for (int index = 1; index <= (layers.isEmpty() ? 1 : layers.lastKey()); index++) {
				final String name = "block" + block + "_conv" + index;
				if (!layers.containsKey(index)) throw notVgg(file, "it has no layer " + name);
				final ConvolutionWeights convolution = readConvolution(archive, name, layers.get(index), channels, file);
				channels = convolution.outputChannels();
				convolutions.add(convolution);
			}
			blocks.add(convolutions);
		}
		return blocks;
	}

	/** Finds the data sets of every convolution: their paths, by block and by index in the block, not empty. */
	private static SortedMap<Integer, SortedMap<Integer, List<String>>> convolutionPaths(final Hdf5Archive archive,
		final Path file) throws IOException
	{
		final SortedMap<Integer, SortedMap<Integer, List<String>>> paths = new TreeMap<>();
		final Group root = archive.openGroups("/")[0];
		final String top = root.nameExists(WHOLE_MODEL) ? WHOLE_MODEL + "/" : "";
		final Group layers = top.isEmpty() ? root : archive.openGroups(WHOLE_MODEL)[0];
		for (final String layer : NamesAttribute.read(layers, "layer_names")) {
			final Group group = archive.openGroups(top + layer)[0];
			for (final String weight : NamesAttribute.read(group, "weight_names")) {
				final String path = top + layer + "/" + weight;
				final Matcher name = LAYER.matcher(path);
				if (!name.find()) continue;
				paths.computeIfAbsent(Integer.valueOf(name.group(1)), block -> new TreeMap<>()) //
					.computeIfAbsent(Integer.valueOf(name.group(2)), index -> new ArrayList<>()) //
					.add(path);
			}
		}
		if (paths.isEmpty()) throw notVgg(file, "it has no layer block1_conv1");
		return paths;
	}

	private static ConvolutionWeights readConvolution(final Hdf5Archive archive, final String name,
		final List<String> paths, final int inputChannels, final Path file) throws IOException,
		UnsupportedKerasConfigurationException
	{
		float[] kernel = null;
		float[] bias = null;
		long[] shape = {};
		for (final String path : paths) {
			try (INDArray values = archive.readDataSet(path, "/")) {
				if (values.rank() == 4) {
					shape = values.shape();
					kernel = TensorScope.values(values);
				}
				else bias = TensorScope.values(values);
			}
		}
		if (kernel == null || bias == null) throw notVgg(file, "layer " + name + " lacks its kernel or its bias");
		final int side = ConvolutionWeights.KERNEL_SIDE;
		if (shape[0] != side || shape[1] != side || shape[2] != inputChannels || shape[3] != bias.length) {
			throw notVgg(file, "the kernel of layer " + name + " is " + Arrays.toString(shape) + ", not [3, 3, " +
				inputChannels + ", " + bias.length + "]");
		}
		return new ConvolutionWeights(name, inputChannels, bias.length, kernel, bias);
	}

	private static IOException notVgg(final Path file, final String why) {
		return new IOException("The file " + file + " does not hold a VGG network: " + why +
			"; choose weights with layers block1_conv1, block1_conv2 and so on.");
	}
}
