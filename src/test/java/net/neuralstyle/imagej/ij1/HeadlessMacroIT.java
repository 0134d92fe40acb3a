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

package net.neuralstyle.imagej.ij1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.neuralstyle.JavaProcess;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs ImageJ's own command line in a process of its own, without a display, with
 * nothing but ImageJ on the class path and the plugin in its plugins folder.
 */
@Tag("slow")
class HeadlessMacroIT {

	private static final Path IMAGEJ = Paths.get(System.getProperty("plugins.dir", "target/imagej"));
	private static final Path MACRO = Paths.get("macros", "stylize.ijm");
	private static final String STYLE = "style=sample-images/style/great-wave.jpg ";
	private static final String IMAGES = "content=sample-images/content/chelsea.png " + STYLE;

	@TempDir
	private Path folder;

	@Test
	void writesEachPictureUnderItsNameInTheFormatOfItsName() throws Exception {
		final Map<String, String> formats = Map.of("picture.png", "png", "picture.JPEG", "jpeg", "picture.TIFF", "tif",
			"b [1] & 'x' #50%.png", "png", "half [open.png", "png");
		final List<String> runs = new ArrayList<>();
		final Set<Path> expected = new HashSet<>();
		for (final String name : formats.keySet()) {
			final Path content = Files.copy(Paths.get("sample-images/content/chelsea.png"), folder.resolve("content " + name));
			expected.addAll(Set.of(content, folder.resolve(name)));
			runs.add("content=[" + content + "] " + STYLE + "output=[" + folder.resolve(name) + "] Size=64 Iterations=1");
		}
		final JavaProcess process = stylizeAll(runs);
		assertEquals(0, process.exitCode(), process.toString());
		assertEquals(expected, Set.copyOf(left()));
		for (final String name : formats.keySet()) {
			assertTrue(process.output().contains("Saved " + folder.resolve(name)), process.toString());
			assertPicture(folder.resolve(name), formats.get(name));
		}
		assertEquals(formats.size(), process.output().split("iteration 1/1: loss ", -1).length - 1, process.toString());
	}

