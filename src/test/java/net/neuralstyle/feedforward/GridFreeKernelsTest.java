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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is taken from kernels so that they paint no grids. */
class GridFreeKernelsTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(3, 1);
	private static final double ROUNDING = 1e-5;

	private final float[] before = random(TOPOLOGY.parameterCount());

	@Test
	void slopeThatIsEnlargedAcrossStaysASlope() {
		assertNoGrid(Role.ENLARGES, (x, y) -> x / 2);
	}

	@Test
	void slopeThatIsEnlargedDownStaysASlope() {
		assertNoGrid(Role.ENLARGES, (x, y) -> y / 2);
	}

	@Test
	void slopeThatIsEnlargedBothWaysStaysASlope() {
		assertNoGrid(Role.ENLARGES, (x, y) -> 3 * (x / 2) - 2 * (y / 2));
	}

	@Test
	void lastConvolutionMakesFlatWhatRepeatsItselfAfterBothEnlargements() {
		final double[] cell = new Random(7).doubles(16).toArray();
		assertNoGrid(Role.LAST, (x, y) -> cell[y % 4 * 4 + x % 4]);
	}

	@Test
	void lastConvolutionMakesFlatWhatRepeatsItselfAfterTheSecondEnlargement() {
		assertNoGrid(Role.LAST, (x, y) -> x % 2 + 3 * (y % 2));
	}

	@Test
	void lastConvolutionMakesASlopeOfWhatRepeatsItselfAndGrowsAcross() {
		final double[] cell = new Random(8).doubles(16).toArray();
		assertNoGrid(Role.LAST, (x, y) -> 0.1 * x * cell[y % 4 * 4 + x % 4]);
	}

	@Test
	void lastConvolutionMakesASlopeOfWhatRepeatsItselfAndGrowsDown() {
		final double[] cell = new Random(9).doubles(16).toArray();
		assertNoGrid(Role.LAST, (x, y) -> 0.1 * y * cell[y % 4 * 4 + x % 4]);
	}

	@Test
	void otherKernelsKeepTheirNumbers() {
		final float[] after = smoothed(before);
		for (final Convolution convolution : TOPOLOGY.convolutions()) {
			final boolean moved = convolution.role() == Role.ENLARGES || convolution.role() == Role.LAST;
			final int from = moved ? convolution.scaleOffset() : convolution.kernelOffset();
			final int to = convolution.scaleOffset() + convolution.outputChannels();
			for (int i = from; i < to; i++) {
				assertEquals(before[i], after[i], convolution.name());
			}
		}
	}

	@Test
	void whatPaintsNoGridStays() {
		final float[] once = smoothed(before);
		assertArrayEquals(once, smoothed(once), (float) ROUNDING);
	}

	/** A map of one channel. */
	private interface SteppedMap {

		double value(int x, int y);
	}

	/** Each kernel's response to a map changes by as much from position to position everywhere. */
	private void assertNoGrid(final Role role, final SteppedMap map) {
		final float[] after = smoothed(before);
		double largest = 0;
		for (final Convolution convolution : TOPOLOGY.convolutions()) {
			if (convolution.role() != role) continue;
			for (int pair = 0; pair < convolution.inputChannels() * convolution.outputChannels(); pair++) {
				largest = Math.max(largest, unevenness(before, convolution, pair, map));
				assertEquals(0, unevenness(after, convolution, pair, map), 100 * ROUNDING, convolution.name());
			}
		}
		assertTrue(largest > 0.1, "These numbers painted no grid before either.");
	}

	/** How much steps of the response differ from position to position, across and down. */
	private static double unevenness(final float[] parameters, final Convolution convolution, final int pair,
		final SteppedMap map)
	{
		final double[][] response = new double[8][8];
		for (int y = 0; y < 8; y++) {
			for (int x = 0; x < 8; x++) {
				response[y][x] = response(parameters, convolution, pair, map, 8 + x, 8 + y);
			}
		}
		double most = 0;
		for (int i = 2; i < 8; i++) {
			most = Math.max(most, Math.abs(response[0][i] - 2 * response[0][i - 1] + response[0][i - 2]));
			most = Math.max(most, Math.abs(response[i][0] - 2 * response[i - 1][0] + response[i - 2][0]));
		}
		return most;
	}

	private static double response(final float[] parameters, final Convolution convolution, final int pair,
		final SteppedMap map, final int x, final int y)
	{
		final int side = convolution.side();
		final int pairs = convolution.inputChannels() * convolution.outputChannels();
		double sum = 0;
		for (int row = 0; row < side; row++) {
			for (int column = 0; column < side; column++) {
				sum += parameters[convolution.kernelOffset() + (row * side + column) * pairs + pair] * map.value(x + column - side /
					2, y + row - side / 2);
			}
		}
		return sum;
	}

	private static float[] smoothed(final float[] values) {
		try (TensorScope scope = new TensorScope()) {
			final INDArray parameters = scope.tensor(values, values.length);
			new GridFreeKernels(TOPOLOGY, parameters, scope).project();
			return TensorScope.values(parameters);
		}
	}

	private static float[] random(final int count) {
		final Random random = new Random(5);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}
}
