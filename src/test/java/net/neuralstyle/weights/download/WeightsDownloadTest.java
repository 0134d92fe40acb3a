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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that downloads come through whole or not at all, whatever the network,
 * the server and the disk do, and that each trouble is said in one sentence.
 */
@Timeout(120)
class WeightsDownloadTest {

	private static final DownloadListener SILENT = new DownloadListener() {};
	private static final int HALF = TestWeights.SIZE / 2;
	private static final String[] COMPLETE = { TestWeights.FILE, TestWeights.FILE + ".sha256" };
	private static final String PART = TestWeights.FILE + ".part";

	@TempDir
	private Path parent;
	private Path folder;
	private WeightsCache cache;
	private FileServer server;

	@BeforeEach
	void start() throws IOException {
		folder = parent.resolve("cache");
		cache = new WeightsCache(folder);
		server = new FileServer();
	}

	@AfterEach
	void stop() {
		server.close();
	}

	// -- Whole downloads --

	@Test
	void fileIsDownloaded() throws IOException {
		cache.download(server.published(), SILENT);
		assertComplete(server.published());
	}

	@Test
	void wholeFileIsAskedForAtFirst() throws IOException {
		cache.download(server.published(), SILENT);
		assertNull(server.range(0));
	}

	@Test
	void fileThatIsThereIsNotDownloadedAgain() throws IOException {
		cache.download(server.published(), SILENT);
		cache.download(server.published(), SILENT);
		assertEquals(1, server.requests().size());
	}

	@Test
	void damagedFileIsReplaced() throws IOException {
		Files.createDirectory(folder);
		Files.write(cache.file(server.published()), TestWeights.otherBytes());
		cache.download(server.published(), SILENT);
		assertComplete(server.published());
	}

