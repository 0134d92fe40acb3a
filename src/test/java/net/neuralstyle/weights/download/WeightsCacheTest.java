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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that a cache knows good files from damaged ones, takes only good ones
 * in, and stays whole when several threads or processes use it at once.
 */
@Timeout(120)
class WeightsCacheTest {

	private static final DownloadListener SILENT = new DownloadListener() {};
	private static final PublishedWeights WEIGHTS = TestWeights.published(URI.create("http://weights.invalid" +
		TestWeights.PATH));
	private static final String CHECKSUM = TestWeights.FILE + ".sha256";
	private static final String PART = TestWeights.FILE + ".part";

	@TempDir
	private Path parent;
	private Path folder;
	private Path source;
	private WeightsCache cache;

	@BeforeEach
	void makeSource() throws IOException {
		folder = parent.resolve("caches").resolve("cache");
		cache = new WeightsCache(folder);
		source = parent.resolve("fetched.h5");
		Files.write(source, TestWeights.bytes());
	}

	// -- The folder --

	@Test
	void filesAreNamedAsPublished() {
		assertEquals(folder.resolve(TestWeights.FILE), cache.file(WEIGHTS));
	}

	@Test
	void relativeFolderIsMadeAbsolute() {
		assertTrue(new WeightsCache(Paths.get("weights")).folder().isAbsolute());
	}

	@Test
	void cacheOfTheUserHasASubfolder() {
		assertEquals("neural-style-transfer", WeightsCache.ofUser().folder().getFileName().toString());
	}

	@Test
	void folderOnLinuxIsThatOfXdg() {
		final Path set = parent.toAbsolutePath();
		assertEquals(set, WeightsCache.userFolder("Linux", Paths.get("home"), Map.of("XDG_CACHE_HOME", set.toString())));
	}

	@Test
	void folderOnLinuxIsInTheHomeOtherwise() {
		assertEquals(Paths.get("home/.cache"), WeightsCache.userFolder("Linux", Paths.get("home"), Map.of()));
	}

	@Test
	void relativeFolderOfXdgIsPassedOver() {
		assertEquals(Paths.get("home/.cache"), WeightsCache.userFolder("Linux", Paths.get("home"), Map.of("XDG_CACHE_HOME",
			"relative")));
	}

	@Test
	void folderOnMacIsInTheLibrary() {
		assertEquals(Paths.get("home/Library/Caches"), WeightsCache.userFolder("Mac OS X", Paths.get("home"), Map.of()));
	}

	@Test
	void folderOnWindowsIsThatOfLocalData() {
		final Path set = parent.toAbsolutePath();
		assertEquals(set, WeightsCache.userFolder("Windows 11", Paths.get("home"), Map.of("LOCALAPPDATA", set.toString())));
	}

	@Test
	void folderOnWindowsIsInTheHomeOtherwise() {
		assertEquals(Paths.get("home/AppData/Local"), WeightsCache.userFolder("Windows 11", Paths.get("home"), Map.of()));
	}

	// -- Having and verifying --

	@Test
	void emptyCacheHasNothing() {
		assertFalse(cache.has(WEIGHTS));
	}

	@Test
	void fileOfTheRightSizeIsHad() throws IOException {
		putFile(TestWeights.bytes());
		assertTrue(cache.has(WEIGHTS));
	}

	@Test
	void fileOfAnotherSizeIsNotHad() throws IOException {
		putFile(new byte[10]);
		assertFalse(cache.has(WEIGHTS));
	}

	@Test
	void verifyingTellsTheChecksum() throws IOException {
		putFile(TestWeights.bytes());
		assertEquals(TestWeights.sha256(), cache.verify(WEIGHTS));
	}

	@Test
	void absentFileIsReported() {
		assertFails(() -> cache.verify(WEIGHTS), "Test network", WEIGHTS.address().toString(), folder.toString());
	}

	@Test
	void truncatedFileIsReported() throws IOException {
		putFile(Arrays.copyOf(TestWeights.bytes(), 1000));
		assertFails(() -> cache.verify(WEIGHTS), cache.file(WEIGHTS).toString(), "is damaged", "1000 bytes");
	}

	@Test
	void changedFileIsReported() throws IOException {
		putFile(TestWeights.otherBytes());
		assertFails(() -> cache.verify(WEIGHTS), cache.file(WEIGHTS).toString(), "is damaged", "MD5");
	}

	@Test
	void notedChecksumIsCompared() throws IOException {
		cache.importFile(WEIGHTS, source);
		Files.write(folder.resolve(CHECKSUM), "0123".getBytes(StandardCharsets.US_ASCII));
		assertFails(() -> cache.verify(WEIGHTS), cache.file(WEIGHTS).toString(), "SHA-256", CHECKSUM);
	}

	// -- Importing --

