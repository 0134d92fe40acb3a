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

package net.neuralstyle.network.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How far a network whose convolutions multiply bfloat16 is from one that multiplies float32. */
class ReducedTransformationTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(8, 2);
	private static final float[] PARAMETERS = NaiveTransformation.randomParameters(TOPOLOGY, 1);
	private static final ImageSize SIZE = new ImageSize(64, 48);
	/**
	 * A value has 8 bits, so that it is off by a 700th or so; ten convolutions one after the other, of which each adds its
	 * own to what the former ones left, come to a hundredth.
	 */
	private static final double IMAGE_TOLERANCE = 0.03;
	/** Values near 0, whose ReLUs change sides, do most of it. */
	private static final double GRADIENT_TOLERANCE = 0.15;

	private final TensorScope scope = new TensorScope();

	@BeforeEach
	void needsBfloat16() {
		assumeTrue(OneDnn.obstacle().isEmpty() && OneDnn.multipliesBfloat16(), "bfloat16 is not multiplied here.");
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@Test
	void engineTellsItsArithmetic() {
		try (OneDnnTransformationEngine engine = engine(Precision.BFLOAT16)) {
			assertTrue(engine.toString().endsWith(", bfloat16"), engine.toString());
		}
	}

	@Test
	void imageIsNearlyThatOfFloat32() {
		assertNear(image(Precision.FLOAT32, false), image(Precision.BFLOAT16, false), IMAGE_TOLERANCE);
	}

	@Test
	void imageWithGivenStatisticsIsNearlyThatOfFloat32() {
		assertNear(image(Precision.FLOAT32, true), image(Precision.BFLOAT16, true), IMAGE_TOLERANCE);
	}

	@Test
	void gradientOfEachConvolutionIsNearlyThatOfFloat32() {
		final float[] expected = gradient(Precision.FLOAT32);
		final float[] actual = gradient(Precision.BFLOAT16);
		for (final TransformationTopology.Convolution convolution : TOPOLOGY.convolutions()) {
			final int first = convolution.kernelOffset();
			final int end = first + convolution.kernelLength();
			assertNear(Arrays.copyOfRange(expected, first, end), Arrays.copyOfRange(actual, first, end),
				GRADIENT_TOLERANCE);
		}
	}

	@Test
	void secondRunIsTheFirstOne() {
		try (OneDnnTransformationEngine engine = engine(Precision.BFLOAT16);
				TransformationNetwork network = engine.network(SIZE, true))
		{
			final float[] first = gradient(network, 2);
			gradient(network, 5);
			assertArrayEquals(first, gradient(network, 2));
		}
	}

	@Test
	void itTakesLessMemory() {
		try (OneDnnTransformationEngine full = engine(Precision.FLOAT32);
				OneDnnTransformationEngine reduced = engine(Precision.BFLOAT16))
		{
			assertTrue(reduced.bytes(SIZE, true) < full.bytes(SIZE, true));
		}
	}

	// -- Helper methods --

	private static OneDnnTransformationEngine engine(final Precision precision) {
		return new OneDnnTransformationEngine(TOPOLOGY, PARAMETERS, precision);
	}

	private float[] image(final Precision precision, final boolean given) {
		try (OneDnnTransformationEngine engine = engine(precision);
				TransformationNetwork network = engine.network(SIZE, false))
		{
			final INDArray pixels = tensor(VggImage.noise(SIZE, 2).values());
			final float[] image = TensorScope.values(network.run(pixels));
			if (!given) return image;
			final INDArray statistics = scope.zeros(TOPOLOGY.statisticsCount());
			network.copyStatistics(statistics);
			return TensorScope.values(network.run(pixels, statistics));
		}
	}

	private float[] gradient(final Precision precision) {
		try (OneDnnTransformationEngine engine = engine(precision);
				TransformationNetwork network = engine.network(SIZE, true))
		{
			return gradient(network, 2);
		}
	}

	private float[] gradient(final TransformationNetwork network, final long seed) {
		final INDArray sum = scope.zeros(TOPOLOGY.parameterCount());
		network.run(tensor(VggImage.noise(SIZE, seed).values()));
		network.addGradient(tensor(VggImage.noise(SIZE, 3).values()), sum);
		return TensorScope.values(sum);
	}

	private INDArray tensor(final float[] values) {
		return scope.tensor(values, values.length);
	}

	/** Length of the difference over that of what is expected. */
	private static void assertNear(final float[] expected, final float[] actual, final double tolerance) {
		assertEquals(expected.length, actual.length);
		double difference = 0;
		double length = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(actual[i] - expected[i], 2);
			length += Math.pow(expected[i], 2);
		}
		final double error = Math.sqrt(difference / length);
		assertTrue(error > 0 && error < tolerance, () -> "error " + error);
	}
}
