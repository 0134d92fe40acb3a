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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, movies and folders as stacks. */
class SeriesReaderTest {

	@TempDir
	private Path folder;

	@Test
	void picturesOfAFolderAreFramesInTheOrderOfTheirNumbers() throws IOException {
		for (final int number : new int[] { 10, 2, 1 }) {
			save("f" + number + ".png", picture(number));
		}
		Files.writeString(folder.resolve("notes.txt"), "text");
		Files.writeString(folder.resolve(".hidden.png"), "text");
		Files.createDirectory(folder.resolve("g.png"));
		final ImagePlus frames = read(folder);
		assertEquals("f1.png f2.png f10.png", IntStream.rangeClosed(1, frames.getStackSize()).mapToObj(frames
			.getStack()::getSliceLabel).collect(Collectors.joining(" ")));
		assertEquals(3, frames.getNFrames());
		assertTrue(frames.getStack().isVirtual());
		assertEquals(folder.getFileName().toString(), frames.getTitle());
		assertArrayEquals((int[]) picture(10).getPixels(), (int[]) frames.getStack().getPixels(3));
	}

	@Test
	void frameKeepsItsTransparency() throws IOException {
		save("a1.png", picture(1));
		final BufferedImage transparent = new BufferedImage(8, 6, BufferedImage.TYPE_INT_ARGB);
		transparent.setRGB(3, 3, 0xff123456);
		ImageIO.write(transparent, "png", folder.resolve("a2.png").toFile());
		final PictureStack frames = (PictureStack) read(folder).getStack();
		assertEquals(Optional.empty(), frames.alpha(1));
		assertEquals(0, frames.alpha(2).orElseThrow().values().get(0, 0));
		assertEquals(255, frames.alpha(2).orElseThrow().values().get(3, 3));
	}

	@Test
	void indexedColoursAreColours() throws IOException {
		final ByteProcessor indexed = new ByteProcessor(8, 6);
		indexed.setLut(LUT.createLutFromColor(Color.RED));
		save("a1.png", indexed);
		save("a2.png", picture(2));
		assertEquals(24, read(folder).getBitDepth());
	}

	@Test
	void deepFramesHaveTheDisplayRangeOfTheFirst() throws IOException {
		for (int number = 1; number <= 2; number++) {
			final ShortProcessor deep = new ShortProcessor(8, 6);
			deep.set(5, 1000 * number);
			new FileSaver(new ImagePlus("", deep)).saveAsTiff(folder.resolve("d" + number + ".tif").toString());
		}
		final Picture series = SeriesReader.read(folder).orElseThrow();
		series.image().setSlice(2);
		assertEquals(1000, series.image().getDisplayRangeMax());
		assertEquals(16, series.image().getBitDepth());
		assertTrue(series.notes().get(0).startsWith("All frames of "), series.notes().toString());
	}

	@Test
	void frameOfAnotherSizeIsNamed() throws IOException {
		save("a1.png", picture(1));
		save("a2.png", picture(1).resize(9, 6));
		assertRefused("The picture " + folder.resolve("a2.png") + " has 9x6 pixels, and a1.png has 8x6: frames of a series " +
			"must have one size.", () -> read(folder).getStack().getProcessor(2));
	}

	@Test
	void frameOfAnotherTypeIsNamed() throws IOException {
		save("a1.png", picture(1).convertToByte(false));
		save("a2.png", picture(1));
		assertRefused("The picture " + folder.resolve("a2.png") + " has colours, and a1.png 8 bits of grey: convert them " +
			"to one type.", () -> read(folder).getStack().getProcessor(2));
	}

	@Test
	void damagedFrameIsNamed() throws IOException {
		save("a1.png", picture(1));
		save("a2.png", picture(2));
		Files.write(folder.resolve("a2.png"), Arrays.copyOf(Files.readAllBytes(folder.resolve("a2.png")), 60));
		assertRefused("The file " + folder.resolve("a2.png") + " is damaged", () -> read(folder).getStack().getProcessor(2));
	}

	@Test
	void folderWithoutPicturesIsRefused() throws IOException {
		Files.writeString(folder.resolve("notes.txt"), "text");
		assertRefused("The folder " + folder + " has no pictures", () -> read(folder));
	}

