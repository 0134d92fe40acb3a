package net.neuralstyle.weights.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a partial file has one owner at a time, in this process and others. */
@Timeout(120)
class PartialFileTest {

	private static final DownloadFailures FAILURES = new DownloadFailures(PublishedWeights.VGG16);

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void nameFile() {
		file = folder.resolve("weights.h5.part");
	}

	@Test
	void fileThatIsOpenCannotBeOpenedAgain() throws IOException {
		try (PartialFile part = PartialFile.tryOpen(file, FAILURES).orElseThrow()) {
			assertTrue(PartialFile.tryOpen(file, FAILURES).isEmpty());
		}
	}

	@Test
	void fileThatIsClosedCanBeOpenedAgain() throws IOException {
		PartialFile.tryOpen(file, FAILURES).orElseThrow().close();
		try (PartialFile part = PartialFile.tryOpen(file, FAILURES).orElseThrow()) {
			assertEquals(0, part.size());
		}
	}

	@Test
	void attemptsAndChecksumsInThisProcessKeepTheLock() throws IOException {
		try (PartialFile part = PartialFile.tryOpen(file, FAILURES).orElseThrow()) {
			part.append(ByteBuffer.allocate(10));
			assertTrue(PartialFile.tryOpen(file, FAILURES).isEmpty());
			part.checksums();
			assertFalse(DownloadProcess.canLock(file));
		}
		assertTrue(DownloadProcess.canLock(file));
	}

	@Test
	void bytesComeAfterThoseThatAreThere() throws IOException {
		Files.write(file, new byte[] { 1, 2 });
		try (PartialFile part = PartialFile.tryOpen(file, FAILURES).orElseThrow()) {
			part.checksums();
			part.append(ByteBuffer.wrap(new byte[] { 3 }));
			assertEquals(3, part.size());
		}
		assertEquals(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), ByteBuffer.wrap(Files.readAllBytes(file)));
	}

	@Test
	void emptyFileIsDeletedWhenItIsClosed() throws IOException {
		PartialFile.tryOpen(file, FAILURES).orElseThrow().close();
		assertFalse(Files.exists(file));
	}
}
