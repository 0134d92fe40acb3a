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

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DSetAccPropList;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.FileAccPropList;
import org.bytedeco.hdf5.FileCreatPropList;
import org.bytedeco.hdf5.FloatType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.LinkCreatPropList;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Makes networks of VGG topology, and writes them in the ways in which Keras has
 * written such networks over the years.
 */
public final class KerasWeightsWriter {

	/** How names are arranged in a file. */
	public enum Layout {
			/** Keras 1, and the published VGG files: {@code block1_conv1/block1_conv1_W_1:0}. */
			CLASSIC("", "", "_W_1:0", "_b_1:0"),
			/** {@code save_weights} of tf.keras: {@code block1_conv1/block1_conv1/kernel:0}. */
			TF_KERAS("", "", "/kernel:0", "/bias:0"),
			/** {@code save} of tf.keras, a whole model: {@code model_weights/block1_conv1/block1_conv1/kernel:0}. */
			WHOLE_MODEL("model_weights/", "", "/kernel:0", "/bias:0"),
			/** A model that has the network as a layer: {@code vgg16/block1_conv1/kernel:0}. */
			MODEL_IN_MODEL("", "vgg16/", "/kernel:0", "/bias:0");

		private final String top;
		private final String model;
		private final String kernel;
		private final String bias;

		Layout(final String top, final String model, final String kernel, final String bias) {
			this.top = top;
			this.model = model;
			this.kernel = kernel;
			this.bias = bias;
		}

		/** The group of a layer, below the group with all layers. */
		private String group(final String layer) {
			return model.isEmpty() ? layer : model.substring(0, model.length() - 1);
		}
	}

	/** How numbers are stored in a file, and the file's own structures. */
	public enum Storage {
			/** As Keras does. */
			USUAL,
			/** With the newest structures, as h5py writes them when asked for {@code libver="latest"}. */
			LATEST,
			/** Numbers in pieces, by gzip, of which the last is not full. */
			COMPRESSED,
			/** Numbers of 16 bits, of 64 bits, and with the most significant byte first. */
			FLOAT16, FLOAT64, BIG_ENDIAN,
			/** Numbers of 16 bits with the exponent of float32. */
			BFLOAT16,
			/** Whole numbers. */
			INTEGERS,
			/** Numbers that are said to be compressed with LZ4. */
			LZ4;

		private static final int LZ4_FILTER = 32004;

		private DataType type() {
			switch (this) {
				case FLOAT16:
					return float16(10, 15);
				case BFLOAT16:
					return float16(7, 127);
				case FLOAT64:
					return PredType.IEEE_F64LE();
				case BIG_ENDIAN:
					return PredType.IEEE_F32BE();
				case INTEGERS:
					return PredType.STD_I32LE();
				default:
					return PredType.IEEE_F32LE();
			}
		}

		private static FloatType float16(final int mantissa, final int bias) {
			final FloatType type = new FloatType(PredType.IEEE_F32LE());
			type.setFields(15, mantissa, 15 - mantissa, 0, mantissa);
			type.setSize(2);
			type.setEbias(bias);
			return type;
		}

		private DSetCreatPropList properties(final long... shape) {
			final DSetCreatPropList properties = new DSetCreatPropList();
			if (this != COMPRESSED && this != LZ4) return properties;
			final long[] chunk = shape.clone();
			chunk[shape.length - 1] = Math.max(1, shape[shape.length - 1] - 1);
			properties.setChunk(chunk.length, chunk);
			if (this == COMPRESSED) {
				properties.setShuffle();
				properties.setDeflate(4);
			}
			// NB: The library has no such filter, so it leaves out an optional one and still lists it.
			else properties.setFilter(LZ4_FILTER, hdf5.H5Z_FLAG_OPTIONAL, 0, new int[0]);
			return properties;
		}

		private FileAccPropList access() {
			final FileAccPropList access = new FileAccPropList();
			if (this == LATEST) access.setLibverBounds(hdf5.H5F_LIBVER_LATEST, hdf5.H5F_LIBVER_LATEST);
			return access;
		}
	}

	/** Channels of VGG16, by block. */
	public static final int[][] VGG16 = { { 64, 64 }, { 128, 128 }, { 256, 256, 256 }, { 512, 512, 512 }, { 512, 512,
		512 } };

