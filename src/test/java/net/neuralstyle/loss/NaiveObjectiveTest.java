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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that the plain float64 loss against which the engine is checked is
 * itself right: it gives PyTorch's values, and its gradient is the slope of its
 * loss.
 */
class NaiveObjectiveTest {

	static List<ReferenceProblem> problems() {
		return ReferenceProblem.all();
	}

	@ParameterizedTest
	@MethodSource("problems")
	void lossAndGradientAgreeWithTheReference(final ReferenceProblem problem) throws IOException {
		final NaiveObjective objective = new NaiveObjective(new BundledWeights().load(), ReferenceProblem.WEIGHTS, problem
			.content(), problem.style());
		final double[] gradient = new double[problem.start().length];
		final double loss = objective.evaluate(NaiveObjective.doubles(problem.start()), gradient);
		double sum = 0;
		for (final double slope : gradient) {
			sum += slope * slope;
		}
		final double expectedLoss = problem.expected().getAsJsonObject("atStart").get("loss").getAsDouble();
		final double expectedNorm = problem.expected().getAsJsonObject("atStart").getAsJsonObject("gradient").get("norm")
			.getAsDouble();
	assertEquals(1, loss / expectedLoss, 1e-7);
		assertEquals(1, Math.sqrt(sum) / expectedNorm, 1e-7);
	}

	@Test
	void gradientAgreesWithFiniteDifferences() {
		final ImageSize size = new ImageSize(19, 23);
		final NaiveObjective objective = new NaiveObjective(KerasWeightsWriter.randomWeights(1, new int[] { 4, 4 },
			new int[] { 6, 6 }), new LossWeights(0.1, 5, 1, "block2_conv1", List.of("block1_conv2", "block2_conv2")), VggImage
				.noise(size, 1), VggImage.noise(new ImageSize(14, 11), 2));
		final double[] point = NaiveObjective.doubles(VggImage.noise(size, 3).values());
		final double[] gradient = new double[point.length];
		objective.evaluate(point, gradient);
		final Random random = new Random(4);
		for (int trial = 0; trial < 10; trial++) {
			final double[] direction = random.doubles(point.length, -1, 1).toArray();
			double slope = 0;
			for (int i = 0; i < point.length; i++) {
				slope += gradient[i] * direction[i];
			}
			final double difference = centralDifference(objective, point, direction, 1e-5);
			assertEquals(slope, difference, 1e-6 * Math.abs(slope));
		}
	}

	/** Returns the slope of the loss along a direction, by its values at two points. */
	static double centralDifference(final NaiveObjective objective, final double[] point, final double[] direction,
		final double step)
	{
		final double[] before = point.clone();
		final double[] after = point.clone();
		for (int i = 0; i < point.length; i++) {
			before[i] -= step * direction[i];
			after[i] += step * direction[i];
		}
		final double[] ignored = new double[point.length];
		return (objective.evaluate(after, ignored) - objective.evaluate(before, ignored)) / (2 * step);
	}
}
