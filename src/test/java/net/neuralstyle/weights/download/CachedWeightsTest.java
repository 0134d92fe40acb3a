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

package net.neuralstyle.weights.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import net.neuralstyle.weights.Checksums;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that weights are read from a cache, and that it is said how to get them there. */
class CachedWeightsTest {

	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 6 });

	@TempDir
	private Path folder;
	private WeightsCache cache;
	private PublishedWeights published;
	private CachedWeights weights;

	@BeforeEach
	void publish() throws IOException {
		final Path file = folder.resolve("published.h5");
		KerasWeightsWriter.write(file, NETWORK);
		cache = new WeightsCache(folder.resolve("cache"));
		published = new PublishedWeights("Test network", URI.create("http://weights.invalid/published.h5"), Files.size(file),
			Checksums.of(file).md5());
		weights = new CachedWeights(published, cache);
	}

	@Test
	void weightsAreNamedAsPublished() {
		assertEquals("Test network", weights.name());
	}

	@Test
	void weightsInTheCacheAreRead() throws IOException {
		cache.importFile(published, folder.resolve("published.h5"));
		assertEquals(NETWORK.layerNames(), weights.load().layerNames());
	}

	@Test
	void absentFileIsReported() {
		assertRefused("Test network", "http://weights.invalid/published.h5", "the folder " + cache.folder() + ".");
	}

	@Test
	void fileOfAnotherSizeIsReported() throws IOException {
		Files.createDirectory(cache.folder());
		Files.write(cache.file(published), new byte[10]);
		assertRefused(cache.file(published).toString(), "it has 10 bytes", "download it again");
	}

	private void assertRefused(final String... words) {
		final String message = assertThrows(IOException.class, weights::load).getMessage();
		TestWeights.assertOneSentence(message);
		for (final String word : words) {
			assertTrue(message.contains(word), message);
		}
	}
}
