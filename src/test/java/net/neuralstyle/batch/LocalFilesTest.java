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

package net.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFilesTest {

	private final LocalFiles files = new LocalFiles();

	@TempDir
	private Path folder;

	@Test
	void folderMeansItsPicturesInTheOrderOfTheirNames() throws IOException {
		touch("b.png", "a.JPG", "C.tif", "a.jpeg", "d.fits", "notes.txt", ".hidden.png", "picture", "sub/d.png");
		assertEquals(addresses("C.tif", "a.JPG", "a.jpeg", "b.png", "d.fits"), files.find(folder.toString()));
	}

	@ParameterizedTest
	@CsvSource({ //
		"*.png, a.png B.PNG ab.png", //
		"a?.png, ab.png", //
		"a*, a.jpg a.png ab.png", //
		"s*/*.png, sub/c.png", //
		"*/c.*, sub/c.png", //
		".h*, .hidden.png", //
		"[1].p*, [1].png" })
	void wildcardsMeanTheFilesThatFit(final String wildcard, final String names) throws IOException {
		touch("a.png", "ab.png", "B.PNG", "a.jpg", ".hidden.png", "sub/c.png", "sub/deep/d.png", "[1].png");
		final List<String> expected = wildcard.startsWith("*.") ? List.of("B.PNG", "[1].png", "a.png", "ab.png") : List
			.of(names.split(" "));
		assertEquals(addresses(expected.toArray(new String[0])), files.find(folder + "/" + wildcard));
	}

	@Test
	void picturesOfSubfoldersComeAfterThoseOfTheFolder() throws IOException {
		touch("b.png", "a/z.png", "a/deep/c.png", "c/d.png", ".hidden/e.png", "empty/notes.txt");
		assertEquals(addresses("b.png", "a/z.png", "a/deep/c.png", "c/d.png"), files.find(folder.toString(),
			FileKind.PICTURES, true));
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void linksToFoldersAreNotFollowed() throws IOException {
		touch("a/b.png");
		Files.createSymbolicLink(folder.resolve("a/round"), folder);
		assertEquals(addresses("a/b.png"), files.find(folder.toString(), FileKind.PICTURES, true));
	}

	@Test
	void folderWithoutPicturesInItsSubfoldersIsRefused() throws IOException {
		touch("a/notes.txt");
		assertEquals("There is no picture in the folder " + folder +
			" and its subfolders (PNG, JPEG, TIFF, GIF, BMP, WebP, PGM, PPM, DICOM or FITS): give another folder, or the files.",
			assertThrows(StyleTransferException.class, () -> files
				.find(folder.toString(), FileKind.PICTURES, true)).getMessage());
	}

	@Test
	void wildcardMayBeRelative() throws IOException {
		final List<String> found = files.find("sample-images/content/*.png");
		assertTrue(found.contains(Paths.get("sample-images/content/chelsea.png").toAbsolutePath().toString()), found
			.toString());
	}

	@Test
	void fileWhoseNameHasAWildcardIsThatFile() throws IOException {
		touch("what?.png", "whata.png");
		assertEquals(addresses("what?.png"), files.find(folder + "/what?.png"));
	}

	@Test
	void listMeansTheFilesInItsLines() throws IOException {
		touch("a.png", "sub/c.png");
		final Path list = Files.writeString(folder.resolve("list.txt"), "\uFEFF# what to redraw\nsub/c.png\n\n  " +
			"missing.png \r\n" + folder.resolve("a.png") + "\n");
		assertEquals(addresses("sub/c.png", "missing.png", "a.png"), files.find(list.toString()));
	}

	@Test
	void fileNeedNotBeThere() throws IOException {
		assertEquals(addresses("none.png"), files.find(folder.resolve("none.png").toString()));
	}

	@Test
	void folderInAListIsItself() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.txt"), "sub/\n");
		assertEquals(addresses("sub"), files.find(list.toString()));
	}

	@Test
	void emptyFolderIsRefused() throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		assertRefused("There is no picture in the folder " + folder.resolve("empty") +
			" itself (PNG, JPEG, TIFF, GIF, BMP, WebP, PGM, PPM, DICOM or FITS): give another folder, or the files.", folder
				.resolve("empty").toString());
	}

	@Test
	void wildcardThatNothingFitsIsRefused() throws IOException {
		assertRefused("No file fits " + folder + "/*.png: check its folder and its name.", folder + "/*.png");
		assertRefused("The folder " + folder + "/nowhere cannot be read: check its path and its permissions.", folder +
			"/nowhere/*.png");
	}

	@Test
	void emptyListIsRefused() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.txt"), "# nothing\n\n");
		assertRefused("The list " + list + " names no file: write the path of one in each line.", list.toString());
		assertRefused("The path is empty: give that of a file or folder.", " ");
	}

	@Test
	void oneFileHasOneIdentityHoweverItIsWritten() throws IOException {
		touch("a.png", "sub/c.png");
		final String identity = files.identity(folder + "/a.png");
		assertEquals(identity, files.identity(folder + "/sub/../a.png"));
		assertEquals(identity, files.identity(Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("a.png"))
			.toString()));
		Files.createSymbolicLink(folder.resolve("other"), folder.resolve("sub"));
		assertEquals(files.identity(folder + "/sub/new/b.png"), files.identity(folder + "/other/new/b.png"));
		assertEquals(files.identity(folder + "/sub"), files.identity(folder + "/sub/"));
	}

	@Test
	void folderIsMadeOrItIsSaidWhyNot() throws IOException {
		touch("a.png");
		files.makeFolder(folder + "/x/y");
		files.makeFolder(folder + "/x/y");
		assertTrue(Files.isDirectory(folder.resolve("x/y")));
		assertEquals("The output " + folder + "/a.png is a file: give a folder.", assertThrows(StyleTransferException.class,
			() -> files.makeFolder(folder + "/a.png")).getMessage());
		assertEquals("The folder " + folder +
			"/a.png/b is not there and cannot be made: choose another one for the output, or make it.", assertThrows(
				StyleTransferException.class, () -> files.makeFolder(folder + "/a.png/b")).getMessage());
	}

	@Test
	void fileOfAClaimIsTheOutputItself() throws IOException {
		try (BatchFiles.Claim claim = files.claim(folder + "/a.png").orElseThrow()) {
			assertEquals(folder.resolve("a.png"), claim.file());
			assertFalse(Files.exists(claim.file()));
			assertFalse(files.exists(folder + "/a.png"));
			assertFalse(files.exists(folder.toString()));
		}
	}

	// -- Helper methods --

	private void touch(final String... names) throws IOException {
		for (final String name : names) {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.write(folder.resolve(name), new byte[1]);
		}
	}

	private List<String> addresses(final String... names) {
		return Stream.of(names).map(name -> folder.resolve(name).toString()).collect(Collectors.toList());
	}

	private void assertRefused(final String sentence, final String text) {
		assertEquals(sentence, assertThrows(StyleTransferException.class, () -> files.find(text)).getMessage());
	}
}
