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

package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.TestPictures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservedFolderTest {

	@TempDir
	private Path folder;

	@Test
	void folderAppearsWithAllThatIsInIt() throws IOException {
		final Path target = folder.resolve("walk");
		try (ReservedFolder reserved = new ReservedFolder(target, file -> false)) {
			Files.writeString(Files.createDirectory(reserved.path()).resolve("a.tif"), "a");
			assertFalse(Files.exists(target));
			assertFalse(reserved.isWritten());
			reserved.complete();
			assertTrue(reserved.isWritten());
		}
		assertEquals(List.of("walk"), TestPictures.names(folder));
		assertEquals(List.of("a.tif"), TestPictures.names(target));
	}

	@Test
	void folderThatIsThereIsReplacedAsAWhole() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("walk"));
		Files.writeString(target.resolve("old1.tif"), "old");
		Files.writeString(target.resolve("old2.tif"), "old");
		try (ReservedFolder reserved = new ReservedFolder(target, file -> true)) {
			Files.writeString(Files.createDirectory(reserved.path()).resolve("old1.tif"), "new");
			assertEquals(List.of("old1.tif", "old2.tif"), TestPictures.names(target));
			reserved.complete();
		}
		assertEquals(List.of("walk"), TestPictures.names(folder));
		assertEquals(List.of("old1.tif"), TestPictures.names(target));
		assertEquals("new", Files.readString(target.resolve("old1.tif")));
	}

	@Test
	void whatIsNotCompletedLeavesWhatWasThere() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("walk"));
		Files.writeString(target.resolve("a.tif"), "old");
		try (ReservedFolder reserved = new ReservedFolder(target, file -> true)) {
			Files.writeString(Files.createDirectory(reserved.path()).resolve("a.tif"), "new");
		}
		assertEquals("old", Files.readString(target.resolve("a.tif")));
		assertEquals(List.of("walk"), TestPictures.names(folder));
	}

	@Test
	void folderWithSomethingElseIsRefusedBeforeAndStaysIfThatComesLater() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("walk"));
		try (ReservedFolder reserved = new ReservedFolder(target, file -> file.toString().endsWith(".tif"))) {
			Files.createDirectory(reserved.path());
			Files.writeString(target.resolve("notes.txt"), "mine");
			final String sentence = "The folder " + target + " is there and has what is no redrawn frame, notes.txt: give the " +
				"result another name, or remove the folder.";
			assertEquals(sentence, assertThrows(StyleTransferException.class, reserved::complete).getMessage());
			assertEquals(sentence, assertThrows(StyleTransferException.class, () -> new ReservedFolder(target, file -> false))
				.getMessage());
		}
		assertEquals(List.of("walk"), TestPictures.names(folder));
		assertEquals("mine", Files.readString(target.resolve("notes.txt")));
	}

	@Test
	void fileInItsPlaceIsRefused() throws IOException {
		final Path file = Files.writeString(folder.resolve("walk"), "mine");
		assertEquals("The output folder " + file + " is a file: give another name.", assertThrows(
			StyleTransferException.class, () -> new ReservedFolder(file, any -> true)).getMessage());
	}
}
