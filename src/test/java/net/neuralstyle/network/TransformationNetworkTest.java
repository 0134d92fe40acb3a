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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An engine's networks compute what plain loops in float64 do. */
class TransformationNetworkTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(8, 1);
	private static final ImageSize SIZE = new ImageSize(48, 40);
	private static final float[] PARAMETERS = NaiveTransformation.randomParameters(TOPOLOGY, 1);
	/**
	 * Of the largest value of its kind: what is left of 24 bits after some twenty roundings one after the other, and sums
	 * over a thousand positions.
	 */
	private static final double TOLERANCE = 5e-6;
	/** Of the largest value of all, for what is small because almost all of it cancels out. */
	private static final double OVERALL_TOLERANCE = 1e-6;
	/** How far numbers go up and down for a finite difference. */
	private static final double STEP = 1e-3;
	/** Large, so that a ReLU that changes sides is one of many. */
	private static final ImageSize FINITE_DIFFERENCE_SIZE = new ImageSize(128, 96);
	/** ReLUs that change sides, and rounding of the image to 24 bits, make up to a fiftieth of one. */
	private static final double FINITE_DIFFERENCE_TOLERANCE = 0.04;

	private final TensorScope scope = new TensorScope();

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 16, 16", "4, 2, 36, 28", "5, 1, 20, 32", "16, 1, 32, 24", "24, 1, 20, 16" })
	void imageStatisticsAndGradientAreThoseOfPlainLoops(final int width, final int blocks, final int imageWidth,
		final int imageHeight)
	{
		final TransformationTopology topology = new TransformationTopology(width, blocks);
		final ImageSize size = new ImageSize(imageWidth, imageHeight);
		final float[] parameters = NaiveTransformation.randomParameters(topology, 1);
		final NaiveTransformation naive = new NaiveTransformation(topology, doubles(parameters));
		final double[] image = naive.run(size, doubles(pixels(size, 2)));
		final double[] gradient = naive.gradient(doubles(pixels(size, 3)));
		try (TransformationEngine engine = Engines.open(topology, parameters);
				TransformationNetwork network = engine.network(size, true))
		{
			assertClose(image, network.run(tensor(pixels(size, 2))), 0, image.length);
			final INDArray statistics = scope.zeros(topology.statisticsCount());
			network.copyStatistics(statistics);
			final INDArray sum = scope.zeros(topology.parameterCount());
			network.addGradient(tensor(pixels(size, 3)), sum);
			for (final TransformationTopology.Convolution convolution : topology.convolutions()) {
				final int channels = convolution.outputChannels();
				assertClose(gradient, sum, convolution.kernelOffset(), convolution.kernelLength());
				assertClose(gradient, sum, convolution.scaleOffset(), channels);
				if (!convolution.isNormalised()) continue;
				assertClose(gradient, sum, convolution.shiftOffset(), channels);
				assertClose(naive.statistics(), statistics, convolution.statisticsOffset(), channels);
				assertClose(naive.statistics(), statistics, convolution.statisticsOffset() + channels, channels);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void imageWithGivenStatisticsIsThatOfPlainLoops(final boolean training) {
		final NaiveTransformation naive = new NaiveTransformation(TOPOLOGY, doubles(PARAMETERS));
		naive.run(SIZE, doubles(pixels(SIZE, 4)));
		final double[] statistics = naive.statistics().clone();
		final double[] image = naive.run(SIZE, doubles(pixels(SIZE, 2)), statistics);
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, training))
		{
			assertClose(image, network.run(tensor(pixels(SIZE, 2)), tensor(floats(statistics))), 0, image.length);
		}
	}

	@Test
	void imageIsThatWithItsOwnStatistics() {
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, false))
		{
			final INDArray pixels = tensor(pixels(SIZE, 2));
			final float[] image = TensorScope.values(network.run(pixels));
			final INDArray statistics = scope.zeros(TOPOLOGY.statisticsCount());
			network.copyStatistics(statistics);
			assertClose(doubles(image), network.run(pixels, statistics), 0, image.length);
		}
	}

	@ParameterizedTest
	@MethodSource("parts")
	void gradientIsThatOfFiniteDifferences(final String name, final int first, final int count) {
		final INDArray pixels = tensor(pixels(FINITE_DIFFERENCE_SIZE, 2));
		final float[] function = pixels(FINITE_DIFFERENCE_SIZE, 3);
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(FINITE_DIFFERENCE_SIZE, true))
		{
			// NB: Along the gradient: along another way most things cancel out, and the few ReLUs that change sides are a large
			// part of what is left.
			final float[] gradient = Arrays.copyOfRange(gradient(network, 2), first, first + count);
			final double length = Math.sqrt(product(gradient, gradient));
			final float[] way = new float[PARAMETERS.length];
			for (int i = 0; i < count; i++) {
				way[first + i] = (float) (gradient[i] / length);
			}
			final double above = valueAt(STEP, engine, network, way, pixels, function);
			final double below = valueAt(-STEP, engine, network, way, pixels, function);
			final double slope = (above - below) / (2 * STEP);
			assertEquals(slope, length, FINITE_DIFFERENCE_TOLERANCE * length, name);
		}
	}

	@Test
	void gradientIsAddedToTheSum() {
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, true))
		{
			final float[] once = gradient(network, 2);
			final INDArray sum = scope.zeros(PARAMETERS.length).assign(3);
			network.run(tensor(pixels(SIZE, 2)));
			network.addGradient(tensor(pixels(SIZE, 3)), sum);
			final float[] expected = new float[once.length];
			for (int i = 0; i < once.length; i++) {
				expected[i] = once[i] + 3;
			}
			assertArrayEquals(expected, TensorScope.values(sum));
		}
	}

	@Test
	void whatAnEarlierImageLeftDoesNotMatter() {
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, true))
		{
			final INDArray pixels = tensor(pixels(SIZE, 2));
			final float[] image = TensorScope.values(network.run(pixels));
			final INDArray statistics = scope.zeros(TOPOLOGY.statisticsCount());
			network.copyStatistics(statistics);
			final float[] withStatistics = TensorScope.values(network.run(pixels, statistics));
			final float[] gradient = gradient(network, 2);
			gradient(network, 9);
			network.run(tensor(pixels(SIZE, 8)), tensor(floats(doubles(TensorScope.values(statistics)))).addi(1));
			assertArrayEquals(image, TensorScope.values(network.run(pixels)));
			assertArrayEquals(withStatistics, TensorScope.values(network.run(pixels, statistics)));
			assertArrayEquals(gradient, gradient(network, 2));
		}
	}

	@Test
	void changedNumbersCountOnceTheEngineIsTold() {
		final float[] changed = NaiveTransformation.randomParameters(TOPOLOGY, 2);
		final INDArray pixels = tensor(pixels(SIZE, 2));
		final INDArray statistics = scope.zeros(TOPOLOGY.statisticsCount()).assign(1.5);
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, true);
				TransformationEngine other = Engines.open(TOPOLOGY, changed);
				TransformationNetwork otherNetwork = other.network(SIZE, true))
		{
			network.run(pixels, statistics);
			gradient(network, 2);
			engine.setParameters(changed);
			assertArrayEquals(TensorScope.values(otherNetwork.run(pixels)), TensorScope.values(network.run(pixels)));
			assertArrayEquals(TensorScope.values(otherNetwork.run(pixels, statistics)), TensorScope.values(network.run(pixels,
				statistics)));
			assertArrayEquals(gradient(otherNetwork, 2), gradient(network, 2));
		}
	}

	@Test
	void networksOfOneEngineDoNotDisturbEachOther() {
		final ImageSize larger = new ImageSize(40, 32);
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, true);
				TransformationNetwork second = engine.network(larger, false))
		{
			final float[] gradient = gradient(network, 2);
			network.run(tensor(pixels(SIZE, 2)));
			second.run(tensor(pixels(larger, 2)));
			final INDArray sum = scope.zeros(PARAMETERS.length);
			network.addGradient(tensor(pixels(SIZE, 3)), sum);
			assertArrayEquals(gradient, TensorScope.values(sum));
		}
	}

	@Test
	void networkThatIsNotForTrainingHasNoGradient() {
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS);
				TransformationNetwork network = engine.network(SIZE, false))
		{
			network.run(tensor(pixels(SIZE, 2)));
			final INDArray gradient = tensor(pixels(SIZE, 3));
			final INDArray sum = scope.zeros(PARAMETERS.length);
			assertThrows(IllegalStateException.class, () -> network.addGradient(gradient, sum));
		}
	}

	@Test
	void engineTellsWhatItComputes() {
		try (TransformationEngine engine = Engines.open(TOPOLOGY, PARAMETERS)) {
			assertEquals(TOPOLOGY, engine.topology());
			assertArrayEquals(PARAMETERS, TensorScope.values(engine.parameters()));
			assertFalse(engine.toString().contains("@"));
			try (TransformationNetwork network = engine.network(SIZE, false)) {
				assertEquals(SIZE, network.size());
			}
		}
	}

	/**
	 * Each convolution's kernel, scale, and shift or bias: name, offset and length. NB: A shift at the end of a block has
	 * no gradient, since the next normalisation takes it away.
	 */
	static Stream<Object[]> parts() {
		return TOPOLOGY.convolutions().stream().flatMap(convolution -> {
			final Object[] kernel = { convolution.name() + " kernel", convolution.kernelOffset(), convolution.kernelLength() };
			final Object[] scale = { convolution.name() + " scale or bias", convolution.scaleOffset(), convolution
				.outputChannels() };
			final Object[] shift = { convolution.name() + " shift", convolution.shiftOffset(), convolution.outputChannels() };
			return convolution.isRectified() ? Stream.of(kernel, scale, shift) : Stream.of(kernel, scale);
		});
	}

	// -- Helper methods --

	private float[] gradient(final TransformationNetwork network, final long seed) {
		final INDArray sum = scope.zeros(PARAMETERS.length);
		network.run(tensor(pixels(network.size(), seed)));
		network.addGradient(tensor(pixels(network.size(), 3)), sum);
		return TensorScope.values(sum);
	}

	/** Returns a function of the image so far from where the numbers are. */
	private double valueAt(final double distance, final TransformationEngine engine, final TransformationNetwork network,
		final float[] way, final INDArray pixels, final float[] function)
	{
		final float[] parameters = PARAMETERS.clone();
		for (int i = 0; i < way.length; i++) {
			parameters[i] += distance * way[i];
		}
		engine.setParameters(parameters);
		return product(TensorScope.values(network.run(pixels)), function);
	}

	private static double product(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (double) a[i] * b[i];
		}
		return sum;
	}

	private INDArray tensor(final float[] values) {
		return scope.tensor(values, values.length);
	}

	private static float[] pixels(final ImageSize size, final long seed) {
		return VggImage.noise(size, seed).values();
	}

	private static float[] floats(final double[] values) {
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = (float) values[i];
		}
		return result;
	}

	private static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}

	/** Compares some values with the largest of these. */
	private static void assertClose(final double[] expected, final INDArray actual, final int first, final int count) {
		final float[] values = TensorScope.values(actual);
		assertEquals(expected.length, values.length);
		final double tolerated = TOLERANCE * largest(expected, first, count) + OVERALL_TOLERANCE * largest(expected, 0,
			expected.length);
		double error = 0;
		for (int i = first; i < first + count; i++) {
			error = Math.max(error, Math.abs(expected[i] - values[i]));
		}
		assertTrue(error <= tolerated, error + " is more than " + tolerated);
	}

	private static double largest(final double[] values, final int first, final int count) {
		return Arrays.stream(values, first, first + count).map(Math::abs).max().orElseThrow();
	}
}
