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

import java.util.List;

import net.neuralstyle.NativeMemory;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Engines and networks give back what they take, the engine's own objects too. */
@Tag("slow")
@ExtendWith(WithoutPrimitiveCache.class)
class NetworkMemoryTest {

	private static final NetworkWeights WEIGHTS = KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 16,
		9 }, new int[] { 7 });
	private static final List<String> LAYERS = List.of("block1_conv2", "block3_conv1");
	private static final ImageSize SIZE = new ImageSize(61, 45);
	/** A network takes about 0.5 MB in buffers; what one convolution leaves behind that is not closed is 17 kB or more. */
	private static final int NETWORKS = 30;

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void networksDoNotGrowTheNativeMemory(final Precision precision) throws InterruptedException {
		try (NetworkEngine engine = Engines.open(WEIGHTS, precision)) {
			NativeMemory.assertNoGrowth(NETWORKS, () -> use(engine));
		}
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void enginesDoNotGrowTheNativeMemory(final Precision precision) throws InterruptedException {
		NativeMemory.assertNoGrowth(NETWORKS, () -> use(precision));
	}

	// -- Helper methods --

	private static void use(final Precision precision) {
		try (NetworkEngine engine = Engines.open(WEIGHTS, precision)) {
			use(engine);
		}
	}

	/** Opens a network, sums up and pulls at its maps, and closes it. */
	private static void use(final NetworkEngine engine) {
		try (FeatureNetwork network = engine.withGradient(SIZE, LAYERS); TensorScope scope = new TensorScope()) {
			network.run(scope.tensor(VggImage.noise(SIZE, 1).values(), SIZE.pixels() * VggImage.CHANNELS));
			network.gradient(LAYERS, layer -> {
				final FeatureMap map = network.map(layer);
				final long[] shape = map.shape();
				final INDArray weights = scope.zeros(shape[1] * shape[2]).assign(0.5);
				final INDArray gram = scope.zeros(shape[3], shape[3]);
				map.addGramMatrix(weights, 1, gram, scope).run();
				final MapComparison comparison = map.comparison(weights, 1, scope);
				comparison.keep();
				comparison.addToGradient();
				map.addProductToGradient(weights, 1, gram, scope).run();
				network.products().product(gram, false, gram, true, scope.zeros(shape[3], shape[3]), scope).run();
			});
		}
	}
}
