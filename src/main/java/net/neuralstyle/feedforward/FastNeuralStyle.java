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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.recipe.Quoted;

/**
 * Reads networks of PyTorch's example "fast neural style", and those of the ONNX model zoo that were made by it: the
 * same topology as {@link TransformationTopology}, of any width and number of blocks.
 * <p>
 * Such a network reads and gives RGB from 0 to 255. Its result and that of what is returned differ by rounding alone:
 * </p>
 * <ul>
 * <li>The first convolution reads, and the last one gives, the colours in the other order.</li>
 * <li>The mean colour that {@link VggImage} subtracts adds the same to a whole map of the first convolution, mirrored
 * borders included, which the normalisation behind it takes away again. So it does with the biases before it.</li>
 * <li>From the last bias the mean colour is subtracted.</li>
 * </ul>
 */
final class FastNeuralStyle {

	/** How far a float32 may be from the double that was meant. */
	private static final double ROUNDING = 1e-6;

	private final OnnxGraph graph;
	/** What was found up to here, the last convolution first. */
	private final List<Stage> stages = new ArrayList<>();

	private FastNeuralStyle(final OnnxGraph graph) {
		this.graph = graph;
	}

	/** Returns whether a file's bytes may be ONNX: they begin with the version of its format. */
	static boolean isOnnx(final byte[] bytes) {
		return bytes.length > 2 && bytes[0] == 8 && bytes[1] > 0 && bytes[1] < 32;
	}

	/**
	 * Reads a network.
	 *
	 * @param bytes of an ONNX file
	 * @param file what a user would call the file
	 * @param card of the network
	 * @throws IOException if the file is damaged, or has another network; the message is one sentence that says so
	 */
	static StyleNetwork read(final ByteBuffer bytes, final String file, final NetworkCard card) throws IOException {
		try {
			final FastNeuralStyle reader = new FastNeuralStyle(new OnnxGraph(bytes));
			reader.findStages();
			final TransformationTopology topology = reader.topology();
			return new StyleNetwork(topology, reader.parameters(topology), card, new byte[0]);
		}
		catch (final OtherNetworkException exc) {
			throw new IOException("The network " + file + " cannot be used: " + exc.getMessage() +
				"; of ONNX files, choose one of PyTorch's fast neural style (candy, mosaic, rain princess, udnie, pointilism).",
				exc);
		}
		catch (final RuntimeException | OutOfMemoryError | StackOverflowError exc) {
			throw new IOException("The network " + file + " is truncated or damaged: get it again from where it came from.",
				exc);
		}
	}

	// -- Helper methods --

	/** Goes from the result back to the image. */
	private void findStages() throws OtherNetworkException {
		String value = graph.output();
		String beforeBlock = null;
		while (graph.producer(value).isPresent()) {
			if (stages.size() > graph.nodeCount()) throw new IllegalStateException("The network reads its own result");
			final Stage stage = new Stage();
			final boolean beginsBlock = beforeBlock != null;
			OnnxNode node = producer(value);
			if (node.operation().equals("Add")) {
				final boolean first = graph.producer(node.input(0)).map(OnnxNode::operation).orElse("").equals(
					"InstanceNormalization");
				beforeBlock = node.input(first ? 1 : 0);
				node = producer(node.input(first ? 0 : 1));
				stage.role = Role.ENDS_BLOCK;
			}
			if (node.operation().equals("Relu")) {
				stage.isRectified = true;
				node = producer(node.input(0));
			}
			if (node.operation().equals("InstanceNormalization")) {
				stage.normalisation = node;
				node = producer(node.input(0));
			}
			stage.convolution = expect(node, "Conv");
			node = producer(node.input(0));
			stage.padding = expect(node, "Pad");
			value = node.input(0);
			final Optional<OnnxNode> enlargement = graph.producer(value).filter(before -> before.operation().equals(
				"Upsample") || before.operation().equals("Resize"));
			if (enlargement.isPresent()) {
				stage.enlargement = enlargement.get();
				value = enlargement.get().input(0);
			}
			if (stage.role != Role.ENDS_BLOCK) {
				stage.role = stage.role(beginsBlock);
				if (beginsBlock && !graph.original(value).equals(graph.original(beforeBlock))) {
					throw new OtherNetworkException("what is added to " + Quoted.of(stage.convolution.name()) +
						" is not what it reads");
				}
				beforeBlock = null;
			}
			stages.add(stage);
		}
		if (stages.isEmpty()) throw new OtherNetworkException("nothing computes its result");
		Collections.reverse(stages);
	}

