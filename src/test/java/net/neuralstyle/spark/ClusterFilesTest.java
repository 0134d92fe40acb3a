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

package net.neuralstyle.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.FileKind;
import net.neuralstyle.batch.TestPictures;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files of Hadoop's file systems: here viewfs, which leads to a folder of the disk. */
class ClusterFilesTest {

	private static final AtomicInteger COUNT = new AtomicInteger();

	/** NB: A name of its own, as Hadoop keeps file systems by their names. */
	private final String name = "cluster" + COUNT.incrementAndGet();
	private final String view = "viewfs://" + name + "/data";

	@TempDir
	private Path folder;
	private ClusterFiles files;

	@BeforeEach
	void makeFiles() throws IOException {
		final Configuration configuration = new Configuration();
		configuration.set("fs.viewfs.mounttable." + name + ".link./data", folder.toUri().toString());
		files = new ClusterFiles(configuration);
		for (final String file : List.of("b.png", "a.JPG", ".hidden.png", "notes.md", "deep/c.png")) {
			Files.createDirectories(folder.resolve(file).getParent());
			Files.writeString(folder.resolve(file), file);
		}
	}

	@Test
	void folderStandsForItsPictures() throws IOException {
		assertEquals(List.of(view + "/a.JPG", view + "/b.png"), files.find(view));
	}

	@Test
	void folderStandsForThePicturesOfItsSubfoldersToo() throws IOException {
		Files.createDirectory(folder.resolve(".hidden"));
		Files.writeString(folder.resolve(".hidden/d.png"), "d");
		assertEquals(List.of(view + "/a.JPG", view + "/b.png", view + "/deep/c.png"), files.find(view,
			FileKind.PICTURES, true));
		assertEquals(view, files.address(view));
	}

	@Test
	void wildcardsStandForTheFilesThatFit() throws IOException {
		assertEquals(List.of(view + "/b.png"), files.find(view + "/*.png"));
		assertEquals(List.of(view + "/deep/c.png"), files.find(view + "/d*/?.png"));
		assertTold("No file fits " + view + "/*.tif: ", () -> files.find(view + "/*.tif"));
	}

	@Test
	void listStandsForTheFilesInItsLines() throws IOException {
		Files.writeString(folder.resolve("list.txt"), "# pictures\n\nb.png\ndeep/c.png\n" + view + "/x.png\n");
		assertEquals(List.of(view + "/b.png", view + "/deep/c.png", view + "/x.png"), files.find(view + "/list.txt"));
	}

	@Test
	void anythingElseStandsForItself() throws IOException {
		assertEquals(List.of(view + "/none.png"), files.find(view + "/none.png"));
	}

	@Test
	void pathsOfTheDiskStayWhatTheyAre() throws IOException {
		assertEquals(List.of(folder.resolve("b.png").toString()), files.find(folder.resolve("b.png").toString()));
		assertEquals(folder.resolve("b.png").toString(), files.address(folder.resolve("b.png").toUri().toString()));
		assertEquals(folder.resolve("b.png"), files.read(folder.resolve("b.png").toString()));
		assertEquals(folder.resolve("x.png").toString(), files.inFolder(folder.toString(), "x.png"));
	}

	@Test
	void waysToWriteAnAddressAreOne() {
		assertEquals(files.identity(view), files.identity(view + "/"));
		assertNotEquals(files.identity(view), files.identity(view + "/deep"));
		assertEquals(view + "/deep/d.png", files.inFolder(view + "/deep/", "d.png"));
	}

	@Test
	void whatIsReadIsACopyUnderTheSameName() throws IOException {
		final Path copy = files.read(view + "/deep/c.png");
		assertEquals("c.png", copy.getFileName().toString());
		assertEquals("deep/c.png", Files.readString(copy));
		assertEquals(copy, files.read(view + "/deep/c.png"));
	}

	@Test
	void fileThatHasChangedIsReadAnew() throws IOException {
		files.read(view + "/b.png");
		Files.writeString(folder.resolve("b.png"), "longer than before");
		assertEquals("longer than before", Files.readString(files.read(view + "/b.png")));
	}

