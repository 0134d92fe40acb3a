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

package net.neuralstyle.commandline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.AVI_Reader;
import ij.plugin.FolderOpener;
import ij.plugin.filter.AVI_Writer;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.Provenance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks, movies and folders from file to file. */
@Tag("slow")
class SeriesCommandLineTest {

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;
	private Path tiff;
	private ImagePlus stack;

	@BeforeEach
	void makeContent() {
		final ImageStack slices = new ImageStack(40, 32);
		for (int slice = 1; slice <= 3; slice++) {
			final ColorProcessor pixels = new ColorProcessor(40, 32);
			pixels.setValue(0xffffff);
			pixels.fillOval(4 * slice, 6, 14, 18);
			slices.addSlice("label " + slice, pixels);
		}
		stack = new ImagePlus("walk.tif", slices);
		stack.getCalibration().fps = 12.5;
		stack.getCalibration().frameInterval = 3;
		tiff = folder.resolve("walk.tif");
		new FileSaver(stack).saveAsTiffStack(tiff.toString());
	}

	@Test
	void pagesOfATiffBecomePagesOfATiff() throws IOException {
		final Path output = folder.resolve("out.tif");
		assertEquals(0, stylize(tiff, output, "--slices=all"), err.toString());
		assertEquals("Saved 3 frames to " + output, out.toString().trim());
		final ImagePlus result = IJ.openImage(output.toString());
		assertEquals(3, result.getStackSize());
		assertEquals("label 2", result.getStack().getSliceLabel(2));
		assertEquals(12.5, result.getCalibration().fps);
		assertEquals(3, result.getCalibration().frameInterval);
		assertTrue(result.getProperty("Info").toString().contains("Frames: all"));
		assertLeft("out.tif", "walk.tif");
	}

	@Test
	void movieBecomesAMovieOfTheSameFrames() throws IOException {
		final Path movie = movie();
		final Path output = folder.resolve("out.avi");
		assertEquals(0, stylize(movie, output, "--slices=all"), err.toString());
		final ImagePlus result = AVI_Reader.open(output.toString(), false);
		assertEquals(3, result.getStackSize());
		assertLeft("movie.avi", "out.avi", "walk.tif");
		final Path frames = folder.resolve("frames");
		assertEquals(0, stylize(movie, frames, "--slices=2-3"), err.toString());
		assertLeftIn(frames, "movie_0002.tif", "movie_0003.tif");
	}

	@Test
	void folderOfPicturesBecomesAFolderATiffAndAMovie() throws IOException {
		final Path pictures = pictures();
		final Path frames = folder.resolve("frames");
		assertEquals(0, stylize(pictures, frames, "--slices=all"), err.toString());
		assertLeftIn(frames, "pictures_0001.tif", "pictures_0002.tif", "pictures_0003.tif");
		final Path stackFile = folder.resolve("out.tif");
		assertEquals(0, stylize(pictures, stackFile, "--slices=all"), err.toString());
		assertEquals(0, stylize(pictures, folder.resolve("out.avi"), "--slices=all"), err.toString());
		final ImagePlus ofFolder = FolderOpener.open(frames.toString());
		final ImagePlus ofFile = IJ.openImage(stackFile.toString());
		for (int slice = 1; slice <= 3; slice++) {
			assertArrayEquals((int[]) ofFolder.getStack().getPixels(slice), (int[]) ofFile.getStack().getPixels(slice));
		}
		assertLeft("frames", "out.avi", "out.tif", "pictures", "walk.tif");
	}

	@Test
	void oneFrameOfAMovieMayBeAPicture() throws IOException {
		assertEquals(0, stylize(movie(), folder.resolve("out.png"), "--slices=2"), err.toString());
		assertLeft("movie.avi", "out.png", "walk.tif");
	}

	@Test
	void maskGoesFrameByFrame() throws IOException {
		final ImageStack masks = new ImageStack(40, 32);
		for (int slice = 1; slice <= 3; slice++) {
			final ByteProcessor mask = new ByteProcessor(40, 32);
			mask.setValue(255);
			mask.setRoi(slice == 2 ? 20 : 0, 0, 20, 32);
			mask.fill();
			masks.addSlice(mask);
		}
		final Path file = folder.resolve("masks.tif");
		new FileSaver(new ImagePlus("masks", masks)).saveAsTiffStack(file.toString());
		final Path output = folder.resolve("out.tif");
		assertEquals(0, stylize(tiff, output, "--slices=all", "--mask=" + file, "--size=0"), err.toString());
		final ImagePlus result = IJ.openImage(output.toString());
		assertEquals(colour(stack, 2), colour(result, 2));
		assertNotEquals(colour(stack, 1), colour(result, 1));
	}

