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

package net.neuralstyle.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import net.neuralstyle.optimize.Minimizer.Monitor;
import net.neuralstyle.optimize.Minimizer.Result;
import net.neuralstyle.optimize.Minimizer.Termination;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that Adam takes the published steps, and keeps a minimiser's promises. */
class AdamTest {

	private static final Monitor NEVER_STOP = (state, value) -> true;
	/** Of very different curvatures; one gradient is tiny, so that the smallest root counts. */
	private static final double[] CURVATURES = { 1, 1000, 1e-3, 1e-9 };
	private static final float[] START = { 3, -2, 5, 1 };

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	// -- The published update --

	@Test
	void pointsAreThoseOfThePublishedAlgorithm() {
		final List<float[]> points = new ArrayList<>();
		new Adam(0.3, 25).minimize((x, gradient) -> {
			points.add(x.toFloatVector());
			return bowl(x, gradient);
		}, vector(START), NEVER_STOP);
		final double[] x = doubles(START);
		final double[] m = new double[x.length];
		final double[] v = new double[x.length];
		for (int t = 1; t <= 25; t++) {
			for (int i = 0; i < x.length; i++) {
				assertEquals(x[i], points.get(t - 1)[i], 1e-4, "variable " + i + " at evaluation " + t);
				final double g = 2 * CURVATURES[i] * x[i];
				m[i] = 0.9 * m[i] + 0.1 * g;
				v[i] = 0.999 * v[i] + 0.001 * g * g;
				final double mHat = m[i] / (1 - Math.pow(0.9, t));
				final double vHat = v[i] / (1 - Math.pow(0.999, t));
				x[i] -= 0.3 * mHat / (Math.sqrt(vHat) + 1e-8);
			}
		}
	}

	@Test
	void updateGoesOnFromAnotherOnesStateToTheSameBytes() {
		final INDArray whole = vector(START);
		final INDArray gradient = scope.zeros(START.length);
		final AdamUpdate update = new AdamUpdate(whole, gradient, scope);
		steps(update, whole, gradient, 3);
		final INDArray rest = vector(whole.toFloatVector());
		final INDArray gradientOfRest = scope.zeros(START.length);
		final AdamUpdate resumed = new AdamUpdate(rest, gradientOfRest, scope);
		resumed.resume(update.steps(), update.mean(), update.meanSquare());
		steps(update, whole, gradient, 3);
		steps(resumed, rest, gradientOfRest, 3);
		assertArrayEquals(whole.toFloatVector(), rest.toFloatVector());
	}

	@Test
	void variablesMayHaveStepsOfTheirOwnLength() {
		final INDArray point = vector(3, -2);
		final INDArray gradient = scope.zeros(2);
		final AdamUpdate update = new AdamUpdate(point, gradient, vector(1, 20), scope);
		bowl(point, gradient);
		update.step(0.01);
		assertArrayEquals(new float[] { 2.99f, -1.8f }, point.toFloatVector(), 1e-4f);
	}

	private static void steps(final AdamUpdate update, final INDArray point, final INDArray gradient, final int count) {
		for (int i = 0; i < count; i++) {
			bowl(point, gradient);
			update.step(0.3);
		}
	}

	@Test
	void firstStepIsAsLongAsAskedForInEveryVariable() {
		final List<float[]> points = new ArrayList<>();
		new Adam(0.5, 2).minimize((x, gradient) -> {
			points.add(x.toFloatVector());
			return bowl(x, gradient);
		}, vector(3, -2, 5), NEVER_STOP);
		assertArrayEquals(new float[] { 2.5f, -1.5f, 4.5f }, points.get(1), 1e-4f);
	}

	@Test
	void variableWithoutGradientStays() {
		final INDArray point = vector(3, 7);
		new Adam(0.5, 20).minimize((x, gradient) -> {
			gradient.assign(0);
			gradient.putScalar(0, 2 * x.getFloat(0));
			return x.getFloat(0) * x.getFloat(0);
		}, point, NEVER_STOP);
		assertEquals(7, point.getFloat(1));
	}

	@Test
	void minimumIsApproached() {
		final INDArray point = vector(3, -2);
		final Result result = new Adam(0.05, 1000).minimize(AdamTest::bowl, point, NEVER_STOP);
		assertTrue(result.value() < 1e-3, () -> "The value is " + result.value());
		assertArrayEquals(new float[2], point.toFloatVector(), 0.05f);
	}

	@Test
	void instanceForgetsWhatItMinimised() {
		final Adam adam = new Adam(0.3, 10);
		final INDArray first = vector(START);
		final INDArray second = vector(START);
		adam.minimize(AdamTest::bowl, first, NEVER_STOP);
		adam.minimize(AdamTest::bowl, second, NEVER_STOP);
		assertArrayEquals(first.toFloatVector(), second.toFloatVector());
	}

	// -- The best point --

	@Test
	void resultIsTheBestOfAllValuesAndItsPointIsKept() {
		final List<Double> values = new ArrayList<>();
		final INDArray point = vector(0.1f, 0.1f);
		// NB: Steps of 5 from near the minimum lead away first, and later ones swing around it.
		final Result result = new Adam(5, 40).minimize((x, gradient) -> {
			values.add(bowl(x, gradient));
			return values.get(values.size() - 1);
		}, point, NEVER_STOP);
		assertTrue(values.get(39) > result.value());
		assertEquals(Collections.min(values), result.value());
		assertEquals(result.value(), bowl(point, scope.zeros(2)));
	}