	@Test
	void fileThatIsNotThereIsMissingHereToo() throws IOException {
		assertFalse(Files.exists(files.read(view + "/none.png")));
		assertFalse(files.exists(view + "/none.png"));
		assertTrue(files.exists(view + "/b.png"));
	}

	@Test
	void sentencesCallFilesByTheirAddresses() throws IOException {
		assertEquals("The file " + view + "/b.png is bad.", files.told("The file " + files.read(view + "/b.png") +
			" is bad."));
	}

	@Test
	void copyOfAFolderHasItsPictures() throws IOException {
		final Path copy = files.read(view);
		assertEquals("data", copy.getFileName().toString());
		assertEquals(List.of("a.JPG", "b.png"), TestPictures.names(copy));
		assertEquals(copy, files.read(view));
		Files.writeString(folder.resolve("b.png"), "longer than before");
		assertEquals("longer than before", Files.readString(files.read(view).resolve("b.png")));
	}

	@Test
	void folderIsPublishedAsAWholeAndReplacesTheOneThatIsThere() throws IOException {
		for (final String round : List.of("first", "second")) {
			try (BatchFiles.Claim claim = files.claim(view + "/frames").orElseThrow()) {
				assertEquals(round.equals("second"), Files.exists(claim.file().resolve("first.tif")));
				FileCopies.delete(claim.file().resolve("all"));
				Files.writeString(Files.createDirectory(claim.file()).resolve(round + ".tif"), round);
				claim.publish();
			}
			assertEquals(List.of(round + ".tif"), TestPictures.names(folder.resolve("frames")).stream().filter(name -> !name
				.endsWith(".crc")).collect(Collectors.toList()));
		}
		assertEquals(List.of(".hidden.png"), hidden(folder));
	}

	@Test
	void pictureAppearsWhenItIsPublished() throws IOException {
		files.makeFolder(view + "/out");
		try (BatchFiles.Claim claim = files.claim(view + "/out/b.png").orElseThrow()) {
			Files.writeString(claim.file(), "new");
			assertFalse(Files.exists(folder.resolve("out/b.png")));
			claim.publish();
		}
		assertEquals("new", Files.readString(folder.resolve("out/b.png")));
		assertEquals(List.of(), hidden(folder.resolve("out")));
	}

	@Test
	void pictureThatIsThereIsReplaced() throws IOException {
		try (BatchFiles.Claim claim = files.claim(view + "/b.png").orElseThrow()) {
			assertEquals("b.png", Files.readString(claim.file()));
			Files.writeString(claim.file(), "new");
			claim.publish();
		}
		assertEquals("new", Files.readString(folder.resolve("b.png")));
	}

	@Test
	void whatIsWrittenBesideAPictureIsPublishedWithIt() throws IOException {
		try (BatchFiles.Claim claim = files.claim(view + "/deep/d.png").orElseThrow()) {
			Files.writeString(claim.file(), "last");
			Files.writeString(claim.file().resolveSibling("d-iteration-0001.png"), "first");
			claim.publish();
		}
		assertEquals("first", Files.readString(folder.resolve("deep/d-iteration-0001.png")));
	}

	@Test
	void claimLeavesNothingBehindOnThisComputer() throws IOException {
		final Path file;
		try (BatchFiles.Claim claim = files.claim(view + "/b.png").orElseThrow()) {
			file = claim.file();
			assertArrayEquals(Files.readAllBytes(folder.resolve("b.png")), Files.readAllBytes(file));
		}
		assertFalse(Files.exists(file.getParent()));
	}

	@Test
	void unknownFileSystemIsToldOf() {
		assertTold("The file system of none://a/b.png cannot be used (", () -> files.find("none://a/b.png"));
		assertTold("The file system of none://a cannot be used (", () -> files.makeFolder("none://a"));
	}

	// -- Helper methods --

	private static void assertTold(final String start, final Executable action) {
		final String message = assertThrows(StyleTransferException.class, action).getMessage();
		assertTrue(message.startsWith(start), message);
	}

	/** Hidden files but the checksums that Hadoop writes on disks. */
	private static List<String> hidden(final Path place) throws IOException {
		try (Stream<Path> all = Files.list(place)) {
			return all.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".") && !name.endsWith(".crc"))
				.collect(Collectors.toList());
		}
	}
}
