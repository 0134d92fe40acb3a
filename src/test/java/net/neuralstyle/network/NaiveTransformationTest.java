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

import java.util.Random;

import net.neuralstyle.image.ImageSize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients that engines are compared with are those of finite differences. */
class NaiveTransformationTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(2, 1);
	private static final ImageSize SIZE = new ImageSize(20, 16);
	private static final double STEP = 1e-6;
	/** Central differences in float64 of a value of order 10 are right to 1e-9 where no ReLU changes sides. */
	private static final double TOLERANCE = 1e-6;

	@ParameterizedTest
	@MethodSource("convolutions")
	void gradientIsThatOfFiniteDifferences(final String name) {
		final Random random = new Random(5);
		final double[] pixels = random.doubles(SIZE.pixels() * 3, -1, 1).toArray();
		final double[] direction = random.doubles(SIZE.pixels() * 3, -0.1, 0.1).toArray();
		final float[] start = NaiveTransformation.randomParameters(TOPOLOGY, 3);
		final double[] parameters = new double[start.length];
		for (int i = 0; i < start.length; i++) {
			parameters[i] = start[i];
		}
		final NaiveTransformation network = new NaiveTransformation(TOPOLOGY, parameters);
		network.run(SIZE, pixels);
		final double[] gradient = network.gradient(direction);
		final TransformationTopology.Convolution convolution = TOPOLOGY.convolutions().stream().filter(one -> one.name()
			.equals(name)).findFirst().orElseThrow();
		final int last = convolution.isNormalised() ? convolution.shiftOffset() : convolution.scaleOffset();
		for (final int i : new int[] { convolution.kernelOffset(), convolution.kernelOffset() + convolution.kernelLength() /
			2, convolution.scaleOffset(), last + convolution.outputChannels() - 1 })
		{
			final double value = parameters[i];
			parameters[i] = value + STEP;
			final double above = product(network.run(SIZE, pixels), direction);
			parameters[i] = value - STEP;
			final double below = product(network.run(SIZE, pixels), direction);
			parameters[i] = value;
			assertEquals((above - below) / (2 * STEP), gradient[i], TOLERANCE * (1 + Math.abs(gradient[i])), name + " " + i);
		}
	}

	static String[] convolutions() {
		return TOPOLOGY.convolutions().stream().map(TransformationTopology.Convolution::name).toArray(String[]::new);
	}

	private static double product(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}
}
