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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.nd4j.Nd4jTransformationEngine;
import net.neuralstyle.network.onednn.OneDnnTransformationEngine;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Proves that the engines' hand-written gradients are those that ND4J's automatic differentiation finds for the same
 * network, in float64, for all of its numbers.
 */
class SameDiffTransformationTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(4, 2);
	private static final ImageSize SIZE = new ImageSize(28, 20);
	private static final float[] PARAMETERS = NaiveTransformation.randomParameters(TOPOLOGY, 3);
	private static final float[] PIXELS = VggImage.noise(SIZE, 1).values();
	private static final float[] SLOPE = noise(SIZE.pixels() * VggImage.CHANNELS, 2);
	private static final SameDiffTransformation GRAPH = new SameDiffTransformation(TOPOLOGY, SIZE, PARAMETERS,
		DataType.DOUBLE);

	@ParameterizedTest
	@MethodSource("engines")
	void imageAgreesWithSameDiff(final Function<TransformationTopology, TransformationEngine> kind) {
		try (TensorScope scope = new TensorScope()) {
			final TransformationNetwork network = scope.own(open(kind, scope).network(SIZE, false));
			assertClose(GRAPH.run(doubles(PIXELS)), TensorScope.values(network.run(scope.tensor(PIXELS, PIXELS.length))),
				"image");
		}
	}

	@ParameterizedTest
	@MethodSource("engines")
	void gradientOfEveryNumberAgreesWithAutomaticDifferentiation(
		final Function<TransformationTopology, TransformationEngine> kind)
	{
		final double[] expected = GRAPH.gradient(doubles(PIXELS), doubles(SLOPE));
		try (TensorScope scope = new TensorScope()) {
			final TransformationNetwork network = scope.own(open(kind, scope).network(SIZE, true));
			network.run(scope.tensor(PIXELS, PIXELS.length));
			final INDArray sum = scope.zeros(TOPOLOGY.parameterCount());
			network.addGradient(scope.tensor(SLOPE, SLOPE.length), sum);
			final float[] actual = TensorScope.values(sum);
			for (final TransformationTopology.Convolution convolution : TOPOLOGY.convolutions()) {
				final int end = convolution.shiftOffset() + (convolution.isNormalised() ? convolution.outputChannels() : 0);
				assertClose(Arrays.copyOfRange(expected, convolution.kernelOffset(), convolution.scaleOffset()), Arrays
					.copyOfRange(actual, convolution.kernelOffset(), convolution.scaleOffset()), convolution.name() + "'s kernel");
				assertClose(Arrays.copyOfRange(expected, convolution.scaleOffset(), end), Arrays.copyOfRange(actual, convolution
					.scaleOffset(), end), convolution.name() + "'s normalisation or bias");
			}
		}
	}

	static List<Function<TransformationTopology, TransformationEngine>> engines() {
		return OneDnn.obstacle().isPresent() ? List.of(Nd4jTransformationEngine::new) : List.of(
			Nd4jTransformationEngine::new, topology -> new OneDnnTransformationEngine(topology, new float[topology
				.parameterCount()]));
	}

	// -- Helper methods --

	private static TransformationEngine open(final Function<TransformationTopology, TransformationEngine> kind,
		final TensorScope scope)
	{
		final TransformationEngine engine = scope.own(kind.apply(TOPOLOGY));
		engine.setParameters(PARAMETERS);
		return engine;
	}

	private static void assertClose(final double[] expected, final float[] actual, final String what) {
		assertEquals(expected.length, actual.length, what);
		final double error = Accuracy.relativeError(expected, doubles(actual));
		assertTrue(error <= Accuracy.TOLERANCE, () -> "The relative error of " + what + " is " + error);
	}

	private static float[] noise(final long length, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[(int) length];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextFloat() - 0.5f;
		}
		return values;
	}

	private static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}
}