	@Test
	void recipeOfAStackMakesItsPicturesAgain() throws IOException {
		final Path first = folder.resolve("first.tif");
		final Path recipe = folder.resolve("recipe.json");
		assertEquals(0, stylize(tiff, first, "--slices=all", "--start=noise", "--seed=7", "--write-recipe=" + recipe), err
			.toString());
		assertEquals("walk.tif, slice 1", Provenance.fromJson(Files.readString(recipe)).content().name());
		final Path second = folder.resolve("second.tif");
		assertEquals(0, execute("--content=" + tiff, "--style=gravel", "--output=" + second, "--slices=all", "--recipe=" +
			first), err.toString());
		assertArrayEquals((int[]) IJ.openImage(first.toString()).getStack().getPixels(3), (int[]) IJ.openImage(second
			.toString()).getStack().getPixels(3));
	}

	@Test
	void framesOnTheWayAreSavedBesideTheResult() throws IOException {
		assertEquals(0, stylize(tiff, folder.resolve("out.avi"), "--slices=2-3", "--save-every=1", "--coherence=0"), err
			.toString());
		assertLeft("out.avi", "out_0002-iteration-0001.tif", "out_0003-iteration-0001.tif", "walk.tif");
	}

	// -- What is refused --

	@Test
	void pictureForSeveralFramesIsRefusedBeforeAnythingIsDone() throws IOException {
		assertRefused(2, "The output " + folder.resolve("out.png") +
			" has room for one picture, and there are 3 frames: end its name in .tif or .avi, or give a folder.", tiff, folder
				.resolve("out.png"), "--slices=all");
		assertLeft("walk.tif");
	}

	@Test
	void framesThatAreNotThereAreRefused() throws IOException {
		assertRefused(2, "There is no slice 4 in walk.tif: choose from 1 to 3.", tiff, folder.resolve("out.tif"),
			"--slices=2-9");
		assertLeft("walk.tif");
	}

	@Test
	void folderWithoutSlicesIsRefused() throws IOException {
		assertRefused(1, "The content " + pictures() + " is a folder: say slices=all to redraw all its pictures.", folder
			.resolve("pictures"), folder.resolve("out.tif"));
	}

	@Test
	void framesInAFolderAreNotReplaced() throws IOException {
		final Path frames = Files.createDirectory(folder.resolve("frames"));
		Files.writeString(frames.resolve("walk_0002.tif"), "mine");
		assertRefused(2, "The folder " + frames + " has frames already, such as walk_0002.tif: give another folder, or " +
			"remove them.", tiff, frames, "--slices=all");
		assertEquals("mine", Files.readString(frames.resolve("walk_0002.tif")));
	}

	@Test
	void folderThatIsReadIsNotWrittenInto() throws IOException {
		final Path pictures = pictures();
		assertRefused(2, "The output folder " + pictures + " is the one of the pictures that are read: give another one.",
			pictures, pictures, "--slices=all");
		assertLeftIn(pictures, "p1.png", "p2.png", "p3.png");
	}

	@Test
	void movieOfZAndTIsRefused() throws IOException {
		final ImageStack slices = new ImageStack(40, 32);
		for (int slice = 0; slice < 4; slice++) {
			slices.addSlice(stack.getProcessor());
		}
		final ImagePlus hyper = new ImagePlus("h", slices);
		hyper.setDimensions(1, 2, 2);
		hyper.setOpenAsHyperStack(true);
		final Path file = folder.resolve("h.tif");
		new FileSaver(hyper).saveAsTiffStack(file.toString());
		assertRefused(2, "The output " + folder.resolve("out.avi") +
			" is a movie, whose frames have no z and t: end its name in .tif, or give a folder.", file, folder.resolve(
				"out.avi"), "--slices=all");
	}

	@Test
	void frameThatCannotBeReadLeavesThoseBeforeInTheFolder() throws IOException {
		final Path pictures = picturesOfWhichTheThirdIsDamaged();
		final Path frames = folder.resolve("frames");
		assertEquals(1, stylize(pictures, frames, "--slices=all"));
		assertTrue(err.toString().contains("The frames that were done are in " + frames + "."), err.toString());
		assertLeftIn(frames, "pictures_0001.tif", "pictures_0002.tif");
	}

	@Test
	void framesBeforeOneThatCannotBeReadAreSaved() throws IOException {
		final Path file = folder.resolve("out.tif");
		assertEquals(1, stylize(picturesOfWhichTheThirdIsDamaged(), file, "--slices=all"));
		assertTrue(err.toString().contains("The frames that were done are in " + file + "."), err.toString());
		assertEquals(2, IJ.openImage(file.toString()).getStackSize());
		assertLeft("out.tif", "pictures", "walk.tif");
	}

