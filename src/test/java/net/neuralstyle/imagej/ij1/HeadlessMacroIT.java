package net.neuralstyle.imagej.ij1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import javax.imageio.ImageIO;

import net.neuralstyle.JavaProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs ImageJ's own command line in a process of its own, without a display, with
 * nothing but ImageJ on the class path and the plugin in its plugins folder.
 */
class HeadlessMacroIT {

	private static final Path IMAGEJ = Paths.get(System.getProperty("plugins.dir", "target/imagej"));
	private static final Path MACRO = Paths.get("macros", "stylize.ijm");
	private static final String IMAGES = "content=sample-images/content/chelsea.png style=sample-images/style/great-wave.jpg ";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "picture.png,png", "picture.jpg,jpeg", "picture.tif,tif", "with space.png,png" })
	void writesThePictureInTheFormatOfItsName(final String name, final String format) throws Exception {
		final Path output = folder.resolve(name);
		final String log = runMacro(MACRO, IMAGES + "output=[" + output + "] size=64 iterations=1");
		assertTrue(log.contains("Saved " + output), log);
		assertTrue(log.contains("iteration 1/1: loss "), log);
		final BufferedImage picture = ImageIO.read(output.toFile());
		assertNotNull(picture);
		assertEquals(64, picture.getWidth());
		assertEquals(43, picture.getHeight());
	}

	@Test
	void sameSettingsWriteTheSamePicture() throws Exception {
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		runMacro(MACRO, IMAGES + "output=" + first + " size=64 iterations=1 start=noise seed=5");
		runMacro(MACRO, IMAGES + "output=" + second + " size=64 iterations=1 start=noise seed=5");
		assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"iterations=abc   | The value of iterations must be a whole number, not \"abc\".", //
		"iterations=0     | Iterations must be from 1 to 10000, not 0.", //
		"size=20          | Size must be from 32 to 16384 pixels", //
		"styleweight=-1   | Style weight must be from 0 to 1e9, not -1.0.", //
		"start=middle     | \"middle\" is not a choice for start: use \"content\" or \"noise\".", //
		"network=VGG99    | \"VGG99\" is not a choice for network", //
		"weightsfile=no.h5 | There is no weights file no.h5: check its path.", //
		"itterations=5    | \"itterations=5\" is not a setting of stylize.ijm", //
	})
	void wrongSettingEndsWithOneSentence(final String setting, final String sentence) throws Exception {
		final Path output = folder.resolve("picture.png");
		final String log = runMacro(MACRO, IMAGES + "output=" + output + " " + setting + " size=64");
		assertTrue(log.contains(sentence), log);
		assertFalse(log.contains("\tat "), log);
		assertFalse(Files.exists(output));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"content=missing.png style=sample-images/style/great-wave.jpg output=a.png | There is no image file missing.png", //
		"content=pom.xml style=sample-images/style/great-wave.jpg output=a.png     | is not an image that ImageJ can open", //
		"content=sample-images/content/chelsea.png output=a.png                    | The argument lacks style=PATH", //
		"content=sample-images/content/chelsea.png style=pom.xml output=sample-images/content/chelsea.png | is one of the images that are read", //
		"content=sample-images/content/chelsea.png style=sample-images/style/great-wave.jpg output=a.gif | must end in .png, .jpg or .tif", //
		"content=sample-images/content/chelsea.png style=sample-images/style/great-wave.jpg output=nowhere/a.png | There is no folder" //
	})
	void wrongFileEndsWithOneSentence(final String argument, final String sentence) throws Exception {
		final String log = runMacro(MACRO, argument);
		assertTrue(log.contains(sentence), log);
		assertFalse(log.contains("\tat "), log);
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

	private static String runMacro(final Path macro, final String argument) throws IOException, InterruptedException {
		return JavaProcess.run(Paths.get("").toAbsolutePath(), "-Dplugins.dir=" + IMAGEJ, "-cp", IMAGEJ.resolve("ij.jar").toString(),
			"ij.ImageJ", "-batch", macro.toAbsolutePath().toString(), argument).toString();
	}
}
