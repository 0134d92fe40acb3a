package net.neuralstyle.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Makes small networks of VGG topology, and writes them as Keras writes the
 * classic "notop" weights: one group a layer, data sets {@code <layer>_W_1:0} and
 * {@code <layer>_b_1:0}, attributes {@code layer_names} and {@code weight_names}.
 */
public final class KerasWeightsWriter {

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
		return new NetworkWeights(blocks);
	}

	/** Writes a network to a file, which is replaced if there is one. */
	public static void write(final Path file, final NetworkWeights weights) {
		final List<ConvolutionWeights> layers = new ArrayList<>();
		weights.blocks().forEach(layers::addAll);
		write(file, layers);
	}

	/**
	 * Writes layers of any names and shapes to a file, which is replaced if there
	 * is one.
	 *
	 * @param layers where the kernel or the bias is null it is left out
	 */
	static void write(final Path file, final List<ConvolutionWeights> layers) {
		final List<String> names = new ArrayList<>();
		try (H5File root = new H5File(file.toString(), hdf5.H5F_ACC_TRUNC)) {
			for (final ConvolutionWeights layer : layers) {
				names.add(layer.name());
				writeLayer(root, layer);
			}
			writeNames(root, "layer_names", names);
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
		return new ConvolutionWeights(name, inputs, outputs, kernel, bias);
	}

	// -- Helper methods --

	private static void writeLayer(final H5File root, final ConvolutionWeights layer) {
		final List<String> names = new ArrayList<>();
		try (Group group = root.createGroup(layer.name())) {
			if (layer.kernel() != null) {
				names.add(layer.name() + "_W_1:0");
				final long side = (long) Math.sqrt((double) layer.kernel().length / layer.inputChannels() / layer
					.outputChannels());
				writeValues(group, layer.name() + "_W_1:0", layer.kernel(), side, side, layer.inputChannels(), layer
					.outputChannels());
			}
			if (layer.bias() != null) {
				names.add(layer.name() + "_b_1:0");
				writeValues(group, layer.name() + "_b_1:0", layer.bias(), layer.bias().length);
			}
			writeNames(group, "weight_names", names);
			group._close();
		}
	}

	private static void writeValues(final Group group, final String name, final float[] values, final long... shape) {
		try (DataSpace space = new DataSpace(shape.length, shape);
				DataSet dataSet = group.createDataSet(name, PredType.IEEE_F32LE(), space);
				FloatPointer pointer = new FloatPointer(values))
		{
			dataSet.write(pointer, PredType.NATIVE_FLOAT());
			dataSet._close();
		}
	}

	private static void writeNames(final H5Object object, final String attributeName, final List<String> names) {
		final int length = names.stream().mapToInt(String::length).max().orElse(1);
		final ByteBuffer bytes = ByteBuffer.allocate(Math.max(1, names.size() * length));
		for (final String name : names) {
			bytes.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), length));
		}
		try (StrType type = new StrType(PredType.C_S1(), length);
				DataSpace space = new DataSpace(1, new long[] { names.size() });
				Attribute attribute = object.createAttribute(attributeName, type, space);
				BytePointer pointer = new BytePointer(bytes.array()))
		{
			attribute.write(type, pointer);
			attribute._close();
		}
	}
}
