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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsFile;

/** The networks that are measured, and the loss. */
public final class BenchmarkNetworks {

	static final String COMPACT = "bundled";
	/** With random weights, which take as long as trained ones, in a file as large as that of these. */
	static final String VGG16 = "VGG16";
	private static final Path VGG16_FILE = Paths.get("target", "benchmark", "vgg16-random.h5");

	/** The notebook's. */
	static final LossWeights LOSS_WEIGHTS = new LossWeights(0.025, 5, 1, "block2_conv2", List.of("block1_conv2",
		"block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3"));

	private BenchmarkNetworks() {
		// NB: Not instantiable.
	}

	/** Reads a network's weights. */
	public static NetworkWeights weights(final String name) throws IOException {
		if (!name.equalsIgnoreCase(VGG16)) return new BundledWeights().load();
		prepare();
		return new WeightsFile(VGG16_FILE).load();
	}

	/** Opens an engine of a network. */
	static NetworkEngine open(final String name, final BenchmarkEngine engine) throws IOException {
		try (NetworkWeights weights = weights(name)) {
			return engine.open(weights);
		}
	}

	/** Writes the file of {@link #VGG16}, if it is not there, so that processes that measure memory need not. */
	static void prepare() throws IOException {
		if (Files.exists(VGG16_FILE)) return;
		Files.createDirectories(VGG16_FILE.getParent());
		final Path part = VGG16_FILE.resolveSibling(VGG16_FILE.getFileName() + ".part");
		KerasWeightsWriter.write(part, KerasWeightsWriter.randomWeights(1, KerasWeightsWriter.VGG16));
		Files.move(part, VGG16_FILE);
	}
}