	@Test
	void framesBeforeOneThatCannotBeReadDoNotReplaceAFile() throws IOException {
		final Path file = Files.copy(tiff, folder.resolve("out.tif"));
		assertEquals(1, stylize(picturesOfWhichTheThirdIsDamaged(), file, "--slices=all"));
		final Path kept = folder.resolve("out-frames");
		assertTrue(err.toString().contains("The frames that were done are in " + kept + "; " + file +
			" is as it was before."), err.toString());
		assertArrayEquals(Files.readAllBytes(tiff), Files.readAllBytes(file));
		assertLeftIn(kept, "pictures_0001.tif", "pictures_0002.tif");
		assertLeft("out-frames", "out.tif", "pictures", "walk.tif");
	}

	// -- Stops --

	@Test
	void controlCSavesTheFramesThatAreDone() throws Exception {
		final Path output = folder.resolve("out.tif");
		final JavaProcess process = stop(tiff, output);
		assertEquals(130, process.exitCode(), process.toString());
		assertTrue(process.output().contains("Stopped: saved 1 of 3 frames to " + output), process.toString());
		assertEquals(1, IJ.openImage(output.toString()).getStackSize());
		assertLeft("out.tif", "walk.tif");
	}

	@Test
	void controlCLeavesTheFramesThatAreDoneInTheFolder() throws Exception {
		final Path frames = folder.resolve("frames");
		final JavaProcess process = stop(tiff, frames);
		assertEquals(130, process.exitCode(), process.toString());
		assertTrue(process.output().contains("Stopped: saved 1 of 3 frames to " + frames), process.toString());
		assertLeftIn(frames, "walk_0001.tif");
	}

	@Test
	void killedRunLeavesNoHalfFrameAndTheNextOneDeletesWhatWasUnderWay() throws Exception {
		final Path movie = movie();
		final Path output = folder.resolve("out.avi");
		disturb("kill -9 $0", movie, output);
		assertFalse(Files.exists(output));
		assertEquals(0, stylize(movie, output, "--slices=1-2"), err.toString());
		assertLeft("movie.avi", "out.avi", "walk.tif");
	}

	// -- Helper methods --

	private JavaProcess stop(final Path content, final Path output) throws Exception {
		return disturb("kill -INT $0", content, output);
	}

	/** Disturbs the program in the second of three frames. */
	private static JavaProcess disturb(final String disturbance, final Path content, final Path output) throws Exception {
		return JavaProcess.disturb(Paths.get("").toAbsolutePath(), "frame 2/3, iteration 1/", disturbance, "-cp", System
			.getProperty("java.class.path"), StyleTransferCommandLine.class.getName(), "--content=" + content, "--style=gravel",
			"--output=" +
				output, "--size=64", "--iterations=40", "--slices=all", "--optimizer=lbfgs", "--pyramid=1");
	}

	private Path movie() throws IOException {
		final Path movie = folder.resolve("movie.avi");
		new AVI_Writer().writeImage(stack, movie.toString(), AVI_Writer.PNG_COMPRESSION, 100);
		return movie;
	}

	private Path pictures() throws IOException {
		final Path pictures = Files.createDirectory(folder.resolve("pictures"));
		for (int slice = 1; slice <= 3; slice++) {
			new FileSaver(new ImagePlus("", stack.getStack().getProcessor(slice))).saveAsPng(pictures.resolve("p" + slice +
				".png").toString());
		}
		return pictures;
	}

	private Path picturesOfWhichTheThirdIsDamaged() throws IOException {
		final Path pictures = pictures();
		final Path third = pictures.resolve("p3.png");
		Files.write(third, Arrays.copyOf(Files.readAllBytes(third), 50));
		return pictures;
	}

	/** The colour of a pixel on the left, where some masks are black. */
	private static int colour(final ImagePlus image, final int slice) {
		return image.getStack().getProcessor(slice).get(10, 16) & 0xffffff;
	}

	private int stylize(final Path content, final Path output, final String... options) {
		final List<String> all = new ArrayList<>(List.of("--content=" + content, "--style=gravel", "--output=" + output,
			"--size=40", "--iterations=1"));
		// NB: An option that is there twice would be refused.
		Stream.of(options).forEach(option -> all.removeIf(other -> other.startsWith(option.replaceFirst("=.*", "="))));
		all.addAll(List.of(options));
		return execute(all.toArray(new String[0]));
	}

	private int execute(final String... arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
	}

	private void assertRefused(final int exitCode, final String sentence, final Path content, final Path output,
		final String... options)
	{
		assertEquals(exitCode, stylize(content, output, options));
		final List<String> lines = err.toString().lines().filter(line -> !line.startsWith("[")).collect(Collectors.toList());
		assertTrue(lines.get(lines.size() - 1).startsWith("Nothing was written"), lines.toString());
		if (lines.size() > 1) assertEquals(sentence, lines.get(0));
	}

	private void assertLeft(final String... names) throws IOException {
		assertLeftIn(folder, names);
	}

	private static void assertLeftIn(final Path folder, final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList()));
		}
	}
}