	@Test
	void deepTransparentPictureStaysSo() throws Exception {
		final BufferedImage content = new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY),
			true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT), Raster.createInterleavedRaster(
				DataBuffer.TYPE_USHORT, 64, 43, 2, null), false, null);
		for (int i = 0; i < 64 * 43; i++) {
			content.getRaster().setPixel(i % 64, i / 64, new int[] { 5000 + 10 * i, i % 64 < 20 ? 0 : 65535 });
		}
		ImageIO.write(content, "png", folder.resolve("content.png").toFile());
		final Path output = folder.resolve("picture.png");
		final JavaProcess process = stylize("content=" + folder.resolve("content.png") + " " + STYLE + "output=" + output +
			" size=0 iterations=1 resulttype=[as content] lossplot=true");
		assertEquals(0, process.exitCode(), process.toString());
		final Raster picture = ImageIO.read(output.toFile()).getRaster();
		assertEquals(DataBuffer.TYPE_USHORT, picture.getTransferType());
		assertEquals(0, picture.getSample(10, 20, 1));
		assertEquals(65535, picture.getSample(40, 20, 1));
		assertTrue(picture.getSample(40, 20, 0) >= 5000, picture.getSample(40, 20, 0) + " is outside of the content's range");
	}

	@Test
	void sameSettingsWriteTheSamePicture() throws Exception {
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		stylize(IMAGES + "output=" + first + " size=64 iterations=1 start=noise seed=5");
		stylize(IMAGES + "output=" + second + " size=64 iterations=1 start=noise seed=5");
		assertArrayEquals(pixels(first), pixels(second));
	}

	@Test
	void recipeIsWrittenAndFollowed() throws Exception {
		final Path recipe = folder.resolve("re cipe.json");
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		stylize(IMAGES + "output=" + first + " size=64 iterations=1 start=noise seed=5 writerecipe=[" + recipe + "]");
		stylize(IMAGES + "output=" + second + " recipe=[" + recipe + "]");
		assertArrayEquals(pixels(first), pixels(second));
		assertRefused(IMAGES + "output=" + folder.resolve("third.png") + " preset=Preview recipe=[" + recipe + "]", 2,
			"A preset and a recipe exclude each other: give one of them.", recipe, first, second);
	}

	@Test
	void picturesOnTheWayAreWritten() throws Exception {
		final Path output = folder.resolve("a.png");
		stylize(IMAGES + "output=" + output + " size=64 iterations=2 pyramid=1 saveevery=1");
		assertEquals(Set.of(output, folder.resolve("a-iteration-0001.png"), folder.resolve("a-iteration-0002.png")), Set
			.copyOf(left()));
		assertRefused(IMAGES + "output=" + output + " saveevery=x", 2, "The value of saveevery must be a whole number, not " +
			"\"x\".", left().toArray(new Path[0]));
	}

	@Test
	void sampleStylesAndFilesAreBlended() throws Exception {
		final Path picture = folder.resolve("picture.png");
		final JavaProcess process = stylize("content=sample-images/content/chelsea.png style=mosaic " +
			"morestyles=gravel,sample-images/style/poppies.jpg styleblend=2,1,1 size=64 iterations=1 output=" + picture);
		assertEquals(0, process.exitCode(), process.toString());
		assertTrue(process.output().contains("chelsea.png in the styles of mosaic, gravel, poppies.jpg"), process.toString());
		assertPicture(picture, "png");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"iterations=abc   | The value of iterations must be a whole number, not \"abc\".", //
		"Iterations=0     | Iterations must be from 1 to 10000, not 0.", //
		"sizes=64         | \"sizes\" is not a setting: did you mean \"size\"?", //
		"size=64 size=32  | The key \"size\" is there twice: give it once, and put values with spaces in [brackets].", //
		"size=            | The value of size is empty: give one, or leave it out for the usual one.", //
		"weightsfile=[a   | The bracket after weightsfile= is not closed", //
	})
	void wrongSettingEndsTheProcessWithOneSentence(final String setting, final String sentence) throws Exception {
		assertRefused(IMAGES + "output=" + folder.resolve("picture.png") + " " + setting, 2, sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"content=missing.png style=pom.xml output=a.png                            | 1 | missing.png", //
		"content=sample-images/content/chelsea.png style=pom.xml output=a.png      | 1 | pom.xml", //
		"content=sample-images/content/chelsea.png output=a.png                    | 2 | The argument lacks style=PATH", //
		"content=sample-images/content/chelsea.png style=sample-images/style/great-wave.jpg output=a.gif | 2 | must end in " +
		".png, .jpg or .tif", //
		"content=sample-images/content/chelsea.png style=sample-images/style/great-wave.jpg output=nowhere/a.png | 1 | " +
		"There is no folder" //
	})
	void wrongFileEndsTheProcessWithOneSentence(final String argument, final int exitCode, final String sentence)
		throws Exception
	{
		assertRefused(argument, exitCode, sentence);
	}

	@ParameterizedTest
	@CsvSource({ "no plugin at all,ImageJ does not find the plugin: name the folder", "no libraries,install it with all " +
		"its libraries." })
	void pluginThatIsNotThereEndsTheProcessWithOneSentence(final String what, final String sentence) throws Exception {
		final Path plugins = Files.createDirectory(folder.resolve("plugins"));
		if (what.equals("no libraries")) {
			Files.copy(IMAGEJ.resolve("plugins").resolve("Neural_Style_Transfer.jar"), plugins.resolve(
				"Neural_Style_Transfer.jar"));
		}
		final JavaProcess process = JavaProcess.run(Paths.get("").toAbsolutePath(), "-Dplugins.dir=" + folder, "-cp", IMAGEJ
			.resolve("ij.jar").toString(), "ij.ImageJ", "-batch", MACRO.toAbsolutePath().toString(), IMAGES + "output=a.png");
		assertEquals(1, process.exitCode(), process.toString());
		assertTrue(process.output().contains(sentence), process.toString());
		assertFalse(process.toString().contains("\tat "), process.toString());
	}

	@Test
	void whatIsReadIsNotReplaced() throws Exception {
		final byte[] picture = Files.readAllBytes(Paths.get("sample-images/style/great-wave.jpg"));
		final Path content = Files.write(folder.resolve("p.jpg"), picture);
		final JavaProcess process = stylize("content=" + content + " " + STYLE + "output=" + folder.resolve("..").resolve(
			folder.getFileName()).resolve("p.jpg") + " size=64");
		assertEquals(1, process.exitCode(), process.toString());
		assertTrue(process.errors().contains("is one of the images that are read: give it another name."), process
			.toString());
		assertTrue(process.errors().contains("p.jpg is as it was before."), process.toString());
		assertArrayEquals(picture, Files.readAllBytes(content));
		assertEquals(List.of(content), left());
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void macroThatIsStoppedSavesThePictureSoFar() throws Exception {
		final Path output = folder.resolve("picture.png");
		final JavaProcess process = JavaProcess.disturb(Paths.get("").toAbsolutePath(), "iteration 1/", "kill -INT $0",
			arguments(MACRO, IMAGES + "output=" + output + " size=64 iterations=10000"));
		assertEquals(130, process.exitCode(), process.toString());
		assertTrue(process.output().contains("Stopped: saved the picture so far to " + output), process.toString());
		assertEquals(64, ImageIO.read(output.toFile()).getWidth());
	}

	@Test
	void tooSmallImageEndsTheMacroWithOneSentence() throws Exception {
		final Path macro = folder.resolve("small.ijm");
		Files.write(macro, ("call('net.neuralstyle.imagej.ij1.HeadlessImageJ.enable'); setBatchMode(true);" +
			"newImage('a', 'RGB', 64, 64, 1); newImage('b', 'RGB', 64, 31, 1);" +
			"run('Neural Style Transfer', 'content=a style=b'); print('went on');").replace('\'', '"').getBytes(
				StandardCharsets.UTF_8));
		final String log = runMacro(macro, "");
		assertTrue(log.contains("The style image is too small (64x31 pixels)"), log);
		assertFalse(log.contains("went on"), log);
	}

	private static int[] pixels(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private void assertRefused(final String argument, final int exitCode, final String sentence, final Path... left)
		throws Exception
	{
		final JavaProcess process = stylize(argument);
		assertEquals(exitCode, process.exitCode(), process.toString());
		assertTrue(process.errors().contains(sentence), process.toString());
		assertTrue(process.errors().trim().endsWith("Nothing was written."), process.toString());
		assertFalse(process.errors().contains("\tat "), process.toString());
		assertEquals(Set.of(left), Set.copyOf(left()));
	}

	private static void assertPicture(final Path file, final String format) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final ImageReader reader = ImageIO.getImageReaders(in).next();
			assertEquals(format, reader.getFormatName().toLowerCase(Locale.ROOT).replace("tiff", "tif"));
			reader.setInput(in);
			assertEquals(64, reader.getWidth(0));
			assertEquals(43, reader.getHeight(0));
		}
	}

	/** The files in the folder, hidden ones too. */
	private List<Path> left() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().collect(Collectors.toList());
		}
	}

	private static JavaProcess stylize(final String argument) throws IOException, InterruptedException {
		return JavaProcess.run(Paths.get("").toAbsolutePath(), arguments(MACRO, argument));
	}

	/** Runs the macro once for each argument, in one process, as a macro of the user's would. */
	private static JavaProcess stylizeAll(final List<String> runs) throws IOException, InterruptedException {
		final StringBuilder macro = new StringBuilder();
		for (final String argument : runs) {
			macro.append("runMacro(\"" + MACRO.toAbsolutePath().toString().replace('\\', '/') + "\", \"" + argument.replace(
				'\\', '/') + "\");\n");
		}
		final Path file = Files.createTempFile("macro", ".ijm");
		try {
			Files.writeString(file, macro);
			return JavaProcess.run(Paths.get("").toAbsolutePath(), arguments(file, ""));
		}
		finally {
			Files.delete(file);
		}
	}

	private static String runMacro(final Path macro, final String argument) throws IOException, InterruptedException {
		return JavaProcess.run(Paths.get("").toAbsolutePath(), arguments(macro, argument)).toString();
	}

	private static String[] arguments(final Path macro, final String argument) {
		return new String[] { "-Dplugins.dir=" + IMAGEJ, "-cp", IMAGEJ.resolve("ij.jar").toString(), "ij.ImageJ", "-batch",
			macro.toAbsolutePath().toString(), argument };
	}
}
