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

package net.neuralstyle.imagej.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are photographs, and in what order. */
class FolderPhotographsTest {

	@TempDir
	private Path folder;

	@Test
	void picturesAreThoseOfTheFolderAndOfFoldersInItByTheirPaths() throws IOException {
		picture("b.png", 50);
		picture("sub/a.PNG", 60);
		picture("a.png", 40);
		Files.writeString(folder.resolve("notes.txt"), "no picture");
		final FolderPhotographs photographs = new FolderPhotographs(folder, 64);
		assertEquals(3, photographs.count());
		assertEquals(40, photographs.read(0).dimension(0));
		assertEquals(50, photographs.read(1).dimension(0));
		assertEquals(60, photographs.read(2).dimension(0));
		assertEquals(folder.getFileName().toString(), photographs.name());
	}

	@Test
	void everyKindOfPictureThatIsReadFromFoldersIsAPhotographAndAHiddenOneIsNot() throws IOException {
		picture(".a.png", 40);
		picture("a.fits", 40);
		picture("a.pgm", 40);
		picture("a.webp", 40);
		assertEquals(3, new FolderPhotographs(folder, 64).count());
	}

	@Test
	void fingerprintIsAnotherOneIfAPictureIsAddedOrChanged() throws IOException {
		picture("a.png", 40);
		final String before = new FolderPhotographs(folder, 64).fingerprint();
		assertEquals(before, new FolderPhotographs(folder, 64).fingerprint());
		picture("a.png", 200);
		final String changed = new FolderPhotographs(folder, 64).fingerprint();
		picture("b.png", 40);
		assertFalse(before.equals(changed));
		assertFalse(changed.equals(new FolderPhotographs(folder, 64).fingerprint()));
	}

	@Test
	void tinyPictureIsLeftOut() throws IOException {
		picture("a.png", 31);
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> new FolderPhotographs(folder,
			64).read(0));
		assertEquals("The photograph " + folder.resolve("a.png") + " is left out, as it has only 31x40 pixels.", refusal
			.getMessage());
	}

	@Test
	void damagedPictureIsLeftOut() throws IOException {
		Files.writeString(folder.resolve("a.png"), "no picture");
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> new FolderPhotographs(folder,
			64).read(0));
		assertTrue(refusal.getMessage().endsWith("; it is left out."), refusal::getMessage);
	}

	private void picture(final String name, final int width) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		ImageIO.write(new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
	}
}