	@Test
	void bodyOfUnknownLengthIsDownloaded() throws IOException {
		server.handleFile(exchange -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(TestWeights.bytes());
		});
		cache.download(server.published(), SILENT);
		assertComplete(server.published());
	}

	@Test
	void cacheInALinkedFolderIsUsed() throws IOException {
		final Path link = parent.resolve("link");
		Files.createDirectory(folder);
		Files.createSymbolicLink(link, folder);
		new WeightsCache(link).download(server.published(), SILENT);
		assertComplete(server.published());
	}

	// -- Progress --

	@Test
	void progressEndsWithTheWholeFile() throws IOException {
		final List<Long> progress = new ArrayList<>();
		cache.download(server.published(), new DownloadListener() {

			@Override
			public void progress(final long bytes, final long total, final double bytesPerSecond) {
				progress.add(bytes);
				assertEquals(TestWeights.SIZE, total);
			}
		});
		assertEquals(TestWeights.SIZE, progress.get(progress.size() - 1));
	}

	@Test
	void listenerIsCalledOnTheThreadThatDownloads() throws IOException {
		final Thread thread = Thread.currentThread();
		cache.download(server.published(), new DownloadListener() {

			@Override
			public void progress(final long bytes, final long total, final double bytesPerSecond) {
				assertSame(thread, Thread.currentThread());
			}

			@Override
			public boolean isCancelled() {
				assertSame(thread, Thread.currentThread());
				return false;
			}
		});
		assertComplete(server.published());
	}

	// -- Resuming --

	@Test
	void onlyTheRestIsTransferred() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		cache.download(server.published(), SILENT);
		assertEquals("bytes=" + HALF + "-", server.range(0));
		assertEquals(TestWeights.SIZE - HALF, server.bytesSent());
		assertComplete(server.published());
	}

	@Test
	void progressIncludesWhatWasThere() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		final List<Long> progress = new ArrayList<>();
		cache.download(server.published(), new DownloadListener() {

			@Override
			public void progress(final long bytes, final long total, final double bytesPerSecond) {
				progress.add(bytes);
			}
		});
		assertEquals(HALF, progress.get(0));
	}

	@Test
	void completePartIsNotTransferredAgain() throws IOException {
		leavePart(TestWeights.bytes());
		cache.download(server.published(), SILENT);
		assertEquals(0, server.requests().size());
		assertComplete(server.published());
	}

	@ParameterizedTest
	@ValueSource(ints = { HALF, TestWeights.SIZE })
	void damagedPartIsFetchedWhole(final int length) throws IOException {
		leavePart(Arrays.copyOf(TestWeights.otherBytes(), length));
		cache.download(server.published(), SILENT);
		assertNull(server.range(server.requests().size() - 1));
		assertComplete(server.published());
	}

	@Test
	void partThatIsTooLongIsThrownAway() throws IOException {
		leavePart(new byte[TestWeights.SIZE + 1]);
		cache.download(server.published(), SILENT);
		assertNull(server.range(0));
		assertComplete(server.published());
	}

	@Test
	void serverThatIgnoresRangesSendsTheWholeFile() throws IOException {
		leavePart(new byte[HALF]);
		server.handleFile(exchange -> server.send(exchange, 200, TestWeights.bytes()));
		cache.download(server.published(), SILENT);
		assertEquals(1, server.requests().size());
		assertComplete(server.published());
	}

	@Test
	void rangeThatIsRefusedStartsOver() throws IOException {
		leavePart(new byte[HALF]);
		server.handleFile(exchange -> {
			if (exchange.getRequestHeaders().containsKey("Range")) server.send(exchange, 416, new byte[0]);
			else server.sendFile(exchange, TestWeights.bytes());
		});
		cache.download(server.published(), SILENT);
		assertEquals(2, server.requests().size());
		assertComplete(server.published());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes 0-299999/300000", "bytes 150000-299998/300000", "bytes 150000-299999/300001",
		"nonsense", "" })
	void otherRangeThanAskedForStartsOver(final String range) throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		try (RawServer raw = new RawServer(connection -> {
			connection.head("HTTP/1.1 206 Partial Content", "Content-Range: " + range, "Content-Length: " + HALF);
			connection.body(TestWeights.bytes(), HALF);
		}, connection -> {
			connection.okHead();
			connection.start(TestWeights.SIZE);
		}))
		{
			cache.download(raw.published(), SILENT);
			assertTrue(raw.requests().get(0).contains("Range: bytes=150000-"));
			assertFalse(raw.requests().get(1).contains("Range:"));
			assertComplete(raw.published());
		}
	}

	@Test
	void rangeOfAFileOfUnknownLengthIsTaken() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		server.handleFile(exchange -> {
			exchange.getResponseHeaders().set("Content-Range", "bytes " + HALF + "-" + (TestWeights.SIZE - 1) + "/*");
			server.send(exchange, 206, Arrays.copyOfRange(TestWeights.bytes(), HALF, TestWeights.SIZE));
		});
		cache.download(server.published(), SILENT);
		assertEquals(1, server.requests().size());
		assertComplete(server.published());
	}

	// -- Answers that are not the file --

	@ParameterizedTest
	@ValueSource(ints = { 404, 410 })
	void missingFileIsReported(final int status) throws IOException {
		server.handleFile(exchange -> server.send(exchange, status, "not here".getBytes(StandardCharsets.US_ASCII)));
		assertFails(server.published(), "127.0.0.1", "(status " + status + ")", TestWeights.FILE);
		assertLeft();
	}

	@ParameterizedTest
	@ValueSource(ints = { 206, 304, 401, 403, 416, 500, 503 })
	void otherStatusIsReported(final int status) throws IOException {
		server.handleFile(exchange -> server.send(exchange, status, new byte[0]));
		assertFails(server.published(), "127.0.0.1", "status " + status, "with a browser and import the file");
		assertLeft();
	}

	@Test
	void partSurvivesAnotherStatus() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		server.handleFile(exchange -> server.send(exchange, 500, new byte[0]));
		assertFails(server.published(), "status 500");
		assertLeft(PART);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, TestWeights.SIZE - 1, TestWeights.SIZE + 1 })
	void announcedLengthIsChecked(final int length) throws IOException {
		server.handleFile(exchange -> server.send(exchange, 200, new byte[length]));
		assertFails(server.published(), "127.0.0.1", "sends " + length + " bytes", "300000 bytes of Test network");
		assertLeft();
	}

	@Test
	void partSurvivesAnotherLength() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		server.handleFile(exchange -> server.send(exchange, 200, new byte[10]));
		assertFails(server.published(), "sends 10 bytes");
		assertEquals(HALF, Files.size(folder.resolve(PART)));
	}

	@Test
	void bodyThatIsTooLongIsRefused() throws IOException {
		server.handleFile(exchange -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(new byte[2 * TestWeights.SIZE]);
		});
		assertFails(server.published(), "sends more than 300000 bytes");
		assertLeft();
	}

	@Test
	void otherContentsAreRefused() throws IOException {
		server.handleFile(exchange -> server.sendFile(exchange, TestWeights.otherBytes()));
		assertFails(server.published(), "127.0.0.1", "is not Test network", server.published().md5());
		assertEquals(1, server.requests().size());
		assertLeft();
	}

	@Test
	void otherContentsAreFetchedOnceMoreAfterResuming() throws IOException {
		leavePart(new byte[HALF]);
		server.handleFile(exchange -> server.sendFile(exchange, TestWeights.otherBytes()));
		assertFails(server.published(), "is not Test network");
		assertEquals(2, server.requests().size());
		assertLeft();
	}

	@Test
	void oldFileSurvivesAFailedDownload() throws IOException {
		Files.createDirectory(folder);
		Files.write(cache.file(server.published()), new byte[10]);
		server.handleFile(exchange -> server.send(exchange, 500, new byte[0]));
		assertThrows(IOException.class, () -> cache.download(server.published(), SILENT));
		assertLeft(TestWeights.FILE);
	}

	// -- Redirects --

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectIsFollowed(final int status) throws IOException {
		server.handle("/elsewhere", exchange -> server.sendFile(exchange, TestWeights.bytes()));
		server.handleFile(exchange -> FileServer.redirect(exchange, status, "/elsewhere"));
		cache.download(server.published(), SILENT);
		assertComplete(server.published());
	}

	@Test
	void resumedDownloadFollowsRedirects() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		server.handle("/elsewhere", exchange -> server.sendFile(exchange, TestWeights.bytes()));
		server.handleFile(exchange -> FileServer.redirect(exchange, 302, "/elsewhere"));
		cache.download(server.published(), SILENT);
		assertEquals("bytes=" + HALF + "-", server.range(1));
		assertEquals(TestWeights.SIZE - HALF, server.bytesSent());
	}

	@Test
	void redirectLoopIsReported() throws IOException {
		server.handleFile(exchange -> FileServer.redirect(exchange, 302, TestWeights.PATH));
		assertFails(server.published(), "127.0.0.1", "redirects", "again and again");
		assertLeft();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://127.0.0.1/weights.h5", "http://[nonsense", "mailto:nobody" })
	void redirectToNowhereIsReported(final String location) throws IOException {
		server.handleFile(exchange -> FileServer.redirect(exchange, 302, location));
		assertFails(server.published(), "127.0.0.1", "status 302");
		assertLeft();
	}

	@Test
	void hostThatIsRedirectedToIsNamed() throws IOException {
		server.handleFile(exchange -> FileServer.redirect(exchange, 302, "http://elsewhere.invalid/weights.h5"));
		assertFails(server.published(), "elsewhere.invalid is unknown");
		assertLeft();
	}

	// -- Broken connections --

	@Test
	void unknownHostIsReported() throws IOException {
		assertFails(TestWeights.published(URI.create("http://weights.invalid" + TestWeights.PATH)),
			"The host weights.invalid is unknown", "check the internet connection", "http://weights.invalid" +
				TestWeights.PATH);
		assertLeft();
	}

	@Test
	void refusedConnectionIsReported() throws IOException {
		assertFails(TestWeights.published(URI.create("http://127.0.0.1:" + closedPort() + TestWeights.PATH)),
			"The host 127.0.0.1 cannot be reached", "check the internet connection", "import the file");
		assertLeft();
	}

	@Test
	void connectionThatClosesWithoutAnswerIsReported() throws IOException {
		try (RawServer raw = new RawServer(connection -> {})) {
			assertFails(raw.published(), "127.0.0.1 broke off without an answer", "check the internet connection");
			assertLeft();
		}
	}

	@Test
	void answerThatIsNotHttpIsReported() throws IOException {
		try (RawServer raw = new RawServer(connection -> connection.head("SSH-2.0-OpenSSH"))) {
			assertFails(raw.published(), "127.0.0.1 broke off without an answer");
			assertLeft();
		}
	}

	@Test
	void stallBeforeTheAnswerIsReported() throws IOException, InterruptedException {
		cache = impatientCache();
		try (RawServer raw = new RawServer(RawServer.Connection::stall)) {
			assertFails(raw.published(), "127.0.0.1 stands still after 0 of 300000 bytes", "try again");
			assertLeft();
			assertTrue(raw.awaitClosedByClient());
		}
	}

	@Test
	void stallInTheBodyIsReported() throws IOException, InterruptedException {
		cache = impatientCache();
		try (RawServer raw = new RawServer(this::stallHalfway)) {
			assertFails(raw.published(), "127.0.0.1 stands still after 150000 of 300000 bytes", "try again");
			assertEquals(HALF, Files.size(folder.resolve(PART)));
			assertTrue(raw.awaitClosedByClient());
		}
	}

	@Test
	void truncatedBodyIsReported() throws IOException {
		try (RawServer raw = new RawServer(this::breakOffHalfway)) {
			assertFails(raw.published(), "127.0.0.1 broke off after 150000 of 300000 bytes", "try again to continue");
			assertEquals(HALF, Files.size(folder.resolve(PART)));
		}
	}

	// NB: Where the connection breaks off just then, the JDK's client at times had no response at all.
	@RepeatedTest(20)
	void truncatedBodyIsContinued() throws IOException {
		try (RawServer raw = new RawServer(this::breakOffHalfway, connection -> {
			connection.head("HTTP/1.1 206 Partial Content", "Content-Range: bytes 150000-299999/300000", "Content-Length: " +
				HALF);
			connection.body(TestWeights.bytes(), HALF);
		}))
		{
			assertThrows(IOException.class, () -> cache.download(raw.published(), SILENT));
			cache.download(raw.published(), SILENT);
			assertComplete(raw.published());
		}
	}

	@Test
	void truncatedBodyOfUnknownLengthIsReported() throws IOException {
		server.handleFile(exchange -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(TestWeights.bytes(), 0, HALF);
		});
		assertFails(server.published(), "broke off after 150000 of 300000 bytes");
		assertEquals(HALF, Files.size(folder.resolve(PART)));
	}

	// -- Cancelling --

	@Test
	void downloadIsCancelledBeforeItStarts() throws IOException {
		assertCancelled(server.published(), () -> true);
		assertEquals(0, server.requests().size());
		assertLeft();
	}

	@Test
	void downloadIsCancelledWhileItConnects() throws IOException {
		final List<SocketChannel> others = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			// NB: Nobody accepts these, so that there is no place for another one.
			for (int i = 0; i < 10; i++) {
				final SocketChannel other = SocketChannel.open();
				others.add(other);
				other.configureBlocking(false);
				other.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
			}
			final AtomicInteger asked = new AtomicInteger();
			assertCancelled(TestWeights.published(URI.create("http://127.0.0.1:" + full.getLocalPort() + TestWeights.PATH)),
				() -> asked.incrementAndGet() > 5);
			assertLeft();
		}
		finally {
			for (final SocketChannel other : others) {
				other.close();
			}
		}
	}

	@Test
	void downloadIsCancelledWhileItWaitsForAnAnswer() throws IOException, InterruptedException {
		cache = new WeightsCache(folder, beforeJava16(2), () -> Long.MAX_VALUE);
		try (RawServer raw = new RawServer(RawServer.Connection::stall)) {
			assertCancelled(raw.published(), raw::isStalled);
			assertTrue(raw.awaitClosedByClient());
			assertLeft();
		}
	}

	@Test
	void downloadIsCancelledInTheBody() throws IOException {
		server.handleFile(exchange -> {
			exchange.sendResponseHeaders(200, TestWeights.SIZE);
			exchange.getResponseBody().write(TestWeights.bytes(), 0, HALF);
			exchange.getResponseBody().flush();
			// NB: On and on, until the client closes the connection.
			for (int i = HALF; i < TestWeights.SIZE; i++) {
				exchange.getResponseBody().write(TestWeights.bytes(), i, 1);
				exchange.getResponseBody().flush();
			}
		});
		assertCancelled(server.published(), () -> sizeOfPart() > HALF);
		final byte[] part = Files.readAllBytes(folder.resolve(PART));
		assertArrayEquals(Arrays.copyOf(TestWeights.bytes(), part.length), part);
		assertLeft(PART);
	}

	@Test
	void downloadIsCancelledWhileItStalls() throws IOException, InterruptedException {
		try (RawServer raw = new RawServer(this::stallHalfway)) {
			assertCancelled(raw.published(), () -> sizeOfPart() == HALF && raw.isStalled());
			assertTrue(raw.awaitClosedByClient());
			assertEquals(HALF, Files.size(folder.resolve(PART)));
		}
	}

	@Test
	void cancelledDownloadIsContinued() throws IOException {
		try (RawServer raw = new RawServer(this::stallHalfway)) {
			assertCancelled(raw.published(), () -> sizeOfPart() == HALF);
		}
		cache.download(server.published(), SILENT);
		assertEquals("bytes=" + HALF + "-", server.range(0));
		assertComplete(server.published());
	}

	@Test
	void interruptionCancels() throws IOException {
		try (RawServer raw = new RawServer(this::stallHalfway)) {
			final Thread thread = Thread.currentThread();
			assertCancelled(raw.published(), () -> {
				if (raw.isStalled()) thread.interrupt();
				return false;
			});
			assertTrue(Thread.interrupted());
		}
	}

	// -- Disks --

	@Test
	void fullDiskIsReportedBeforeTheDownload() throws IOException {
		cache = new WeightsCache(folder, Duration.ofSeconds(30), () -> TestWeights.SIZE - 1);
		assertFails(server.published(), folder.toString(), "has no room for Test network", "make 0.3 MB free");
		assertEquals(0, server.requests().size());
		assertLeft();
	}

	@Test
	void roomForTheRestIsEnough() throws IOException {
		leavePart(Arrays.copyOf(TestWeights.bytes(), HALF));
		cache = new WeightsCache(folder, Duration.ofSeconds(30), () -> TestWeights.SIZE - HALF);
		cache.download(server.published(), SILENT);
		assertComplete(server.published());
	}

	@Test
	void diskThatFillsUpIsReported() throws IOException {
		final Path full = Paths.get("/dev/full");
		assumeTrue(Files.exists(full));
		Files.createDirectory(folder);
		Files.createSymbolicLink(folder.resolve(PART), full);
		assertFails(server.published(), folder.resolve(PART).toString(), "cannot be written", "disk is not full");
		assertFalse(Files.exists(cache.file(server.published())));
		Files.deleteIfExists(folder.resolve(PART));
	}

	@Test
	void folderThatCannotBeMadeIsReported() throws IOException {
		Files.createFile(folder);
		cache = new WeightsCache(folder.resolve("sub"));
		assertFails(server.published(), folder.resolve("sub").toString(), "cannot be made");
		assertEquals(0, server.requests().size());
	}

	@Test
	void fileThatCannotBeWrittenIsReported() throws IOException {
		Files.createDirectories(folder.resolve(PART));
		assertFails(server.published(), folder.resolve(PART).toString(), "cannot be written");
		assertEquals(0, server.requests().size());
		assertLeft(PART);
	}

	@Test
	void finalNameThatCannotBeTakenIsReported() throws IOException {
		Files.createDirectories(folder.resolve(TestWeights.FILE).resolve("sub"));
		assertFails(server.published(), "cannot be written");
		assertLeft(TestWeights.FILE, PART);
	}

	@Test
	void partThatIsDeletedMeanwhileIsReported() throws IOException {
		try (RawServer raw = new RawServer(connection -> {
			connection.okHead();
			connection.start(HALF);
			while (sizeOfPart() < HALF) {
				Thread.onSpinWait();
			}
			cache.remove(server.published());
			connection.body(TestWeights.bytes(), HALF);
		}))
		{
			assertFails(raw.published(), folder.resolve(PART).toString(), "was deleted while it was being written");
			assertLeft();
		}
	}

	// -- Helper methods --

	private WeightsCache impatientCache() {
		return new WeightsCache(folder, Duration.ofSeconds(1), () -> Long.MAX_VALUE);
	}

	/** Before Java 16 a request without answer is given up only when its time is over. */
	private static Duration beforeJava16(final int seconds) {
		return Duration.ofSeconds(Runtime.version().feature() < 16 ? seconds : 60);
	}

	private void stallHalfway(final RawServer.Connection connection) throws IOException {
		connection.okHead();
		connection.start(HALF);
		connection.stall();
	}

	private void breakOffHalfway(final RawServer.Connection connection) throws IOException {
		connection.okHead();
		connection.start(HALF);
	}

	private void leavePart(final byte[] bytes) throws IOException {
		Files.createDirectories(folder);
		Files.write(folder.resolve(PART), bytes);
	}

	private long sizeOfPart() {
		final Path part = folder.resolve(PART);
		try {
			return Files.exists(part) ? Files.size(part) : 0;
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void assertComplete(final PublishedWeights weights) throws IOException {
		assertArrayEquals(TestWeights.bytes(), Files.readAllBytes(cache.file(weights)));
		assertEquals(TestWeights.sha256() + "  " + TestWeights.FILE + "\n", Files.readString(folder.resolve(
			TestWeights.FILE + ".sha256")));
		assertLeft(COMPLETE);
	}

	private void assertFails(final PublishedWeights weights, final String... words) {
		final IOException exception = assertThrows(IOException.class, () -> cache.download(weights, SILENT));
		assertNotEquals(DownloadCancelledException.class, exception.getClass());
		TestWeights.assertOneSentence(exception.getMessage());
		for (final String word : words) {
			assertTrue(exception.getMessage().contains(word), exception::getMessage);
		}
	}

	private void assertCancelled(final PublishedWeights weights, final BooleanSupplier cancelled) {
		final DownloadCancelledException exception = assertThrows(DownloadCancelledException.class, () -> cache.download(
			weights, new DownloadListener() {

				@Override
				public boolean isCancelled() {
					return cancelled.getAsBoolean();
				}
			}));
		TestWeights.assertOneSentence(exception.getMessage());
	}

	private void assertLeft(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			final Set<String> left = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(
				TreeSet::new));
			assertEquals(new TreeSet<>(List.of(names)), left);
		}
	}
}
