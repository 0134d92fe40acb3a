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
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What a network computes depends on the pixels alone, to the last bit: not on what it,
 * or another one in the same memory, has computed before, nor on the thread.
 */
class NetworkReuseTest {

	private static final NetworkWeights WEIGHTS = KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 16,
		9 }, new int[] { 7 });
	private static final List<String> LAYERS = List.of("block1_conv2", "block2_conv1", "block3_conv1");
	private static final ImageSize SIZE = new ImageSize(19, 23);
	private static final ImageSize OTHER_SIZE = new ImageSize(34, 12);

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void runningAgainGivesTheSame(final Precision precision) {
		final Run run = run(open(precision), SIZE, null);
		final float[][] first = run.of(1);
		run.of(2);
		assertSame(first, run.of(1));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void anotherEngineGivesTheSame(final Precision precision) {
		assertSame(run(open(precision), SIZE, null).of(1), run(open(precision), SIZE, null).of(1));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void networksOfOneEngineDoNotDisturbEachOther(final Precision precision) {
		final NetworkEngine engine = open(precision);
		final FeatureNetwork network = scope.own(engine.forward(SIZE, LAYERS));
		network.run(pixels(SIZE, 1));
		final float[] before = Engines.values(network.map("block2_conv1"));
		run(engine, SIZE, null).of(2);
		run(engine, OTHER_SIZE, null).of(2);
		assertArrayEquals(before, Engines.values(network.map("block2_conv1")));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void networksTakeTurnsInOneMemory(final Precision precision) {
		final NetworkEngine engine = open(precision);
		final INDArray memory = scope.zeros(Math.max(engine.length(SIZE, LAYERS, true), engine.length(OTHER_SIZE, LAYERS,
			true)));
		final Run run = run(engine, SIZE, memory);
		final Run other = run(engine, OTHER_SIZE, memory);
		final float[][] expected = run(engine, SIZE, null).of(1);
		assertSame(expected, run.of(1));
		other.of(2);
		assertSame(expected, run.of(1));
		assertSame(run(engine, OTHER_SIZE, null).of(2), other.of(2));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void whatWasInTheMemoryDoesNotMatter(final Precision precision) {
		final NetworkEngine engine = open(precision);
		final INDArray memory = scope.zeros(engine.length(SIZE, LAYERS, true));
		final Run run = run(engine, SIZE, memory);
		memory.assign(Float.NaN);
		assertSame(run(engine, SIZE, null).of(1), run.of(1));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void noMoreMemoryIsTouchedThanWasAskedFor(final Precision precision) {
		final NetworkEngine engine = open(precision);
		final long length = engine.length(SIZE, LAYERS, true);
		final INDArray memory = scope.zeros(length + 1000).assign(7);
		run(engine, SIZE, memory).of(1);
		final float[] sevens = new float[1000];
		Arrays.fill(sevens, 7);
		assertArrayEquals(sevens, TensorScope.values(memory.get(NDArrayIndex.interval(length, length + 1000))));
	}

	/** Buffers lie over one another, so a map might be overwritten by those of deeper layers. */
	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void mapsAskedForAreThereUntilTheGradientIsComputed(final Precision precision) {
		final NetworkEngine engine = open(precision);
		for (final FeatureNetwork network : List.of(scope.own(engine.forward(SIZE, LAYERS)), scope.own(engine.withGradient(
			SIZE, LAYERS))))
		{
			network.run(pixels(SIZE, 1));
			for (final String layer : LAYERS) {
				final FeatureNetwork alone = scope.own(engine.forward(SIZE, List.of(layer)));
				alone.run(pixels(SIZE, 1));
				assertArrayEquals(Engines.values(alone.map(layer)), Engines.values(network.map(layer)), layer);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void networkMayBeUsedByAnotherThreadThanTheOneThatMadeIt(final Precision precision) throws Exception {
		final Run run = run(open(precision), SIZE, null);
		final float[][] expected = run.of(1);
		assertSame(expected, inThreads(1, () -> run.of(1)).get(0));
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void networksOfDifferentThreadsDoNotDisturbEachOther(final Precision precision) throws Exception {
		final float[][] expected = run(open(precision), SIZE, null).of(1);
		final List<float[][]> results = inThreads(4, () -> {
			float[][] last = null;
			try (TensorScope own = new TensorScope()) {
				final Run run = new Run(own.own(Engines.open(WEIGHTS, precision)), SIZE, null, own);
				for (int i = 0; i < 50; i++) {
					last = run.of(1);
				}
			}
			return last;
		});
		results.forEach(result -> assertSame(expected, result));
	}

	@ParameterizedTest
	@CsvSource({ "FLOAT32, NaN", "FLOAT32, Infinity", "FLOAT32, -Infinity", "FLOAT32, 3.4e38", "BFLOAT16, NaN",
		"BFLOAT16, Infinity", "BFLOAT16, -Infinity", "BFLOAT16, 3.4e38" })
	void networkIsAsGoodAsNewAfterPixelsThatAreNoColours(final Precision precision, final float value) {
		final Run run = run(open(precision), SIZE, null);
		final float[][] expected = run.of(1);
		final INDArray pixels = pixels(SIZE, 1);
		pixels.putScalar(100, value);
		assertFalse(Arrays.equals(expected[0], run.of(pixels)[0]));
		assertSame(expected, run.of(1));
	}

	// -- Helper methods --

	private NetworkEngine open(final Precision precision) {
		return scope.own(Engines.open(WEIGHTS, precision));
	}

	private Run run(final NetworkEngine engine, final ImageSize size, final INDArray memory) {
		return new Run(engine, size, memory, scope);
	}

	private INDArray pixels(final ImageSize size, final long seed) {
		return pixels(size, seed, scope);
	}

	private static INDArray pixels(final ImageSize size, final long seed, final TensorScope scope) {
		final float[] values = VggImage.noise(size, seed).values();
		return scope.tensor(values, values.length);
	}

	private static void assertSame(final float[][] expected, final float[][] actual) {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++) {
			assertArrayEquals(expected[i], actual[i]);
		}
	}

	private static List<float[][]> inThreads(final int count, final Callable<float[][]> run) throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			final List<float[][]> results = new ArrayList<>();
			for (final Future<float[][]> result : threads.invokeAll(Collections.nCopies(count, run))) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

	/** A network whose maps are summed up and pulled at, as terms do. */
	private static final class Run {

		private final FeatureNetwork network;
		private final TensorScope scope;
		private final Map<String, INDArray> grams = new HashMap<>();
		private final Map<String, Runnable> sums = new HashMap<>();
		private final Map<String, Runnable> pulls = new HashMap<>();

		private Run(final NetworkEngine engine, final ImageSize size, final INDArray memory, final TensorScope scope) {
			this.scope = scope;
			network = scope.own(engine.withGradient(size, LAYERS, memory));
			for (final String layer : LAYERS) {
				final FeatureMap map = network.map(layer);
				final long[] shape = map.shape();
				final INDArray weights = scope.zeros(shape[1] * shape[2]).assign(0.3);
				final INDArray gram = scope.zeros(shape[3], shape[3]);
				grams.put(layer, gram);
				sums.put(layer, map.addGramMatrix(weights, 1e-3, gram, scope));
				pulls.put(layer, map.addProductToGradient(weights, 1e-3, gram, scope));
			}
		}

		private float[][] of(final INDArray pixels) {
			final float[][] results = new float[2 * LAYERS.size() + 1][];
			network.run(pixels);
			for (int i = 0; i < LAYERS.size(); i++) {
				final String layer = LAYERS.get(i);
				results[2 * i + 1] = Engines.values(network.map(layer));
				grams.get(layer).assign(0);
				sums.get(layer).run();
				results[2 * i + 2] = TensorScope.values(grams.get(layer));
			}
			results[0] = TensorScope.values(network.gradient(LAYERS, layer -> pulls.get(layer).run()));
			return results;
		}

		private float[][] of(final long seed) {
			return of(pixels(network.size(), seed, scope));
		}
	}
}
