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
import java.util.stream.Stream;

import net.neuralstyle.optimize.Minimizer.Monitor;
import net.neuralstyle.optimize.Minimizer.Result;
import net.neuralstyle.optimize.Minimizer.Termination;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Proves that L-BFGS finds the known minima of published test functions (J. Moré,
 * B. Garbow and K. Hillstrom, "Testing unconstrained optimization software", ACM
 * TOMS 7, 1981) as closely as float32 allows, and that it keeps its promises
 * where a function misbehaves.
 */
class LbfgsTest {

	private static final Monitor NEVER_STOP = (state, value) -> true;

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	// -- Known minima --

	static Stream<Problem> problems() {
		return Stream.of( //
			new Problem("Rosenbrock", LbfgsTest::rosenbrock, 1e-9, 1e-4, new float[] { -1.2f, 1 }, repeated(2, 1)), //
			new Problem("extended Rosenbrock", LbfgsTest::rosenbrock, 1e-8, 1e-4, repeated(50, -1.2f, 1), repeated(50, 1)), //
			new Problem("Beale", LbfgsTest::beale, 1e-10, 1e-4, new float[] { 1, 1 }, new float[] { 3, 0.5f }), //
			new Problem("Booth", LbfgsTest::booth, 1e-10, 1e-5, new float[] { -8, 9 }, new float[] { 1, 3 }), //
			new Problem("Himmelblau", LbfgsTest::himmelblau, 1e-9, 1e-5, new float[] { 4, 1 }, new float[] { 3, 2 }), //
			// NB: The Hessian is singular at the minimum, so the point is found far less closely than the value.
			new Problem("Powell's singular function", LbfgsTest::powell, 1e-8, 3e-2, repeated(40, 3, -1, 0, 1), repeated(40,
				0)), //
			new Problem("ill-conditioned quadratic", LbfgsTest::illConditioned, 1e-7, 1e-3, repeated(30, 1), repeated(30,
				0)));
	}

	@ParameterizedTest
	@MethodSource("problems")
	void valueReachesThePublishedMinimum(final Problem problem) {
		final Result result = new Lbfgs(10, 2000, 1).minimize(problem, vector(problem.start), NEVER_STOP);
		assertTrue(result.value() <= problem.valueTolerance, () -> problem + " is " + result.value() + " after " + result
			.evaluations() + " evaluations");
	}

