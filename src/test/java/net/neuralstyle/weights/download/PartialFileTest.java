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
