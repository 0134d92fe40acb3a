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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.reference.Rounding;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Proves that an engine of bfloat16 rounds what it says it rounds, once, and nothing
 * else: kernels, each layer's map, and the map's gradient whenever it is written, but
 * neither pixels nor sums.
 * <p>
 * There are two yardsticks. One is the exact function. The relative error of a number
 * that is rounded to bfloat16 is at most u = 2^-8, and 0.42 u as a root mean square:
 * errors are evenly spread over a step of the last bit, and numbers over all that have
 * the same step. A layer rounds its kernel and its map; the errors are independent, and
 * the next layer's sums take them on as they are, so that the n-th map is wrong by
 * 0.42 u sqrt(2 n) of its norm, or more where sums cancel out. Twice that is allowed
 * ({@link #distanceFromExact}).
 * </p>
 * <p>
 * The other, finer one is the function with these roundings, which
 * {@link NaiveObjective} computes, too. What differs then is float32's rounding of sums,
 * some 1e-6. A number that is as near to the middle of two others as that is rounded to
 * the other one. Of an error e before the rounding, this makes a step of 2 u in a share
 * e / 2 u of the numbers, so a root mean square of sqrt(2 u e) after it
 * ({@link #distanceFromRounded}). That is a fortieth of u in the first map and near to u
 * after a few, so it is the first layers that tell whether something else is rounded.
 * Errors of single numbers cancel out in sums over thousands of positions, of which a
 * tenth is allowed in the first two blocks.
 * </p>
 */
class Bfloat16Test {

	private static final double UNIT = Rounding.BFLOAT16;
	/** Root mean square of a rounding's relative error. */
	private static final double ROUNDING = 0.42 * UNIT;
	/** Relative error of a sum in float32. */
	private static final double SUM = 1e-6;
	/**
	 * Relative error of the gradient through four layers, each of which writes its own up to
	 * four times: what comes from the layer after it, the content's difference, and the
	 * style's product in two parts. Twice the mean, as for maps.
	 */
	private static final double GRADIENT = 2 * ROUNDING * Math.sqrt(4 * 4);
	private static final Map<String, Double> CONTENT_LAYERS = Map.of("block2_conv2", 0.025);
	private static final Map<String, Double> STYLE_LAYERS = Map.of("block1_conv2", 5.0, "block2_conv1", 5.0);

	private static NetworkWeights network;
	private static NetworkEngine engine;
	private static NetworkEngine averagingEngine;

	@BeforeAll
	static void openEngines() throws IOException {
		network = new BundledWeights().load();
		engine = Engines.open(network, Precision.BFLOAT16);
		averagingEngine = Engines.open(network, Pooling.AVERAGE, Precision.BFLOAT16);
	}

	@AfterAll
	static void closeEngines() {
		if (engine != null) engine.close();
		if (averagingEngine != null) averagingEngine.close();
	}

	static List<ReferenceProblem> problems() {
		return ReferenceProblem.all();
	}

	/** Each problem's content, and its start, with the image's size. */
	static List<Arguments> images() {
		final List<Arguments> images = new ArrayList<>();
		for (final ReferenceProblem problem : ReferenceProblem.all()) {
			images.add(Arguments.of(problem + " content", problem, problem.content().values()));
			images.add(Arguments.of(problem + " start", problem, problem.start()));
		}
		return images;
	}

	// -- Maps --

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	void mapsAreRoundedOnceAndNothingElseIs(final String name, final ReferenceProblem problem, final float[] pixels) {
		final Map<String, double[]> expected = new NaiveObjective(network, Pooling.MAX, problem.content().size(),
			Precision.BFLOAT16).featureMaps(NaiveObjective.doubles(pixels));
		assertMaps(expected, pixels, problem.content().size(), true);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	void mapsAreAsExactAsTheirRoundingsLetThem(final String name, final ReferenceProblem problem, final float[] pixels) {
		final Map<String, double[]> expected = new NaiveObjective(network, Pooling.MAX, problem.content().size()).featureMaps(
			NaiveObjective.doubles(pixels));
		assertMaps(expected, pixels, problem.content().size(), false);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void mapsAgreeWithTheReference(final ReferenceProblem problem) {
		final JsonObject expected = problem.expected().getAsJsonObject("contentMaps");
		final List<double[]> maps = maps(problem.content().values(), problem.content().size());
		for (int i = 0; i < maps.size(); i++) {
			final JsonObject map = expected.getAsJsonObject(network.layerNames().get(i));
			final double[] values = maps.get(i);
			final double sumOfSquares = map.get("sumOfSquares").getAsDouble();
			final double allowed = distanceFromExact(i + 1);
			assertEquals(sumOfSquares, norm(values) * norm(values), 2 * allowed * sumOfSquares);
			final JsonArray shape = map.getAsJsonArray("shape");
			double errors = 0;
			for (final JsonElement sample : map.getAsJsonArray("samples")) {
				final JsonArray index = sample.getAsJsonObject().getAsJsonArray("index");
				final double value = sample.getAsJsonObject().get("value").getAsDouble();
				final double actual = values[(index.get(0).getAsInt() * shape.get(1).getAsInt() + index.get(1).getAsInt()) * shape
					.get(2).getAsInt() + index.get(2).getAsInt()];
				errors += (actual - value) * (actual - value);
			}
			// NB: They are few, so that there may be more of the large errors among them.
			final double error = Math.sqrt(errors / map.getAsJsonArray("samples").size() / (sumOfSquares / values.length));
			assertTrue(error <= 2 * allowed, network.layerNames().get(i) + ": the error is " + error);
		}
	}

	// -- Loss and gradient --

	@ParameterizedTest
	@MethodSource("problems")
	void termsAreThoseOfTheRoundedMaps(final ReferenceProblem problem) {
		final NaiveObjective rounded = new NaiveObjective(network, ReferenceProblem.WEIGHTS, problem.content(), problem
			.style(), Precision.BFLOAT16);
		for (final float[] point : List.of(nearContent(problem), problem.start())) {
			rounded.evaluate(NaiveObjective.doubles(point), new double[point.length]);
			final Loss loss = evaluate(problem, point).loss;
			assertTerm(rounded.terms().get("content"), loss.term("content"), ReferenceProblem.WEIGHTS.contentLayer(), "content");
			for (final String layer : ReferenceProblem.WEIGHTS.styleLayers()) {
				assertTerm(rounded.terms().get("style " + layer), loss.layers("style").get(layer), layer, "style");
			}
			assertEquals(1, loss.term("total variation") / rounded.terms().get("total variation"), Accuracy.TOLERANCE);
		}
	}

	/**
	 * Away from the content, where differences are no smaller than what they are of. Maps
	 * are squared twice.
	 */
	@ParameterizedTest
	@MethodSource("problems")
	void lossIsAsExactAsTheRoundingsLetIt(final ReferenceProblem problem) {
		final JsonObject expected = problem.expected().getAsJsonObject("atStart");
		final double loss = evaluate(problem, problem.start()).value;
		assertEquals(1, loss / expected.get("loss").getAsDouble(), 4 * distanceFromExact(layer("block5_conv3")));
	}

	@ParameterizedTest
	@MethodSource("problems")
	void gradientIsThatOfTheRoundedMaps(final ReferenceProblem problem) {
		final NaiveObjective rounded = new NaiveObjective(network, Pooling.AVERAGE, problem.content().size(),
			Precision.BFLOAT16);
		rounded.addContent(CONTENT_LAYERS, problem.content());
		rounded.addStyle(STYLE_LAYERS, StyleNormalization.LAYER, null, List.of(exemplar(problem)));
		try (AveragingObjective objective = new AveragingObjective(problem)) {
			for (final float[] point : List.of(nearContent(problem), objective.afterEvaluations(20))) {
				final double[] expected = new double[point.length];
				rounded.evaluate(NaiveObjective.doubles(point), expected);
				final double error = Accuracy.relativeError(expected, objective.gradient(point));
				assertTrue(error <= GRADIENT, () -> "The error is " + error);
			}
		}
	}

	/** Targets go through the same arithmetic. */
	@ParameterizedTest
	@MethodSource("problems")
	void contentTermIsZeroAtTheContent(final ReferenceProblem problem) {
		assertEquals(0, evaluate(problem, problem.content().values()).loss.term("content"));
	}

	@ParameterizedTest
	@MethodSource("problems")
	void evaluationDoesNotDependOnTheOneBefore(final ReferenceProblem problem) {
		try (AveragingObjective objective = new AveragingObjective(problem)) {
			final double[] first = objective.gradient(problem.start());
			objective.gradient(problem.content().values());
			assertArrayEquals(first, objective.gradient(problem.start()));
		}
	}

	/** A tile's sums are formed in another order, so that tile and whole differ as engine and oracle do. */
	@Test
	void tilesAgreeWithTheWhole() {
		final ImageSize size = new ImageSize(113, 99);
		final VggImage content = VggImage.noise(size, 1);
		final VggImage style = VggImage.noise(new ImageSize(33, 37), 2).resizedTo(new ImageSize(99, 113));
		final float[] point = VggImage.noise(size, 3).values();
		final LossWeights weights = new LossWeights(0.025, 5, 0, "block2_conv2", List.of("block1_conv2", "block2_conv1"));
		final EngineEvaluation whole = new EngineEvaluation(averagingEngine, weights, content, style, point, 113);
		final EngineEvaluation tiled = new EngineEvaluation(averagingEngine, weights, content, style, point, 56);
		assertEquals(1, tiled.value / whole.value, distanceFromRounded(4) / 10);
		assertTrue(Accuracy.relativeError(whole.gradient, tiled.gradient) <= GRADIENT);
	}

	// -- Helper methods --

	/** Largest relative error of the n-th map's norm. */
	private static double distanceFromExact(final int n) {
		return 2 * ROUNDING * Math.sqrt(2 * n);
	}

	/** As far as the n-th map may be from the one with the same roundings. */
	private static double distanceFromRounded(final int n) {
		double error = SUM;
		for (int i = 0; i < n; i++) {
			error = Math.sqrt(2 * UNIT * error);
		}
		return error;
	}

	/** The number of a layer, from 1. */
	private static int layer(final String name) {
		return network.layerNames().indexOf(name) + 1;
	}

	private static List<double[]> maps(final float[] pixels, final ImageSize size) {
		final List<double[]> maps = new ArrayList<>();
		try (FeatureNetwork features = engine.forward(size, network.layerNames()); TensorScope scope = new TensorScope()) {
			features.run(scope.tensor(pixels, pixels.length));
			network.layerNames().forEach(layer -> maps.add(NaiveObjective.doubles(Engines.values(features.map(layer)))));
		}
		return maps;
	}

	private static void assertMaps(final Map<String, double[]> expected, final float[] pixels, final ImageSize size,
		final boolean isRounded)
	{
		final List<double[]> maps = maps(pixels, size);
		for (int i = 0; i < maps.size(); i++) {
			final String layer = network.layerNames().get(i);
			final double error = Accuracy.relativeError(expected.get(layer), maps.get(i));
			final double allowed = isRounded ? distanceFromRounded(i + 1) : distanceFromExact(i + 1);
			assertTrue(error <= allowed, layer + ": the error is " + error + ", more than " + allowed);
		}
	}

	private static void assertTerm(final double expected, final double actual, final String layer, final String term) {
		final double distance = distanceFromRounded(layer(layer));
		final double allowed = layer(layer) <= layer("block2_conv2") ? distance / 10 : 2 * distance;
		final double error = Math.abs(actual / expected - 1);
		assertTrue(error <= allowed, term + " of " + layer + ": the error is " + error + ", more than " + allowed);
	}

	/** The content, and noise of some grey levels. */
	private static float[] nearContent(final ReferenceProblem problem) {
		final float[] values = problem.content().values().clone();
		final Random random = new Random(1);
		for (int i = 0; i < values.length; i++) {
			values[i] += 3 * random.nextGaussian();
		}
		return values;
	}

	private static EngineEvaluation evaluate(final ReferenceProblem problem, final float[] point) {
		return new EngineEvaluation(engine, ReferenceProblem.WEIGHTS, problem.content(), problem.style(), point,
			Integer.MAX_VALUE);
	}

	private static Exemplar exemplar(final ReferenceProblem problem) {
		return new Exemplar(problem.style(), WeightMap.ones(problem.style().size()), 1);
	}

	private static double norm(final double[] values) {
		double squares = 0;
		for (final double value : values) {
			squares += value * value;
		}
		return Math.sqrt(squares);
	}

	/**
	 * Content and style of the first two blocks with average pooling, which, unlike the
	 * largest of four, does not send a gradient elsewhere because of a rounding.
	 */
	private static final class AveragingObjective implements AutoCloseable {

		private final TensorScope scope = new TensorScope();
		private final ReferenceProblem problem;
		private final Objective objective;

		private AveragingObjective(final ReferenceProblem problem) {
			this.problem = problem;
			final StyleTargets targets = scope.own(new StyleTargets(averagingEngine, STYLE_LAYERS.keySet(), List.of(exemplar(
				problem)), Integer.MAX_VALUE, null));
			final List<TermDefinition> definitions = List.of(new ContentDefinition(CONTENT_LAYERS, problem.content(), 0),
				new StyleDefinition(STYLE_LAYERS, StyleNormalization.LAYER, WeightMap.ones(problem.content().size()), 0,
					size -> targets));
			final Tiling tiling = Tiling.of(problem.content().size(), Integer.MAX_VALUE, averagingEngine.topology().halo(
				Objective.layers(definitions)));
			objective = scope.own(new Objective(scope.own(averagingEngine.withGradient(tiling.window(), Objective.layers(
				definitions))), tiling, definitions));
		}

		private double[] gradient(final float[] point) {
			try (TensorScope own = new TensorScope()) {
				final INDArray gradient = own.zeros(point.length);
				objective.evaluate(own.tensor(point, point.length), gradient);
				return NaiveObjective.doubles(TensorScope.values(gradient));
			}
		}

		/** The image that a minimisation has come to. */
		private float[] afterEvaluations(final int evaluations) {
			try (TensorScope own = new TensorScope()) {
				final float[] start = problem.content().values();
				final INDArray point = own.tensor(start, start.length);
				new Lbfgs(10, evaluations, 5 * Math.sqrt(start.length)).minimize(objective, point, (state, value) -> true);
				return TensorScope.values(point);
			}
		}

		@Override
		public void close() {
			scope.close();
		}
	}
}
