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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@ParameterizedTest
	@ValueSource(strings = { "picture.png", "picture.jpg", "picture.tif" })
	void infoIsKept(final String name) {
		final String info = "Neural Style Transfer: {\"content\":\"a \\\"b\\\" ü <c>\"}\nMacro: run();\n";
		final ImagePlus picture = picture();
		picture.setProperty("Info", info);
		write(folder.resolve(name), picture);
		assertEquals(info, PictureReader.read(folder.resolve(name), 0).image().getProperty("Info"));
		assertEquals(info, PictureReader.info(folder.resolve(name)));
	}

	@Test
	void infoInTiffIsImageJs() {
		final ImagePlus picture = picture();
		picture.setProperty("Info", "how");
		write(folder.resolve("picture.tif"), picture);
		assertEquals("how", new Opener().openImage(folder.resolve("picture.tif").toString()).getProperty("Info"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "picture.png", "picture.jpg" })
	void infoChangesNoPixel(final String name) throws IOException {
		final ImagePlus picture = picture();
		write(folder.resolve(name), picture);
		final BufferedImage without = ImageIO.read(folder.resolve(name).toFile());
		assertEquals("", PictureReader.info(folder.resolve(name)));
		picture.setProperty("Info", "Neural Style Transfer: how");
		write(folder.resolve(name), picture);
		final BufferedImage with = ImageIO.read(folder.resolve(name).toFile());
		assertEquals(without.getType(), with.getType());
		assertArrayEquals(pixels(without), pixels(with));
	}

	@Test
	void infoThatIsTooLongForJpegIsLeftOut() {
		final ImagePlus picture = picture();
		picture.setProperty("Info", "Neural Style Transfer: " + "x".repeat(1 << 16));
		write(folder.resolve("picture.jpg"), picture);
		assertEquals("", PictureReader.info(folder.resolve("picture.jpg")));
	}

	@Test
	void greyAndIndexedPicturesKeepTheirPixelsInPng() {
		final ImagePlus grey = new ImagePlus("grey", picture().getProcessor().convertToByte(false));
		grey.setProperty("Info", "Neural Style Transfer: how");
		write(folder.resolve("picture.png"), grey);
		final ImagePlus read = new Opener().openImage(folder.resolve("picture.png").toString());
		assertArrayEquals((byte[]) grey.getProcessor().getPixels(), (byte[]) read.getProcessor().getPixels());
	}

	@Test
	void recipeIsWrittenAsAWholeOrNotAtAll() throws IOException {
		final Path file = Files.write(folder.resolve("a.json"), new byte[] { 1, 2, 3 });
		new TextWriter("recipe", file).close();
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
		try (TextWriter writer = new TextWriter("recipe", file)) {
			writer.write("{ }");
		}
		assertEquals("{ }\n", Files.readString(file));
		assertLeft("a.json");
	}

	@Test
	void recipeThatCannotBeWrittenIsReported() {
		final String message = assertThrows(StyleTransferException.class, () -> new TextWriter("recipe", folder.resolve(
			"none").resolve("a.json"))).getMessage();
		assertEquals("There is no folder " + folder.resolve("none") + " for the output: create it first.", message);
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

	@ParameterizedTest
	@CsvSource({ "8,png", "24,png", "16,png", "32,tif", "16,tif" })
	void greyValuesAndTransparencyComeBack(final int bits, final String extension) throws IOException {
		final ImagePlus picture = picture(bits);
		final boolean isPng = extension.equals("png");
		if (isPng) translucent().attachTo(picture);
		final Path file = folder.resolve("picture." + extension);
		assertEquals(List.of(), write(file, picture));
		final ImagePlus read = PictureReader.read(file, 0).image();
		// NB: PNG has no grey of 8 bits with an alpha channel as ImageJ gives it to be written.
		assertEquals(bits == 8 ? 24 : bits, read.getBitDepth());
		assertEquals(picture.getProcessor().convertToRGB().get(150), read.getProcessor().convertToRGB().get(150));
		if (bits != 8) assertEquals(picture.getProcessor().getf(150), read.getProcessor().getf(150));
		final Optional<AlphaChannel> alpha = AlphaChannel.of(read);
		assertEquals(isPng, alpha.isPresent());
		if (isPng) assertArrayEquals((byte[]) translucent().values().getPixels(), (byte[]) alpha.get().values().getPixels());
	}

	@ParameterizedTest
	@CsvSource({ "16,jpg", "32,jpg", "32,png" })
	void bitsThatAreLostAreNamed(final int bits, final String extension) {
		assertEquals(List.of("picture." + extension + " has 8 bits of the result's " + bits +
			", as they are shown: end its name in .tif to keep all of them."), write(folder.resolve("picture." + extension),
				picture(bits)));
	}

	@Test
	void greyWithALookupTableIsWrittenAsItIsShown() throws IOException {
		final ImagePlus picture = picture(16);
		picture.getProcessor().invertLut();
		final Path file = folder.resolve("picture.png");
		assertEquals(1, write(file, picture).size());
		assertEquals(picture.getProcessor().convertToRGB().get(150), PictureReader.read(file, 0).image().getProcessor()
			.convertToRGB().get(150));
	}

	@ParameterizedTest
	@CsvSource({ "8,jpg", "24,jpg", "24,tif", "16,tif", "32,tif" })
	void transparencyThatIsLostIsWhiteAndNamed(final int bits, final String extension) {
		final ImagePlus picture = picture(bits);
		translucent().attachTo(picture);
		final Path file = folder.resolve("picture." + extension);
		assertEquals(List.of("picture." + extension +
			" cannot be transparent, so it has the picture on white: end its name in .png to keep it transparent."), write(file,
			picture));
		final ImagePlus read = PictureReader.read(file, 0).image();
		assertEquals(255, green(read, 0), 4);
		assertEquals(green(picture, 150), green(read, 150), 8);
		assertEquals(extension.equals("jpg") ? 24 : bits, read.getBitDepth());
		assertEquals(picture(bits).getProcessor().get(1), picture.getProcessor().get(1), "The image is as it was.");
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

	@ParameterizedTest
	@ValueSource(strings = { "picture.png", "picture.jpg", "picture.tif" })
	void fullDiskIsReportedAndKeepsTheOldPicture(final String name) throws IOException {
		final Path file = folder.resolve(name);
		Files.write(file, new byte[] { 1, 2, 3 });
		final UnaryOperator<OutputStream> full = stream -> new FilterOutputStream(stream) {

			private int left = 200;

			@Override
			public void write(final int value) throws IOException {
				if (left-- == 0) throw new IOException("No space left on device");
				super.write(value);
			}
		};
		try (PictureWriter writer = new PictureWriter(full, file)) {
			final String message = assertThrows(FullDiskException.class, () -> writer.write(picture())).getMessage();
			assertEquals("The picture cannot be written to " + file + ": the disk of the folder " + folder +
				" is full, so make room on it or choose another folder.", message);
		}
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
		assertLeft(name);
	}

	@Test
	void temporaryFileOfAKilledRunIsDeletedByTheNext() throws Exception {
		final Process killed = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), WriterProgram.class.getName(), folder.resolve("picture.png").toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			assertEquals('w', killed.getInputStream().read());
			new PictureWriter(folder.resolve("other.png")).close();
			assertEquals(1, names().size(), "the other run still has its file");
		}
		finally {
			killed.destroyForcibly().waitFor();
		}
		assertEquals(1, names().size());
		new PictureWriter(folder.resolve("other.png")).close();
		assertLeft();
	}

	@Test
	void writersOfOneProcessLeaveEachOtherAlone() throws IOException {
		try (PictureWriter first = new PictureWriter(folder.resolve("picture.png"));
				PictureWriter second = new PictureWriter(folder.resolve("picture.png")))
		{
			first.write(picture());
			second.write(picture());
		}
		assertLeft("picture.png");
	}

	@Test
	void interruptedThreadStillWrites() throws IOException {
		try (PictureWriter writer = new PictureWriter(folder.resolve("picture.png"))) {
			Thread.currentThread().interrupt();
			writer.write(picture());
		}
		finally {
			assertTrue(Thread.interrupted(), "the thread is still told");
		}
		assertEquals(20, new Opener().openImage(folder.resolve("picture.png").toString()).getWidth());
	}

	@Test
	void longestNameIsWritten() throws IOException {
		final String name = "n".repeat(251) + ".png";
		try (PictureWriter writer = new PictureWriter(folder.resolve(name))) {
			writer.write(picture());
		}
		assertLeft(name);
	}

	@Test
	void nameThatIsTooLongIsRefusedAtOnce() throws IOException {
		assertRefused(folder.resolve("n".repeat(300) + ".png"), "The picture cannot be written to");
		assertLeft();
	}

	@Test
	void symbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
		final Path target = folder.resolve("target.png");
		Files.write(target, new byte[] { 1, 2, 3 });
		final Path link = Files.createSymbolicLink(folder.resolve("link.png"), Paths.get("target.png"));
		try (PictureWriter writer = new PictureWriter(link)) {
			writer.write(picture());
		}
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(20, new Opener().openImage(target.toString()).getWidth());
		assertLeft("link.png", "target.png");
	}

	@Test
	void symbolicLinkToNothingMakesItsTarget() throws IOException {
		final Path link = Files.createSymbolicLink(folder.resolve("link.png"), Paths.get("target.png"));
		try (PictureWriter writer = new PictureWriter(link)) {
			writer.write(picture());
		}
		assertTrue(Files.isSymbolicLink(link));
		assertLeft("link.png", "target.png");
	}

	@Test
	void symbolicLinksInACircleAreRefused() throws IOException {
		Files.createSymbolicLink(folder.resolve("link.png"), Paths.get("link.png"));
		assertRefused(folder.resolve("link.png"), "its links go round in a circle");
	}

	@Test
	void permissionsOfTheOldPictureAreKept() throws IOException {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		final Path file = Files.write(folder.resolve("picture.png"), new byte[1]);
		final Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-rw-r-x");
		Files.setPosixFilePermissions(file, permissions);
		try (PictureWriter writer = new PictureWriter(file)) {
			writer.write(picture());
		}
		assertEquals(permissions, Files.getPosixFilePermissions(file));
	}

	@Test
	void newPictureHasTheUsualPermissions() throws IOException {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		final Path usual = Files.write(folder.resolve("usual"), new byte[1]);
		try (PictureWriter writer = new PictureWriter(folder.resolve("picture.png"))) {
			writer.write(picture());
		}
		assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(folder.resolve("picture.png")));
	}

	@Test
	void writeProtectedPictureIsKept() throws IOException {
		final Path file = Files.write(folder.resolve("picture.png"), new byte[1]);
		assumeTrue(file.toFile().setReadOnly());
		assertRefused(file, "is there and write-protected: give another name, or make it writable.");
		assertLeft("picture.png");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PICTURE.PNG", "picture.JPEG", "picture.jpeg", "picture.JPG", "picture.TIFF", "a.b.Tif" })
	void extensionsAreKeptAsTheyAreWritten(final String name) throws IOException {
		try (PictureWriter writer = new PictureWriter(folder.resolve(name))) {
			writer.write(picture());
		}
		assertLeft(name);
		assertEquals(20, new Opener().openImage(folder.resolve(name).toString()).getWidth());
	}

	@Test
	void jpegKeepsColoursInFullResolution() throws IOException {
		final ColorProcessor pixels = new ColorProcessor(16, 16);
		for (int i = 0; i < 256; i++) {
			pixels.set(i, i % 2 == 0 ? 0xff0000 : 0x0000ff);
		}
		try (PictureWriter writer = new PictureWriter(folder.resolve("picture.jpg"))) {
			writer.write(new ImagePlus("", pixels));
		}
		final ImagePlus read = new Opener().openImage(folder.resolve("picture.jpg").toString());
		final int[] rgb = read.getProcessor().getPixel(4, 4, null);
		assertTrue(rgb[0] > 200 && rgb[2] < 50, rgb[0] + " " + rgb[2]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "picture.gif", "picture", "png", ".png.txt" })
	void otherFormatIsRefused(final String name) {
		assertRefused(folder.resolve(name), "must end in .png, .jpg or .tif, or, of several frames, in .tif or .avi.");
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
	void folderThatVanishesIsReported() throws IOException {
		final Path gone = Files.createDirectory(folder.resolve("gone"));
		try (PictureWriter writer = new PictureWriter(gone.resolve("picture.png"))) {
			for (final File left : gone.toFile().listFiles()) {
				Files.delete(left.toPath());
			}
			Files.delete(gone);
			final String message = assertThrows(StyleTransferException.class, () -> writer.write(picture())).getMessage();
			assertEquals("The picture cannot be written to " + gone.resolve("picture.png") + ": its folder is gone.", message);
		}
	}

	@Test
	void deviceIsRefused() throws IOException {
		final Path device = Paths.get("/dev/null");
		assumeTrue(Files.exists(device));
		final Path link = Files.createSymbolicLink(folder.resolve("picture.png"), device);
		assertRefused(link, "is not a file: give the name of one.");
		Files.delete(link);
	}

	@Test
	void linksToAnInputAreNotReplaced() throws IOException {
		final Path input = Files.write(folder.resolve("content.png"), new byte[] { 1, 2, 3 });
		final Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.png"), input);
		final Path hard = Files.createLink(folder.resolve("hard.png"), input);
		assertRefused(symbolic, "is one of the images that are read", input);
		assertRefused(hard, "is one of the images that are read", input);
		assertRefused(input, "is one of the images that are read", symbolic);
	}

	@Test
	void inputThatTakesThePlaceOfTheOutputMeanwhileIsNotReplaced() throws IOException {
		final Path input = Files.write(folder.resolve("content.png"), new byte[] { 1, 2, 3 });
		try (PictureWriter writer = new PictureWriter(folder.resolve("picture.png"), input)) {
			Files.createLink(folder.resolve("picture.png"), input);
			assertThrows(StyleTransferException.class, () -> writer.write(picture()));
		}
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(input));
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

	private static List<String> write(final Path file, final ImagePlus picture) {
		try (PictureWriter writer = new PictureWriter(file)) {
			return writer.write(picture);
		}
	}

	private static int green(final ImagePlus image, final int pixel) {
		return image.getProcessor().convertToRGB().get(pixel) >> 8 & 0xff;
	}

	/** Grey values from black to white, or colours. */
	private static ImagePlus picture(final int bits) {
		if (bits == 24) return picture();
		final ImageProcessor pixels = bits == 8 ? new ByteProcessor(20, 10) : bits == 16 ? new ShortProcessor(20, 10)
			: new FloatProcessor(20, 10);
		for (int i = 0; i < 200; i++) {
			if (bits == 32) pixels.setf(i, i * 0.1f);
			else pixels.set(i, bits == 8 ? i : i * 301);
		}
		if (bits > 8) pixels.resetMinAndMax();
		return new ImagePlus("picture", pixels);
	}

	/** Transparent in one corner, translucent beside it, opaque elsewhere. */
	private static AlphaChannel translucent() {
		final ByteProcessor alpha = new ByteProcessor(20, 10);
		alpha.set(255);
		alpha.set(0, 0, 0);
		alpha.set(1, 0, 100);
		return new AlphaChannel(alpha);
	}

	private static int[] pixels(final BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

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
		assertEquals(List.of(names), names());
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}
}
