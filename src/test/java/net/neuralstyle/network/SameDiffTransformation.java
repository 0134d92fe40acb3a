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
package net.neuralstyle.network;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/** An image transformation network as a graph of SameDiff's, whose gradients are found automatically. */
public final class SameDiffTransformation {

	private static final String PIXELS = "pixels";
	private static final String SLOPE = "slope";
	private static final String IMAGE = "image";

	private final TransformationTopology topology;
	private final ImageSize size;
	private final DataType type;
	private final SameDiff graph = SameDiff.create();

	/**
	 * @param parameters in the order of the topology; copied
	 * @param type in which it computes, float64 or float32
	 */
	public SameDiffTransformation(final TransformationTopology topology, final ImageSize size, final float[] parameters,
		final DataType type)
	{
		this.topology = topology;
		this.size = size;
		this.type = type;
		final SDVariable pixels = graph.var(PIXELS, Nd4j.zeros(type, shape()));
		final SDVariable image = network(pixels, parameters);
		final SDVariable slope = graph.var(SLOPE, Nd4j.zeros(type, shape()));
		image.mul(slope).sum().markAsLoss();
	}

	/** Transforms an image [H, W, 3], each channel normalised by its own mean and variance. */
	public double[] run(final double[] pixels) {
		return run(tensor(pixels, shape())).dup('c').data().asDouble();
	}

	/** Transforms an image [1, H, W, 3] of the graph's type. */
	public INDArray run(final INDArray pixels) {
		graph.getVariable(PIXELS).setArray(pixels);
		return graph.outputSingle(Map.of(), IMAGE);
	}

	/**
	 * The gradient with respect to the parameters of the product of the image and a slope, in the order of the topology.
	 */
	public double[] gradient(final double[] pixels, final double[] slope) {
		final Map<String, Integer> offsets = offsets();
		final double[] result = new double[topology.parameterCount()];
		gradients(tensor(pixels, shape()), tensor(slope, shape())).forEach((name, gradient) -> {
			final double[] values = gradient.dup('c').data().asDouble();
			System.arraycopy(values, 0, result, offsets.get(name), values.length);
		});
		return result;
	}

	/** The gradient as {@link #gradient} finds it, by the names of {@link #parameters()}; it runs forward, too. */
	public Map<String, INDArray> gradients(final INDArray pixels, final INDArray slope) {
		graph.getVariable(PIXELS).setArray(pixels);
		graph.getVariable(SLOPE).setArray(slope);
		return graph.calculateGradients(Map.of(), offsets().keySet().toArray(new String[0]));
	}

	/** The network's numbers, by what they are called in the graph, which computes with what these are changed to. */
	public Map<String, INDArray> parameters() {
		return offsets().keySet().stream().collect(Collectors.toMap(name -> name, name -> graph.getVariable(name).getArr()));
	}

	// -- Helper methods --

	private SDVariable network(final SDVariable pixels, final float[] parameters) {
		SDVariable map = pixels;
		SDVariable blockInput = null;
		ImageSize mapSize = size;
		for (final TransformationTopology.Convolution convolution : topology.convolutions()) {
			final boolean reduces = convolution.role() == TransformationTopology.Role.REDUCES;
			if (convolution.role() == TransformationTopology.Role.BEGINS_BLOCK) blockInput = map;
			if (convolution.role() == TransformationTopology.Role.ENLARGES) {
				map = enlarged(map, mapSize, convolution.inputChannels());
				mapSize = new ImageSize(2 * mapSize.width(), 2 * mapSize.height());
			}
			final int margin = convolution.side() / 2;
			map = mirrored(map, 1, margin, mapSize.height(), new int[] { 1, mapSize.height(), mapSize.width(), convolution
				.inputChannels() });
			map = mirrored(map, 2, margin, mapSize.width(), new int[] { 1, mapSize.height() + 2 * margin, mapSize.width(),
				convolution.inputChannels() });
			if (reduces) mapSize = new ImageSize(mapSize.width() / 2, mapSize.height() / 2);
			map = convolve(map, convolution, reduces ? 2 : 1, parameters);
			if (convolution.role() == TransformationTopology.Role.ENDS_BLOCK) map = map.add(blockInput);
			if (convolution.isRectified()) map = graph.nn().relu(map, 0);
		}
		return map.rename(IMAGE);
	}

