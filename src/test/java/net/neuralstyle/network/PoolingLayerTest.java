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

import java.util.Arrays;
import java.util.Random;

import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares pooling, forward and backward, with plain loops, on maps whose odd sizes lose a row and a column. */
class PoolingLayerTest {

	private static final int CHANNELS = 3;

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@ParameterizedTest
	@CsvSource({ "4, 6", "5, 6", "4, 7", "5, 7", "2, 2", "3, 3" })
	void averageIsTheMeanOfFour(final int height, final int width) {
		final Maps maps = new Maps(Pooling.AVERAGE, height, width);
		final float[] expected = new float[maps.pooledLength()];
		for (int i = 0; i < expected.length; i++) {
			for (int corner = 0; corner < 4; corner++) {
				expected[i] += maps.values[maps.corner(i, corner)] / 4;
			}
		}
		assertArrayEquals(expected, maps.forward(), 1e-5f);
	}

	@ParameterizedTest
	@CsvSource({ "4, 6", "5, 6", "4, 7", "5, 7", "2, 2", "3, 3" })
	void largestIsTheLargestOfFour(final int height, final int width) {
		final Maps maps = new Maps(Pooling.MAX, height, width);
		final float[] expected = new float[maps.pooledLength()];
		Arrays.fill(expected, Float.NEGATIVE_INFINITY);
		for (int i = 0; i < expected.length; i++) {
			for (int corner = 0; corner < 4; corner++) {
				expected[i] = Math.max(expected[i], maps.values[maps.corner(i, corner)]);
			}
		}
		assertArrayEquals(expected, maps.forward());
	}

	@ParameterizedTest
	@CsvSource({ "4, 6", "5, 6", "4, 7", "5, 7", "2, 2", "3, 3" })
	void gradientOfTheAverageIsSharedByFourAndDroppedPositionsHaveNone(final int height, final int width) {
		final Maps maps = new Maps(Pooling.AVERAGE, height, width);
		final float[] expected = new float[maps.values.length];
		for (int i = 0; i < maps.pooledLength(); i++) {
			for (int corner = 0; corner < 4; corner++) {
				expected[maps.corner(i, corner)] += maps.slopes[i] / 4;
			}
		}
		maps.forward();
		assertArrayEquals(expected, maps.backward(), 1e-6f);
	}

	@ParameterizedTest
	@CsvSource({ "4, 6", "5, 6", "4, 7", "5, 7", "2, 2", "3, 3" })
	void gradientOfTheLargestGoesToItAloneAndDroppedPositionsHaveNone(final int height, final int width) {
		final Maps maps = new Maps(Pooling.MAX, height, width);
		final float[] expected = new float[maps.values.length];
		for (int i = 0; i < maps.pooledLength(); i++) {
			int largest = maps.corner(i, 0);
			for (int corner = 1; corner < 4; corner++) {
				if (maps.values[maps.corner(i, corner)] > maps.values[largest]) largest = maps.corner(i, corner);
			}
			expected[largest] += maps.slopes[i];
		}
		maps.forward();
		assertArrayEquals(expected, maps.backward());
	}

	@Test
	void networkPoolsByTheLargestUnlessToldOtherwise() {
		try (NetworkParameters parameters = new NetworkParameters(KerasWeightsWriter.randomWeights(1,
			new int[] { 2 })))
		{
			assertEquals(Pooling.MAX, parameters.pooling());
		}
	}

	// -- Helper methods --

	/** A layer with what it reads and writes. */
	private final class Maps {

		private final int width;
		private final int pooledWidth;
		private final float[] values;
		private final float[] slopes;
		private final INDArray output;
		private final INDArray inputGradient;
		private final PoolingLayer layer;

		private Maps(final Pooling kind, final int height, final int width) {
			this.width = width;
			pooledWidth = width / 2;
			values = random(height * width * CHANNELS, 1);
			slopes = random(height / 2 * pooledWidth * CHANNELS, 2);
			final PaddedMap input = map(height, width);
			final PaddedMap pooled = map(height / 2, pooledWidth);
			final PaddedMap pooledGradient = map(height / 2, pooledWidth);
			final PaddedMap gradient = map(height, width);
			input.image().assign(scope.tensor(values, input.image().shape()));
			pooledGradient.image().assign(scope.tensor(slopes, pooled.image().shape()));
			// NB: Buffers have held other things before.
			gradient.image().assign(Float.NaN);
			output = pooled.image();
			inputGradient = gradient.image();
			layer = new PoolingLayer("pool", kind, input, pooled, pooledGradient, gradient, scope);
		}

		private int pooledLength() {
			return slopes.length;
		}

		/** Index of one of the four values from which one is pooled. */
		private int corner(final int pooledIndex, final int corner) {
			final int channel = pooledIndex % CHANNELS;
			final int x = pooledIndex / CHANNELS % pooledWidth * 2 + corner % 2;
			final int y = pooledIndex / CHANNELS / pooledWidth * 2 + corner / 2;
			return (y * width + x) * CHANNELS + channel;
		}

		private float[] forward() {
			layer.forward();
			return TensorScope.values(output);
		}

		private float[] backward() {
			layer.backward();
			return TensorScope.values(inputGradient);
		}

		private PaddedMap map(final int height, final int mapWidth) {
			final long[] shape = { 1, height, mapWidth, CHANNELS };
			return new PaddedMap(scope.zeros(PaddedMap.length(shape)), 0, shape);
		}

		private float[] random(final int length, final long seed) {
			final Random random = new Random(seed);
			final float[] result = new float[length];
			for (int i = 0; i < length; i++) {
				result[i] = (float) random.nextGaussian();
			}
			return result;
		}
	}
}
