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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import net.neuralstyle.tensor.TensorScope;

/**
 * Reads the convolutions of a VGG-topology network from a Keras HDF5 file.
 * <p>
 * What the file lists is followed, so that the same code reads the classic files
 * ({@code block1_conv1/block1_conv1_W_1:0}), those of tf.keras
 * ({@code block1_conv1/block1_conv1/kernel:0}), and models that have a VGG network
 * as one of their layers ({@code vgg16/block1_conv1/kernel:0}). A convolution is
 * what has {@code block1_conv1} and so on in its path: a kernel [3, 3, in, out] and a
 * bias [out]. How many blocks, convolutions and channels there are is read from
 * the file; all other layers are passed over.
 * </p>
 */
final class KerasWeightsReader {

	/** A convolution's name, as one whole part of a path. */
	private static final Pattern LAYER = Pattern.compile("(?:^|/)block([1-9])_conv([1-9])/");

	private final String name;
	private final KerasFile file;

	private KerasWeightsReader(final String name, final KerasFile file) {
		this.name = name;
		this.file = file;
	}

	/**
	 * Reads a file, which is open only until its bytes are in memory, outside of Java's
	 * heap: the weights have to be closed.
	 *
	 * @throws IOException if the file is missing, damaged or of another kind, or its
	 *           network cannot be used; the message is one sentence that says so
	 */
	static NetworkWeights read(final Path file) throws IOException {
		checkFile(file);
		final TensorScope scope = new TensorScope();
		try {
			return read(bytes(file, scope), file.toString(), scope::close);
		}
		catch (final IOException | RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/**
	 * Reads an HDF5 file's bytes.
	 *
	 * @param bytes which nobody writes to from now on
	 * @param name what a user would call the file
	 * @param release called when the weights are closed, which need the bytes until then
	 * @throws IOException if they are damaged, or hold no network or one that cannot
	 *           be used; the message is one sentence that says so
	 */
	static NetworkWeights read(final ByteBuffer bytes, final String name, final Runnable release) throws IOException {
		try {
			return KerasFile.read(bytes, file -> {
				final List<List<ConvolutionWeights>> blocks = new KerasWeightsReader(name, file).readBlocks();
				final Optional<String> flaw = Plausibility.flaw(blocks);
				if (flaw.isPresent()) throw new IOException("The weights file " + name + " cannot be used: " + flaw.get() +
					"; get it again from where it came from, or choose another one.");
				return new NetworkWeights(blocks, Checksums.sha256(bytes), release);
			});
		}
		catch (final LinkException exc) {
			throw notVgg(name, exc.path() + " is a link to another place");
		}
		catch (final DamagedFileException exc) {
			throw new IOException("The weights file " + name +
				" is truncated or damaged: get it again from where it came from.", exc);
		}
	}

	// -- Helper methods --

	private static void checkFile(final Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException("The weights file " + file + " is a folder: give the path of a file (.h5).");
		}
		if (!Files.isRegularFile(file)) {
			throw new IOException("There is no weights file " + file + ": check its path.");
		}
		if (!Files.isReadable(file)) {
			throw new IOException("The weights file " + file + " cannot be read: check its permissions.");
		}
		if (!KerasFile.isHdf5(file)) {
			throw new IOException("The file " + file +
				" is not an HDF5 file: choose the weights of a VGG network as Keras saves them (.h5).");
		}
	}

	/** NB: All bytes, so that the checksum is of what is read, and the file is closed and can be replaced. */
	private static ByteBuffer bytes(final Path file, final TensorScope scope) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() > Integer.MAX_VALUE) throw new OutOfMemoryError("No buffer can hold " + channel.size() +
				" bytes");
			final ByteBuffer bytes = scope.bytes((int) channel.size());
			while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
				// NB: A read may end early.
			}
			return bytes.flip().slice();
		}
		catch (final OutOfMemoryError exc) {
			throw new IOException("The weights file " + file + " (" + Files.size(file) / 1_000_000 +
				" MB) does not fit into Java's memory: give Java more memory with -Xmx, or choose a file without the layers " +
				"that follow the convolutions.", exc);
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
		for (final String path : file.weights()) {
			final Matcher convolution = LAYER.matcher(path);
			if (!convolution.find()) continue;
			paths.computeIfAbsent(Integer.valueOf(convolution.group(1)), block -> new TreeMap<>()) //
				.computeIfAbsent(Integer.valueOf(convolution.group(2)), index -> new ArrayList<>()) //
				.add(path);
		}
		if (paths.isEmpty()) throw notVgg("it has no layer block1_conv1");
		return paths;
	}

	private ConvolutionWeights readConvolution(final String layer, final List<String> paths, final int inputChannels)
		throws IOException
	{
		FloatDataSet kernel = null;
		FloatDataSet bias = null;
		for (final String path : paths) {
			final FloatDataSet dataSet = file.numbers(path);
			final Optional<String> obstacle = dataSet.obstacle();
			if (obstacle.isPresent()) throw new IOException("The weights file " + name + " cannot be read: " + obstacle.get() +
				", or choose another one.");
			if (dataSet.shape().length == 4) kernel = dataSet;
			else bias = dataSet;
		}
		if (kernel == null || bias == null) throw notVgg("layer " + layer + " lacks its kernel or its bias");
		// NB: Compared before any number is read, so that a damaged length is found before memory is asked for it.
		final int[] shape = kernel.shape();
		final int side = ConvolutionWeights.KERNEL_SIDE;
		if (shape[0] != side || shape[1] != side || shape[2] != inputChannels || shape[3] != bias.size()) {
			throw notVgg("the kernel of layer " + layer + " is " + Arrays.toString(shape) + ", not [3, 3, " + inputChannels +
				", " + bias.size() + "]");
		}
		return new ConvolutionWeights(layer, inputChannels, shape[3], kernel.numbers(), bias.values());
	}

	private IOException notVgg(final String why) {
		return notVgg(name, why);
	}

	private static IOException notVgg(final String name, final String why) {
		return new IOException("The file " + name + " does not hold a VGG network: " + why +
			"; choose weights with layers block1_conv1, block1_conv2 and so on.");
	}
}