	@Test
	void pagesOfATiffAreSlices() {
		final Path file = folder.resolve("s.tif");
		new FileSaver(new ImagePlus("s", stack(3))).saveAsTiffStack(file.toString());
		final ImagePlus pages = read(file);
		assertEquals(3, pages.getStackSize());
		assertEquals("label 2", pages.getStack().getSliceLabel(2));
		assertEquals("s.tif", pages.getTitle());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.tif", "none.tif" })
	void fileOfOnePictureIsNoSeries(final String name) {
		if (!name.startsWith("none")) new FileSaver(new ImagePlus("a", picture(1))).saveAsPng(folder.resolve(name)
			.toString());
		assertFalse(SeriesReader.read(folder.resolve(name)).isPresent());
	}

	@Test
	void pagesThatImageJCannotReadAreRefused() throws IOException {
		final Path file = folder.resolve("j.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			final ImageWriteParam compressed = writer.getDefaultWriteParam();
			compressed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			compressed.setCompressionType("JPEG");
			writer.prepareWriteSequence(null);
			for (int number = 1; number <= 2; number++) {
				writer.writeToSequence(new IIOImage(picture(number).resize(64, 48).getBufferedImage(), null, null), compressed);
			}
			writer.endWriteSequence();
		}
		assertRefused("The pages of " + file + " are compressed", () -> SeriesReader.read(file));
	}

	@Test
	void cutPagesAreRefused() throws IOException {
		final Path file = folder.resolve("s.tif");
		new FileSaver(new ImagePlus("s", stack(3))).saveAsTiffStack(file.toString());
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 600));
		assertFalse(SeriesReader.read(file).isPresent());
		assertRefused("The file " + file + " is damaged", () -> PictureReader.read(file, 0));
	}

	// -- Movies --

	@Test
	void movieIsAVirtualStackWithItsFrameRate() throws IOException {
		final Path file = folder.resolve("m.avi");
		final ImagePlus movie = new ImagePlus("m", stack(4));
		movie.getCalibration().fps = 12.5;
		Movie.write(movie, file);
		final ImagePlus read = read(file);
		assertEquals(4, read.getStackSize());
		assertTrue(read.getStack().isVirtual());
		assertEquals(12.5, read.getCalibration().fps, 1e-6);
		assertEquals(folder + "/", read.getOriginalFileInfo().directory.replace('\\', '/'));
		final int[] rgb = read.getStack().getProcessor(3).getPixel(4, 3, null);
		assertTrue(Math.abs(rgb[0] - 60) < 12 && Math.abs(rgb[1] - 30) < 12, rgb[0] + " " + rgb[1]);
	}

	@Test
	void movieThatIsCutIsRefused() throws IOException {
		final Path file = folder.resolve("m.avi");
		Movie.write(new ImagePlus("m", stack(4)), file);
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
		assertFalse(SeriesReader.read(file).isPresent());
		assertRefused("The file " + file + " is damaged", () -> PictureReader.read(file, 0));
	}

	// -- Helper methods --

	private static ImagePlus read(final Path path) {
		return SeriesReader.read(path).orElseThrow().image();
	}

	private void save(final String name, final ImageProcessor pixels) throws IOException {
		ImageIO.write(pixels.getBufferedImage(), "png", folder.resolve(name).toFile());
	}

	private static void assertRefused(final String reason, final Runnable work) {
		final String message = assertThrows(StyleTransferException.class, work::run).getMessage();
		assertTrue(message.startsWith(reason), message);
	}

	static ImageStack stack(final int count) {
		final ImageStack stack = new ImageStack(8, 6);
		for (int number = 1; number <= count; number++) {
			stack.addSlice("label " + number, picture(number));
		}
		return stack;
	}

	/** A colour for each number. */
	private static ImageProcessor picture(final int number) {
		final ColorProcessor pixels = new ColorProcessor(8, 6);
		pixels.setValue(0xff000000 | number * 20 << 16 | number * 10 << 8);
		pixels.fill();
		return pixels;
	}
}
