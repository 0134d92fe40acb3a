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

package net.neuralstyle.loss;

import static net.neuralstyle.reference.Accuracy.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Proves that the engine's hand-written gradient is the one that ND4J's automatic
 * differentiation finds for the same loss, in float64.
 */
class SameDiffGradientTest {

	private static final ImageSize SIZE = new ImageSize(23, 19);
	private static final VggImage CONTENT = VggImage.noise(SIZE, 1);
	private static final VggImage STYLE = VggImage.noise(SIZE, 2);
	private static final VggImage POINT = VggImage.noise(SIZE, 3);
	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(7, new int[] { 4, 4 }, new int[] { 6,
		6 }, new int[] { 8 });
	private static final LossWeights WEIGHTS = new LossWeights(0.1, 20, 1, "block2_conv2", List.of("block1_conv2",
		"block2_conv2", "block3_conv1"));

	@Test
	void gradientAgreesWithAutomaticDifferentiation() {
		final float[] values = POINT.values();
		try (NetworkEngine engine = Engines.open(NETWORK);
				NotebookObjective objective = new NotebookObjective(engine, WEIGHTS, CONTENT, STYLE);
				TensorScope scope = new TensorScope())
		{
			final INDArray gradient = scope.zeros(values.length);
			objective.evaluate(scope.tensor(values, values.length), gradient);
			final INDArray expected = lossGraph().calculateGradients(Map.of("pixels", tensor(POINT)), "pixels").get("pixels");
			final double error = Accuracy.relativeError(expected.dup('c').data().asDouble(), gradient.data().asDouble());
		assertTrue(error <= Accuracy.TOLERANCE, () -> "The relative error is " + error);
		}
	}

	@Test
	void lossAgreesWithSameDiff() {
		final float[] values = POINT.values();
		try (NetworkEngine engine = Engines.open(NETWORK);
				NotebookObjective objective = new NotebookObjective(engine, WEIGHTS, CONTENT, STYLE);
				TensorScope scope = new TensorScope())
		{
			final double loss = objective.evaluate(scope.tensor(values, values.length), scope.zeros(values.length));
			final double expected = lossGraph().outputSingle(Map.of("pixels", tensor(POINT)), "loss").getDouble(0);
			assertClose(expected, loss, "loss");
		}
	}

	// -- Helper methods --

	private static SameDiff lossGraph() {
		final SameDiff graph = SameDiff.create();
		final SDVariable pixels = graph.var("pixels", tensor(POINT));
		final Map<String, SDVariable> maps = addNetwork(graph, pixels);
		final double pixelCount = SIZE.pixels();
		final SDVariable contentDifference = maps.get(WEIGHTS.contentLayer()).sub(graph.constant(map(CONTENT, WEIGHTS
			.contentLayer())));
		SDVariable loss = contentDifference.mul(contentDifference).sum().mul(WEIGHTS.content());
		final double styleFactor = WEIGHTS.style() * pixelCount / (512 * 512) / WEIGHTS.styleLayers().size() / (36 *
			pixelCount * pixelCount);
		for (final String layer : WEIGHTS.styleLayers()) {
			final SDVariable difference = gram(graph, maps.get(layer)).sub(gram(graph, graph.constant(map(STYLE, layer))));
			loss = loss.add(difference.mul(difference).sum().mul(styleFactor));
		}
		loss.add("loss", totalVariation(graph, pixels).mul(WEIGHTS.totalVariation())).markAsLoss();
		return graph;
	}

	private static Map<String, SDVariable> addNetwork(final SameDiff graph, final SDVariable pixels) {
		final Conv2DConfig convolution = Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).paddingMode(PaddingMode.SAME)
			.dataFormat("NHWC").build();
		final Pooling2DConfig pooling = Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).isNHWC(true).build();
		final Map<String, SDVariable> maps = new HashMap<>();
		SDVariable current = pixels;
		for (final List<ConvolutionWeights> block : NETWORK.blocks()) {
			if (!maps.isEmpty()) current = graph.cnn().maxPooling2d(current, pooling);
			for (final ConvolutionWeights layer : block) {
				final SDVariable kernel = graph.constant(tensor(layer.kernel(), 3, 3, layer.inputChannels(), layer
					.outputChannels()));
				final SDVariable bias = graph.constant(tensor(layer.bias(), layer.outputChannels()));
				current = graph.nn().relu(layer.name(), graph.cnn().conv2d(current, kernel, bias, convolution), 0);
				maps.put(layer.name(), current);
			}
		}
		return maps;
	}

	private static INDArray map(final VggImage image, final String layer) {
		final SameDiff graph = SameDiff.create();
		addNetwork(graph, graph.placeHolder("pixels", DataType.DOUBLE, 1, SIZE.height(), SIZE.width(), 3));
		return graph.outputSingle(Map.of("pixels", tensor(image)), layer);
	}

	private static SDVariable gram(final SameDiff graph, final SDVariable map) {
		final long channels = map.eval().size(3);
		final SDVariable positions = graph.reshape(map, -1, channels);
		return graph.mmul(graph.permute(positions, 1, 0), positions);
	}

	private static SDVariable totalVariation(final SameDiff graph, final SDVariable pixels) {
		final int[] shape = { 1, SIZE.height() - 1, SIZE.width() - 1, 3 };
		final SDVariable here = graph.slice(pixels, new int[] { 0, 0, 0, 0 }, shape);
		final SDVariable down = here.sub(graph.slice(pixels, new int[] { 0, 1, 0, 0 }, shape));
		final SDVariable right = here.sub(graph.slice(pixels, new int[] { 0, 0, 1, 0 }, shape));
		return graph.math().pow(down.mul(down).add(right.mul(right)), 1.25).sum();
	}

	private static INDArray tensor(final VggImage image) {
		return tensor(image.values(), 1, image.size().height(), image.size().width(), 3);
	}

	private static INDArray tensor(final float[] values, final long... shape) {
		return Nd4j.createFromArray(NaiveObjective.doubles(values)).reshape('c', shape);
	}
}