	@Test
	void fileIsImported() throws IOException {
		cache.importFile(WEIGHTS, source);
		assertComplete();
	}

	@Test
	void importedFileVerifies() throws IOException {
		cache.importFile(WEIGHTS, source);
		assertEquals(TestWeights.sha256(), cache.verify(WEIGHTS));
	}

	@Test
	void sourceIsLeftAlone() throws IOException {
		cache.importFile(WEIGHTS, source);
		assertArrayEquals(TestWeights.bytes(), Files.readAllBytes(source));
	}

	@Test
	void importReplacesADamagedFile() throws IOException {
		putFile(new byte[10]);
		cache.importFile(WEIGHTS, source);
		assertComplete();
	}

	@Test
	void otherFileIsNotImported() throws IOException {
		Files.write(source, TestWeights.otherBytes());
		assertFails(() -> cache.importFile(WEIGHTS, source), source.toString(), "is not the published file of Test network",
			"use it as a weights file of your own instead");
		assertLeft();
	}

	@Test
	void fileOfAnotherSizeIsNotImported() throws IOException {
		Files.write(source, new byte[10]);
		assertFails(() -> cache.importFile(WEIGHTS, source), "is not the published file of Test network");
		assertFalse(Files.exists(folder));
	}

	@Test
	void refusedImportLeavesTheGoodFile() throws IOException {
		cache.importFile(WEIGHTS, source);
		Files.write(source, TestWeights.otherBytes());
		assertThrows(IOException.class, () -> cache.importFile(WEIGHTS, source));
		assertComplete();
	}

	@Test
	void absentSourceIsReported() throws IOException {
		Files.delete(source);
		assertFails(() -> cache.importFile(WEIGHTS, source), source.toString(), "check its path");
	}

	@Test
	void fullDiskIsReportedBeforeImporting() throws IOException {
		cache = new WeightsCache(folder, Duration.ofSeconds(30), () -> 10);
		assertFails(() -> cache.importFile(WEIGHTS, source), folder.toString(), "no room");
		assertLeft();
	}

	@Test
	void folderThatCannotBeMadeIsReported() throws IOException {
		Files.createFile(folder.getParent());
		assertFails(() -> cache.importFile(WEIGHTS, source), folder.toString(), "cannot be made");
	}

	@Test
	void finalNameThatCannotBeTakenIsReported() throws IOException {
		Files.createDirectories(cache.file(WEIGHTS).resolve("sub"));
		assertFails(() -> cache.importFile(WEIGHTS, source), cache.file(WEIGHTS).toString(), "cannot be written");
		assertLeft(TestWeights.FILE);
	}

	// -- Removing --

	@Test
	void nothingIsRemovedFromAnEmptyCache() throws IOException {
		assertFalse(cache.remove(WEIGHTS));
	}

	@Test
	void fileAndItsChecksumAreRemoved() throws IOException {
		cache.importFile(WEIGHTS, source);
		assertTrue(cache.remove(WEIGHTS));
		assertLeft();
	}

	@Test
	void partIsRemoved() throws IOException {
		Files.createDirectories(folder);
		Files.write(folder.resolve(PART), new byte[10]);
		assertTrue(cache.remove(WEIGHTS));
		assertLeft();
	}

	@Test
	void fileThatCannotBeRemovedIsReported() throws IOException {
		Files.createDirectories(cache.file(WEIGHTS).resolve("sub"));
		assertFails(() -> cache.remove(WEIGHTS), cache.file(WEIGHTS).toString(), "cannot be deleted");
	}

	// -- Several at once --

