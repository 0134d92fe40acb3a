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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what a feature network promises beside its numbers: shapes, limits and reuse. */
class FeatureNetworkTest {

	private NetworkEngine engine;

	@BeforeEach
	void makeParameters() {
		engine = Engines.open(KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 6 },
			new int[] { 7 }));
	}

	@AfterEach
	void closeParameters() {
		engine.close();
	}

	@ParameterizedTest
	@CsvSource({ "block1_conv2, 437, 5", "block2_conv1, 99, 6", "block3_conv1, 20, 7" })
	void poolingDropsOddRowsAndColumns(final String layer, final long positions, final long channels) {
		try (FeatureNetwork network = engine.forward(new ImageSize(19, 23), List.of(layer))) {
			final long[] shape = network.map(layer).shape();
			assertArrayEquals(new long[] { positions, channels }, new long[] { shape[1] * shape[2], shape[3] });
		}
	}

	@Test
	void unknownLayerIsRefused() {
		assertThrows(NoSuchElementException.class, () -> engine.forward(new ImageSize(8, 8), List.of(
			"block4_conv1")));
	}

	@Test
	void messageNamesTheUnknownLayer() {
		final Exception exception = assertThrows(NoSuchElementException.class, () -> engine.forward(new ImageSize(8, 8), List
			.of("block1_conv1", "block9_conv9")));
		assertTrue(exception.getMessage().contains("block9_conv9"), exception::getMessage);
	}

	@ParameterizedTest
	@CsvSource({ "3, 8", "8, 3", "1, 1" })
	void imageThatPoolingUsesUpIsRefused(final int width, final int height) {
		assertThrows(IllegalArgumentException.class, () -> engine.forward(new ImageSize(width, height),
			List.of("block3_conv1")));
	}

	@Test
	void smallestImageForALayerIsAccepted() {
		try (FeatureNetwork network = engine.withGradient(new ImageSize(4, 4), List.of(
			"block3_conv1")))
		{
			assertEquals(1, network.map("block3_conv1").shape()[1]);
		}
	}

	@Test
	void sizeOnlyMattersForTheLayersAskedFor() {
		try (FeatureNetwork network = engine.forward(new ImageSize(1, 1), List.of("block1_conv1"))) {
			assertEquals(1, network.map("block1_conv1").shape()[1]);
		}
	}

	@Test
	void gradientOfNothingIsZero() {
		final ImageSize size = new ImageSize(6, 5);
		try (FeatureNetwork network = engine.withGradient(size, List.of("block2_conv1"))) {
			run(network, VggImage.noise(size, 1));
			assertArrayEquals(new float[6 * 5 * 3], network.gradient(List.of(), layer -> {}).data().asFloat());
		}
	}

	@Test
	void gradientAfterAnotherDoesNotContainIt() {
		final ImageSize size = new ImageSize(9, 7);
		final VggImage image = VggImage.noise(size, 1);
		try (FeatureNetwork network = engine.withGradient(size, List.of("block1_conv1", "block3_conv1"));
				TensorScope scope = new TensorScope())
		{
			final Map<String, Runnable> sums = new HashMap<>();
			for (final String layer : List.of("block1_conv1", "block3_conv1")) {
				sums.put(layer, network.map(layer).comparison(null, 1, scope)::addToGradient);
			}
			final Consumer<String> sum = layer -> sums.get(layer).run();
			final List<String> shallow = List.of("block1_conv1");
			run(network, image);
			final float[] first = network.gradient(shallow, sum).data().asFloat();
			run(network, image);
			network.gradient(List.of("block3_conv1"), sum);
			run(network, image);
			assertArrayEquals(first, network.gradient(shallow, sum).data().asFloat());
		}
	}

	@Test
	void closingLeavesTheEngine() {
		final ImageSize size = new ImageSize(6, 5);
		engine.forward(size, List.of("block1_conv1")).close();
		try (FeatureNetwork network = engine.forward(size, List.of("block1_conv1"))) {
			run(network, VggImage.noise(size, 1));
			assertTrue(IntStream.range(0, 6).anyMatch(i -> Engines.values(network.map("block1_conv1"))[i] > 0));
		}
	}

	private static void run(final FeatureNetwork network, final VggImage image) {
		try (TensorScope scope = new TensorScope()) {
			network.run(scope.tensor(image.values(), image.values().length));
		}
	}
}
