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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Proves that what terms can be told, beside the notebook's three, is what the
 * formulas say, computed in float64 by {@link NaiveObjective}: weights of layers,
 * several content layers, a normalization, regions, blends of styles, exponents of the
 * total variation, and average pooling, on an image whose odd size loses rows and columns when pooled; and that
 * tiles agree with the whole.
 */
class TermsTest {

	/** Two poolings: a halo of 12 pixels, and tiles of at least 56. */
	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6,
		7 }, new int[] { 8 });
	private static final int TILE = 56;
	private static final ImageSize SIZE = new ImageSize(77, 61);
	private static final VggImage CONTENT = smooth(SIZE, 1);
	private static final VggImage STYLE = smooth(new ImageSize(62, 51), 2);
	private static final VggImage OTHER_STYLE = smooth(new ImageSize(43, 70), 4);
	private static final VggImage FORMER = smooth(SIZE, 5);
	private static final float[] POINT = smooth(SIZE, 3).values();
	private static final Map<String, Double> STYLE_LAYERS = Map.of("block1_conv2", 2e4, "block2_conv1", 7e4,
		"block3_conv1", 5e3);
	/** Soft at its edge, with a hole, and with pixels that no layer's squares fit. */
	private static final WeightMap REGION = region();
	private static final Exemplar STYLE_PART = new Exemplar(STYLE, REGION.resizedTo(STYLE.size()), 1);

	static Stream<Problem> problems() {
		return Stream.of( //
			new Problem("layer weights").style(STYLE_LAYERS), //
			new Problem("several content layers").content(Map.of("block1_conv1", 0.5, "block2_conv2", 0.02, "block3_conv1",
				3.0)), //
			new Problem("normalization by layer").style(STYLE_LAYERS).normalization(StyleNormalization.LAYER), //
			new Problem("region").style(STYLE_LAYERS).region(REGION), //
			new Problem("region, normalization by layer").style(STYLE_LAYERS).region(REGION).normalization(
				StyleNormalization.LAYER), //
			new Problem("blend of styles").style(STYLE_LAYERS).blend(exemplar(STYLE, 0.25), exemplar(OTHER_STYLE, 0.75)), //
			new Problem("part of a style").style(STYLE_LAYERS).blend(STYLE_PART), //
			new Problem("blend of parts of styles").style(STYLE_LAYERS).blend(STYLE_PART, exemplar(OTHER_STYLE, 3)), //
			new Problem("two styles in two regions").style(STYLE_LAYERS).region(REGION).elsewhere(OTHER_STYLE), //
			new Problem("temporal").temporal(0.3, WeightMap.ones(SIZE)), //
			new Problem("temporal in part").temporal(0.3, REGION), //
			new Problem("total variation").totalVariation(3), //
			new Problem("total variation, exponent 1").totalVariation(3).exponent(1), //
			new Problem("total variation, exponent 0.5").totalVariation(3).exponent(0.5), //
			new Problem("average pooling").content(Map.of("block3_conv1", 0.5)).style(STYLE_LAYERS).pooling(
				Pooling.AVERAGE), //
			new Problem("everything").content(Map.of("block1_conv2", 0.01, "block2_conv2", 0.02)).style(STYLE_LAYERS).region(
				REGION).elsewhere(OTHER_STYLE).blend(STYLE_PART, exemplar(CONTENT, 1)).normalization(StyleNormalization.LAYER)
				.pooling(Pooling.AVERAGE).totalVariation(0.1).temporal(2, REGION));
	}

	@ParameterizedTest
	@MethodSource("problems")
	void lossAgreesWithTheFormulas(final Problem problem) {
		final double expected = problem.naive().evaluate(NaiveObjective.doubles(POINT), new double[POINT.length]);
		assertTrue(expected > 0);
		assertClose(expected, problem.evaluate(POINT, Integer.MAX_VALUE).total, problem.name);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void shareOfEachLayerAgreesWithTheFormulas(final Problem problem) {
		final NaiveObjective naive = problem.naive();
		naive.evaluate(NaiveObjective.doubles(POINT), new double[POINT.length]);
		final Loss loss = problem.evaluate(POINT, Integer.MAX_VALUE).loss;
		for (final String term : List.of("content", "style")) {
			loss.layers(term).forEach((layer, value) -> assertClose(naive.terms().get(term + " " + layer), value, layer));
		}
	}

	@ParameterizedTest
	@MethodSource("problems")
	void gradientAgreesWithTheFormulas(final Problem problem) {
		final double[] expected = new double[POINT.length];
		problem.naive().evaluate(NaiveObjective.doubles(POINT), expected);
		final double error = Accuracy.relativeError(expected, problem.evaluate(POINT, Integer.MAX_VALUE).gradient);
		assertTrue(error < Accuracy.TOLERANCE, () -> "The error is " + error);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void tilesAgreeWithTheWhole(final Problem problem) {
		final Evaluation whole = problem.evaluate(POINT, Integer.MAX_VALUE);
		final Evaluation tiled = problem.evaluate(POINT, TILE);
		assertEquals(1, whole.tiles);
		assertTrue(tiled.tiles >= 4, () -> tiled.tiles + " tiles");
		assertClose(whole.total, tiled.total, "loss");
		final double error = Accuracy.relativeError(whole.gradient, tiled.gradient);
		assertTrue(error < Accuracy.TOLERANCE, () -> "The error is " + error);
	}

	@Test
	void softenedTilesAgreeWithTheSoftenedWhole() {
		final Problem problem = new Problem("").style(STYLE_LAYERS).region(REGION).elsewhere(OTHER_STYLE).totalVariation(
			0.1);
		final Evaluation whole = problem.evaluateSoftly(POINT, Integer.MAX_VALUE);
		final Evaluation tiled = problem.evaluateSoftly(POINT, TILE);
		assertEquals(1, whole.total / tiled.total, 1e-4);
		final double error = Accuracy.relativeError(whole.gradient, tiled.gradient);
		assertTrue(error < 1e-4, () -> "The error is " + error);
		assertTrue(whole.total < whole.loss.total());
		assertClose(problem.evaluate(POINT, Integer.MAX_VALUE).total, whole.loss.total(), "true value");
	}

	/** The oracle's regions and poolings, too, have to be right. */
	@ParameterizedTest
	@CsvSource({ "everything, 1e-5", "'total variation, exponent 0.5', 1e-3" })
	void gradientOfTheFormulasAgreesWithDifferencesOfTheirValues(final String name, final double step) {
		final Problem problem = problems().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
		final double[] point = NaiveObjective.doubles(POINT);
		final double[] gradient = new double[point.length];
		problem.naive().evaluate(point, gradient);
		final double[] direction = new Random(6).doubles(point.length, -1, 1).toArray();
		double slope = 0;
		for (int i = 0; i < point.length; i++) {
			slope += gradient[i] * direction[i];
		}
		assertEquals(slope, NaiveObjectiveTest.centralDifference(problem.naive(), point, direction, step), 1e-6 * Math.abs(
			slope));
	}

	@Test
	void pixelsOutsideOfARegionHaveNoGradient() {
		// NB: The network sees 12 pixels far, so what is further away from the region is of no account.
		final float[] left = new float[(int) SIZE.pixels()];
		for (int i = 0; i < left.length; i++) {
			left[i] = i % SIZE.width() < 32 ? 1 : 0;
		}
		final double[] gradient = new Problem("left").style(STYLE_LAYERS).region(WeightMap.of(SIZE, left)).evaluate(POINT,
			Integer.MAX_VALUE).gradient;
		double inside = 0;
		double outside = 0;
		for (int i = 0; i < gradient.length; i++) {
			final int x = i / VggImage.CHANNELS % SIZE.width();
			if (x < 32) inside += Math.abs(gradient[i]);
			if (x >= 32 + 12) outside += Math.abs(gradient[i]);
		}
		assertTrue(inside > 0);
		assertEquals(0, outside);
	}

	@Test
	void regionOfOnesIsTheWholeImage() {
		final Evaluation expected = new Problem("whole").style(STYLE_LAYERS).evaluate(POINT, Integer.MAX_VALUE);
		final float[] almost = new float[(int) SIZE.pixels()];
		Arrays.fill(almost, Math.nextDown(1f));
		final Evaluation actual = new Problem("almost").style(STYLE_LAYERS).region(WeightMap.of(SIZE, almost)).evaluate(
			POINT, Integer.MAX_VALUE);
		assertClose(expected.total, actual.total, "loss");
	}

	@Test
	void emptyRegionHasNeitherLossNorGradient() {
		final WeightMap nothing = WeightMap.of(SIZE, new float[(int) SIZE.pixels()]);
		final Evaluation evaluation = new Problem("nothing").style(STYLE_LAYERS).region(nothing).evaluate(POINT,
			Integer.MAX_VALUE);
		assertEquals(0, evaluation.total);
		assertArrayEquals(new double[POINT.length], evaluation.gradient);
	}

	// -- Helper methods --

	/** NB: Other noise of the same kind would have almost the same Gram matrices, whose difference is rounding. */
	private static VggImage smooth(final ImageSize size, final long seed) {
		final int divisor = (int) seed + 1;
		return VggImage.noise(new ImageSize(size.width() / divisor, size.height() / divisor), seed).resizedTo(size);
	}

	private static WeightMap region() {
		final float[] weights = new float[(int) SIZE.pixels()];
		for (int i = 0; i < weights.length; i++) {
			final double distance = Math.hypot(i % SIZE.width() - 38.3, i / SIZE.width() - 30.7);
			weights[i] = distance < 9 ? 0 : (float) Math.max(0, Math.min(1, (34 - distance) / 15));
		}
		return WeightMap.of(SIZE, weights);
	}

	private static Exemplar exemplar(final VggImage image, final double share) {
		return new Exemplar(image, WeightMap.ones(image.size()), share);
	}

	private static double[] weights(final WeightMap map) {
		return NaiveObjective.doubles(map.reduced(1));
	}

	/** Terms, for the engine and for the oracle. */
	private static final class Problem {

		private final String name;
		private Map<String, Double> contentLayers = Map.of();
		private Map<String, Double> styleLayers = Map.of();
		private StyleNormalization normalization = StyleNormalization.NOTEBOOK;
		private WeightMap region;
		private List<Exemplar> styles = List.of(exemplar(STYLE, 1));
		/** Null for none. */
		private VggImage styleElsewhere;
		private Pooling pooling = Pooling.MAX;
		private double totalVariation;
		private double exponent = 1.25;
		private double temporal;
		private WeightMap reliable;

		private Problem(final String name) {
			this.name = name;
		}

		private Problem content(final Map<String, Double> weights) {
			contentLayers = weights;
			return this;
		}

		private Problem style(final Map<String, Double> weights) {
			styleLayers = weights;
			return this;
		}

		private Problem normalization(final StyleNormalization value) {
			normalization = value;
			return this;
		}

		private Problem region(final WeightMap map) {
			region = map;
			return this;
		}

		private Problem blend(final Exemplar... exemplars) {
			styles = List.of(exemplars);
			return this;
		}

		/** Gives what the region leaves out another style. */
		private Problem elsewhere(final VggImage style) {
			styleElsewhere = style;
			return this;
		}

		private Problem pooling(final Pooling kind) {
			pooling = kind;
			return this;
		}

		private Problem totalVariation(final double weight) {
			totalVariation = weight;
			return this;
		}

		/** Of the total variation. */
		private Problem exponent(final double value) {
			exponent = value;
			return this;
		}

		/** @param map how much each pixel is held to the former frame */
		private Problem temporal(final double weight, final WeightMap map) {
			temporal = weight;
			reliable = map;
			return this;
		}

		private NaiveObjective naive() {
			final NaiveObjective naive = new NaiveObjective(NETWORK, pooling, SIZE);
			naive.addContent(contentLayers, CONTENT);
			naive.addStyle(styleLayers, normalization, region == null ? null : weights(region), styles);
			if (styleElsewhere != null) {
				naive.addStyle(styleLayers, normalization, weights(region.inverse()), List.of(exemplar(styleElsewhere, 1)));
			}
			naive.addTotalVariation(totalVariation, exponent);
			if (temporal > 0) naive.addTemporal(temporal, FORMER, weights(reliable));
			return naive;
		}

		private Evaluation evaluate(final float[] point, final int largestTile) {
			return evaluate(point, largestTile, Objective::evaluate);
		}

		/** After a revision elsewhere. */
		private Evaluation evaluateSoftly(final float[] point, final int largestTile) {
			return evaluate(point, largestTile, (objective, where, gradient) -> {
				objective.softened().revise(where.mul(0.9), Double.POSITIVE_INFINITY, gradient);
				return objective.softened().evaluate(where, gradient);
			});
		}

		private Evaluation evaluate(final float[] point, final int largestTile, final Function function) {
			try (TensorScope scope = new TensorScope()) {
				final NetworkEngine engine = scope.own(Engines.open(NETWORK, pooling));
				final List<TermDefinition> definitions = new ArrayList<>();
				if (!contentLayers.isEmpty()) definitions.add(new ContentDefinition(contentLayers, CONTENT, 0));
				if (!styleLayers.isEmpty()) {
					definitions.add(definition(region == null ? WeightMap.ones(SIZE) : region, scope.own(new StyleTargets(
						engine, styleLayers.keySet(), styles, largestTile, null))));
				}
				if (styleElsewhere != null) {
					definitions.add(definition(region.inverse(), scope.own(new StyleTargets(engine, styleLayers.keySet(), List
						.of(exemplar(styleElsewhere, 1)), largestTile, null))));
				}
				if (totalVariation > 0) definitions.add(new TotalVariationDefinition(totalVariation, exponent));
				if (temporal > 0) definitions.add(new TemporalDefinition(temporal, FORMER, reliable, 0));
				final Tiling tiling = Tiling.of(SIZE, largestTile, engine.topology().halo(Objective.layers(
					definitions)));
				final FeatureNetwork network = scope.own(engine.withGradient(tiling.window(), Objective
					.layers(definitions)));
				final Objective objective = scope.own(new Objective(network, tiling, definitions));
				final INDArray gradient = scope.zeros(point.length);
				final double total = function.evaluate(objective, scope.tensor(point, point.length), gradient);
				return new Evaluation(objective, total, gradient);
			}
		}

		private TermDefinition definition(final WeightMap map, final StyleTargets targets) {
			return new StyleDefinition(styleLayers, normalization, map, 0, size -> targets);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	/** What an objective gives at a point. */
	private static final class Evaluation {

		private final double total;
		private final Loss loss;
		private final double[] gradient;
		private final int tiles;

		private Evaluation(final Objective objective, final double total, final INDArray slopes) {
			this.total = total;
			loss = objective.lastLoss();
			gradient = slopes.toDoubleVector();
			tiles = objective.tiling().tiles().size();
		}
	}

	/** One of an objective's. */
	@FunctionalInterface
	private interface Function {

		double evaluate(Objective objective, INDArray point, INDArray gradient);
	}
}