	private OnnxNode producer(final String value) throws OtherNetworkException {
		return graph.producer(value).orElseThrow(() -> new OtherNetworkException("its operations are others"));
	}

	private static OnnxNode expect(final OnnxNode node, final String operation) throws OtherNetworkException {
		if (!node.operation().equals(operation)) {
			throw new OtherNetworkException("its operation " + Quoted.of(node.name()) + " is " + Quoted.of(node.operation()) +
				", not " + operation);
		}
		return node;
	}

	/** Returns the topology that has these stages. */
	private TransformationTopology topology() throws OtherNetworkException {
		final int blocks = (int) stages.stream().filter(stage -> stage.role == Role.ENDS_BLOCK).count();
		final int[] shape = tensor(stages.get(0).convolution, 1).shape();
		if (shape.length != 4 || shape[0] < 1 || shape[0] > StyleNetworkFile.LARGEST_WIDTH ||
			blocks > StyleNetworkFile.MOST_BLOCKS)
		{
			throw new OtherNetworkException("its first kernel is " + Arrays.toString(shape) + " and it has " + blocks +
				" residual blocks");
		}
		final TransformationTopology topology = new TransformationTopology(shape[0], blocks);
		if (topology.convolutions().size() != stages.size()) {
			throw new OtherNetworkException("it has " + stages.size() + " convolutions, not " + topology.convolutions().size());
		}
		for (int i = 0; i < stages.size(); i++) {
			check(stages.get(i), topology.convolutions().get(i));
		}
		return topology;
	}

	private void check(final Stage stage, final Convolution expected) throws OtherNetworkException {
		final OnnxNode node = stage.convolution;
		final String name = Quoted.of(node.name());
		final int side = expected.side();
		final int[] shape = tensor(node, 1).shape();
		final int[] right = { expected.outputChannels(), expected.inputChannels(), side, side };
		if (!Arrays.equals(shape, right)) {
			throw new OtherNetworkException("the kernel of " + name + " is " + Arrays.toString(shape) + ", not " + Arrays
				.toString(right));
		}
		final double stride = expected.role() == Role.REDUCES ? 2 : 1;
		if (stage.role != expected.role() || stage.isRectified != expected.isRectified() ||
			stage.normalisation != null != expected.isNormalised() || !areAll(node, "strides", stride) || !areAll(node, "pads",
				0) || !areAll(node, "dilations", 1) || node.integer("group").orElse(1L) != 1 || !node.text("auto_pad").matches(
					"|NOTSET|VALID"))
		{
			throw new OtherNetworkException("what is done at " + name + " is something else");
		}
		if (!stage.padding.text("mode").equals("reflect")) {
			throw new OtherNetworkException("the image's borders are not mirrored before " + name);
		}
		final double margin = side / 2;
		if (!are(stage.padding, "pads", 0, 0, margin, margin, 0, 0, margin, margin)) {
			throw new OtherNetworkException("another part of the image is mirrored before " + name);
		}
		if (stage.enlargement != null && (!stage.enlargement.text("mode").matches("|nearest") || stage.enlargement.text(
			"coordinate_transformation_mode").equals("align_corners") || !are(stage.enlargement, "scales", 1, 1, 2, 2)))
		{
			throw new OtherNetworkException("the image is not doubled before " + name);
		}
		if (stage.normalisation != null && Math.abs(stage.normalisation.number("epsilon").orElse(1e-5f) -
			TransformationTopology.EPSILON) > ROUNDING)
		{
			throw new OtherNetworkException("the normalisation after " + name + " has another epsilon");
		}
	}

	private static boolean areAll(final OnnxNode node, final String attribute, final double expected) {
		final Optional<double[]> numbers = node.numbers(attribute);
		// NB: What is left out is 1, or 0 for margins.
		if (numbers.isEmpty()) return expected == (attribute.equals("pads") ? 0 : 1);
		return Arrays.stream(numbers.get()).allMatch(number -> number == expected);
	}

