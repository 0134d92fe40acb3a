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
import java.util.List;
import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.IdentityWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares pooling, forward and backward, with plain loops, on maps whose odd sizes lose a row and a column. */
class PoolingTest {

	private static final int CHANNELS = 3;
	private static final String LAYER = "block2_conv1";

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
		assertArrayEquals(expected, maps.backward(), 1e-6f);
	}

	// -- Helper methods --

	/** Maps before and after a pooling, in a network whose convolutions change nothing that is positive. */
	private final class Maps {

		private final int width;
		private final int pooledWidth;
		private final float[] values;
		private final float[] slopes;
		private final FeatureNetwork network;
		private final MapComparison comparison;

		private Maps(final Pooling kind, final int height, final int width) {
			this.width = width;
			pooledWidth = width / 2;
			values = random(height * width * CHANNELS, 1);
			slopes = random(height / 2 * pooledWidth * CHANNELS, 2);
			final NetworkEngine engine = scope.own(Engines.open(IdentityWeights.of(CHANNELS, 2), kind));
			network = scope.own(engine.withGradient(new ImageSize(width, height), List.of(LAYER)));
			comparison = network.map(LAYER).comparison(null, -1, scope);
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
			network.run(scope.tensor(values, values.length));
			return Engines.values(network.map(LAYER));
		}

		/** The slopes are the difference of the map from one in which every four values are larger by them. */
		private float[] backward() {
			final float[] larger = values.clone();
			for (int i = 0; i < slopes.length; i++) {
				for (int corner = 0; corner < 4; corner++) {
					larger[corner(i, corner)] += slopes[i];
				}
			}
			network.run(scope.tensor(larger, larger.length));
			comparison.keep();
			network.run(scope.tensor(values, values.length));
			return TensorScope.values(network.gradient(List.of(LAYER), layer -> comparison.addToGradient()));
		}

		/** From 1 to 2. */
		private float[] random(final int length, final long seed) {
			final Random random = new Random(seed);
			final float[] result = new float[length];
			for (int i = 0; i < length; i++) {
				result[i] = 1 + random.nextFloat();
			}
			return result;
		}
	}
}
