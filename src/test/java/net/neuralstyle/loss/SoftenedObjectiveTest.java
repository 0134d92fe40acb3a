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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.optimize.SurrogateFunction;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The loss with softened style terms, which the optimiser minimises in place of the loss itself. */
class SoftenedObjectiveTest {

	private static final VggImage CONTENT = VggImage.noise(new ImageSize(41, 33), 1);
	private static final VggImage STYLE = VggImage.noise(new ImageSize(36, 40), 2);
	private static final LossWeights WEIGHTS = new LossWeights(0.025, 50000, 1, "block2_conv1", List.of("block1_conv1",
		"block2_conv1"));

	private TensorScope scope;
	private NotebookObjective objective;
	private SurrogateFunction softened;
	private INDArray point;
	private INDArray gradient;

	@BeforeEach
	void makeObjective() {
		scope = new TensorScope();
		final NetworkEngine engine = scope.own(Engines.open(KerasWeightsWriter.randomWeights(1, new int[] {
			4, 5 }, new int[] { 6 })));
		objective = scope.own(new NotebookObjective(engine, WEIGHTS, CONTENT, STYLE));
		softened = objective.softened();
		final float[] pixels = VggImage.noise(CONTENT.size(), 3).values();
		point = scope.tensor(pixels, pixels.length);
		gradient = scope.zeros(pixels.length);
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@Test
	void trueValueIsTheLoss() {
		softened.evaluate(point, gradient);
		assertEquals(objective.evaluate(point, gradient), softened.trueValue());
	}

	@Test
	void valueIsLowerThanTheLossBeforeTheFirstRevision() {
		assertTrue(softened.evaluate(point, gradient) < softened.trueValue());
	}

	@Test
	void lossItselfDoesNotDependOnRevisions() {
		final double value = objective.evaluate(point, gradient);
		final float[] slopes = gradient.toFloatVector();
		softened.revise(point, Double.POSITIVE_INFINITY, gradient);
		assertEquals(value, objective.evaluate(point, gradient));
		assertArrayEquals(slopes, gradient.toFloatVector());
	}

	@Test
	void gradientAgreesWithDifferencesOfTheValue() {
		softened.revise(point, Double.POSITIVE_INFINITY, gradient);
		assertGradientAgreesWithDifferences();
	}

	@Test
	void gradientAgreesWithDifferencesOfTheValueBeforeTheFirstRevision() {
		assertGradientAgreesWithDifferences();
	}

	@Test
	void revisedOftenEnoughItsGradientIsThatOfTheLoss() {
		objective.evaluate(point, gradient);
		final double[] expected = gradient.toDoubleVector();
		softened.evaluate(point, gradient);
		assertTrue(Accuracy.relativeError(expected, gradient.toDoubleVector()) > 0.1);
		for (int i = 0; i < 300; i++) {
			softened.revise(point, Double.POSITIVE_INFINITY, gradient);
		}
		assertEquals(0, Accuracy.relativeError(expected, gradient.toDoubleVector()), 1e-4);
	}

	@Test
	void isStaleEightEvaluationsAfterARevision() {
		for (int i = 0; i < 8; i++) {
			assertFalse(softened.isStale());
			softened.evaluate(point, gradient);
		}
		assertTrue(softened.isStale());
		softened.revise(point, Double.POSITIVE_INFINITY, gradient);
		assertFalse(softened.isStale());
	}

	@Test
	void revisionChangesTheFunction() {
		final double before = softened.evaluate(point, gradient);
		final double after = softened.revise(point, Double.POSITIVE_INFINITY, gradient);
		assertNotEquals(before, after);
		assertEquals(after, softened.evaluate(point, gradient));
	}

	@Test
	void isNotRevisedWhereItsValueIsTooHigh() {
		final double before = softened.evaluate(point, gradient);
		final float[] slopes = gradient.toFloatVector();
		assertEquals(Double.NaN, softened.revise(point, 0.999 * before, gradient));
		assertEquals(before, softened.evaluate(point, gradient));
		assertArrayEquals(slopes, gradient.toFloatVector());
	}

	@Test
	void isRevisedWhereItsValueIsLowEnough() {
		final double before = softened.evaluate(point, gradient);
		final double after = softened.revise(point, 1.001 * before, gradient);
		assertNotEquals(before, after);
		assertEquals(after, softened.evaluate(point, gradient));
	}

	/** What it is there for, on the reference problems: the loss falls further in as many evaluations. */
	@ParameterizedTest
	@MethodSource("net.neuralstyle.reference.ReferenceProblem#all")
	void lossFallsFurtherThanWithoutSoftening(final ReferenceProblem problem) throws IOException {
		try (NetworkEngine engine = Engines.open(new BundledWeights().load());
				NotebookObjective loss = new NotebookObjective(engine, ReferenceProblem.WEIGHTS, problem.content(),
					problem.style()))
		{
			final Lbfgs optimiser = new Lbfgs(10, 25, Math.sqrt(problem.start().length));
			final INDArray pixels = scope.tensor(problem.start(), problem.start().length);
			final double without = optimiser.minimize(loss, pixels, (state, value) -> true).value();
			pixels.assign(scope.tensor(problem.start(), problem.start().length));
			final double with = optimiser.minimize(loss.softened(), pixels, (state, value) -> true).value();
			assertTrue(with < 0.95 * without, () -> with + " with, " + without + " without");
		}
	}

	// -- Helper methods --

	private void assertGradientAgreesWithDifferences() {
		softened.evaluate(point, gradient);
		final INDArray direction = scope.zeros(gradient.length());
		direction.assign(gradient);
		// NB: Steps of a thousandth of a grey level on average: short enough for ReLU, long enough for float32.
		final double norm = Math.sqrt(gradient.length());
		direction.muli(norm / direction.norm2Number().doubleValue());
		final double slope = direction.mul(gradient).sumNumber().doubleValue();
		final double step = 1e-3;
		final double above = softened.evaluate(point.add(direction.mul(step)), gradient);
		final double below = softened.evaluate(point.sub(direction.mul(step)), gradient);
		assertEquals(slope, (above - below) / (2 * step), 1e-2 * slope);
	}
}