	/**
	 * Whether an attribute, or what is given by its name as an input in newer versions, is that, if it is given at all.
	 */
	private boolean are(final OnnxNode node, final String attribute, final double... expected) {
		final Optional<double[]> numbers = node.numbers(attribute);
		if (numbers.isPresent()) return Arrays.equals(numbers.get(), expected);
		// NB: What is computed is computed from the image's size, and there is no other way to an image of the same size.
		final int index = node.operation().equals("Resize") && node.inputs().size() > 2 ? 2 : 1;
		final Optional<double[]> given = graph.tensor(node.input(index)).flatMap(OnnxTensor::numbers);
		return given.isEmpty() || given.get().length == 0 || Arrays.equals(given.get(), expected);
	}

	private OnnxTensor tensor(final OnnxNode node, final int input) throws OtherNetworkException {
		final OnnxTensor tensor = graph.tensor(node.input(input)).orElseThrow(() -> new OtherNetworkException(
			"the numbers of " + Quoted.of(node.name()) + " are not given"));
		final Optional<String> obstacle = tensor.obstacle();
		if (obstacle.isPresent()) throw new OtherNetworkException(obstacle.get());
		return tensor;
	}

	private float[] parameters(final TransformationTopology topology) throws OtherNetworkException {
		final float[] parameters = new float[topology.parameterCount()];
		for (int i = 0; i < stages.size(); i++) {
			final Stage stage = stages.get(i);
			final Convolution convolution = topology.convolutions().get(i);
			final boolean isFirst = i == 0;
			copyKernel(tensor(stage.convolution, 1).values(), convolution, isFirst, parameters);
			if (convolution.isNormalised()) {
				copy(tensor(stage.normalisation, 1).values(), convolution.outputChannels(), parameters, convolution.scaleOffset());
				copy(tensor(stage.normalisation, 2).values(), convolution.outputChannels(), parameters, convolution.shiftOffset());
			}
			else copyBias(stage, parameters, convolution.scaleOffset());
		}
		return parameters;
	}

	/** Copies a kernel [output channels, input channels, side, side] as [side, side, input channels, output channels]. */
	private static void copyKernel(final float[] kernel, final Convolution convolution, final boolean isFirst,
		final float[] target)
	{
		final int inputs = convolution.inputChannels();
		final int outputs = convolution.outputChannels();
		final int area = convolution.side() * convolution.side();
		for (int output = 0; output < outputs; output++) {
			final int to = convolution.role() == Role.LAST ? mirrored(output) : output;
			for (int input = 0; input < inputs; input++) {
				final int from = isFirst ? mirrored(input) : input;
				for (int place = 0; place < area; place++) {
					target[convolution.kernelOffset() + (place * inputs + from) * outputs + to] = //
						kernel[(output * inputs + input) * area + place];
				}
			}
		}
	}

	private void copyBias(final Stage stage, final float[] target, final int offset) throws OtherNetworkException {
		final float[] bias = new float[VggImage.CHANNELS];
		if (!stage.convolution.input(2).isEmpty()) {
			copy(tensor(stage.convolution, 2).values(), bias.length, bias, 0);
		}
		for (int channel = 0; channel < bias.length; channel++) {
			target[offset + channel] = bias[mirrored(channel)] - VggImage.mean(channel);
		}
	}

	private static void copy(final float[] values, final int count, final float[] target, final int offset) {
		if (values.length != count) throw new IllegalStateException(values.length + " numbers, not " + count);
		System.arraycopy(values, 0, target, offset, count);
	}

	/** From the channels of RGB to those of BGR, or back. */
	private static int mirrored(final int channel) {
		return VggImage.CHANNELS - 1 - channel;
	}

	/** A convolution with what comes before and after it. */
	private static final class Stage {

		private Role role;
		/** Null if there is none. */
		private OnnxNode enlargement;
		private OnnxNode padding;
		private OnnxNode convolution;
		/** Null if there is none. */
		private OnnxNode normalisation;
		private boolean isRectified;

		private Role role(final boolean beginsBlock) {
			if (beginsBlock) return Role.BEGINS_BLOCK;
			if (enlargement != null) return Role.ENLARGES;
			if (normalisation == null) return Role.LAST;
			return areAll(convolution, "strides", 1) ? Role.PLAIN : Role.REDUCES;
		}
	}

	/** Says, as a part of a sentence, what of a network is not as it must be. */
	private static final class OtherNetworkException extends Exception {

		private static final long serialVersionUID = 1L;

		OtherNetworkException(final String why) {
			super(why);
		}
	}
}
