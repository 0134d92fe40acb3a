package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureWriterTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "picture.png", "picture.tif" })
	void pixelsAreKept(final String name) {
		final ImagePlus picture = picture();
		try (PictureWriter writer = new PictureWriter(folder.resolve(name))) {
			writer.write(picture);
		}
		final ImagePlus read = new Opener().openImage(folder.resolve(name).toString());
		assertArrayEquals((int[]) picture.getProcessor().getPixels(), (int[]) read.getProcessor().getPixels());
	}

	@Test
	void calibrationIsKeptInTiff() {
		final ImagePlus picture = picture();
		picture.getCalibration().setUnit("mm");
		picture.getCalibration().pixelWidth = 0.25;
		try (PictureWriter writer = new PictureWriter(folder.resolve("picture.tif"))) {
			writer.write(picture);
		}
		final ImagePlus read = new Opener().openImage(folder.resolve("picture.tif").toString());
		assertEquals("mm", read.getCalibration().getUnit());
		assertEquals(0.25, read.getCalibration().pixelWidth, 1e-6);
	}

	@Test
	void nothingIsLeftOfAPictureThatIsNotWritten() throws IOException {
		new PictureWriter(folder.resolve("picture.png")).close();
		assertLeft();
	}

	@Test
	void oldPictureIsKeptUntilTheNewOneIsWritten() throws IOException {
		final Path file = folder.resolve("picture.png");
		Files.write(file, new byte[] { 1, 2, 3 });
		new PictureWriter(file).close();
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
	}

	@Test
	void fullDiskIsReportedAndKeepsTheOldPicture() throws IOException {
		final Path full = Paths.get("/dev/full");
		assumeTrue(Files.exists(full));
		final Path file = folder.resolve("picture.tif");
		Files.write(file, new byte[] { 1, 2, 3 });
		Files.createSymbolicLink(folder.resolve(".picture.tif.part.tif"), full);
		try (PictureWriter writer = new PictureWriter(file)) {
			final String message = assertThrows(StyleTransferException.class, () -> writer.write(picture())).getMessage();
			assertEquals("The picture cannot be written to " + file +
				": check that its folder can be written and that its disk is not full.", message);
		}
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
		assertLeft("picture.tif");
	}

	@ParameterizedTest
	@ValueSource(strings = { "picture.gif", "picture", "png", ".png.txt" })
	void otherFormatIsRefused(final String name) {
		assertRefused(folder.resolve(name), "must end in .png, .jpg or .tif.");
	}

	@Test
	void missingFolderIsRefused() {
		assertRefused(folder.resolve("nowhere").resolve("picture.png"), "create it first.");
	}

	@Test
	void folderIsRefused() throws IOException {
		Files.createDirectory(folder.resolve("folder.png"));
		assertRefused(folder.resolve("folder.png"), "is a folder: give the name of a file.");
	}

	@Test
	void placeThatCannotBeWrittenIsRefused() throws IOException {
		Files.createDirectories(folder.resolve(".picture.png.part.png").resolve("sub"));
		assertRefused(folder.resolve("picture.png"), "check that its folder can be written");
	}

	@Test
	void inputIsNotReplaced() throws IOException {
		final Path input = folder.resolve("content.png");
		Files.write(input, new byte[] { 1, 2, 3 });
		final Path sameFile = folder.resolve("..").resolve(folder.getFileName()).resolve("content.png");
		assertRefused(sameFile, "is one of the images that are read: give it another name.", input);
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(input));
	}

	// -- Helper methods --

	private static ImagePlus picture() {
		final int[] pixels = new int[20 * 10];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = 0xff000000 | i * 0x010305;
		}
		return new ImagePlus("picture", new ColorProcessor(20, 10, pixels));
	}

	private static void assertRefused(final Path file, final String words, final Path... inputs) {
		final String message = assertThrows(StyleTransferException.class, () -> new PictureWriter(file, inputs)).getMessage();
		assertTrue(message.contains(words), message);
		assertFalse(message.contains("\n"));
	}

	private void assertLeft(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(file -> file.getFileName().toString()).collect(Collectors.toList()));
		}
	}
}
