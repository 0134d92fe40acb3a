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

import static net.neuralstyle.reference.Accuracy.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Proves that the engine's loss and gradient are those of the formulas, computed
 * in float64 by {@link NaiveObjective}: for each term alone and for all together,
 * whichever layers they look at, on images whose odd sizes lose rows and columns
 * when pooled.
 */
class GradientTest {

	private static final ImageSize SIZE = new ImageSize(19, 23);
	private static final VggImage CONTENT = VggImage.noise(SIZE, 1);
	private static final VggImage STYLE = VggImage.noise(new ImageSize(30, 13), 2);
	private static final VggImage POINT = VggImage.noise(SIZE, 3);
	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6,
		7 }, new int[] { 8 });
	private static final List<String> ALL = List.of("block1_conv1", "block1_conv2", "block2_conv1", "block2_conv2",
		"block3_conv1");

	static Stream<Arguments> lossWeights() {
		return Stream.of( //
			Arguments.of("content alone", new LossWeights(0.5, 0, 0, "block2_conv2", ALL)), //
			Arguments.of("content of the first layer", new LossWeights(0.5, 0, 0, "block1_conv1", ALL)), //
			Arguments.of("style alone", new LossWeights(0, 50, 0, "block2_conv2", ALL)), //
			Arguments.of("style of one layer", new LossWeights(0, 50, 0, "block2_conv2", List.of("block2_conv1"))), //
			Arguments.of("total variation alone", new LossWeights(0, 0, 1, "block2_conv2", ALL)), //
			Arguments.of("content and style of one layer", new LossWeights(1, 50, 0, "block2_conv1", List.of(
				"block2_conv1"))), //
			Arguments.of("content deeper than style", new LossWeights(1, 50, 1, "block3_conv1", List.of("block1_conv2"))), //
			Arguments.of("all terms", new LossWeights(0.025, 5, 1, "block2_conv2", ALL)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lossWeights")
	void lossAgreesWithTheFormulas(final String name, final LossWeights weights) {
		final double expected = naive(weights).evaluate(NaiveObjective.doubles(POINT.values()), new double[POINT
			.values().length]);
		assertClose(expected, new EngineEvaluation(NETWORK, weights, CONTENT, STYLE, POINT.values()).value, name);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lossWeights")
	void gradientAgreesWithTheFormulas(final String name, final LossWeights weights) {
		final double[] expected = new double[POINT.values().length];
		naive(weights).evaluate(NaiveObjective.doubles(POINT.values()), expected);
		final double[] actual = new EngineEvaluation(NETWORK, weights, CONTENT, STYLE, POINT.values()).gradient;
		assertAccurate(Accuracy.relativeError(expected, actual), name);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lossWeights")
	void gradientAgreesWithFiniteDifferences(final String name, final LossWeights weights) {
		final double[] gradient = new EngineEvaluation(NETWORK, weights, CONTENT, STYLE, POINT.values()).gradient;
		final NaiveObjective objective = naive(weights);
		final double[] point = NaiveObjective.doubles(POINT.values());
		double squares = 0;
		for (final double slope : gradient) {
			squares += slope * slope;
		}
		final Random random = new Random(6);
		for (int trial = 0; trial < 5; trial++) {
			final double[] direction = random.ints(point.length, 0, 2).mapToDouble(sign -> 2 * sign - 1).toArray();
			double slope = 0;
			for (int i = 0; i < point.length; i++) {
				slope += gradient[i] * direction[i];
			}
			final double difference = NaiveObjectiveTest.centralDifference(objective, point, direction, 1e-5);
			assertClose(difference, slope, Math.sqrt(squares), name);
		}
	}

	@ParameterizedTest
	@MethodSource("net.neuralstyle.reference.ReferenceProblem#all")
	void gradientOfTheBundledNetworkAgreesAtEveryPixel(final ReferenceProblem problem) throws IOException {
		final NetworkWeights bundled = new BundledWeights().load();
		final LossWeights weights = ReferenceProblem.WEIGHTS;
		final double[] expected = new double[problem.start().length];
		new NaiveObjective(bundled, weights, problem.content(), problem.style()).evaluate(NaiveObjective.doubles(problem
			.start()), expected);
		final double[] actual = new EngineEvaluation(bundled, weights, problem.content(), problem.style(), problem
			.start()).gradient;
		assertAccurate(Accuracy.relativeError(expected, actual), problem.toString());
	}

	@Test
	void contentTermIsZeroAtTheContent() {
		final EngineEvaluation evaluation = new EngineEvaluation(NETWORK, new LossWeights(1, 0, 0, "block2_conv2", ALL),
			CONTENT, STYLE, CONTENT.values());
		assertEquals(0, evaluation.value);
	}

	@Test
	void gradientIsZeroWhenNoTermHasWeight() {
		final EngineEvaluation evaluation = new EngineEvaluation(NETWORK, new LossWeights(0, 0, 0, "block2_conv2", ALL),
			CONTENT, STYLE, POINT.values());
		for (final double slope : evaluation.gradient) {
			assertEquals(0, slope);
		}
	}

	@Test
	void evaluationDoesNotDependOnTheOneBefore() {
		final LossWeights weights = new LossWeights(0.025, 5, 1, "block2_conv2", ALL);
		final float[] start = POINT.values();
		try (NetworkEngine engine = Engines.open(NETWORK);
				NotebookObjective objective = new NotebookObjective(engine, weights, CONTENT, STYLE);
				TensorScope scope = new TensorScope())
		{
			final INDArray first = scope.zeros(start.length);
			final INDArray second = scope.zeros(start.length);
			final double firstValue = objective.evaluate(scope.tensor(start, start.length), first);
			objective.evaluate(scope.tensor(CONTENT.values(), start.length), second);
			assertEquals(firstValue, objective.evaluate(scope.tensor(start, start.length), second));
			assertEquals(first, second);
		}
	}

	@Test
	void evaluationLeavesThePointAsItIs() {
		final float[] start = POINT.values();
		try (NetworkEngine engine = Engines.open(NETWORK);
				NotebookObjective objective = new NotebookObjective(engine, new LossWeights(0.025, 5, 1,
					"block2_conv2", ALL), CONTENT, STYLE);
				TensorScope scope = new TensorScope())
		{
			final INDArray point = scope.tensor(start, start.length);
			objective.evaluate(point, scope.zeros(start.length));
			assertEquals(scope.tensor(start, start.length), point);
		}
	}

	// -- Helper methods --

	private static NaiveObjective naive(final LossWeights weights) {
		return new NaiveObjective(NETWORK, weights, CONTENT, STYLE);
	}

	private static void assertAccurate(final double error, final String what) {
		assertTrue(error <= Accuracy.TOLERANCE, () -> what + ": the relative error is " + error);
	}
}