	/** HDF5's length of strings of variable length. */
	private static final long VARIABLE = -1;

	private KerasWeightsWriter() {
		// NB: Not instantiable.
	}

	/**
	 * Makes a network of random weights, scaled so that feature maps keep their
	 * size from layer to layer (He et al., ICCV 2015).
	 *
	 * @param channels for each block, the output channels of its convolutions
	 */
	public static NetworkWeights randomWeights(final long seed, final int[]... channels) {
		final Random random = new Random(seed);
		final List<List<ConvolutionWeights>> blocks = new ArrayList<>();
		int inputs = 3;
		for (int block = 0; block < channels.length; block++) {
			final List<ConvolutionWeights> convolutions = new ArrayList<>();
			for (int index = 0; index < channels[block].length; index++) {
				final int outputs = channels[block][index];
				convolutions.add(randomConvolution("block" + (block + 1) + "_conv" + (index + 1), inputs, outputs, random));
				inputs = outputs;
			}
			blocks.add(convolutions);
		}
		return new NetworkWeights(blocks, "random " + seed, () -> {});
	}

	/** Writes a network to a file, which is replaced if there is one. */
	public static void write(final Path file, final NetworkWeights weights) {
		write(file, weights, Layout.CLASSIC, false);
	}

	/** Writes a network to a file, which is replaced if there is one, in the layout of tf.keras. */
	static void write(final Path file, final NetworkWeights weights, final Storage storage) {
		write(file, layers(weights), Layout.TF_KERAS, storage == Storage.LATEST, storage);
	}

	/**
	 * Writes a network to a file, which is replaced if there is one.
	 *
	 * @param variableLength whether names are strings of variable length; Keras
	 *          itself writes fixed ones
	 */
	public static void write(final Path file, final NetworkWeights weights, final Layout layout,
		final boolean variableLength)
	{
		write(file, layers(weights), layout, variableLength);
	}

	/** Writes layers of any names and shapes in the classic layout. */
	static void write(final Path file, final List<ConvolutionWeights> layers) {
		write(file, layers, Layout.CLASSIC, false);
	}

	/**
	 * Writes layers of any names and shapes to a file, which is replaced if there
	 * is one.
	 *
	 * @param layers where the kernel or the bias is empty it is left out
	 */
	static void write(final Path file, final List<ConvolutionWeights> layers, final Layout layout,
		final boolean variableLength)
	{
		write(file, layers, layout, variableLength, Storage.USUAL);
	}

	private static void write(final Path file, final List<ConvolutionWeights> layers, final Layout layout,
		final boolean variableLength, final Storage storage)
	{
		// NB: By group, the names of the data sets in it.
		final Map<String, List<String>> names = new LinkedHashMap<>();
		// NB: What is left to the garbage collector is given back on a thread of its own, which HDF5 does not bear.
		try (PointerScope scope = new PointerScope();
				H5File root = new H5File(file.toString(), hdf5.H5F_ACC_TRUNC, new FileCreatPropList(), storage.access()))
		{
			if (!layout.top.isEmpty()) createGroup(root, layout.top);
			for (final ConvolutionWeights layer : layers) {
				final String group = layout.group(layer.name());
				final boolean isNew = !names.containsKey(group);
				final List<String> dataSets = names.computeIfAbsent(group, key -> new ArrayList<>());
				if (isNew) createGroup(root, layout.top + group);
				final String inGroup = layer.name() + layout.kernel;
				if (inGroup.contains("/")) createGroup(root, layout.top + group + "/" + layer.name());
				if (layer.kernel().length > 0) {
					dataSets.add(inGroup);
					final long side = (long) Math.sqrt((double) layer.kernel().length / layer.inputChannels() / layer
						.outputChannels());
					writeValues(root, storage, layout.top + group + "/" + inGroup, layer.kernel(), side, side, layer
						.inputChannels(), layer.outputChannels());
				}
				if (layer.bias().length > 0) {
					dataSets.add(layer.name() + layout.bias);
					writeValues(root, storage, layout.top + group + "/" + layer.name() + layout.bias, layer.bias(), layer
						.bias().length);
				}
			}
			names.forEach((name, dataSets) -> writeNames(root, layout.top + name, "weight_names", dataSets, variableLength));
			writeNames(root, layout.top.isEmpty() ? "/" : layout.top, "layer_names", new ArrayList<>(names.keySet()),
				variableLength);
			root._close();
		}
	}