	private SDVariable convolve(final SDVariable map, final TransformationTopology.Convolution convolution,
		final int stride, final float[] parameters)
	{
		final Conv2DConfig config = Conv2DConfig.builder().kH(convolution.side()).kW(convolution.side()).sH(stride).sW(stride)
			.paddingMode(PaddingMode.VALID).dataFormat("NHWC").build();
		final SDVariable kernel = variable(convolution.name() + "_kernel", parameters, convolution.kernelOffset(), convolution
			.side(), convolution.side(), convolution.inputChannels(), convolution.outputChannels());
		if (!convolution.isNormalised()) {
			return graph.cnn().conv2d(map, kernel, variable(convolution.name() + "_bias", parameters, convolution.scaleOffset(),
				convolution.outputChannels()), config);
		}
		final SDVariable convolved = graph.cnn().conv2d(map, kernel, config);
		final SDVariable centred = convolved.sub(convolved.mean(true, 1, 2));
		final SDVariable variance = centred.mul(centred).mean(true, 1, 2);
		final SDVariable normalised = centred.div(graph.math().sqrt(variance.add(TransformationTopology.EPSILON)));
		final long[] row = { 1, 1, 1, convolution.outputChannels() };
		return normalised.mul(variable(convolution.name() + "_scale", parameters, convolution.scaleOffset(), row)).add(
			variable(convolution.name() + "_shift", parameters, convolution.shiftOffset(), row));
	}

	private SDVariable variable(final String name, final float[] parameters, final int offset, final long... shape) {
		long length = 1;
		for (final long side : shape) {
			length *= side;
		}
		final double[] values = new double[(int) length];
		for (int i = 0; i < values.length; i++) {
			values[i] = parameters[offset + i];
		}
		return graph.var(name, tensor(values, shape));
	}

	/** Where each variable's numbers begin in the vector of all. */
	private Map<String, Integer> offsets() {
		final Map<String, Integer> offsets = new HashMap<>();
		for (final TransformationTopology.Convolution convolution : topology.convolutions()) {
			offsets.put(convolution.name() + "_kernel", convolution.kernelOffset());
			offsets.put(convolution.name() + (convolution.isNormalised() ? "_scale" : "_bias"), convolution.scaleOffset());
			if (convolution.isNormalised()) offsets.put(convolution.name() + "_shift", convolution.shiftOffset());
		}
		return offsets;
	}

	private long[] shape() {
		return new long[] { 1, size.height(), size.width(), VggImage.CHANNELS };
	}

	/** NB: The gradient of SameDiff's own enlargement of maps whose channels come last is wrong. */
	private SDVariable enlarged(final SDVariable map, final ImageSize mapSize, final int channels) {
		final SDVariable rows = graph.reshape(map, mapSize.height(), 1, mapSize.width() * channels);
		final SDVariable taller = graph.concat(1, rows, rows);
		final SDVariable columns = graph.reshape(taller, 2 * mapSize.height() * mapSize.width(), 1, channels);
		return graph.reshape(graph.concat(1, columns, columns), 1, 2 * mapSize.height(), 2 * mapSize.width(), channels);
	}

	/**
	 * Puts a margin before and behind a map, in which it is mirrored.
	 *
	 * @param axis along which
	 * @param length of that axis
	 * @param shape of the map
	 */
	private SDVariable mirrored(final SDVariable map, final int axis, final int margin, final int length,
		final int[] shape)
	{
		final int[] one = shape.clone();
		one[axis] = 1;
		final SDVariable[] parts = new SDVariable[2 * margin + 1];
		parts[margin] = map;
		for (int i = 1; i <= margin; i++) {
			parts[margin - i] = graph.slice(map, begin(axis, i), one);
			parts[margin + i] = graph.slice(map, begin(axis, length - 1 - i), one);
		}
		return graph.concat(axis, parts);
	}

	private static int[] begin(final int axis, final int position) {
		final int[] begin = new int[4];
		begin[axis] = position;
		return begin;
	}

	private INDArray tensor(final double[] values, final long... shape) {
		return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
	}
}
