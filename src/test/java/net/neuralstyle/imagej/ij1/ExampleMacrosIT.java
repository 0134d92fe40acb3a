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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.plugin.AVI_Reader;
import ij.plugin.FolderOpener;
import ij.process.ColorProcessor;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.JavaProcess;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples in the folder macros as their comments say, one after the other, and looks at what they write. */
@Tag("slow")
class ExampleMacrosIT {

	private static final Path IMAGEJ = Paths.get(System.getProperty("plugins.dir", "target/imagej"));
	private static final Path CHELSEA = Paths.get("sample-images", "content", "chelsea.png");
	private static final Pattern PICTURE = Pattern.compile("[a-z/-]+\\.(png|tif|txt|avi)");

	@TempDir
	private static Path folder;
	private static JavaProcess process;

	@BeforeAll
	static void runExamples() throws Exception {
		final StringBuilder all = new StringBuilder();
		for (final Path macro : examples()) {
			all.append("runMacro(\"" + forMacro(macro.toAbsolutePath()) + "\", \"" + forMacro(folder) + "\"); close(\"*\");\n");
		}
		final Path macro = Files.writeString(folder.resolve("all.ijm"), all);
		process = JavaProcess.run(Paths.get("").toAbsolutePath(), "-Dplugins.dir=" + IMAGEJ, "-cp", IMAGEJ.resolve("ij.jar")
			.toString(), "ij.ImageJ", "-batch", macro.toString());
	}

	/** All macros of the folder but those that take other arguments and have tests of their own. */
	static List<Path> examples() throws IOException {
		try (Stream<Path> files = Files.list(Paths.get("macros"))) {
			return files.filter(file -> !file.endsWith("stylize.ijm") && !file.endsWith("apply.ijm")).sorted()
				.collect(Collectors.toList());
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void whatAnExampleSaysThatItWritesIsThere(final Path macro) throws IOException {
		final String says = Files.readAllLines(macro).stream().filter(line -> line.startsWith("// Writes ")).findFirst()
			.orElseThrow();
		final List<String> names = PICTURE.matcher(says).results().map(MatchResult::group).collect(Collectors.toList());
		assertTrue(names.stream().allMatch(name -> Files.exists(folder.resolve(name))), names + "\n" + process);
	}

	@Test
	void contentsColoursStayWhereTheyAreAskedFor() throws IOException {
		assertTrue(warmth("colours-style.png") < 0, "the style is blue");
		assertTrue(warmth("colours-content.png") > 0, "the content is brown");
		assertTrue(warmth("colours-matched.png") > 0, "the content is brown");
	}

	@Test
	void whatIsNotSelectedStays() throws IOException {
		assertOnlyChangedIn(new OvalRoi(120, 10, 230, 260), "selection.png");
	}

	@Test
	void whatIsNotLabelledStays() throws IOException {
		final BufferedImage picture = read("labels.png");
		assertArrayEquals(pixels(ImageIO.read(CHELSEA.toFile()), new Rectangle(150, 0, 150, 300)), pixels(picture,
			new Rectangle(150, 0, 150, 300)));
		assertNotEquals(ImageIO.read(CHELSEA.toFile()).getRGB(75, 150), picture.getRGB(75, 150));
		assertNotEquals(ImageIO.read(CHELSEA.toFile()).getRGB(375, 150), picture.getRGB(375, 150));
	}

	@Test
	void cutOutStaysTransparent() throws IOException {
		final BufferedImage picture = read("transparency.png");
		assertEquals(0, picture.getRGB(2, 2) >>> 24);
		assertEquals(255, picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) >>> 24);
	}

	@Test
	void deepImageStaysDeep() {
		final ImagePlus picture = IJ.openImage(folder.resolve("deep-image.tif").toString());
		assertEquals(16, picture.getBitDepth());
		assertTrue(picture.getStatistics().min >= 1000, "darker than the content's display range");
	}

	@Test
	void slicesOfAStackKeepTheirLabelsAndWhatIsMasked() {
		final ImagePlus picture = IJ.openImage(folder.resolve("stack.tif").toString());
		assertEquals(3, picture.getStackSize());
		assertEquals("moment 4", picture.getStack().getSliceLabel(3));
		final int[] content = (int[]) IJ.openImage(CHELSEA.toString()).getProcessor().getPixels();
		assertEquals(content[(60 + 5 * 2) * 451 + 100 + 15 * 2 + 5], picture.getStack().getProcessor(1).get(5, 0));
		assertNotEquals(content[(60 + 5 * 2) * 451 + 100 + 15 * 2 + 80], picture.getStack().getProcessor(1).get(80, 0));
	}

	@Test
	void movieHasAFrameForEachPictureAndItsFramesGoOnIntoAFolder() {
		assertEquals(4, AVI_Reader.openVirtual(folder.resolve("movie.avi").toString()).getStackSize());
		assertEquals(2, FolderOpener.open(folder.resolve("movie-frames").toString()).getStackSize());
	}

	@Test
	void reproducedPictureIsTheSame() {
		assertArrayEquals((int[]) IJ.openImage(folder.resolve("reproduce-first.tif").toString()).getProcessor().getPixels(),
			(int[]) IJ.openImage(folder.resolve("reproduce-again.tif").toString()).getProcessor().getPixels());
	}

	@Test
	void macroThatMadeAPictureIsTold() throws IOException {
		final String info = Files.readString(folder.resolve("reproduce.txt"));
		assertTrue(info.contains("Macro: run(\"Neural Style Transfer\", \"content=astronaut.png style=gravel "), info);
	}

	@Test
	void folderThatIsDoneIsSkipped() throws IOException {
		assertEquals(4, Files.readAllLines(folder.resolve("batch-first.csv")).stream().filter(row -> row.contains(
			",done,new,")).count());
		assertEquals(4, Files.readAllLines(folder.resolve("batch-second.csv")).stream().filter(row -> row.contains(
			",skipped,")).count());
	}

	// -- Helper methods --

	private static void assertOnlyChangedIn(final Roi selection, final String name) throws IOException {
		final BufferedImage before = ImageIO.read(CHELSEA.toFile());
		final BufferedImage after = read(name);
		final Rectangle bounds = selection.getBounds();
		int changed = 0;
		for (int y = 0; y < before.getHeight(); y++) {
			for (int x = 0; x < before.getWidth(); x++) {
				if (before.getRGB(x, y) == after.getRGB(x, y)) continue;
				assertTrue(selection.contains(x, y), "changed at " + x + ", " + y);
				changed++;
			}
		}
		assertTrue(changed > bounds.width * bounds.height / 2, changed + " pixels changed");
	}

	/** How much more red than blue there is. */
	private static double warmth(final String name) throws IOException {
		final ColorProcessor picture = new ColorProcessor(read(name));
		return picture.getChannel(1, null).getStats().mean - picture.getChannel(3, null).getStats().mean;
	}

	private static int[] pixels(final BufferedImage picture, final Rectangle part) {
		return picture.getRGB(part.x, part.y, part.width, part.height, null, 0, part.width);
	}

	private static BufferedImage read(final String name) throws IOException {
		return ImageIO.read(folder.resolve(name).toFile());
	}

	private static String forMacro(final Path path) {
		return path.toString().replace('\\', '/');
	}
}
