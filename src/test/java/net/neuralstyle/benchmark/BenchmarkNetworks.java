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

import java.io.IOException;
import java.util.List;

import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

/** The networks that are measured, and the loss. */
public final class BenchmarkNetworks {

	static final String COMPACT = "bundled";
	/** With random weights, which take as long as trained ones. */
	static final String VGG16 = "VGG16";

	/** The notebook's, as the command has them by default. */
	static final LossWeights LOSS_WEIGHTS = new LossWeights(0.025, 5, 1, "block2_conv2", List.of("block1_conv2",
		"block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3"));

	private BenchmarkNetworks() {
		// NB: Not instantiable.
	}

	public static NetworkWeights weights(final String name) throws IOException {
		return name.equalsIgnoreCase(VGG16) ? KerasWeightsWriter.randomWeights(1, KerasWeightsWriter.VGG16) : new BundledWeights()
			.load();
	}
}