	@Test
	void bestPointOfEveryStateHasTheBestValue() {
		final INDArray copy = scope.zeros(4);
		final List<Double> values = new ArrayList<>();
		new Adam(2, 30).minimize(AdamTest::bowl, vector(START), (state, value) -> {
			values.add(value);
			state.copyBestPointTo(copy);
			assertEquals(Collections.min(values), state.bestValue());
			assertEquals(state.bestValue(), bowl(copy, scope.zeros(4)));
			return true;
		});
		assertEquals(30, values.size());
	}

	@Test
	void exceptionLeavesTheBestPoint() {
		final List<Double> values = new ArrayList<>();
		final INDArray point = vector(START);
		assertThrows(UnsupportedOperationException.class, () -> new Adam(0.3, 100).minimize((x, gradient) -> {
			if (values.size() == 7) throw new UnsupportedOperationException();
			values.add(bowl(x, gradient));
			return values.get(values.size() - 1);
		}, point, NEVER_STOP));
		assertEquals(Collections.min(values), bowl(point, scope.zeros(4)));
	}

	@Test
	void shapeOfThePointDoesNotMatter() {
		final INDArray flat = vector(START);
		final INDArray shaped = scope.tensor(START, 1, 2, 2, 1);
		new Adam(0.3, 10).minimize(AdamTest::bowl, flat, NEVER_STOP);
		new Adam(0.3, 10).minimize(AdamTest::bowl, shaped, NEVER_STOP);
		assertArrayEquals(flat.toFloatVector(), shaped.data().asFloat());
	}

	// -- Terminations --

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 17 })
	void evaluationBudgetIsKeptExactly(final int budget) {
		final int[] evaluations = { 0 };
		final Result result = new Adam(0.3, budget).minimize((x, gradient) -> {
			evaluations[0]++;
			return bowl(x, gradient);
		}, vector(START), NEVER_STOP);
		assertEquals(Termination.EVALUATIONS_SPENT, result.termination());
		assertEquals(budget, evaluations[0]);
		assertEquals(budget, result.evaluations());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void monitorStopsAtOnce(final int evaluations) {
		final List<Double> seen = new ArrayList<>();
		final Result result = new Adam(0.3, 100).minimize(AdamTest::bowl, vector(START), (state, value) -> {
			seen.add(value);
			assertEquals(seen.size(), state.evaluations());
			return seen.size() < evaluations;
		});
		assertEquals(Termination.STOPPED, result.termination());
		assertEquals(evaluations, result.evaluations());
		assertEquals(evaluations, seen.size());
	}

	@Test
	void zeroGradientIsConverged() {
		final Result result = new Adam(0.3, 100).minimize(AdamTest::bowl, vector(0, 0), NEVER_STOP);
		assertEquals(Termination.CONVERGED, result.termination());
		assertEquals(1, result.evaluations());
	}

	@ParameterizedTest
	@CsvSource({ "NaN, 1", "Infinity, 1", "1, NaN", "1, Infinity" })
	void startThatIsNotFiniteIsReported(final double value, final double slope) {
		final INDArray point = vector(1, 2);
		final Result result = new Adam(0.3, 100).minimize((x, gradient) -> {
			gradient.assign(slope);
			return value;
		}, point, NEVER_STOP);
		assertEquals(Termination.START_NOT_FINITE, result.termination());
		assertArrayEquals(new float[] { 1, 2 }, point.toFloatVector());
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY })
	void valueThatIsNotFiniteIsNoResult(final double odd) {
		final int[] evaluations = { 0 };
		final Result result = new Adam(0.3, 10).minimize((x, gradient) -> {
			final double value = bowl(x, gradient);
			return ++evaluations[0] == 5 ? odd : value;
		}, vector(START), NEVER_STOP);
		assertTrue(Double.isFinite(result.value()));
		assertEquals(10, result.evaluations());
	}

	@Test
	void gradientThatIsNotFiniteEndsWithTheBestPoint() {
		final int[] evaluations = { 0 };
		final INDArray point = vector(START);
		final Result result = new Adam(0.3, 10).minimize((x, gradient) -> {
			final double value = bowl(x, gradient);
			if (++evaluations[0] == 5) gradient.putScalar(0, Float.NaN);
			return value;
		}, point, NEVER_STOP);
		assertEquals(Termination.NO_FURTHER_DECREASE, result.termination());
		assertEquals(5, result.evaluations());
		for (final float value : point.toFloatVector()) {
			assertTrue(Float.isFinite(value));
		}
	}

	// -- Arguments --

	@ParameterizedTest
	@CsvSource({ "0, 1", "-1, 1", "NaN, 1", "1, 0" })
	void argumentsMustBePositive(final double stepLength, final int maxEvaluations) {
		assertThrows(IllegalArgumentException.class, () -> new Adam(stepLength, maxEvaluations));
	}

	@Test
	void minimiserCannotBeGivenASurrogate() {
		assertFalse(DifferentiableFunction.class.isAssignableFrom(SurrogateFunction.class));
		assertTrue(Arrays.stream(Minimizer.class.getMethods()).noneMatch(method -> Arrays.asList(method.getParameterTypes())
			.contains(SurrogateFunction.class)));
	}

	// -- Helper methods --

	private INDArray vector(final float... values) {
		return scope.tensor(values, values.length);
	}

	private static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		Arrays.setAll(result, i -> values[i]);
		return result;
	}

	/** Sum of c x^2. */
	private static double bowl(final INDArray point, final INDArray gradient) {
		final float[] x = point.ravel().toFloatVector();
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += CURVATURES[i] * x[i] * x[i];
			gradient.putScalar(i, (float) (2 * CURVATURES[i] * x[i]));
		}
		return sum;
	}
}
