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
