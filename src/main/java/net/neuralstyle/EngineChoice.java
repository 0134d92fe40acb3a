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

package net.neuralstyle;

import java.util.Optional;
import java.util.function.Supplier;

import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.nd4j.Nd4jEngine;
import net.neuralstyle.network.nd4j.Nd4jTransformationEngine;
import net.neuralstyle.network.onednn.OneDnnEngine;
import net.neuralstyle.network.onednn.OneDnnTransformationEngine;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.weights.NetworkWeights;

/**
 * Chooses what computes a network, the only place that knows of all engines: oneDNN 3 on
 * processors that it is published for, else ND4J, which has GPUs and all other processors.
 */
public final class EngineChoice {

	private EngineChoice() {
		// NB: Not instantiable.
	}

	/**
	 * Opens a network in the engine that is the fastest here.
	 *
	 * @param precision what is asked for; the engine's text says what it is
	 */
	static NetworkEngine open(final NetworkWeights weights, final Pooling pooling, final Precision precision) {
		if (!takesOneDnn(Backend.device().isGpu(), OneDnn::obstacle)) return new Nd4jEngine(weights, pooling);
		return new OneDnnEngine(weights, pooling, possible(precision));
	}

	/**
	 * Opens an image transformation network whose numbers are all 0 in the engine that is the fastest here.
	 *
	 * @param precision as above
	 */
	public static TransformationEngine open(final TransformationTopology topology, final Precision precision) {
		if (!takesOneDnn(Backend.device().isGpu(), OneDnn::obstacle)) return new Nd4jTransformationEngine(topology);
		return new OneDnnTransformationEngine(topology, new float[topology.parameterCount()], possible(precision));
	}

	/** NB: Where bfloat16 has no instructions of its own it would be slower than float32. */
	private static Precision possible(final Precision precision) {
		return precision != Precision.FLOAT32 && OneDnn.multipliesBfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32;
	}

	/**
	 * Returns whether oneDNN computes here.
	 *
	 * @param obstacle asked for only on a processor, since that loads the library
	 */
	static boolean takesOneDnn(final boolean gpu, final Supplier<Optional<String>> obstacle) {
		return !gpu && obstacle.get().isEmpty();
	}
}
