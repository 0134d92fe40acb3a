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

package net.neuralstyle.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * Proves that the bundled file is the published one, byte for byte, and that it
 * holds the network that the model card describes.
 */
class BundledWeightsTest {

	private static final String SHA256 = "aee4ff259d5df1f199580c2b4440318a6fe3a113eb77662345384726ba5b8817";

	@Test
	void fileHasThePublishedChecksum() throws IOException, NoSuchAlgorithmException {
		try (InputStream resource = BundledWeights.class.getResourceAsStream("vgg16-compact.h5")) {
			final byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource.readAllBytes());
			assertEquals(SHA256, String.format("%064x", new BigInteger(1, digest)));
		}
	}

	@Test
	void layersHaveTheNamesOfVgg16() throws IOException {
		assertEquals(List.of("block1_conv1", "block1_conv2", "block2_conv1", "block2_conv2", "block3_conv1", "block3_conv2",
			"block3_conv3", "block4_conv1", "block4_conv2", "block4_conv3", "block5_conv1", "block5_conv2", "block5_conv3"),
			new BundledWeights().load().layerNames());
	}

	@Test
	void layersHaveThePublishedChannels() throws IOException {
		final List<Integer> channels = new BundledWeights().load().blocks().stream().flatMap(List::stream).map(
			ConvolutionWeights::outputChannels).collect(Collectors.toList());
		assertEquals(List.of(32, 32, 64, 64, 64, 64, 64, 128, 128, 128, 128, 128, 128), channels);
	}

	@Test
	void networkHasThePublishedNumberOfParameters() throws IOException {
		final int parameters = new BundledWeights().load().blocks().stream().flatMap(List::stream).mapToInt(
			layer -> layer.kernel().length + layer.bias().length).sum();
		assertEquals(988_128, parameters);
	}

	@Test
	void loadingNeedsNoTemporaryFile() throws Exception {
		assertEquals("loaded", WeightsProgram.run("", "-Djava.io.tmpdir=/none/such"));
	}

	@Test
	void nothingIsLoggedWhereALogbackLogsAll() throws Exception {
		assertEquals("loaded", WeightsProgram.runWithLogback());
	}
}
