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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An engine's networks compute what plain loops in float64 do. */
class TransformationNetworkTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(4, 2);
	private static final ImageSize SIZE = new ImageSize(36, 28);
	/**
	 * Of the largest value: some ten roundings to 24 bits one after the other, each of which a normalisation may make a few
	 * times larger.
	 */
	private static final double TOLERANCE = 1e-5;

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
		final double[] pixels = pixels(size, 2);
		final double[] direction = pixels(size, 3);
		final NaiveTransformation naive = new NaiveTransformation(topology, doubles(parameters));
		final double[] image = naive.run(size, pixels);
		final double[] gradient = naive.gradient(direction);
		try (TransformationEngine engine = Engines.open(topology, parameters);
				TransformationNetwork network = engine.network(size, true))
		{
			assertClose(image, network.run(tensor(pixels)));
			final INDArray statistics = scope.zeros(topology.statisticsCount());
			network.copyStatistics(statistics);
			assertClose(naive.statistics(), statistics);
			final INDArray sum = scope.zeros(topology.parameterCount());
			network.addGradient(tensor(direction), sum);
			assertClose(gradient, sum);
		}
	}

	@Test
	void imageWithGivenStatisticsIsThatOfPlainLoops() {
		final float[] parameters = NaiveTransformation.randomParameters(TOPOLOGY, 1);
		final NaiveTransformation naive = new NaiveTransformation(TOPOLOGY, doubles(parameters));
		naive.run(SIZE, pixels(SIZE, 4));
		final double[] statistics = naive.statistics().clone();
		final double[] pixels = pixels(SIZE, 2);
		try (TransformationEngine engine = Engines.open(TOPOLOGY, parameters);
				TransformationNetwork network = engine.network(SIZE, false))
		{
			assertClose(naive.run(SIZE, pixels, statistics), network.run(tensor(pixels), tensor(statistics)));
		}
	}

	private INDArray tensor(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			floats[i] = (float) values[i];
		}
		return scope.tensor(floats, floats.length);
	}

	/** Of float32. */
	private static double[] pixels(final ImageSize size, final long seed) {
		return doubles(VggImage.noise(size, seed).values());
	}

	private static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}

	private static void assertClose(final double[] expected, final INDArray actual) {
		final float[] values = TensorScope.values(actual);
		assertEquals(expected.length, values.length);
		double largest = 0;
		double error = 0;
		for (int i = 0; i < values.length; i++) {
			largest = Math.max(largest, Math.abs(expected[i]));
			error = Math.max(error, Math.abs(expected[i] - values[i]));
		}
		assertTrue(error <= TOLERANCE * largest, error + " of " + largest);
	}
}