	@ParameterizedTest
	@MethodSource("problems")
	void pointReachesThePublishedMinimum(final Problem problem) {
		final INDArray point = vector(problem.start);
		new Lbfgs(10, 2000, 1).minimize(problem, point, NEVER_STOP);
		assertArrayEquals(problem.minimum, point.toFloatVector(), problem.pointTolerance);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void endsByItselfAtFloatPrecision(final Problem problem) {
		final Result result = new Lbfgs(10, 10000, 1).minimize(problem, vector(problem.start), NEVER_STOP);
		assertTrue(result.termination() == Termination.CONVERGED || result
			.termination() == Termination.NO_FURTHER_DECREASE, () -> problem + " ended with " + result.termination());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 30 })
	void everyMemoryReachesTheMinimum(final int memory) {
		final Result result = new Lbfgs(memory, 3000, 1).minimize(function(LbfgsTest::rosenbrock), vector(repeated(20, -1.2f,
			1)), NEVER_STOP);
		assertTrue(result.value() <= 1e-8, () -> "The value is " + result.value());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-6, 1e-3, 1, 1e3, 1e6 })
	void everyFirstStepReachesTheMinimum(final double firstStepLength) {
		final Result result = new Lbfgs(10, 3000, firstStepLength).minimize(function(LbfgsTest::rosenbrock), vector(-1.2f,
			1), NEVER_STOP);
		assertTrue(result.value() <= 1e-8, () -> "The value is " + result.value());
	}

	@Test
	void negativeCurvatureIsLeft() {
		// NB: x^4 - 2 x^2 + y^2 curves down along x between its minima at x = -1 and 1.
		final INDArray point = vector(0.01f, 3);
		new Lbfgs(10, 500, 1).minimize(function((x, gradient) -> {
			gradient[0] = 4 * x[0] * x[0] * x[0] - 4 * x[0];
			gradient[1] = 2 * x[1];
			return Math.pow(x[0], 4) - 2 * x[0] * x[0] + x[1] * x[1];
		}), point, NEVER_STOP);
		assertArrayEquals(new float[] { 1, 0 }, new float[] { Math.abs(point.getFloat(0)), point.getFloat(1) }, 1e-4f);
	}

	@Test
	void quadraticNeedsFewEvaluations() {
		final Result result = new Lbfgs(10, 1000, 1).minimize(function(LbfgsTest::booth), vector(-8, 9), NEVER_STOP);
		assertTrue(result.evaluations() <= 50, () -> result.evaluations() + " evaluations");
	}

	@Test
	void shapeOfThePointDoesNotMatter() {
		final INDArray point = scope.tensor(new float[] { -1.2f, 1, -1.2f, 1 }, 1, 2, 2, 1);
		new Lbfgs(10, 1000, 1).minimize(function(LbfgsTest::rosenbrock), point, NEVER_STOP);
		assertArrayEquals(new float[] { 1, 1, 1, 1 }, point.data().asFloat(), 1e-3f);
	}

	// -- The best point --

	@ParameterizedTest
	@MethodSource("problems")
	void resultIsTheBestOfAllValues(final Problem problem) {
		final List<Double> values = new ArrayList<>();
		final Result result = new Lbfgs(10, 60, 10).minimize(recording(problem, values), vector(problem.start), NEVER_STOP);
		assertEquals(Collections.min(values), result.value());
	}

	@ParameterizedTest
	@MethodSource("problems")
	void pointHasTheValueOfTheResult(final Problem problem) {
		final INDArray point = vector(problem.start);
		final Result result = new Lbfgs(10, 37, 10).minimize(problem, point, NEVER_STOP);
		assertEquals(result.value(), problem.evaluate(point, scope.zeros(point.length())));
	}

	@Test
	void bestPointOfEveryStateHasTheBestValue() {
		final DifferentiableFunction function = function(LbfgsTest::rosenbrock);
		final INDArray copy = scope.zeros(4);
		final INDArray ignored = scope.zeros(4);
		new Lbfgs(3, 80, 5).minimize(function, vector(-1.2f, 1, -1.2f, 1), (state, value) -> {
			state.copyBestPointTo(copy);
			assertEquals(state.bestValue(), function.evaluate(copy, ignored));
			return true;
		});
	}

	@Test
	void bestValueOfEveryStateIsTheLowestSoFar() {
		final List<Double> values = new ArrayList<>();
		new Lbfgs(3, 80, 5).minimize(function(LbfgsTest::rosenbrock), vector(-1.2f, 1), (state, value) -> {
			values.add(value);
			assertEquals(Collections.min(values), state.bestValue());
			return true;
		});
	}

	@Test
	void sameStartGivesTheSameBytes() {
		final INDArray first = vector(repeated(50, -1.2f, 1));
		final INDArray second = vector(repeated(50, -1.2f, 1));
		final Lbfgs optimiser = new Lbfgs(10, 70, 1);
		optimiser.minimize(function(LbfgsTest::rosenbrock), first, NEVER_STOP);
		optimiser.minimize(function(LbfgsTest::rosenbrock), second, NEVER_STOP);
		assertArrayEquals(bits(first), bits(second));
	}

	@Test
	void exceptionLeavesTheBestPoint() {
		final List<Double> values = new ArrayList<>();
		final DifferentiableFunction function = recording(function(LbfgsTest::rosenbrock), values);
		final INDArray point = vector(-1.2f, 1);
		assertThrows(UnsupportedOperationException.class, () -> new Lbfgs(10, 100, 1).minimize((x, gradient) -> {
			if (values.size() == 30) throw new UnsupportedOperationException();
			return function.evaluate(x, gradient);
		}, point, NEVER_STOP));
		assertEquals(Collections.min(values), function.evaluate(point, scope.zeros(2)));
	}

	@Test
	void exceptionAtTheStartLeavesThePoint() {
		final INDArray point = vector(-1.2f, 1);
		assertThrows(UnsupportedOperationException.class, () -> new Lbfgs(10, 100, 1).minimize((x, gradient) -> {
			throw new UnsupportedOperationException();
		}, point, NEVER_STOP));
		assertArrayEquals(new float[] { -1.2f, 1 }, point.toFloatVector());
	}

	// -- Terminations --

	@Test
	void zeroGradientAtTheStartIsConverged() {
		final Result result = new Lbfgs(10, 100, 1).minimize(function(LbfgsTest::booth), vector(1, 3), NEVER_STOP);
		assertEquals(Termination.CONVERGED, result.termination());
		assertEquals(1, result.evaluations());
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void valueThatIsNotFiniteAtTheStartIsReported(final double value) {
		final INDArray point = vector(1, 2);
		final Result result = new Lbfgs(10, 100, 1).minimize(function((x, gradient) -> value), point, NEVER_STOP);
		assertEquals(Termination.START_NOT_FINITE, result.termination());
		assertArrayEquals(new float[] { 1, 2 }, point.toFloatVector());
	}

	@Test
	void gradientThatIsNotFiniteAtTheStartIsReported() {
		final Result result = new Lbfgs(10, 100, 1).minimize(function((x, gradient) -> {
			gradient[0] = Double.NaN;
			return 1;
		}), vector(1, 2), NEVER_STOP);
		assertEquals(Termination.START_NOT_FINITE, result.termination());
	}

	@Test
	void gradientOfTheWrongSignEndsAtTheStart() {
		final INDArray point = vector(2, 2);
		final Result result = new Lbfgs(10, 1000, 1).minimize(function((x, gradient) -> {
			gradient[0] = -2 * x[0];
			gradient[1] = -2 * x[1];
			return x[0] * x[0] + x[1] * x[1];
		}), point, NEVER_STOP);
		assertEquals(Termination.NO_FURTHER_DECREASE, result.termination());
		assertArrayEquals(new float[] { 2, 2 }, point.toFloatVector());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 20, 41 })
	void evaluationBudgetIsKeptExactly(final int budget) {
		final List<Double> values = new ArrayList<>();
		final Result result = new Lbfgs(10, budget, 1).minimize(recording(function(LbfgsTest::rosenbrock), values), vector(
			repeated(50, -1.2f, 1)), NEVER_STOP);
		assertEquals(Termination.EVALUATIONS_SPENT, result.termination());
		assertEquals(budget, values.size());
		assertEquals(budget, result.evaluations());
	}

	@Test
	void monitorSeesEveryEvaluation() {
		final List<Double> values = new ArrayList<>();
		final List<Double> seen = new ArrayList<>();
		new Lbfgs(10, 40, 1).minimize(recording(function(LbfgsTest::rosenbrock), values), vector(-1.2f, 1), (state,
			value) -> {
			seen.add(value);
			assertEquals(seen.size(), state.evaluations());
			return true;
		});
		assertEquals(values, seen);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 23 })
	void monitorStopsAtOnce(final int evaluations) {
		final List<Double> values = new ArrayList<>();
		final Result result = new Lbfgs(10, 1000, 1).minimize(recording(function(LbfgsTest::rosenbrock), values), vector(
			-1.2f, 1), (state, value) -> state.evaluations() < evaluations);
		assertEquals(Termination.STOPPED, result.termination());
		assertEquals(evaluations, values.size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 5, 23 })
	void stoppedRunGivesTheBestPointSoFar(final int evaluations) {
		final List<Double> values = new ArrayList<>();
		final INDArray point = vector(-1.2f, 1);
		new Lbfgs(10, 1000, 1).minimize(recording(function(LbfgsTest::rosenbrock), values), point, (state,
			value) -> state.evaluations() < evaluations);
		assertEquals(Collections.min(values), function(LbfgsTest::rosenbrock).evaluate(point, scope.zeros(2)));
	}

	// -- Where the function is not defined --

	@ParameterizedTest
	@CsvSource({ "NaN, 1000", "Infinity, 1000", "NaN, 2", "-Infinity, 1000" })
	void regionThatIsNotFiniteIsLeftAgain(final double outside, final double firstStepLength) {
		// NB: A barrier: x - log x, with the minimum at 1, is defined for positive x only.
		final INDArray point = vector(5);
		new Lbfgs(10, 500, firstStepLength).minimize(function((x, gradient) -> {
			gradient[0] = x[0] > 0 ? 1 - 1 / x[0] : outside;
			return x[0] > 0 ? x[0] - Math.log(x[0]) : outside;
		}), point, NEVER_STOP);
		assertEquals(1, point.getFloat(0), 1e-3f);
	}

	@Test
	void lowValueWithoutGradientIsNoResult() {
		final INDArray point = vector(5);
		final Result result = new Lbfgs(10, 200, 1000).minimize(function((x, gradient) -> {
			gradient[0] = x[0] > 0 ? 1 - 1 / x[0] : Double.NaN;
			return x[0] > 0 ? x[0] - Math.log(x[0]) : -1000;
		}), point, NEVER_STOP);
		assertEquals(1, result.value(), 1e-6);
	}

	// -- Surrogates --

	@Test
	void surrogateLeadsToTheMinimumOfTheTrueFunction() {
		final INDArray point = vector(repeated(30, 3));
		new Lbfgs(10, 400, 1).minimize(new Penalty(5), point, NEVER_STOP);
		assertArrayEquals(Penalty.minimum(30), point.toFloatVector(), 1e-3f);
	}

	@Test
	void surrogateThatIsNeverRevisedLeadsElsewhere() {
		final INDArray point = vector(repeated(30, 3));
		new Lbfgs(10, 400, 1).minimize(new Penalty(Integer.MAX_VALUE), point, NEVER_STOP);
		assertTrue(Math.abs(Penalty.minimum(30)[0] - point.getFloat(0)) > 5e-3);
	}

	@Test
	void resultIsTheBestOfAllTrueValues() {
		final List<Double> values = new ArrayList<>();
		final INDArray point = vector(repeated(30, 3));
		final Result result = new Lbfgs(10, 23, 1).minimize(new Penalty(5), point, (state, value) -> {
			values.add(value);
			assertEquals(Collections.min(values), state.bestValue());
			return true;
		});
		assertEquals(Collections.min(values), result.value());
		assertEquals(result.value(), new Penalty(5).trueValue(point.toFloatVector()));
	}

	@Test
	void revisionsCountAsEvaluations() {
		final List<Double> values = new ArrayList<>();
		final Result result = new Lbfgs(10, 23, 1).minimize(new Penalty(5), vector(repeated(30, 3)), (state, value) -> {
			values.add(value);
			return true;
		});
		assertEquals(23, result.evaluations());
		assertEquals(23, values.size());
	}

	@Test
	void surrogateIsRevisedOnceItIsStale() {
		final Penalty penalty = new Penalty(5);
		new Lbfgs(10, 40, 1).minimize(penalty, vector(repeated(30, 3)), NEVER_STOP);
		// NB: A line search that is under way is finished first, so five evaluations or some more lie between.
		assertTrue(penalty.revisions >= 4 && penalty.revisions <= 6, () -> penalty.revisions + " revisions");
	}

	@Test
	void surrogateIsRevisedWhereAStepLeads() {
		final List<Float> before = new ArrayList<>();
		final List<Float> revised = new ArrayList<>();
		new Lbfgs(10, 40, 1).minimize(new Penalty(5) {

			@Override
			public double evaluate(final INDArray point, final INDArray gradient) {
				before.add(point.getFloat(0));
				return super.evaluate(point, gradient);
			}

			@Override
			public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
				revised.add(point.getFloat(0));
				assertFalse(before.contains(point.getFloat(0)));
				return super.revise(point, highestValue, gradient);
			}
		}, vector(repeated(30, 3)), NEVER_STOP);
		assertFalse(revised.isEmpty());
	}

	@Test
	void surrogateIsRevisedWhereItStandsIfTheStepLeadsUphill() {
		final INDArray point = vector(repeated(30, 3));
		final int[] refusals = { 0 };
		new Lbfgs(10, 400, 1).minimize(new Penalty(5) {

			@Override
			public double revise(final INDArray where, final double highestValue, final INDArray gradient) {
				if (highestValue == Double.POSITIVE_INFINITY) return super.revise(where, highestValue, gradient);
				refusals[0]++;
				gradient.assign(Float.NaN);
				return Double.NaN;
			}
		}, point, NEVER_STOP);
		assertTrue(refusals[0] > 0);
		assertArrayEquals(Penalty.minimum(30), point.toFloatVector(), 1e-3f);
	}

	@Test
	void pointOfARefusedRevisionIsKeptIfTheTrueFunctionIsLowestThere() {
		final INDArray point = vector(repeated(30, 3));
		final List<float[]> refused = new ArrayList<>();
		final Result result = new Lbfgs(10, 40, 1).minimize(new Penalty(5) {

			private boolean atRefusal;

			@Override
			public double evaluate(final INDArray where, final INDArray gradient) {
				atRefusal = false;
				return super.evaluate(where, gradient);
			}

			@Override
			public double revise(final INDArray where, final double highestValue, final INDArray gradient) {
				final double value = super.revise(where, highestValue, gradient);
				if (!refused.isEmpty() || highestValue == Double.POSITIVE_INFINITY) return value;
				refused.add(where.toFloatVector());
				atRefusal = true;
				gradient.assign(Float.NaN);
				return Double.NaN;
			}

			@Override
			public double trueValue() {
				return atRefusal ? -1000 : super.trueValue();
			}
		}, point, NEVER_STOP);
		assertEquals(-1000, result.value());
		assertArrayEquals(refused.get(0), point.toFloatVector());
	}

	@Test
	void stepToARevisionHasToLeadDown() {
		final double[] last = { Double.NaN };
		new Lbfgs(10, 40, 1).minimize(new Penalty(5) {

			@Override
			public double evaluate(final INDArray point, final INDArray gradient) {
				last[0] = super.evaluate(point, gradient);
				return last[0];
			}

			@Override
			public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
				assertTrue(highestValue < last[0] || highestValue == Double.POSITIVE_INFINITY);
				return super.revise(point, highestValue, gradient);
			}
		}, vector(repeated(30, 3)), NEVER_STOP);
	}

	// -- Arguments --

	@ParameterizedTest
	@CsvSource({ "0, 1, 1", "1, 0, 1", "1, 1, 0", "1, 1, -1", "1, 1, NaN" })
	void argumentsMustBePositive(final int memory, final int maxEvaluations, final double firstStepLength) {
		assertThrows(IllegalArgumentException.class, () -> new Lbfgs(memory, maxEvaluations, firstStepLength));
	}

	/**
	 * The true function is the sum of (i + 1) (x_i - 1)^2 and 10000 (x_0 + ... +
	 * x_n-1)^2; the surrogate has 10 in place of 10000, and makes up for it by
	 * a shift of the sum.
	 */
	private static class Penalty implements SurrogateFunction {

		private static final double TRUE_WEIGHT = 10000;
		private static final double WEIGHT = 10;

		private final int interval;
		private double shift;
		private double trueValue;
		private int evaluations;
		private int revisions;

		private Penalty(final int interval) {
			this.interval = interval;
		}

		@Override
		public double evaluate(final INDArray point, final INDArray gradient) {
			evaluations++;
			final float[] x = point.toFloatVector();
			trueValue = trueValue(x);
			final double residual = sum(x) - shift;
			final float[] slopes = new float[x.length];
			for (int i = 0; i < x.length; i++) {
				slopes[i] = (float) (2 * (i + 1) * (x[i] - 1.0) + 2 * WEIGHT * residual);
			}
			gradient.data().setData(slopes);
			return WEIGHT * residual * residual + bowl(x);
		}

		@Override
		public double trueValue() {
			return trueValue;
		}

		@Override
		public boolean isStale() {
			return evaluations >= interval;
		}

		@Override
		public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
			if (!(evaluate(point, gradient) <= highestValue)) return Double.NaN;
			final double residual = sum(point.toFloatVector()) - shift;
			shift = (WEIGHT / TRUE_WEIGHT - 1) * residual;
			revisions++;
			final double value = evaluate(point, gradient);
			evaluations = 0;
			return value;
		}

		private double trueValue(final float[] x) {
			return TRUE_WEIGHT * sum(x) * sum(x) + bowl(x);
		}

		private static double bowl(final float[] x) {
			double value = 0;
			for (int i = 0; i < x.length; i++) {
				value += (i + 1) * (x[i] - 1.0) * (x[i] - 1.0);
			}
			return value;
		}

		private static double sum(final float[] x) {
			double sum = 0;
			for (final float value : x) {
				sum += value;
			}
			return sum;
		}

		/** Where the gradient is zero: x_i = 1 - 10000 S / (i + 1), with S the sum of all x. */
		private static float[] minimum(final int length) {
			double inverses = 0;
			for (int i = 0; i < length; i++) {
				inverses += 1.0 / (i + 1);
			}
			final double sum = length / (1 + TRUE_WEIGHT * inverses);
			final float[] minimum = new float[length];
			for (int i = 0; i < length; i++) {
				minimum[i] = (float) (1 - TRUE_WEIGHT * sum / (i + 1));
			}
			return minimum;
		}
	}

	// -- Helper methods --

	private INDArray vector(final float... values) {
		return scope.tensor(values, values.length);
	}

	/** Repeats values until there are as many as asked for. */
	private static float[] repeated(final int length, final float... values) {
		final float[] result = new float[length];
		for (int i = 0; i < length; i++) {
			result[i] = values[i % values.length];
		}
		return result;
	}

	private static int[] bits(final INDArray vector) {
		final float[] values = vector.toFloatVector();
		final int[] bits = new int[values.length];
		Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
		return bits;
	}

	private static DifferentiableFunction recording(final DifferentiableFunction function, final List<Double> values) {
		return (point, gradient) -> {
			final double value = function.evaluate(point, gradient);
			values.add(value);
			return value;
		};
	}

	private static DifferentiableFunction function(final Formula formula) {
		return (point, gradient) -> {
			final float[] floats = point.data().asFloat();
			final double[] x = new double[floats.length];
			Arrays.setAll(x, i -> floats[i]);
			final double[] slopes = new double[x.length];
			final double value = formula.evaluate(x, slopes);
			for (int i = 0; i < slopes.length; i++) {
				gradient.putScalar(i, (float) slopes[i]);
			}
			return value;
		};
	}

	// -- The functions --

	/** Sum of 100 (y - x^2)^2 + (1 - x)^2 over pairs: a narrow curved valley. */
	private static double rosenbrock(final double[] x, final double[] gradient) {
		double sum = 0;
		for (int i = 0; i < x.length; i += 2) {
			final double valley = x[i + 1] - x[i] * x[i];
			final double distance = 1 - x[i];
			sum += 100 * valley * valley + distance * distance;
			gradient[i] = -400 * valley * x[i] - 2 * distance;
			gradient[i + 1] = 200 * valley;
		}
		return sum;
	}

	/** Sum of (c - x (1 - y^i))^2 for c = 1.5, 2.25, 2.625. */
	private static double beale(final double[] x, final double[] gradient) {
		final double[] constants = { 1.5, 2.25, 2.625 };
		double sum = 0;
		for (int i = 1; i <= constants.length; i++) {
			final double residual = constants[i - 1] - x[0] * (1 - Math.pow(x[1], i));
			sum += residual * residual;
			gradient[0] -= 2 * residual * (1 - Math.pow(x[1], i));
			gradient[1] += 2 * residual * x[0] * i * Math.pow(x[1], i - 1);
		}
		return sum;
	}

	private static double booth(final double[] x, final double[] gradient) {
		final double first = x[0] + 2 * x[1] - 7;
		final double second = 2 * x[0] + x[1] - 5;
		gradient[0] = 2 * first + 4 * second;
		gradient[1] = 4 * first + 2 * second;
		return first * first + second * second;
	}

	private static double himmelblau(final double[] x, final double[] gradient) {
		final double first = x[0] * x[0] + x[1] - 11;
		final double second = x[0] + x[1] * x[1] - 7;
		gradient[0] = 4 * x[0] * first + 2 * second;
		gradient[1] = 2 * first + 4 * x[1] * second;
		return first * first + second * second;
	}

	/** Sum over groups of four: (a + 10 b)^2 + 5 (c - d)^2 + (b - 2 c)^4 + 10 (a - d)^4. */
	private static double powell(final double[] x, final double[] gradient) {
		double sum = 0;
		for (int i = 0; i < x.length; i += 4) {
			final double first = x[i] + 10 * x[i + 1];
			final double second = x[i + 2] - x[i + 3];
			final double third = x[i + 1] - 2 * x[i + 2];
			final double fourth = x[i] - x[i + 3];
			sum += first * first + 5 * second * second + Math.pow(third, 4) + 10 * Math.pow(fourth, 4);
			gradient[i] = 2 * first + 40 * Math.pow(fourth, 3);
			gradient[i + 1] = 20 * first + 4 * Math.pow(third, 3);
			gradient[i + 2] = 10 * second - 8 * Math.pow(third, 3);
			gradient[i + 3] = -10 * second - 40 * Math.pow(fourth, 3);
		}
		return sum;
	}

	/** Half the sum of c x^2 with c from 1 to 10,000. */
	private static double illConditioned(final double[] x, final double[] gradient) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			final double curvature = Math.pow(1e4, i / (x.length - 1.0));
			sum += 0.5 * curvature * x[i] * x[i];
			gradient[i] = curvature * x[i];
		}
		return sum;
	}

	/** A function in float64. */
	@FunctionalInterface
	private interface Formula {

		/** Returns the value and writes the gradient, which is 0 before. */
		double evaluate(double[] x, double[] gradient);
	}

	/** A published function with its usual start and its minimum of value 0. */
	private static final class Problem implements DifferentiableFunction {

		private final String name;
		private final DifferentiableFunction function;
		private final double valueTolerance;
		private final float pointTolerance;
		private final float[] start;
		private final float[] minimum;

		private Problem(final String name, final Formula formula, final double valueTolerance, final double pointTolerance,
			final float[] start, final float[] minimum)
		{
			this.name = name;
			function = function(formula);
			this.valueTolerance = valueTolerance;
			this.pointTolerance = (float) pointTolerance;
			this.start = start;
			this.minimum = minimum;
		}

		@Override
		public double evaluate(final INDArray point, final INDArray gradient) {
			return function.evaluate(point, gradient);
		}

		@Override
		public String toString() {
			return name;
		}
	}
}
