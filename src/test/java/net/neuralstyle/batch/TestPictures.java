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

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.picture.PictureWriter;

/** Small pictures in files, for tests of batches. */
public final class TestPictures {

	private TestPictures() {
		// NB: Not instantiable.
	}

	/** Writes a picture of 48x36 pixels, another one for each number, as PNG or JPEG by its name. */
	public static Path write(final Path file, final int number) throws IOException {
		final BufferedImage picture = new BufferedImage(48, 36, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 36; y++) {
			for (int x = 0; x < 48; x++) {
				final boolean inDisc = Math.hypot(x - 24, y - 18) < 8 + number % 9;
				picture.setRGB(x, y, inDisc ? 0xc04020 + 97 * number : x * 4 << 16 | y * 6 << 8 | (x + y) / (3 + number % 5) % 2 *
					160);
			}
		}
		Files.createDirectories(file.getParent());
		ImageIO.write(picture, file.toString().endsWith(".png") ? "png" : "jpg", file.toFile());
		return file;
	}

	/** Writes some pictures: {@code p1.png}, {@code p2.png} and so on. */
	public static Path folder(final Path folder, final int count) throws IOException {
		for (int i = 1; i <= count; i++) {
			write(folder.resolve("p" + i + ".png"), i);
		}
		return folder;
	}

	/** Writes a stack of three pictures as TIFF or AVI, by its name; TIFF has labels, and is as wide as the pictures. */
	public static Path stack(final Path file) throws IOException {
		final ImageStack slices = new ImageStack(48, 36);
		for (int slice = 1; slice <= 3; slice++) {
			slices.addSlice("label " + slice, new ColorProcessor(ImageIO.read(write(file.resolveSibling("." + slice + ".png"),
				slice).toFile())));
			Files.delete(file.resolveSibling("." + slice + ".png"));
		}
		try (PictureWriter writer = new PictureWriter(file)) {
			writer.write(new ImagePlus("stack", slices));
		}
		return file;
	}

	/** Returns the names of all files in a folder, in their order, hidden ones too. */
	public static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}
}
