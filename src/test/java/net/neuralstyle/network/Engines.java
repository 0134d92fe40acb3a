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

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.nd4j.Nd4jEngine;
import net.neuralstyle.network.nd4j.Nd4jTransformationEngine;
import net.neuralstyle.network.onednn.OneDnnEngine;
import net.neuralstyle.network.onednn.OneDnnTransformationEngine;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.IdentityWeights;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Opens the engine that is under test: oneDNN's, or ND4J's where there is no oneDNN 3
 * and in the build's second run of the tests of the network and the loss, which sets
 * the system property {@code engine.nd4j}.
 */
public final class Engines {

	private Engines() {
		// NB: Not instantiable.
	}

	/** Opens a network with max pooling, in float32. */
	public static NetworkEngine open(final NetworkWeights weights) {
		return open(weights, Pooling.MAX);
	}

	/** Opens a network in float32. */
	public static NetworkEngine open(final NetworkWeights weights, final Pooling pooling) {
		return open(weights, pooling, Precision.FLOAT32);
	}

	/**
	 * Opens a network with max pooling in a precision; the test is skipped where the engine under test does not have it.
	 */
	public static NetworkEngine open(final NetworkWeights weights, final Precision precision) {
		return open(weights, Pooling.MAX, precision);
	}

	/** Opens a network in a precision; the test is skipped where the engine under test does not have it. */
	public static NetworkEngine open(final NetworkWeights weights, final Pooling pooling, final Precision precision) {
		final boolean isOneDnn = isOneDnn();
		assumeTrue(precision == Precision.FLOAT32 || isOneDnn && OneDnn.multipliesBfloat16(),
			"The engine under test does not compute in " + precision + " here.");
		return isOneDnn ? new OneDnnEngine(weights, pooling, precision) : new Nd4jEngine(weights, pooling);
	}

	/**
	 * Returns the engine's products of matrices.
	 *
	 * @param scope owns what they need
	 */
	public static MatrixProducts products(final TensorScope scope) {
		final NetworkEngine engine = scope.own(open(IdentityWeights.of(3, 1)));
		return scope.own(engine.forward(new ImageSize(1, 1), List.of("block1_conv1"))).products();
	}

	/** Returns the values of a feature map, row by row. */
	public static float[] values(final FeatureMap map) {
		final long[] shape = map.shape();
		try (TensorScope scope = new TensorScope()) {
			final INDArray values = scope.zeros(shape[1] * shape[2], shape[3]);
			map.copyTo(values);
			return TensorScope.values(values);
		}
	}

	/** Opens an engine of an image transformation network. */
	static TransformationEngine open(final TransformationTopology topology, final float[] parameters) {
		if (isOneDnn()) return new OneDnnTransformationEngine(topology, parameters);
		final TransformationEngine engine = new Nd4jTransformationEngine(topology);
		engine.setParameters(parameters);
		return engine;
	}

	static boolean isOneDnn() {
		return !Boolean.getBoolean("engine.nd4j") && OneDnn.obstacle().isEmpty();
	}
}
