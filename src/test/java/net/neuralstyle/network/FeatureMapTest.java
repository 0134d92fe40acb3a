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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.Rounding;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.PointwiseWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares what a feature map promises with plain loops over the values that it copies
 * out, in every precision of the engine under test.
 * <p>
 * Sums are formed in float32, so they must be as exact as those, whatever the precision
 * of the map: {@link #SUM} of what is summed up. In bfloat16 weighted copies of the map
 * and the gradient are rounded whenever they are written, which is at most one
 * {@link Rounding#BFLOAT16} of what is written each time.
 * </p>
 */
class FeatureMapTest {

	private static final String LAYER = "block1_conv1";
	/** Relative error of a sum in float32. */
	private static final double SUM = Accuracy.TOLERANCE;

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	/** Precision, width, height, channels; few of the numbers are multiples of what a processor computes at once. */
	static Stream<Arguments> maps() {
		return Stream.of(Precision.FLOAT32, Precision.BFLOAT16).flatMap(precision -> Stream.of( //
			Arguments.of(precision, 19, 23, 13), //
			Arguments.of(precision, 16, 8, 32), //
			Arguments.of(precision, 31, 1, 3), //
			Arguments.of(precision, 1, 1, 1), //
			Arguments.of(precision, 37, 29, 67)));
	}

	@ParameterizedTest
	@MethodSource("maps")
	void valuesAreCopiedAsTheyAre(final Precision precision, final int width, final int height, final int channels) {
		final Map map = new Map(precision, width, height, channels);
		map.network.run(scope.tensor(new float[3 * width * height], 3L * width * height).assign(1));
		final float[] expected = new float[width * height * channels];
		for (int i = 0; i < expected.length; i++) {
			final double[] one = new double[channels];
			one[i % channels] = 1;
			expected[i] = Rounding.to(precision, Arrays.stream(map.weights.ofPixels(one)).sum());
		}
		assertArrayEquals(expected, Engines.values(map.map));
	}

	@ParameterizedTest
	@MethodSource("maps")
	void mapIsComparedWithWhatWasKept(final Precision precision, final int width, final int height, final int channels) {
		assertComparison(new Map(precision, width, height, channels), null);
	}

	@ParameterizedTest
	@MethodSource("maps")
	void positionsWithoutWeightAreNotCompared(final Precision precision, final int width, final int height,
		final int channels)
	{
		assertComparison(new Map(precision, width, height, channels), zerosAndOnes(width * height));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void mapIsComparedWithZeroBeforeAnythingIsKept(final Precision precision) {
		final Map map = new Map(precision, 19, 23, 13);
		final MapComparison comparison = map.map.comparison(null, 1, scope);
		assertComparison(map, comparison, new float[map.values.length], null, 1);
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void whatWasKeptIsNoDifference(final Precision precision) {
		final Map map = new Map(precision, 19, 23, 13);
		final MapComparison comparison = map.map.comparison(null, 1, scope);
		comparison.keep();
		assertArrayEquals(new float[3 * map.positions()], map.gradient(comparison::addToGradient));
		assertEquals(0, comparison.sumOfSquares());
	}

	@ParameterizedTest
	@MethodSource("maps")
	void gramMatrixIsAddedToWhatIsThere(final Precision precision, final int width, final int height, final int channels) {
		final Map map = new Map(precision, width, height, channels);
		final float[] before = random(channels * channels, 0, 1e4f, 4);
		final INDArray sum = scope.tensor(before, channels, channels);
		map.map.addGramMatrix(null, 0.3, sum, scope).run();
		assertGramMatrix(map, before, null, 0.3, sum, SUM);
	}

	@ParameterizedTest
	@MethodSource("maps")
	void gramMatrixCountsPositionsByTheirWeights(final Precision precision, final int width, final int height,
		final int channels)
	{
		final Map map = new Map(precision, width, height, channels);
		final float[] before = random(channels * channels, 0, 1e4f, 4);
		final INDArray sum = scope.tensor(before, channels, channels);
		final float[] weights = random(map.positions(), 0, 1, 5);
		map.map.addGramMatrix(scope.tensor(weights, weights.length), 0.3, sum, scope).run();
		// NB: Nothing is negative, so that the error of the sum is no larger than that of what is summed up.
		assertGramMatrix(map, before, weights, 0.3, sum, SUM + Rounding.unit(precision));
	}

	@ParameterizedTest
	@MethodSource("maps")
	void positionsCountOrDoNotWhereWeightsAreOneOrZero(final Precision precision, final int width, final int height,
		final int channels)
	{
		final Map map = new Map(precision, width, height, channels);
		final INDArray sum = scope.zeros(channels, channels);
		final float[] weights = zerosAndOnes(map.positions());
		map.map.addGramMatrix(scope.tensor(weights, weights.length), 1, sum, scope).run();
		assertGramMatrix(map, new float[channels * channels], weights, 1, sum, SUM);
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void weightsMapAndSumAreLookedAtWheneverItRuns(final Precision precision) {
		final Map map = new Map(precision, 19, 23, 13);
		final INDArray weights = scope.zeros(map.positions());
		final INDArray sum = scope.zeros(13, 13);
		final Runnable addGramMatrix = map.map.addGramMatrix(weights, 1, sum, scope);
		addGramMatrix.run();
		assertArrayEquals(new float[13 * 13], TensorScope.values(sum));
		sum.assign(7);
		weights.assign(1);
		map.run(9);
		addGramMatrix.run();
		final float[] sevens = new float[13 * 13];
		Arrays.fill(sevens, 7);
		assertGramMatrix(map, sevens, null, 1, sum, SUM);
	}

	@ParameterizedTest
	@MethodSource("maps")
	void productIsAddedToTheGradient(final Precision precision, final int width, final int height, final int channels) {
		assertProductIsAdded(precision, width, height, channels, null);
	}

	@ParameterizedTest
	@MethodSource("maps")
	void productCountsPositionsByTheirWeights(final Precision precision, final int width, final int height,
		final int channels)
	{
		assertProductIsAdded(precision, width, height, channels, random(width * height, 0, 1, 5));
	}

	/**
	 * Two channels are alike, and what the matrix takes of one it gives back of the other,
	 * but for some hundredths. A matrix of bfloat16 numbers, which are 4 apart here, would
	 * not have these. In two parts a number's error is 2^-16 of it at most.
	 */
	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void productThatIsFarSmallerThanItsFactorsKeepsItsDigits(final Precision precision) {
		final Map map = new Map(precision, 19, 23, new PointwiseWeights(8, 1).alike(2, 5));
		final float[] matrix = new float[8 * 8];
		final float[] left = random(8, 0.5f, 1, 8);
		for (int channel = 0; channel < 8; channel++) {
			matrix[2 * 8 + channel] = 1000 + left[channel];
			matrix[5 * 8 + channel] = -1000;
		}
		final double[] expected = new double[map.values.length];
		final double[] errors = new double[expected.length];
		for (int i = 0; i < expected.length; i++) {
			final double value = map.values[i / 8 * 8 + 2];
			expected[i] = value * left[i % 8];
			errors[i] = value * 1001 * (precision == Precision.BFLOAT16 ? Rounding.BFLOAT16 * Rounding.BFLOAT16 : SUM) +
				2 * Rounding.unit(precision) * Math.abs(expected[i]);
		}
		assertGradient(map, expected, errors, map.gradient(map.map.addProductToGradient(null, 1, scope.tensor(matrix, 8, 8),
			scope)));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void matrixIsLookedAtWheneverItIsMultiplied(final Precision precision) {
		final Map map = new Map(precision, 19, 23, 13);
		final INDArray matrix = scope.zeros(13, 13).assign(100);
		final Runnable addProduct = map.map.addProductToGradient(null, 1, matrix, scope);
		map.gradient(addProduct);
		matrix.assign(0);
		assertArrayEquals(new float[3 * map.positions()], map.gradient(addProduct));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void gradientStopsWhereTheMapIsZero(final Precision precision) {
		final Map map = new Map(precision, 19, 23, 13);
		final MapComparison comparison = map.map.comparison(null, -1, scope);
		comparison.keep();
		final float[] dark = map.pixels.clone();
		for (int i = 0; i < dark.length; i++) {
			// NB: Every other pixel is dark enough for ReLU.
			if (i / 3 % 2 == 0) dark[i] = -dark[i];
		}
		final float[] kept = map.values;
		map.run(dark);
		final double[] expected = new double[kept.length];
		for (int i = 0; i < expected.length; i++) {
			// NB: What is not dark is as it was, so something else must pull at it.
			expected[i] = i / 13 % 2 == 0 ? 0 : 13 * map.values[i / 13 * 13];
		}
		final float[] first = new float[13 * 13];
		Arrays.fill(first, 0, 13, 13);
		final double[] errors = Arrays.stream(expected).map(value -> 2 * Rounding.unit(precision) * value).toArray();
		assertGradient(map, expected, errors, map.gradient(comparison::addToGradient, map.map.addProductToGradient(null, 1,
			scope.tensor(first, 13, 13), scope)));
	}

	@ParameterizedTest
	@CsvSource({ "block1_conv1, 23, 19, 5, 1", "block1_pool, 11, 9, 5, 2", "block2_conv1, 11, 9, 7, 2",
		"block2_conv2, 11, 9, 9, 2", "block3_conv1, 5, 4, 17, 4" })
	void shapeIsThatOfTheLayer(final String layer, final long height, final long width, final long channels,
		final int reduction)
	{
		final NetworkEngine engine = scope.own(Engines.open(KerasWeightsWriter.randomWeights(1, new int[] { 5 }, new int[] {
			7, 9 }, new int[] { 17 })));
		final FeatureMap map = scope.own(engine.forward(new ImageSize(19, 23), List.of("block3_conv1"))).map(layer);
		assertArrayEquals(new long[] { 1, height, width, channels }, map.shape());
		assertEquals(reduction, map.reduction());
	}

	// -- Helper methods --

	/** Compares with another image's map, in two additions to the gradient. */
	private void assertComparison(final Map map, final float[] weights) {
		final INDArray tensor = weights == null ? null : scope.tensor(weights, weights.length);
		final MapComparison comparison = map.map.comparison(tensor, 0.7, scope);
		final float[] kept = map.values;
		comparison.keep();
		map.run(9);
		assertComparison(map, comparison, kept, weights, 0.7);
	}

	private static void assertComparison(final Map map, final MapComparison comparison, final float[] kept,
		final float[] weights, final double factor)
	{
		final double[] expected = new double[kept.length];
		final double[] errors = new double[kept.length];
		double sum = 0;
		for (int i = 0; i < expected.length; i++) {
			final int position = i * map.positions() / expected.length;
			final double difference = (weights == null ? 1 : weights[position]) * ((double) map.values[i] - kept[i]);
			sum += difference * difference;
			// NB: It is added twice, to see that it is added.
			expected[i] = 2 * factor * difference;
			errors[i] = 2 * Rounding.unit(map.precision) * Math.abs(expected[i]);
		}
		assertGradient(map, expected, errors, map.gradient(comparison::addToGradient, comparison::addToGradient));
		assertEquals(sum, comparison.sumOfSquares(), SUM * sum);
	}

	private void assertProductIsAdded(final Precision precision, final int width, final int height, final int channels,
		final float[] weights)
	{
		final Map map = new Map(precision, width, height, channels);
		final MapComparison comparison = map.map.comparison(null, 1, scope);
		final float[] kept = map.values;
		comparison.keep();
		map.run(9);
		final float[] matrix = random(channels * channels, -1, 1, 7);
		final double[] expected = new double[kept.length];
		final double[] errors = new double[kept.length];
		for (int i = 0; i < expected.length; i++) {
			final int position = i / channels;
			final double factor = 0.3 * (weights == null ? 1 : weights[position]);
			double summands = 0;
			for (int channel = 0; channel < channels; channel++) {
				final double summand = factor * map.values[position * channels + channel] * matrix[channel * channels + i %
					channels];
				expected[i] += summand;
				summands += Math.abs(summand);
			}
			final double before = map.values[i] - kept[i];
			expected[i] += before;
			// NB: The weighted copy is rounded once, and so is the gradient after each of three sums: what is there before,
			// the product with the matrix's high part and that with its low part.
			errors[i] = SUM * summands + Rounding.unit(precision) * ((weights == null ? Rounding.BFLOAT16 : 1) * summands +
				Math.abs(before) + 2 * Math.abs(expected[i]));
		}
		final INDArray tensor = weights == null ? null : scope.tensor(weights, weights.length);
		assertGradient(map, expected, errors, map.gradient(comparison::addToGradient, map.map.addProductToGradient(tensor,
			0.3, scope.tensor(matrix, channels, channels), scope)));
	}

	/**
	 * @param expected the gradient with respect to the map, as it should be
	 * @param errors how wrong it may be
	 * @param actual what comes of it at the pixels
	 */
	private static void assertGradient(final Map map, final double[] expected, final double[] errors,
		final float[] actual)
	{
		final double[] expectedOfPixels = map.weights.ofPixels(expected);
		final double[] errorsOfPixels = map.weights.ofPixels(errors);
		final double[] magnitudes = map.weights.ofPixels(Arrays.stream(expected).map(Math::abs).toArray());
		for (int i = 0; i < actual.length; i++) {
			final double error = Math.abs(actual[i] - expectedOfPixels[i]);
			// NB: The convolution back to the pixels is a sum, too.
			final double allowed = errorsOfPixels[i] + SUM * magnitudes[i];
			assertTrue(error <= allowed, "Value " + i + " is " + actual[i] + ", not " + expectedOfPixels[i] + ": the error is " +
				error + ", more than " + allowed);
		}
	}

	private static void assertGramMatrix(final Map map, final float[] before, final float[] weights, final double factor,
		final INDArray actual, final double tolerance)
	{
		final int channels = (int) actual.size(0);
		final float[] sums = TensorScope.values(actual);
		for (int i = 0; i < sums.length; i++) {
			double expected = 0;
			for (int position = 0; position < map.positions(); position++) {
				expected += (weights == null ? 1.0 : weights[position]) * map.values[position * channels + i / channels] *
					map.values[position * channels + i % channels];
			}
			expected = before[i] + factor * expected;
			assertEquals(expected, sums[i], tolerance * expected, "Value " + i);
		}
	}

	private static float[] zerosAndOnes(final int length) {
		final float[] result = random(length, 0, 1, 5);
		for (int i = 0; i < length; i++) {
			result[i] = Math.round(result[i]);
		}
		return result;
	}

	private static float[] random(final int length, final float from, final float to, final long seed) {
		final Random random = new Random(seed);
		final float[] result = new float[length];
		for (int i = 0; i < length; i++) {
			result[i] = from + (to - from) * random.nextFloat();
		}
		return result;
	}

	/** The map of a network of one convolution, positive everywhere. */
	private final class Map {

		private final Precision precision;
		private final PointwiseWeights weights;
		private final FeatureNetwork network;
		private final FeatureMap map;
		private float[] pixels;
		private float[] values;

		private Map(final Precision precision, final int width, final int height, final int channels) {
			this(precision, width, height, new PointwiseWeights(channels, 1));
		}

		private Map(final Precision precision, final int width, final int height, final PointwiseWeights weights) {
			this.precision = precision;
			this.weights = weights;
			final NetworkEngine engine = scope.own(Engines.open(weights.network(), precision));
			network = scope.own(engine.withGradient(new ImageSize(width, height), List.of(LAYER)));
			map = network.map(LAYER);
			run(2);
		}

		private void run(final long seed) {
			run(random((int) network.size().pixels() * VggImage.CHANNELS, 1, 100, seed));
		}

		private void run(final float[] newPixels) {
			pixels = newPixels;
			network.run(scope.tensor(pixels, pixels.length));
			values = Engines.values(map);
		}

		private int positions() {
			return (int) network.size().pixels();
		}

		/** The gradient with respect to the pixels after some additions to that of the map, [positions, 3]. */
		private float[] gradient(final Runnable... additions) {
			network.run(scope.tensor(pixels, pixels.length));
			return TensorScope.values(network.gradient(List.of(LAYER), layer -> List.of(additions).forEach(Runnable::run)));
		}
	}
}
