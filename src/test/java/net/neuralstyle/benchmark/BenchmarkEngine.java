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

package net.neuralstyle.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.network.nd4j.Nd4jEngine;
import net.neuralstyle.network.onednn.OneDnnEngine;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.weights.NetworkWeights;

/** The engines that are measured, by the names that arguments have. */
enum BenchmarkEngine {

		FLOAT32("oneDNN, float32", Precision.FLOAT32),
		BFLOAT16("oneDNN, bfloat16", Precision.BFLOAT16),
		/** With oneDNN 2, where it is published. */
		ND4J("ND4J, float32", Precision.FLOAT32);

	private final String text;
	private final Precision precision;

	BenchmarkEngine(final String text, final Precision precision) {
		this.text = text;
		this.precision = precision;
	}

	/** Those that this machine has, bfloat16 where it has instructions for it; the first is in float32. */
	static List<BenchmarkEngine> all() {
		return Arrays.stream(values()).filter(BenchmarkEngine::isHere).collect(Collectors.toList());
	}

	/** Those of some names, for which it prepares this process, in which nothing may have computed yet. */
	static List<BenchmarkEngine> prepare(final String... names) {
		final List<BenchmarkEngine> engines = Arrays.stream(names).map(name -> valueOf(name.toUpperCase())).collect(Collectors
			.toList());
		// NB: Without oneDNN 2 ND4J's convolutions are ten times slower; for the others a smaller library is packed.
		if (engines.contains(ND4J)) System.setProperty("org.bytedeco.javacpp.platform.extension", "-onednn");
		return engines;
	}

	/** Opens a network with max pooling. */
	NetworkEngine open(final NetworkWeights weights) {
		return this == ND4J ? new Nd4jEngine(weights, Pooling.MAX) : new OneDnnEngine(weights, Pooling.MAX, precision);
	}

	/** In which it computes. */
	Precision precision() {
		return precision;
	}

	/** For people. */
	@Override
	public String toString() {
		return text;
	}

	private boolean isHere() {
		if (this == ND4J) return true;
		return OneDnn.obstacle().isEmpty() && (this == FLOAT32 || OneDnn.multipliesBfloat16());
	}
}
