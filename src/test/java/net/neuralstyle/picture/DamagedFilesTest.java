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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a file: it gives a picture or one sentence. What is cut off gives a sentence. */
class DamagedFilesTest {

	private static final int CUTS = 25;
	private static final int CHANGES = 40;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp", "tif", "lzw", "jpeg", "imagej", "info.png", "info.jpg", "pgm",
		"ppm", "fits" })
	void cutFileGivesASentence(final String kind) throws IOException {
		final byte[] whole = file(kind);
		assertTrue(givesPicture(kind, whole));
		for (int cut = 1; cut <= CUTS; cut++) {
			final int length = (int) ((long) whole.length * cut / (CUTS + 1));
			assertEquals(false, givesPicture(kind, Arrays.copyOf(whole, length)), length + " of " + whole.length + " bytes");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp", "tif", "lzw", "jpeg", "imagej", "info.png", "info.jpg", "pgm",
		"ppm", "fits" })
	void changedFileGivesAPictureOrASentence(final String kind) throws IOException {
		final byte[] whole = file(kind);
		final Random random = new Random(kind.hashCode());
		for (int change = 0; change < CHANGES; change++) {
			final byte[] changed = whole.clone();
			for (int i = 0; i <= change % 4; i++) {
				// NB: Half of them in the header, where sizes are.
				changed[random.nextInt(change % 2 == 0 ? changed.length : Math.min(changed.length, 64))] = (byte) random.nextInt();
			}
			givesPicture(kind, changed);
		}
	}

	// -- Helper methods --

	private byte[] file(final String kind) throws IOException {
		final BufferedImage picture = PictureFiles.picture(24, 18);
		switch (kind) {
			case "lzw":
				return PictureFiles.tiff(picture, "LZW");
			case "jpeg":
				return PictureFiles.tiff(picture, "JPEG");
			case "imagej":
				return new FileSaver(new ImagePlus("a", new ShortProcessor(24, 18))).serialize();
			case "info.png":
			case "info.jpg":
				return withInfo(picture, kind);
			case "pgm":
				return text("P5\n# grey\n24 18\n255\n", 24 * 18);
			case "ppm":
				return text("P6 24 18 255\n", 3 * 24 * 18);
			case "fits":
				return text(String.format("%-80s%-80s%-80s%-80s%-80s%-2480s", "SIMPLE  =                    T",
					"BITPIX  =                    8", "NAXIS   =                    2", "NAXIS1  =                   24",
					"NAXIS2  =                   18", "END"), 24 * 18);
			default:
				return PictureFiles.encode(picture, kind);
		}
	}

	private byte[] withInfo(final BufferedImage picture, final String name) throws IOException {
		final ImagePlus image = new ImagePlus("a", picture);
		image.setProperty("Info", "Neural Style Transfer: how");
		try (PictureWriter writer = new PictureWriter(folder.resolve(name))) {
			writer.write(image);
		}
		return Files.readAllBytes(folder.resolve(name));
	}

	private static byte[] text(final String header, final int pixels) {
		final byte[] bytes = header.getBytes(StandardCharsets.US_ASCII);
		return Arrays.copyOf(bytes, bytes.length + pixels);
	}

	private boolean givesPicture(final String kind, final byte[] bytes) throws IOException {
		final Path file = Files.write(folder.resolve("a." + kind), bytes);
		try {
			final ImagePlus image = PictureReader.read(file, 16).image();
			return new ByteProcessor(image.getWidth(), image.getHeight()).getPixelCount() > 0;
		}
		catch (final StyleTransferException exc) {
			final String sentence = exc.getMessage();
			assertTrue(sentence.contains("a." + kind) && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
			return false;
		}
	}
}
