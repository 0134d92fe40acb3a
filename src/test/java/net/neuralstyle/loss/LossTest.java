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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.MapComparison;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The objective and its loss know nothing of the terms that they are made of, so terms of a test's will do. */
class LossTest {

	private static final ImageSize SIZE = new ImageSize(77, 61);
	private static final String LAYER = "block2_conv1";
	private static final float[] POINT = VggImage.noise(SIZE, 3).values();

	private static NetworkEngine engine;

	@BeforeAll
	static void makeParameters() {
		engine = Engines.open(KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 6 }));
	}

	@AfterAll
	static void closeParameters() {
		engine.close();
	}

	@Test
	void termsAreListedInTheirOrderWhateverTheyAre() {
		final Loss loss = evaluate(SIZE.longerSide(), new Brightness("second", 1), new Activity("first", 1),
			new TotalVariationDefinition(1, 1.25)).loss;
		assertEquals(List.of("second", "first", "total variation"), List.copyOf(loss.terms().keySet()));
	}

	@Test
	void termOfThePixelsHasItsValueAndGradient() {
		final Evaluation evaluation = evaluate(SIZE.longerSide(), new Brightness("brightness", 3));
		double squares = 0;
		for (final float value : POINT) {
			squares += (double) value * value;
		}
		assertEquals(3 * squares, evaluation.loss.term("brightness"), 1e-5 * squares);
		for (int i = 0; i < POINT.length; i++) {
			assertEquals(6 * POINT[i], evaluation.gradient[i], 1e-3f);
		}
	}

	@Test
	void meanOfSeveralIsThatOfEachTermAndLayer() {
		final Loss first = evaluate(SIZE.longerSide(), new Brightness("a", 1), new Activity("b", 1)).loss;
		final Loss second = evaluate(SIZE.longerSide(), new Brightness("a", 3), new Activity("b", 5)).loss;
		final Loss mean = Loss.mean(List.of(first, second));
		assertEquals(2 * first.term("a"), mean.term("a"), 1e-5 * mean.term("a"));
		assertEquals(3 * first.term("b"), mean.term("b"), 1e-5 * mean.term("b"));
		first.layers("b").forEach((layer, value) -> assertEquals(3 * value, mean.layers("b").get(layer), 1e-5 * mean.term(
			"b")));
	}

	@Test
	void totalIsTheSumOfAllTerms() {
		final Loss loss = evaluate(SIZE.longerSide(), new Brightness("a", 1), new Activity("b", 1)).loss;
		assertEquals(loss.term("a") + loss.term("b"), loss.total());
	}

	@Test
	void layersOfATermAreListed() {
		final Loss loss = evaluate(SIZE.longerSide(), new Brightness("a", 1), new Activity("b", 1)).loss;
		assertEquals(Map.of(LAYER, loss.term("b")), loss.layers("b"));
		assertEquals(Map.of(), loss.layers("a"));
		assertEquals(Map.of(), loss.layers("no such term"));
	}

	@Test
	void termsOfOneNameAreOne() {
		final double once = evaluate(SIZE.longerSide(), new Activity("a", 1)).loss.term("a");
		final Loss loss = evaluate(SIZE.longerSide(), new Activity("a", 1), new Activity("a", 2)).loss;
		assertEquals(Set.of("a"), loss.terms().keySet());
		assertEquals(3 * once, loss.term("a"), 1e-6 * once);
		assertEquals(3 * once, loss.layers("a").get(LAYER), 1e-6 * once);
	}

	@Test
	void termThatIsNotThereIsZero() {
		assertEquals(0, evaluate(SIZE.longerSide(), new Brightness("a", 1)).loss.term("b"));
	}

	@Test
	void listCannotBeChanged() {
		final Loss loss = evaluate(SIZE.longerSide(), new Activity("a", 1)).loss;
		assertThrows(UnsupportedOperationException.class, () -> loss.terms().clear());
		assertThrows(UnsupportedOperationException.class, () -> loss.layers("a").clear());
	}

	@Test
	void textNamesTheTerms() {
		final String text = evaluate(SIZE.longerSide(), new Brightness("brightness", 1), new Activity("activity", 1)).loss
			.toString();
		assertTrue(text.matches("\\d\\.\\d{3}e\\+\\d\\d \\(brightness \\d\\.\\de\\+\\d\\d, activity \\d\\.\\de\\+\\d\\d\\)"),
			text);
	}

	@Test
	void termsSeeTheWholeImageTileByTile() {
		final Evaluation whole = evaluate(SIZE.longerSide(), new Activity("a", 1), new Brightness("b", 1));
		final Evaluation tiled = evaluate(40, new Activity("a", 1), new Brightness("b", 1));
		assertEquals(1, tiled.loss.term("a") / whole.loss.term("a"), 1e-5);
		assertEquals(1, tiled.loss.term("b") / whole.loss.term("b"), 1e-6);
		for (int i = 0; i < POINT.length; i++) {
			assertEquals(whole.gradient[i], tiled.gradient[i], 1e-2f);
		}
	}

	// -- Helper methods --

	private static Evaluation evaluate(final int largestTile, final TermDefinition... definitions) {
		final List<TermDefinition> terms = List.of(definitions);
		final Set<String> layers = Objective.layers(terms);
		final Tiling tiling = Tiling.of(SIZE, largestTile, engine.topology().halo(layers));
		try (FeatureNetwork network = engine.withGradient(tiling.window(), layers);
				Objective objective = new Objective(network, tiling, terms);
				TensorScope scope = new TensorScope())
		{
			final INDArray gradient = scope.zeros(POINT.length);
			objective.evaluate(scope.tensor(POINT, POINT.length), gradient);
			return new Evaluation(objective.lastLoss(), gradient.toFloatVector());
		}
	}

	private static final class Evaluation {

		private final Loss loss;
		private final float[] gradient;

		private Evaluation(final Loss loss, final float[] gradient) {
			this.loss = loss;
			this.gradient = gradient;
		}
	}

	/** weight * sum x^2: a term of the pixels. */
	private static final class Brightness implements TermDefinition {

		private final String name;
		private final double weight;

		private Brightness(final String name, final double weight) {
			this.name = name;
			this.weight = weight;
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public Set<String> layers() {
			return Set.of();
		}

		@Override
		public long bytes(final NetworkEngine network, final Tiling tiling) {
			return 0;
		}

		@Override
		public Term bind(final Binding binding) {
			return new Term() {

				private double value;

				@Override
				public String name() {
					return name;
				}

				@Override
				public void addPixelGradient(final INDArray pixels, final INDArray gradient) {
					value = weight * Vectors.dot(pixels, pixels);
					Vectors.addScaled(gradient, 2 * weight, pixels);
				}

				@Override
				public double value() {
					return value;
				}
			};
		}
	}

	/** weight * sum F^2 of a layer's feature map: a term of a layer, which sums over tiles. */
	private static final class Activity implements TermDefinition {

		private final String name;
		private final double weight;

		private Activity(final String name, final double weight) {
			this.name = name;
			this.weight = weight;
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public Set<String> layers() {
			return Set.of(LAYER);
		}

		@Override
		public long bytes(final NetworkEngine network, final Tiling tiling) {
			return 0;
		}

		@Override
		public Term bind(final Binding binding) {
			final PositionWeights weights = binding.weights(LAYER, WeightMap.ones(binding.size()));
			final MapComparison comparison = binding.network().map(LAYER).comparison(weights.values(), 2 * weight, binding
				.scope());
			return new Term() {

				private double sum;

				@Override
				public String name() {
					return name;
				}

				@Override
				public void clear() {
					sum = 0;
				}

				@Override
				public void addGradient(final String layer, final Tile tile) {
					weights.select(tile);
					comparison.addToGradient();
					sum += comparison.sumOfSquares();
				}

				@Override
				public double value() {
					return weight * sum;
				}

				@Override
				public Map<String, Double> valuePerLayer() {
					return Map.of(LAYER, value());
				}
			};
		}
	}
}