	@Test
	void threadsShareOneTransfer() throws Exception {
		final CountDownLatch waiting = new CountDownLatch(4);
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try (FileServer server = serverThatAwaits(waiting)) {
			final List<Future<Object>> downloads = Stream.generate(() -> threads.submit(() -> {
				cache.download(server.published(), countDownOnProgress(waiting));
				return null;
			})).limit(4).collect(Collectors.toList());
			for (final Future<Object> download : downloads) {
				download.get();
			}
			assertEquals(1, server.requests().size());
			assertComplete();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void processesShareOneTransfer() throws IOException, InterruptedException {
		final CountDownLatch waiting = new CountDownLatch(1);
		try (FileServer server = serverThatAwaits(waiting);
				DownloadProcess other = DownloadProcess.download(server.published(), folder))
		{
			cache.download(server.published(), countDownOnProgress(waiting));
			assertEquals(0, other.exitStatus());
			assertEquals(1, server.requests().size());
			assertComplete();
		}
	}

	@Test
	void waitingForAnotherProcessIsCancelled() throws IOException {
		Files.createDirectories(folder);
		Files.write(folder.resolve(PART), new byte[10]);
		try (DownloadProcess other = DownloadProcess.lock(folder.resolve(PART))) {
			final CountDownLatch waiting = new CountDownLatch(1);
			final IOException exception = assertThrows(DownloadCancelledException.class, () -> cache.download(WEIGHTS,
				cancelOnProgress(waiting)));
			TestWeights.assertOneSentence(exception.getMessage());
			assertLeft(PART);
		}
	}

	@Test
	void lockOfAProcessThatDiedIsFree() throws IOException, InterruptedException {
		Files.createDirectories(folder);
		Files.write(folder.resolve(PART), Arrays.copyOf(TestWeights.bytes(), 1000));
		try (DownloadProcess other = DownloadProcess.lock(folder.resolve(PART)); FileServer server = new FileServer()) {
			other.close();
			other.exitStatus();
			cache.download(server.published(), SILENT);
			assertEquals("bytes=1000-", server.range(0));
			assertComplete();
		}
	}

	@Test
	void waitingForAnotherThreadIsCancelled() throws Exception {
		final CountDownLatch waiting = new CountDownLatch(1);
		final ExecutorService thread = Executors.newSingleThreadExecutor();
		try (FileServer server = serverThatAwaits(waiting)) {
			final CountDownLatch started = new CountDownLatch(1);
			final Future<Object> download = thread.submit(() -> {
				cache.download(server.published(), countDownOnProgress(started));
				return null;
			});
			started.await();
			assertThrows(DownloadCancelledException.class, () -> cache.download(server.published(), cancelOnProgress(
				waiting)));
			download.get();
			assertComplete();
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void failureOfOneLetsTheNextOneTry() throws Exception {
		final CountDownLatch waiting = new CountDownLatch(1);
		final ExecutorService thread = Executors.newSingleThreadExecutor();
		try (FileServer server = new FileServer()) {
			server.handleFile(exchange -> {
				if (server.requests().size() == 1) {
					await(waiting);
					server.send(exchange, 500, new byte[0]);
				}
				else server.sendFile(exchange, TestWeights.bytes());
			});
			final CountDownLatch started = new CountDownLatch(1);
			final Future<Object> failing = thread.submit(() -> {
				cache.download(server.published(), countDownOnProgress(started));
				return null;
			});
			started.await();
			cache.download(server.published(), countDownOnProgress(waiting));
			assertThrows(ExecutionException.class, failing::get);
			assertComplete();
		}
		finally {
			thread.shutdownNow();
		}
	}

	// -- Helper methods --

	private void putFile(final byte[] bytes) throws IOException {
		Files.createDirectories(folder);
		Files.write(cache.file(WEIGHTS), bytes);
	}

	/** A server that sends half of the file, and the other half when all others wait for it. */
	private static FileServer serverThatAwaits(final CountDownLatch waiting) throws IOException {
		final FileServer server = new FileServer();
		server.handleFile(exchange -> {
			final int half = TestWeights.SIZE / 2;
			exchange.sendResponseHeaders(200, TestWeights.SIZE);
			exchange.getResponseBody().write(TestWeights.bytes(), 0, half);
			exchange.getResponseBody().flush();
			await(waiting);
			exchange.getResponseBody().write(TestWeights.bytes(), half, half);
		});
		return server;
	}

	private static void await(final CountDownLatch latch) throws IOException {
		try {
			if (!latch.await(60, TimeUnit.SECONDS)) throw new IOException("Nobody came.");
		}
		catch (final InterruptedException exc) {
			throw new IOException(exc);
		}
	}

	/** Counts once, at the first progress. */
	private static DownloadListener countDownOnProgress(final CountDownLatch latch) {
		return new DownloadListener() {

			private boolean counted;

			@Override
			public void progress(final long bytes, final long total, final double bytesPerSecond) {
				if (!counted) latch.countDown();
				counted = true;
			}
		};
	}

	private static DownloadListener cancelOnProgress(final CountDownLatch latch) {
		return new DownloadListener() {

			@Override
			public void progress(final long bytes, final long total, final double bytesPerSecond) {
				latch.countDown();
			}

			@Override
			public boolean isCancelled() {
				return latch.getCount() == 0;
			}
		};
	}

	private static void assertFails(final Executable work, final String... words) {
		final String message = assertThrows(IOException.class, work).getMessage();
		TestWeights.assertOneSentence(message);
		for (final String word : words) {
			assertTrue(message.contains(word), message);
		}
	}

	private void assertComplete() throws IOException {
		assertArrayEquals(TestWeights.bytes(), Files.readAllBytes(cache.file(WEIGHTS)));
		assertEquals(TestWeights.sha256() + "  " + TestWeights.FILE + "\n", Files.readString(folder.resolve(CHECKSUM)));
		assertLeft(TestWeights.FILE, CHECKSUM);
	}

	private void assertLeft(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			final Set<String> left = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(
				TreeSet::new));
			assertEquals(new TreeSet<>(List.of(names)), left);
		}
	}
}
