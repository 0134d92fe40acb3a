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

package net.neuralstyle.network;

import static net.neuralstyle.reference.Accuracy.assertClose;
import static net.neuralstyle.reference.Accuracy.assertElementClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that every layer of the bundled network computes what PyTorch computes
 * in float64, for images of even and of odd size.
 */
class FeatureNetworkReferenceTest {

	private static final List<MapCase> CASES = new ArrayList<>();

	@BeforeAll
	static void runNetworks() throws IOException {
		CASES.clear();
		final NetworkWeights weights = new BundledWeights().load();
		try (NetworkEngine engine = Engines.open(weights)) {
			for (final ReferenceProblem problem : ReferenceProblem.all()) {
				addCases(engine, weights.layerNames(), problem + " content", problem.content(), //
					problem.expected().getAsJsonObject("contentMaps"));
				addCases(engine, weights.layerNames(), problem + " style", problem.style(), //
					problem.expected().getAsJsonObject("styleMaps"));
			}
		}
	}

	static Stream<MapCase> maps() {
		return CASES.stream();
	}

	@ParameterizedTest
	@MethodSource("maps")
	void shapeIsThatOfTheReference(final MapCase map) {
		final JsonArray shape = map.expected.getAsJsonArray("shape");
		assertArrayEquals(new long[] { 1, shape.get(0).getAsLong(), shape.get(1).getAsLong(), shape.get(2).getAsLong() },
			map.shape);
	}

	@ParameterizedTest
	@MethodSource("maps")
	void meanAgreesWithTheReference(final MapCase map) {
		double sum = 0;
		for (final float value : map.values) {
			sum += value;
		}
		assertClose(map.expected.get("mean").getAsDouble(), sum / map.values.length, map + " mean");
	}

	@ParameterizedTest
	@MethodSource("maps")
	void sumOfSquaresAgreesWithTheReference(final MapCase map) {
		double sum = 0;
		for (final float value : map.values) {
			sum += (double) value * value;
		}
		assertClose(map.expected.get("sumOfSquares").getAsDouble(), sum, map + " sum of squares");
	}

	@ParameterizedTest
	@MethodSource("maps")
	void samplesAgreeWithTheReference(final MapCase map) {
		final JsonArray shape = map.expected.getAsJsonArray("shape");
		final int width = shape.get(1).getAsInt();
		final int channels = shape.get(2).getAsInt();
		final double rootMeanSquare = Math.sqrt(map.expected.get("sumOfSquares").getAsDouble() / map.values.length);
		for (final JsonElement sample : map.expected.getAsJsonArray("samples")) {
			final JsonArray index = sample.getAsJsonObject().getAsJsonArray("index");
			final int position = index.get(0).getAsInt() * width + index.get(1).getAsInt();
			assertElementClose(sample.getAsJsonObject().get("value").getAsDouble(), //
				map.values[position * channels + index.get(2).getAsInt()], rootMeanSquare, map + " sample " + index);
		}
	}

	@ParameterizedTest
	@MethodSource("maps")
	void mapHasNoNegativeValue(final MapCase map) {
		float smallest = 0;
		for (final float value : map.values) {
			smallest = Math.min(smallest, value);
		}
		assertEquals(0, smallest);
	}

	// -- Helper methods --

	private static void addCases(final NetworkEngine engine, final List<String> layers, final String name,
		final VggImage image, final JsonObject expected)
	{
		final Map<String, MapCase> maps = new HashMap<>();
		try (FeatureNetwork network = engine.forward(image.size(), layers);
				TensorScope scope = new TensorScope())
		{
			network.run(scope.tensor(image.values(), image.values().length));
			for (final String layer : layers) {
				maps.put(layer, new MapCase(name + " " + layer, network.map(layer).shape(), //
					Engines.values(network.map(layer)), expected.getAsJsonObject(layer)));
			}
		}
		assertEquals(expected.keySet(), maps.keySet(), "The reference has other layers");
		layers.forEach(layer -> CASES.add(maps.get(layer)));
	}

	/** One layer's map with what is expected of it. */
	private static final class MapCase {

		private final String name;
		private final long[] shape;
		private final float[] values;
		private final JsonObject expected;

		private MapCase(final String name, final long[] shape, final float[] values, final JsonObject expected) {
			this.name = name;
			this.shape = shape;
			this.values = values;
			this.expected = expected;
		}

		@Override
		public String toString() {
			return name;
		}
	}
}
