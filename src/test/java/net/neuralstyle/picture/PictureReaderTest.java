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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 24;

	private static final String CMYK = //
		"/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OF" +
		"BtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj" +
		"Y2NjY2NjY2NjY2NjY2NjY2NjY2Nj/8AAFAgAEAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB/" +
		"/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/" +
		"2gAOBAEAAhEDEQQAAD8AtAFEG0AB/9k=";

	@TempDir
	private Path folder;

	// -- Formats --

	@ParameterizedTest
	@ValueSource(strings = { "png", "bmp", "tif" })
	void coloursAreAsTheFileHasThem(final String format) throws IOException {
		final Picture picture = read("a." + format, PictureFiles.encode(colours(), format));
		assertArrayEquals(colours().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), pixels(picture));
		assertEquals("a." + format, picture.image().getTitle());
		assertEquals(List.of(), picture.notes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "gif" })
	void coloursOfLossyFormatsAreNear(final String format) throws IOException {
		assertNear(0xff2128, read("a." + format, PictureFiles.encode(colours(), format)), WIDTH - 1, 3, 40);
	}

	/** Red, 2 x 2 pixels; without and with loss, as Java cannot write it. */
	@ParameterizedTest
	@ValueSource(strings = { "UklGRhwAAABXRUJQVlA4TA8AAAAvAUAAAAcQ/Y/+ByKi/wEA",
		"UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoCAAIAAUAmJaACdLoB+AADsAD+8ut//NgVzXPv9//S4P0uD9Lg/9KQAAA=" })
	void webpIsRead(final String file) throws IOException {
		assertNear(0xff0000, read("a.webp", Base64.getDecoder().decode(file)), 1, 1, 4);
	}

	/** Red, 16 x 16 pixels, in four inks, as Java cannot write it. */
	@Test
	void jpegOfFourInksIsRead() throws IOException {
		assertNear(0xff0000, read("a.jpg", Base64.getDecoder().decode(CMYK)), 1, 1, 30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "ZLib", "PackBits", "JPEG", "Deflate" })
	void compressedTiffIsRead(final String compression) throws IOException {
		final int difference = compression.equals("JPEG") ? 40 : 1;
		assertNear(0xff2128, read("a.tif", PictureFiles.tiff(colours(), compression)), WIDTH - 1, 3, difference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CCITT T.6", "CCITT T.4", "CCITT RLE" })
	void blackAndWhiteTiffIsRead(final String compression) throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
		image.setRGB(3, 2, 0xffffffff);
		final Picture picture = read("a.tif", PictureFiles.tiff(image, compression));
		assertNear(0xffffff, picture, 3, 2, 0);
		assertNear(0x000000, picture, 2, 3, 0);
	}

	@Test
	void tiffWithNumbersOf64BitsIsRead() throws IOException {
		final ByteBuffer file = tiffHeader(64, 3, 1, 2);
		file.putDouble(-1).putDouble(0.5).putDouble(2);
		final Picture picture = read("a.tif", file.array());
		assertArrayEquals(new float[] { -1, 0.5f, 2 }, (float[]) picture.image().getProcessor().getPixels());
		assertEquals(List.of("a.tif has 32 bits: its grey values from -1 (black) to 2 (white) are shown."), picture.notes());
	}

	@Test
	void imagejsTiffKeepsStackCalibrationAndDisplayRange() throws IOException {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(new ShortProcessor(WIDTH, HEIGHT));
		stack.addSlice(new ShortProcessor(WIDTH, HEIGHT));
		final ImagePlus image = new ImagePlus("a", stack);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 0.25;
		image.setDisplayRange(100, 900);
		final Picture picture = read("a.tif", new FileSaver(image).serialize());
		assertEquals(2, picture.image().getStackSize());
		assertEquals("mm", picture.image().getCalibration().getUnit());
		assertEquals(0.25, picture.image().getCalibration().pixelWidth, 1e-6);
		assertEquals(List.of("a.tif has 16 bits: its grey values from 100 (black) to 900 (white) are shown."), picture
			.notes());
	}

	@Test
	void calibrationOfOtherTiffIsKept() throws IOException {
		final ImagePlus image = new ImagePlus("a", new ColorProcessor(WIDTH, HEIGHT));
		image.getCalibration().setUnit("cm");
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		final byte[] file = new FileSaver(image).serialize();
		// NB: Without this word it is not known as ImageJ's.
		final int word = new String(file, StandardCharsets.ISO_8859_1).indexOf("ImageJ=");
		file[word] = 'i';
		final Picture picture = read("a.tif", file);
		assertEquals("cm", picture.image().getCalibration().getUnit());
		assertEquals(0.25, picture.image().getCalibration().pixelWidth, 1e-6);
		assertEquals(0.5, picture.image().getCalibration().pixelHeight, 1e-6);
	}

	@Test
	void portableMapIsRead() throws IOException {
		assertArrayEquals(new byte[] { 1, 2, 3, 4 }, (byte[]) read("a.pgm", "P5 2 2 255\n\1\2\3\4".getBytes(
			StandardCharsets.ISO_8859_1)).image().getProcessor().getPixels());
	}

	// -- Texts --

	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = { //
		"tEXt,Neural Style Transfer~how,how", //
		"iTXt,Neural Style Transfer~~~de~Stil~how,how", //
		"iTXt,Neural Style Transfer~~~~~how,how", //
		"iTXt,Neural Style Transfer~~~how,''", //
		"iTXt,Neural Style Transfer~~,''", //
		"iTXt,Neural Style Transfer,''", //
		"iTXt,Neural Style Transfer~a~~~how,''", //
		"tEXt,Neural Style Transfer,''", //
		"tEXt,Neural Style Transfers~how,''", //
		"tEXt,Software~how,''", //
		"zTXt,Neural Style Transfer~~how,''" })
	void textOfPngIsReadIfItIsOneOfOurs(final String type, final String text, final String info) throws IOException {
		final byte[] png = PictureFiles.withChunk(PictureFiles.encode(marked(), "png"), type, text.replace('~', '\0')
			.getBytes(StandardCharsets.UTF_8));
		final Object read = read("a.png", png).image().getProperty("Info");
		assertEquals(info, read == null ? "" : read);
	}

	@Test
	void hugeTextOfPngIsPassedOver() throws IOException {
		final byte[] text = new byte[10_000_000];
		final byte[] keyword = "Neural Style Transfer\0".getBytes(StandardCharsets.UTF_8);
		System.arraycopy(keyword, 0, text, 0, keyword.length);
		final Picture picture = read("a.png", PictureFiles.withChunk(PictureFiles.encode(marked(), "png"), "tEXt", text));
		assertEquals(null, picture.image().getProperty("Info"));
		assertEquals(WIDTH, picture.image().getWidth());
	}

	// -- Colours and grey values --

	@ParameterizedTest
	@CsvSource({ "1,2,1", "2,37,1", "3,37,22", "4,2,22", "5,1,2", "6,22,2", "7,22,37", "8,1,37" })
	void exifOrientationIsApplied(final int orientation, final int x, final int y) throws IOException {
		final byte[] jpeg = PictureFiles.encode(marked(), "jpg");
		final Picture picture = read("a.jpg", PictureFiles.withOrientation(jpeg, orientation));
		assertEquals(orientation < 5 ? WIDTH : HEIGHT, picture.image().getWidth());
		assertNear(0xffffff, picture, x, y, 60);
		assertEquals(orientation == 1 ? List.of() : List.of("a.jpg is turned upright, as its EXIF orientation " +
			orientation + " says."), picture.notes());
	}

	@ParameterizedTest
	@CsvSource({ "3,37,22", "6,22,2", "8,1,37" })
	void orientationOfTiffIsApplied(final int orientation, final int x, final int y) throws IOException {
		final ByteBuffer file = tiffHeader(8, WIDTH, HEIGHT, 1);
		file.putShort(offsetOfOrientation(), (short) orientation);
		file.put(file.position() + WIDTH + 2, (byte) 255);
		assertNear(0xffffff, read("a.tif", file.array()), x, y, 0);
	}

	@Test
	void colourAndOpacityAreKeptApart() throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0xff102030);
		image.setRGB(1, 0, 0x80a0b0c0);
		for (final String format : List.of("png", "tif")) {
			final Picture picture = read("a." + format, PictureFiles.encode(image, format));
			assertNear(0x102030, picture, 0, 0, 0);
			assertNear(0xa0b0c0, picture, 1, 0, 1);
			assertArrayEquals(new int[] { 255, 128, 0 }, alphas(picture, 3));
			assertEquals(List.of("a." + format + " is transparent in places, which take no part."), picture.notes());
		}
	}

	@Test
	void opaquePictureHasNoAlphaChannel() throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			image.setRGB(i % WIDTH, i / WIDTH, 0xff000000 | i);
		}
		assertTrue(AlphaChannel.of(read("a.png", PictureFiles.encode(image, "png")).image()).isEmpty());
	}

	@Test
	void transparentPixelsGoOnFromTheirNeighbours() throws IOException {
		final BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < 20 * 40; i++) {
			image.setRGB(i % 20, i / 20, 0xffc80000);
			image.setRGB(40 + i % 20, i / 20, 0xff0000c8);
		}
		final Picture picture = read("a.png", PictureFiles.encode(image, "png"));
		assertNear(0xc80000, picture, 20, 20, 40);
		assertNear(0x640064, picture, 30, 20, 40);
		assertNear(0x0000c8, picture, 39, 20, 40);
	}

	@Test
	void pictureThatIsTransparentEverywhereIsRefused() throws IOException {
		assertRefused("a.png", PictureFiles.encode(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB), "png"),
			"is transparent everywhere: use another picture.");
	}

	@Test
	void alphaChannelIsTurnedUpright() {
		final ByteProcessor alpha = new ByteProcessor(3, 2);
		alpha.set(2, 1, 200);
		final ByteProcessor upright = new AlphaChannel(alpha).upright(6).values();
		assertEquals(2, upright.getWidth());
		assertEquals(200, upright.get(0, 2));
	}

	@Test
	void frameOfAGifIsPutIntoItsPlaceOnTheTransparentCanvas() throws IOException {
		final BufferedImage frame = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED);
		for (int i = 0; i < 1600; i++) {
			frame.setRGB(i % 40, i / 40, 0xff0000);
		}
		final byte[] bytes = PictureFiles.encode(frame, "gif");
		// NB: The canvas' width and height, and the frame's left and top behind the mark of a picture.
		bytes[6] = 60;
		bytes[8] = 50;
		int picture = 13 + (3 << (bytes[10] & 7) + 1);
		while (bytes[picture] != 0x2c) {
			picture++;
		}
		bytes[picture + 1] = 20;
		bytes[picture + 3] = 10;
		final ImagePlus image = read("a.gif", bytes).image();
		assertEquals(60, image.getWidth());
		assertEquals(50, image.getHeight());
		final ByteProcessor alpha = AlphaChannel.of(image).orElseThrow().values();
		assertEquals(0, alpha.get(19, 30));
		assertEquals(0, alpha.get(30, 9));
		assertEquals(255, alpha.get(20, 10));
		assertEquals(0xffff0000, image.getProcessor().get(20, 10));
	}

	@Test
	void transparentColourOfAPaletteIsTransparent() throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(1, 0, 0xffc800c8);
		final Picture picture = read("a.gif", PictureFiles.encode(image, "gif"));
		assertArrayEquals(new int[] { 0, 255 }, alphas(picture, 2));
		assertNear(0xc800c8, picture, 1, 0, 4);
	}

	@Test
	void greyWithAlphaKeepsItsValues() throws IOException {
		final BufferedImage image = new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(
			ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, 0),
			Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 2, null), false, null);
		image.getRaster().setPixel(0, 0, new int[] { 100, 255 });
		image.getRaster().setPixel(1, 0, new int[] { 100, 51 });
		final Picture picture = read("a.png", PictureFiles.encode(image, "png"));
		assertNear(0x646464, picture, 0, 0, 0);
		assertNear(0x646464, picture, 1, 0, 0);
		assertArrayEquals(new int[] { 255, 51, 0 }, alphas(picture, 3));
	}

	@Test
	void greyIsNotMadeLighter() throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setSample(1, 2, 0, 100);
		assertNear(0x646464, read("a.png", PictureFiles.encode(image, "png")), 1, 2, 0);
	}

	@Test
	void coloursOf16BitsHaveTheirNominalRange() throws IOException {
		final BufferedImage image = new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(
			ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, 1),
			Raster.createInterleavedRaster(1, WIDTH, HEIGHT, 3, null), false, null);
		image.getRaster().setPixel(3, 2, new int[] { 0x1212, 0x3434, 0x5656 });
		for (final String format : List.of("png", "tif")) {
			final Picture picture = read("a." + format, PictureFiles.encode(image, format));
			assertNear(0x123456, picture, 3, 2, 0);
			assertNear(0, picture, 2, 3, 0);
		}
	}

	@Test
	void greyOf16BitsKeepsImageJsDisplayRangeAndSaysIt() throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
		image.getRaster().setSample(1, 2, 0, 1000);
		final Picture picture = read("a.png", PictureFiles.encode(image, "png"));
		assertEquals(1000, picture.image().getProcessor().get(1, 2));
		assertEquals(1000, picture.image().getDisplayRangeMax());
		assertEquals(List.of("a.png has 16 bits: its grey values from 0 (black) to 1000 (white) are shown."), picture
			.notes());
	}

	@Test
	void finiteValuesDecideTheDisplayRange() throws IOException {
		final FloatProcessor pixels = new FloatProcessor(WIDTH, HEIGHT);
		pixels.setf(0, 0, Float.NaN);
		pixels.setf(1, 0, Float.NEGATIVE_INFINITY);
		pixels.setf(2, 0, 5);
		assertEquals(List.of("a.tif has 32 bits: its grey values from 0 (black) to 5 (white) are shown."), read("a.tif",
			new FileSaver(new ImagePlus("a", pixels)).serialize()).notes());
	}

	@Test
	void pictureWithoutAnyFinitePixelIsRefused() throws IOException {
		final FloatProcessor pixels = new FloatProcessor(WIDTH, HEIGHT);
		pixels.set(Float.NaN);
		assertRefused("a.tif", new FileSaver(new ImagePlus("a", pixels)).serialize(), "has no pixel with a finite value");
	}

	// -- Damage --

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp", "tif" })
	void halfAFileIsRefused(final String format) throws IOException {
		final byte[] whole = PictureFiles.encode(colours(), format);
		assertRefused("a." + format, Arrays.copyOf(whole, whole.length / 2), "is damaged or incomplete");
	}

	@ParameterizedTest
	@ValueSource(strings = { "P5 20 20 255\n12", "P2 2 2 255\n1 2 3", "P6 2 2 255\n12345678901" })
	void portableMapThatIsCutOffIsRefused(final String text) throws IOException {
		assertRefused("a.pgm", text.getBytes(StandardCharsets.ISO_8859_1), "is damaged or incomplete");
	}

	@Test
	void imagejsTiffThatIsCutOffIsRefused() throws IOException {
		final byte[] whole = new FileSaver(new ImagePlus("a", new ByteProcessor(WIDTH, HEIGHT))).serialize();
		assertRefused("a.tif", Arrays.copyOf(whole, whole.length - 1), "is damaged or incomplete");
	}

	@Test
	void wrongChecksumIsRefused() throws IOException {
		final byte[] png = PictureFiles.encode(colours(), "png");
		png[png.length - 1]++;
		assertRefused("a.png", png, "is damaged or incomplete");
	}

	@Test
	void damageInsideJpegIsRefused() throws IOException {
		final byte[] jpeg = PictureFiles.encode(colours(), "jpg");
		Arrays.fill(jpeg, jpeg.length - 40, jpeg.length - 20, (byte) 0);
		jpeg[jpeg.length - 30] = (byte) 0xff;
		jpeg[jpeg.length - 29] = (byte) 0xd9;
		assertRefused("a.jpg", jpeg, "is damaged or incomplete");
	}

	@Test
	void fewBytesTooManyAtTheEndOfJpegDoNoHarm() throws IOException {
		final byte[] jpeg = PictureFiles.encode(colours(), "jpg");
		final byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 4);
		longer[jpeg.length - 2] = 0;
		longer[jpeg.length - 1] = 0;
		longer[longer.length - 2] = (byte) 0xff;
		longer[longer.length - 1] = (byte) 0xd9;
		assertEquals(WIDTH, read("a.jpg", longer).image().getWidth());
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "Deflate" })
	void damageInsideCompressedTiffIsRefused(final String compression) throws IOException {
		final byte[] tiff = PictureFiles.tiff(colours(), compression);
		Arrays.fill(tiff, 8 + 40, 8 + 60, (byte) 0xff);
		assertRefused("a.tif", tiff, "is damaged or incomplete");
	}

	@Test
	void directoryThatPointsToItselfIsRefused() throws IOException {
		final ByteBuffer file = tiffHeader(8, WIDTH, HEIGHT, 1);
		file.putInt(file.position() - 4, 8);
		assertRefused("a.tif", file.array(), "is damaged or incomplete");
	}

	@Test
	void webpThatClaimsMorePixelsThanItHasIsRefused() throws IOException {
		final byte[] file = Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAUAAAAcQ/Y/+ByKi/wEA");
		// NB: The width less 1, in 14 bits behind the signature.
		file[22] = 0x0f;
		assertRefused("a.webp", file, "is damaged or incomplete");
	}

	@Test
	void lastStripOfTiffMayBeCountedAsIfItWereFull() throws IOException {
		final ByteBuffer file = tiffHeader(8, WIDTH, HEIGHT, 1);
		file.putInt(8 + 2 + 8 * 12 + 8, WIDTH * HEIGHT + 100);
		assertEquals(HEIGHT, read("a.tif", file.array()).image().getHeight());
	}

	@Test
	void imagejsTiffWithMoreNumbersThanBytesIsRefused() throws IOException {
		final byte[] file = new FileSaver(new ImagePlus("a", new ByteProcessor(WIDTH, HEIGHT))).serialize();
		final ByteBuffer entries = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		for (int entry = 10; entry < 10 + 12 * entries.getShort(8); entry += 12) {
			if (entries.getShort(entry) == 273) entries.putShort(entry + 2, (short) 99).putInt(entry + 4, 1 << 30);
		}
		assertRefused("a.tif", file, "is damaged or incomplete");
	}

	@Test
	void emptyFileIsRefused() throws IOException {
		assertRefused("a.png", new byte[0], "is empty");
	}

	@Test
	void fileOfAnotherKindIsRefused() throws IOException {
		assertRefused("a.png", "no picture".getBytes(StandardCharsets.US_ASCII), "is not an image that can be read");
	}

	@Test
	void nothingIsPrinted() throws IOException {
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final PrintStream own = new PrintStream(printed);
		System.setOut(own);
		try {
			assertRefused("a.tif", Arrays.copyOf("II*\0\10".getBytes(StandardCharsets.US_ASCII), 100), "is damaged");
			assertRefused("a.png", new byte[100], "is not an image");
			assertSame(own, System.out);
		}
		finally {
			System.setOut(out);
		}
		assertEquals("", printed.toString());
	}

	// -- Sizes --

	@Test
	void sizeThatNoArrayCanHoldIsRefusedByNumbers() throws IOException {
		assertRefused("a.pgm", "P5 60000 60000 255\n".getBytes(StandardCharsets.US_ASCII), "has 60000x60000 pixels");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"0   | NO a.png has 8000x8000 pixels, which take about 1280 MB of memory, and Java has ", //
		"200 | OK [a.png has 8000x8000 pixels and was read as " })
	void littleMemoryGivesASmallerPictureOrASentence(final int needed, final String answer) throws Exception {
		final Path file = folder.resolve("a.png");
		Files.write(file, PictureFiles.blackPng(8000, 8000));
		final String printed = JavaProcess.run(folder, "-Xmx64m", "-cp", System.getProperty("java.class.path"),
			PictureProgram.class.getName(), file.toString(), String.valueOf(needed)).toString();
		assertTrue(printed.startsWith(answer), printed);
		assertFalse(printed.contains("\tat "), printed);
	}

	@Test
	void meanIsTakenWhereMemoryIsShort() throws IOException {
		// NB: More than a quarter of the tests' memory.
		final long side = (long) Math.sqrt(Runtime.getRuntime().maxMemory() / 4 / 20) + 200;
		assumeTrue(side < 8000);
		final Picture picture = read("a.png", PictureFiles.blackPng((int) side, (int) side), 16);
		assertTrue(picture.image().getWidth() < side, picture.notes().toString());
		assertTrue(picture.image().getWidth() >= 16);
	}

	@Test
	void pictureIsNotReducedWhereThereIsMemory() throws IOException {
		assertEquals(WIDTH, read("a.png", PictureFiles.encode(colours(), "png"), 16).image().getWidth());
	}

	// -- Names --

	@Test
	void folderIsRefused() {
		assertRefused(folder, "is not a file but a folder");
	}

	@Test
	void missingFileIsRefused() {
		assertRefused(folder.resolve("missing.png"), "check its path.");
	}

	@Test
	void deviceIsRefused() {
		final Path device = Path.of("/dev/zero");
		assumeTrue(Files.exists(device));
		assertRefused(device, "is not a file");
	}

	@Test
	void namedPipeIsRefusedAtOnce() throws Exception {
		final Path pipe = folder.resolve("pipe.png");
		assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
		assertRefused(pipe, "is not a file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "b [1] & 'x' #50%.png", "@at.png", "\u732b \u00e9.png", "http:x.png", "two  blanks .png" })
	void namesAreTakenAsTheyAre(final String name) throws IOException {
		assumeTrue(System.getProperty("sun.jnu.encoding", "").startsWith("UTF") || name.chars().allMatch(c -> c < 128));
		assertEquals(name, read(name, PictureFiles.encode(colours(), "png")).image().getTitle());
	}

	// -- Helper methods --

	private static BufferedImage colours() {
		return PictureFiles.picture(WIDTH, HEIGHT);
	}

	/** Black with a white spot of 3 x 3 pixels around (2, 1), in the corner. */
	private static BufferedImage marked() {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 9; i++) {
			image.setRGB(1 + i % 3, i / 3, 0xffffff);
		}
		return image;
	}

	/** Returns the start of an uncompressed grey TIFF file, with room for the pixels, in little endian. */
	private static ByteBuffer tiffHeader(final int bits, final int width, final int height, final int sampleFormat) {
		final int start = 8 + 2 + 10 * 12 + 4;
		final int bytes = width * height * bits / 8;
		final ByteBuffer file = ByteBuffer.allocate(start + bytes).order(ByteOrder.LITTLE_ENDIAN);
		file.put(new byte[] { 'I', 'I', 42, 0 }).putInt(8).putShort((short) 10);
		final int[][] entries = { { 256, width }, { 257, height }, { 258, bits }, { 259, 1 }, { 262, 1 }, { 273, start },
			{ 274, 1 }, { 278, height }, { 279, bytes }, { 339, sampleFormat == 2 ? 3 : 1 } };
		for (final int[] entry : entries) {
			file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
		}
		return file.putInt(0);
	}

	private static int offsetOfOrientation() {
		return 8 + 2 + 6 * 12 + 8;
	}

	private Picture read(final String name, final byte[] bytes) throws IOException {
		return read(name, bytes, 0);
	}

	private Picture read(final String name, final byte[] bytes, final int neededLongerSide) throws IOException {
		return PictureReader.read(Files.write(folder.resolve(name), bytes), neededLongerSide);
	}

	private static int[] pixels(final Picture picture) {
		return (int[]) picture.image().getProcessor().convertToColorProcessor().getPixels();
	}

	/** The first ones of the first row. */
	private static int[] alphas(final Picture picture, final int count) {
		final ByteProcessor alpha = AlphaChannel.of(picture.image()).orElseThrow().values();
		return IntStream.range(0, count).map(alpha::get).toArray();
	}

	private static void assertNear(final int colour, final Picture picture, final int x, final int y,
		final int difference)
	{
		final ColorProcessor pixels = picture.image().getProcessor().convertToColorProcessor();
		final int[] rgb = pixels.getPixel(x, y, null);
		for (int channel = 0; channel < 3; channel++) {
			assertEquals(colour >> 16 - 8 * channel & 0xff, rgb[channel], difference, "channel " + channel);
		}
	}

	private void assertRefused(final String name, final byte[] bytes, final String words) throws IOException {
		assertRefused(Files.write(folder.resolve(name), bytes), words);
	}

	private static void assertRefused(final Path file, final String words) {
		final String message = assertThrows(StyleTransferException.class, () -> PictureReader.read(file, 0)).getMessage();
		assertTrue(message.contains(words), message);
		assertTrue(message.contains(file.getFileName().toString()), message);
		assertTrue(message.endsWith(".") && !message.contains("\n") && !message.contains("Exception"), message);
	}
}