	/**
	 * Puts a link in place of a layer's group in a file.
	 *
	 * @param hdf5File that has the group; empty for the same file, where it gets
	 *          another name
	 */
	static void link(final Path file, final String layer, final String hdf5File) {
		try (PointerScope scope = new PointerScope(); H5File root = new H5File(file.toString(), hdf5.H5F_ACC_RDWR)) {
			if (hdf5File.isEmpty()) {
				root.link(layer, hdf5.H5L_SAME_LOC(), "moved");
				root.unlink(layer);
				root.link(hdf5.H5L_TYPE_SOFT, "moved", layer);
			}
			else {
				root.unlink(layer);
				hdf5.H5Lcreate_external(hdf5File, layer, root.getId(), layer, hdf5.H5P_DEFAULT, hdf5.H5P_DEFAULT);
			}
			root._close();
		}
	}

	static ConvolutionWeights randomConvolution(final String name, final int inputs, final int outputs,
		final Random random)
	{
		final float[] kernel = new float[3 * 3 * inputs * outputs];
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / (9 * inputs)));
		}
		final float[] bias = new float[outputs];
		for (int i = 0; i < bias.length; i++) {
			bias[i] = (float) (10 * random.nextGaussian());
		}
		return new ConvolutionWeights(name, inputs, outputs, FloatBuffer.wrap(kernel), bias);
	}

	// -- Helper methods --

	private static void createGroup(final H5File root, final String path) {
		try (BytePointer name = new BytePointer(path, StandardCharsets.UTF_8); Group group = root.createGroup(name)) {
			group._close();
		}
	}

	private static List<ConvolutionWeights> layers(final NetworkWeights weights) {
		return weights.blocks().stream().flatMap(List::stream).collect(Collectors.toList());
	}

	private static void writeValues(final H5File root, final Storage storage, final String path, final float[] values,
		final long... shape)
	{
		try (DataSpace space = new DataSpace(shape.length, shape);
				DataSet dataSet = root.createDataSet(path, storage.type(), space, storage.properties(shape), new DSetAccPropList(),
					new LinkCreatPropList());
				FloatPointer pointer = new FloatPointer(values))
		{
			dataSet.write(pointer, PredType.NATIVE_FLOAT());
			dataSet._close();
		}
	}

	private static void writeNames(final H5File root, final String path, final String attributeName,
		final List<String> names, final boolean variableLength)
	{
		try (BytePointer name = new BytePointer(path, StandardCharsets.UTF_8); Group group = root.openGroup(name)) {
			if (names.isEmpty()) writeEmpty(group, attributeName);
			else if (variableLength) writeVariable(group, attributeName, names);
			else writeFixed(group, attributeName, names);
			group._close();
		}
	}

	/** As Keras does: an empty list is one of float64 numbers. */
	private static void writeEmpty(final Group group, final String attributeName) {
		try (DataSpace space = new DataSpace(1, new long[] { 0 });
				Attribute attribute = group.createAttribute(attributeName, PredType.IEEE_F64LE(), space))
		{
			attribute._close();
		}
	}

	private static void writeFixed(final Group group, final String attributeName, final List<String> names) {
		final int length = names.stream().mapToInt(name -> name.getBytes(StandardCharsets.UTF_8).length).max().orElseThrow();
		final ByteBuffer bytes = ByteBuffer.allocate(names.size() * length);
		for (final String name : names) {
			bytes.put(Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), length));
		}
		try (StrType type = new StrType(PredType.C_S1(), length);
				DataSpace space = new DataSpace(1, new long[] { names.size() });
				Attribute attribute = group.createAttribute(attributeName, type, space);
				BytePointer pointer = new BytePointer(bytes.array()))
		{
			attribute.write(type, (Pointer) pointer);
			attribute._close();
		}
	}

	private static void writeVariable(final Group group, final String attributeName, final List<String> names) {
		try (StrType type = new StrType(PredType.C_S1(), VARIABLE);
				DataSpace space = new DataSpace(1, new long[] { names.size() });
				Attribute attribute = group.createAttribute(attributeName, type, space);
				PointerPointer<BytePointer> pointers = new PointerPointer<>(names.toArray(new String[0])))
		{
			attribute.write(type, pointers);
			attribute._close();
		}
	}
}
