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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import net.neuralstyle.optimize.StrongWolfeLineSearch.LineFunction;
import net.neuralstyle.optimize.StrongWolfeLineSearch.Outcome;
import net.neuralstyle.optimize.StrongWolfeLineSearch.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a step that the line search calls satisfied does satisfy both
 * strong Wolfe conditions, on the functions of J. Moré and D. Thuente ("Line
 * search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 1994,
 * section 5) and others, from first steps far too short to far too long.
 */
class StrongWolfeLineSearchTest {

	private static final double SUFFICIENT_DECREASE = 1e-4;
	private static final double CURVATURE = 0.9;
	private static final double[] FIRST_STEPS = { 1e-3, 1e-2, 0.1, 1, 10, 100, 1000 };

	static Stream<Arguments> functionsAndFirstSteps() {
		final List<Line> lines = List.of( //
			new Line("More and Thuente 1", t -> -t / (t * t + 2), t -> (t * t - 2) / ((t * t + 2) * (t * t + 2))), //
			new Line("More and Thuente 2", t -> Math.pow(t + 0.004, 5) - 2 * Math.pow(t + 0.004, 4), //
				t -> 5 * Math.pow(t + 0.004, 4) - 8 * Math.pow(t + 0.004, 3)), //
			moreThuente3(0.01, 39), //
			yanai("More and Thuente 4", 0.001, 0.001), //
			yanai("More and Thuente 5", 0.01, 0.001), //
			yanai("More and Thuente 6", 0.001, 0.01), //
			new Line("parabola", t -> (t - 3) * (t - 3), t -> 2 * (t - 3)), //
			new Line("steep valley", t -> Math.cosh(Math.min(500, 5 * (t - 0.02))), t -> 5 * Math.sinh(Math.min(500, 5 * (t -
				0.02)))), //
			new Line("waves on a bowl", t -> 0.01 * t * t - t + Math.sin(3 * t) / 6, t -> 0.02 * t - 1 + Math.cos(3 * t) / 2), //
			new Line("barrier", t -> -Math.log(2 - t) - t * 2, t -> 1 / (2 - t) - 2));
		return lines.stream().flatMap(line -> Arrays.stream(FIRST_STEPS).mapToObj(step -> Arguments.of(line,
			step)));
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void searchIsSatisfied(final Line line, final double firstStep) {
		assertEquals(Outcome.SATISFIED, line.search(firstStep));
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void lastStepDecreasesEnough(final Line line, final double firstStep) {
		line.search(firstStep);
		final Sample start = line.at(0);
		final Sample last = line.last();
		assertTrue(last.value <= start.value + SUFFICIENT_DECREASE * last.step * start.slope);
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void lastStepIsFlatEnough(final Line line, final double firstStep) {
		line.search(firstStep);
		assertTrue(Math.abs(line.last().slope) <= CURVATURE * Math.abs(line.at(0).slope));
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void lastStepHasTheLowestValueTried(final Line line, final double firstStep) {
		line.search(firstStep);
		final Sample lowest = line.tried.stream().filter(Sample::isFinite).min(Comparator.comparingDouble(
			sample -> sample.value)).get();
		assertEquals(lowest.value, line.last().value);
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void fewEvaluationsAreEnough(final Line line, final double firstStep) {
		line.search(firstStep);
		assertTrue(line.tried.size() <= 20, () -> line.tried.size() + " evaluations");
	}

	@ParameterizedTest
	@MethodSource("functionsAndFirstSteps")
	void allStepsArePositive(final Line line, final double firstStep) {
		line.search(firstStep);
		assertTrue(line.tried.stream().allMatch(sample -> sample.step > 0));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1, 1000 })
	void functionThatFallsForeverIsNotFound(final double firstStep) {
		final Line line = new Line("falling", t -> -t, t -> -1);
		assertEquals(Outcome.NOT_FOUND, line.search(firstStep));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1, 1000 })
	void functionThatRisesAgainstItsSlopeIsNotFound(final double firstStep) {
		final Line line = new Line("lying", t -> t, t -> -1);
		assertEquals(Outcome.NOT_FOUND, line.search(firstStep));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1, 1000 })
	void functionThatIsNowhereFiniteIsNotFound(final double firstStep) {
		final Line line = new Line("undefined", t -> t > 0 ? Double.NaN : 0, t -> t > 0 ? Double.NaN : -1);
		assertEquals(Outcome.NOT_FOUND, line.search(firstStep));
	}

	@Test
	void goodFirstStepIsTheOnlyOne() {
		final Line line = new Line("parabola", t -> (t - 1) * (t - 1), t -> 2 * (t - 1));
		line.search(1);
		assertEquals(1, line.tried.size());
	}

	@Test
	void nullStopsTheSearch() {
		final Line line = new Line("falling", t -> -t, t -> -1);
		final Outcome outcome = StrongWolfeLineSearch.search(step -> line.tried.size() == 3 ? null : line.evaluate(step),
			line.at(0), 1);
		assertEquals(Outcome.STOPPED, outcome);
	}

	@Test
	void nullStopsTheSearchInsideTheBracket() {
		final Line line = new Line("undefined", t -> t > 0 ? Double.NaN : 0, t -> -1);
		final Outcome outcome = StrongWolfeLineSearch.search(step -> line.tried.size() == 3 ? null : line.evaluate(step),
			line.at(0), 1);
		assertEquals(Outcome.STOPPED, outcome);
	}

	// -- Helper methods --

	/** Equation 5.3: a straight fall and rise, smoothed around 1, with waves upon it. */
	private static Line moreThuente3(final double beta, final double waves) {
		final double amplitude = 2 * (1 - beta) / (waves * Math.PI);
		final double frequency = waves * Math.PI / 2;
		final DoubleUnaryOperator bend = t -> {
			if (t <= 1 - beta) return 1 - t;
			if (t >= 1 + beta) return t - 1;
			return (t - 1) * (t - 1) / (2 * beta) + beta / 2;
		};
		final DoubleUnaryOperator slope = t -> Math.max(-1, Math.min(1, (t - 1) / beta));
		return new Line("More and Thuente 3", t -> bend.applyAsDouble(t) + amplitude * Math.sin(frequency * t), //
			t -> slope.applyAsDouble(t) + (1 - beta) * Math.cos(frequency * t));
	}

	/** Equation 5.4, by Yanai, Ozawa and Kaneko. */
	private static Line yanai(final String name, final double first, final double second) {
		final double firstFactor = Math.sqrt(1 + first * first) - first;
		final double secondFactor = Math.sqrt(1 + second * second) - second;
		return new Line(name, //
			t -> firstFactor * Math.hypot(1 - t, second) + secondFactor * Math.hypot(t, first), //
			t -> -firstFactor * (1 - t) / Math.hypot(1 - t, second) + secondFactor * t / Math.hypot(t, first));
	}

	/** A function of one variable that remembers where it was asked. */
	private static final class Line implements LineFunction {

		private final String name;
		private final DoubleUnaryOperator value;
		private final DoubleUnaryOperator slope;
		private final List<Sample> tried = new ArrayList<>();

		private Line(final String name, final DoubleUnaryOperator value, final DoubleUnaryOperator slope) {
			this.name = name;
			this.value = value;
			this.slope = slope;
		}

		private Outcome search(final double firstStep) {
			tried.clear();
			return StrongWolfeLineSearch.search(this, at(0), firstStep);
		}

		@Override
		public Sample evaluate(final double step) {
			tried.add(at(step));
			return last();
		}

		private Sample at(final double step) {
			return new Sample(step, value.applyAsDouble(step), slope.applyAsDouble(step));
		}

		private Sample last() {
			return tried.get(tried.size() - 1);
		}

		@Override
		public String toString() {
			return name;
		}
	}
}
