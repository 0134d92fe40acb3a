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

package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.FolderOpener;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.Provenance;
import net.neuralstyle.imagej.image.ResultInfo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.event.TaskEvent;

/** The command on slices of stacks, frames of hyperstacks and virtual stacks. */
@Tag("slow")
class StackTransferTest extends CommandTest {

	private final ImagePlus stack = stack("walk.tif", 4);
	private final ImagePlus style = colours("paint", 40, 56, 9);

	/** NB: SciJava keeps its listeners by weak references only. */
	private Stopper stopper;

	@TempDir
	private Path folder;

	// -- What comes out --

	@Test
	void framesAreThoseThatAreRedrawnOneByOne() throws Exception {
		final ImagePlus all = result("all");
		assertEquals(4, all.getStackSize());
		for (int slice = 1; slice <= 4; slice++) {
			stack.setSlice(slice);
			assertArrayEquals(pixels(result("current"), 1), pixels(all, slice));
		}
	}

	@Test
	void framesGoOnFromThoseBefore() throws Exception {
		final ImagePlus each = result("all");
		final ImagePlus coherent = run(Map.of("slices", "all", "coherence", 100.0));
		assertArrayEquals(pixels(each, 1), pixels(coherent, 1));
		assertFalse(Arrays.equals(pixels(each, 2), pixels(coherent, 2)));
	}

	@Test
	void framesThatGoOnFromOthersHaveIterationsToo() throws Exception {
		run(Map.of("slices", "1-2", "coherence", 100.0));
		assertTrue(log().stream().anyMatch(line -> line.startsWith("frame 2/2, iteration 1/1: ")), log().toString());
	}

	@Test
	void rangesAndListsLeaveTheOthersOut() throws Exception {
		final ImagePlus all = result("all");
		final ImagePlus some = result("1,3-4");
		assertEquals(3, some.getStackSize());
		assertArrayEquals(pixels(all, 1), pixels(some, 1));
		assertArrayEquals(pixels(all, 4), pixels(some, 3));
		assertEquals("slice number 4", some.getStack().getSliceLabel(3));
	}

	@Test
	void resultKeepsLabelsCalibrationAndIntervals() throws Exception {
		final Calibration calibration = stack.getCalibration();
		calibration.setUnit("micron");
		calibration.pixelWidth = calibration.pixelHeight = 0.5;
		calibration.pixelDepth = 2;
		calibration.frameInterval = 30;
		calibration.fps = 12;
		final ImagePlus result = run(Map.of("slices", "all", "size", 128));
		assertEquals(128, result.getWidth());
		assertEquals("micron", result.getCalibration().getUnit());
		assertEquals(0.25, result.getCalibration().pixelWidth, 1e-12);
		assertEquals(2, result.getCalibration().pixelDepth);
		assertEquals(30, result.getCalibration().frameInterval);
		assertEquals(12, result.getCalibration().fps);
		assertEquals("slice number 2", result.getStack().getSliceLabel(2));
		assertEquals("walk.tif in the style of paint", result.getTitle());
	}

	@Test
	void stackAndWhatItShowsStayAsTheyAre() throws Exception {
		stack.setSlice(2);
		final int[] before = pixels(stack, 3).clone();
		final ImagePlus result = result("all");
		assertEquals(2, stack.getCurrentSlice());
		assertArrayEquals(before, pixels(stack, 3));
		assertFalse(stack.changes);
		assertTrue(result.changes);
	}

	@Test
	void timeStaysTime() throws Exception {
		stack.setDimensions(1, 1, 4);
		final ImagePlus result = result("2-3");
		assertEquals(1, result.getNSlices());
		assertEquals(2, result.getNFrames());
	}

	@Test
	void hyperstackKeepsItsZAndT() throws Exception {
		final ImagePlus all = result("all");
		stack.setDimensions(1, 2, 2);
		final ImagePlus hyper = result("all");
		assertEquals(2, hyper.getNSlices());
		assertEquals(2, hyper.getNFrames());
		assertTrue(hyper.isHyperStack());
		for (int slice = 1; slice <= 4; slice++) {
			assertArrayEquals(pixels(all, slice), pixels(hyper, slice));
		}
		final ImagePlus second = result("2");
		assertEquals(2, second.getNSlices());
		assertEquals(1, second.getNFrames());
		assertArrayEquals(pixels(all, 3), pixels(second, 1));
	}

	@Test
	void channelsAreColours() throws Exception {
		final ImageStack slices = new ImageStack(64, 48);
		for (int i = 0; i < 6; i++) {
			slices.addSlice(colours("", 64, 48, 2 + i).getProcessor().convertToByte(false));
		}
		final ImagePlus image = new ImagePlus("cells", slices);
		image.setDimensions(2, 3, 1);
		final CompositeImage cells = new CompositeImage(image, CompositeImage.COMPOSITE);
		cells.setPosition(2, 1, 1);
		cells.setDisplayRange(20, 90);
		final ImagePlus all = run(Map.of("content", cells, "slices", "all"));
		assertEquals(3, all.getStackSize());
		assertEquals(24, all.getBitDepth());
		cells.setPosition(2, 3, 1);
		assertArrayEquals(pixels(run(Map.of("content", cells)), 1), pixels(all, 3));
	}

	@Test
	void greyFramesMayKeepTheirTypeAndOneDisplayRange() throws Exception {
		final ImageStack deep = new ImageStack(64, 48);
		for (int slice = 1; slice <= 3; slice++) {
			final ImageProcessor values = colours("", 64, 48, 3).getProcessor().convertToByte(false).convertToShort(false);
			values.multiply(10 * slice);
			deep.addSlice(values);
		}
		final ImagePlus image = new ImagePlus("deep", deep);
		image.setDisplayRange(100, 4000);
		final ImagePlus result = run(Map.of("content", image, "slices", "2-3", "resultType", "as content"));
		assertEquals(16, result.getBitDepth());
		for (int slice = 1; slice <= 2; slice++) {
			result.setSlice(slice);
			assertEquals(100, result.getDisplayRangeMin());
			assertEquals(4000, result.getDisplayRangeMax());
		}
		image.setSlice(3);
		final ImagePlus third = run(Map.of("content", image, "resultType", "as content"));
		assertArrayEquals((short[]) third.getProcessor().getPixels(), (short[]) result.getStack().getPixels(2));
	}

	@Test
	void singleImageIsAStackOfOneSlice() throws Exception {
		final ImagePlus single = colours("cat", 64, 48, 3);
		final ImagePlus one = run(Map.of("content", single, "slices", "all"));
		assertEquals(1, one.getStackSize());
		assertArrayEquals(pixels(run(Map.of("content", single)), 1), pixels(one, 1));
	}

	// -- What is told --

	@Test
	void infoTellsTheFramesAndTheMacro() throws Exception {
		final String info = ResultInfo.of(result("2,4"));
		assertEquals("walk.tif, slice 2", ResultInfo.provenance(info).map(Provenance::content).orElseThrow().name());
		assertTrue(info.contains("\nFrames: 2,4\n"), info);
		assertTrue(info.contains("\nwalk.tif, slice 2: content "), info);
		assertTrue(info.contains("\nwalk.tif, slice 4: content "), info);
		assertTrue(ResultInfo.macro(info).contains(" slices=2,4 "), info);
	}

	@Test
	void macroOfASliceOnShowNamesIt() throws Exception {
		stack.setSlice(3);
		final String macro = ResultInfo.macro(ResultInfo.of(result("current")));
		assertTrue(macro.contains(" slices=3 "), macro);
	}

	@Test
	void logTellsTheFrameAndTheTimeThatIsLeftForAll() throws Exception {
		result("2-4");
		final List<String> iterations = log().stream().filter(line -> line.contains("iteration")).collect(Collectors
			.toList());
		assertEquals(3, iterations.size(), iterations.toString());
		for (int frame = 1; frame <= 3; frame++) {
			assertTrue(iterations.get(frame - 1).matches("frame " + frame +
				"/3, iteration 1/1: loss .*, [0-9]+:[0-5][0-9] left"), iterations.toString());
		}
		assertTrue(log().stream().anyMatch(line -> line.matches("Frames done, 3 of 3 frames in [0-9]+:[0-5][0-9]")), log()
			.toString());
		assertEquals(1, log().stream().filter(line -> line.startsWith("Computes on ")).count());
	}

	// -- What goes with the frames --

	@Test
	void maskGoesSliceBySliceOrForAll() throws Exception {
		final ImageStack masks = new ImageStack(64, 48);
		for (int slice = 0; slice < 4; slice++) {
			masks.addSlice(half(slice % 2 == 0));
		}
		final ImagePlus result = run(Map.of("slices", "all", "size", 0, "mask", new ImagePlus("masks", masks)));
		assertEquals(pixels(stack, 1)[40], pixels(result, 1)[40]);
		assertNotEquals(pixels(stack, 1)[10], pixels(result, 1)[10]);
		assertEquals(pixels(stack, 2)[10], pixels(result, 2)[10]);
		assertNotEquals(pixels(stack, 2)[40], pixels(result, 2)[40]);
		final ImagePlus same = run(Map.of("slices", "1-2", "size", 0, "mask", new ImagePlus("mask", half(true))));
		assertArrayEquals(pixels(result, 1), pixels(same, 1));
		assertEquals(pixels(stack, 2)[40], pixels(same, 2)[40]);
	}

	@Test
	void labelsGoSliceBySlice() throws Exception {
		final ImageStack labels = new ImageStack(64, 48);
		for (int slice = 0; slice < 4; slice++) {
			final ImageProcessor label = half(slice % 2 == 0);
			label.multiply(1 / 255.0);
			labels.addSlice(label);
		}
		final ImagePlus result = run(Map.of("slices", "2", "size", 0, "labels", new ImagePlus("labels", labels)));
		assertEquals(pixels(stack, 2)[10], pixels(result, 1)[10]);
		assertNotEquals(pixels(stack, 2)[40], pixels(result, 1)[40]);
	}

	@Test
	void selectionCountsInEveryFrame() throws Exception {
		stack.setRoi(32, 0, 32, 48);
		final ImagePlus result = run(Map.of("slices", "all", "size", 0));
		for (int slice = 1; slice <= 4; slice++) {
			assertEquals(pixels(stack, slice)[10], pixels(result, slice)[10]);
			assertNotEquals(pixels(stack, slice)[40], pixels(result, slice)[40]);
		}
	}

	@Test
	void startImageGoesSliceBySlice() throws Exception {
		final ImagePlus former = result("all");
		final ImagePlus all = run(Map.of("slices", "2-3", "startImage", former));
		stack.setSlice(3);
		former.setSlice(3);
		assertArrayEquals(pixels(run(Map.of("startImage", former)), 1), pixels(all, 2));
	}

	@Test
	void maskOfAnotherNumberOfSlicesIsRefused() throws Exception {
		final ImageStack masks = new ImageStack(64, 48);
		for (int slice = 0; slice < 3; slice++) {
			masks.addSlice(half(true));
		}
		assertRefused("The mask masks has 3 slices, and walk.tif has 4: use one with as many, or with a single slice for " +
			"all.", inputs(Map.of("slices", "all", "mask", new ImagePlus("masks", masks))));
	}

	@Test
	void maskOfAnotherSizeIsRefusedBeforeAnythingIsDone() throws Exception {
		assertRefused("walk.tif, slice 1: A mask or label image of 32x48 pixels does not fit", inputs(Map.of("slices", "all",
			"mask", new ImagePlus("mask", half(true).resize(32, 48)))));
	}

	@Test
	void sliceThatIsMaskedAltogetherIsNamedBeforeAnythingIsDone() throws Exception {
		final ImageStack masks = new ImageStack(64, 48);
		for (int slice = 0; slice < 4; slice++) {
			masks.addSlice(slice == 2 ? new ByteProcessor(64, 48) : half(true));
		}
		assertRefused("walk.tif, slice 3: The selection, mask, labels or opaque part of the content image has no pixels",
			inputs(Map.of("slices", "all", "mask", new ImagePlus("masks", masks))));
		assertTrue(log().stream().noneMatch(line -> line.contains("iteration")), log().toString());
	}

	// -- What is refused --

	@Test
	void slicesThatAreNotThereAreRefused() throws Exception {
		assertRefused("There is no slice 5 in walk.tif: choose from 1 to 4.", inputs(Map.of("slices", "3-20")));
		assertRefused("There is no slice 2 in cat, which has one alone: say slices=current.", inputs(Map.of("slices", "2",
			"content", colours("cat", 64, 48, 3))));
		assertRefused("Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"some\".", inputs(Map.of("slices",
			"some")));
	}

	@Test
	void folderForOnePictureIsRefused() throws Exception {
		assertRefused("There is an output folder, and only what is on show is redrawn: say slices=all, or leave the folder " +
			"out.", inputs(Map.of("outputFolder", folder.toString())));
	}

	// -- Stops --

	@Test
	void stopKeepsTheFramesThatAreDone() throws Exception {
		stopAtFrame(3);
		final ImagePlus result = run(Map.of("slices", "all", "iterations", 3, "size", 64));
		assertEquals(2, result.getStackSize());
		assertTrue(ResultInfo.of(result).contains("\nFrames: all, the first 2 of 4\n"), ResultInfo.of(result));
		assertTrue(log().stream().anyMatch(line -> line.matches(
			"Frames stopped, 2 of 4 frames in .*: these are kept")), log().toString());
	}

	@Test
	void stopInTheFirstFrameKeepsItsPictureSoFar() throws Exception {
		stopAtFrame(1);
		final ImagePlus result = run(Map.of("slices", "all", "iterations", 3, "size", 64));
		assertEquals(1, result.getStackSize());
		assertTrue(ResultInfo.provenance(ResultInfo.of(result)).orElseThrow().isStopped());
	}

	@Test
	void stoppedHyperstackIsOfThoseThatAreDone() throws Exception {
		stack.setDimensions(1, 2, 2);
		stopAtFrame(4);
		final ImagePlus result = run(Map.of("slices", "all", "iterations", 3, "size", 64));
		assertEquals(3, result.getStackSize());
		assertEquals(List.of("slice number 1", "slice number 2", "slice number 3"), Stream.of(1, 2, 3).map(result
			.getStack()::getSliceLabel).collect(Collectors.toList()));
	}

	// -- Folders and virtual stacks --

	@Test
	void framesGoIntoAFolderAndAreOpenedVirtually() throws Exception {
		final ImagePlus inMemory = result("2-4");
		final Path output = folder.resolve("new").resolve("frames");
		final ImagePlus result = run(Map.of("slices", "2-4", "outputFolder", output.toString()));
		assertTrue(result.getStack().isVirtual());
		assertEquals(List.of("walk_0002.tif", "walk_0003.tif", "walk_0004.tif"), names(output));
		for (int slice = 1; slice <= 3; slice++) {
			assertArrayEquals(pixels(inMemory, slice), pixels(result, slice));
		}
		assertEquals("slice number 3", result.getStack().getSliceLabel(2));
		assertFalse(result.changes);
		final ImagePlus file = IJ.openImage(output.resolve("walk_0003.tif").toString());
		assertEquals("walk.tif, slice 3", ResultInfo.provenance(ResultInfo.of(file)).orElseThrow().content().name());
		assertArrayEquals(pixels(inMemory, 2), pixels(file, 1));
	}

	@Test
	void virtualStackGivesAFolderBesideItsFiles() throws Exception {
		final ImagePlus inMemory = result("all");
		final ImagePlus opened = virtual();
		final ImagePlus result = run(Map.of("content", opened, "slices", "all"));
		final Path output = folder.resolve("content").resolve(opened.getTitle() + " in the style of paint");
		assertEquals(4, names(output).size());
		assertTrue(log().contains("The result is written to the folder " + output + ", 4 frames of together about 1 MB."),
			log().toString());
		for (int slice = 1; slice <= 4; slice++) {
			assertArrayEquals(pixels(inMemory, slice), pixels(result, slice));
		}
		run(Map.of("content", opened, "slices", "all"));
		assertEquals(4, names(output.resolveSibling(output.getFileName() + " 2")).size());
	}

	@Test
	void hyperstackInAFolderIsReadBackInItsOrder() throws Exception {
		stack.setDimensions(1, 2, 2);
		final ImagePlus inMemory = result("all");
		final Path output = folder.resolve("frames");
		final ImagePlus result = run(Map.of("slices", "all", "outputFolder", output.toString()));
		assertEquals(List.of("walk_t0001_z001.tif", "walk_t0001_z002.tif", "walk_t0002_z001.tif", "walk_t0002_z002.tif"),
			names(output));
		final ImagePlus read = FolderOpener.open(output.toString());
		for (int slice = 1; slice <= 4; slice++) {
			assertArrayEquals(pixels(inMemory, slice), pixels(result, slice));
			assertArrayEquals(pixels(inMemory, slice), pixels(read, slice));
		}
	}

	@Test
	void deepFramesOfAFolderKeepTypeAndDisplayRange() throws Exception {
		final ImagePlus deep = new ImagePlus("deep", colours("", 64, 48, 3).getProcessor().convertToByte(false)
			.convertToShort(false));
		deep.setDisplayRange(10, 150);
		final ImagePlus result = run(Map.of("content", deep, "slices", "all", "resultType", "as content", "outputFolder",
			folder.resolve("frames").toString()));
		assertEquals(16, result.getBitDepth());
		assertEquals(150, result.getDisplayRangeMax());
		assertEquals(150, IJ.openImage(folder.resolve("frames").resolve("deep_0001.tif").toString()).getDisplayRangeMax());
	}

	@Test
	void framesThatAreThereAreNotReplaced() throws Exception {
		Files.writeString(folder.resolve("walk_0002.tif"), "mine");
		assertRefused("The folder " + folder + " has frames already, such as walk_0002.tif: give another folder, or remove " +
			"them.", inputs(Map.of("slices", "all", "outputFolder", folder.toString())));
		assertEquals("mine", Files.readString(folder.resolve("walk_0002.tif")));
	}

	@Test
	void folderThatCannotBeMadeIsRefused() throws Exception {
		final Path file = Files.writeString(folder.resolve("file"), "text");
		assertRefused("The output folder " + file + " is a file: give the name of a folder.", inputs(Map.of("slices", "all",
			"outputFolder", file.toString())));
		assertRefused("The folder " + file.resolve("frames") + " cannot be made: ", inputs(Map.of("slices", "all",
			"outputFolder", file.resolve("frames").toString())));
	}

	@Test
	void folderOfARunThatFailsAtOnceIsNotLeft() throws Exception {
		final Path output = folder.resolve("frames");
		assertRefused("The network Compact VGG (bundled) has no layer block9", inputs(Map.of("slices", "all", "outputFolder",
			output.toString(), "contentLayers", "block9")));
		assertFalse(Files.exists(output));
	}

	@Test
	void virtualStackWithoutFilesNeedsAFolder() throws Exception {
		final ImagePlus made = new ImagePlus("made", new VirtualStack(64, 48, 3, "fill"));
		assertRefused("The content made is a virtual stack without files: give an output folder for the redrawn slices.",
			inputs(Map.of("content", made, "slices", "all")));
		assertEquals(3, run(Map.of("content", made, "slices", "all", "outputFolder", folder.resolve("frames").toString()))
			.getStackSize());
	}

	@Test
	void sliceWhoseFileIsGoneIsNamedAndThoseBeforeStay() throws Exception {
		final ImagePlus opened = virtual();
		Files.delete(folder.resolve("content").resolve("c3.tif"));
		final Path output = folder.resolve("frames");
		final CommandModule module = run(NeuralStyleTransfer.class, inputs(Map.of("content", opened, "slices", "all",
			"outputFolder", output.toString())));
		assertEquals("content, slice 3: Slice 3 of content cannot be read: open it anew from a file or folder that is whole.",
			module.getCancelReason());
		assertEquals(2, ((ImagePlus) module.getOutput("result")).getStackSize());
		assertEquals(List.of("content_0001.tif", "content_0002.tif"), names(output));
		assertTrue(log().stream().noneMatch(line -> line.contains("Style transfer done")), log().toString());
	}

	// -- Helper methods --

	/** Stops the command in a frame, counted from 1, after some of its evaluations. */
	private void stopAtFrame(final int frame) {
		stopper = new Stopper(frame);
		context().service(EventService.class).subscribe(stopper);
	}

	private ImagePlus virtual() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("content"));
		for (int slice = 1; slice <= stack.getStackSize(); slice++) {
			new FileSaver(new ImagePlus("", stack.getStack().getProcessor(slice))).saveAsTiff(files.resolve("c" + slice + ".tif")
				.toString());
		}
		final ImagePlus opened = FolderOpener.open(files.toString(), "virtual");
		assertTrue(opened.getStack().isVirtual());
		return opened;
	}

	private ImagePlus result(final String slices) throws Exception {
		return run(Map.of("slices", slices));
	}

	private ImagePlus run(final Map<String, Object> given) throws Exception {
		final ImagePlus result = (ImagePlus) run(NeuralStyleTransfer.class, inputs(given)).getOutput("result");
		assertTrue(result != null, log().toString());
		return result;
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		assertRefused(reason, NeuralStyleTransfer.class, inputs);
	}

	private void assertFails(final String reason, final Map<String, Object> inputs) throws Exception {
		final CommandModule module = run(NeuralStyleTransfer.class, inputs);
		assertEquals(reason, module.getCancelReason());
		assertNull(module.getOutput("result"));
	}

	private Map<String, Object> inputs(final Map<String, Object> given) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", stack, "style", style, "size", 48, "iterations", 1,
			"pyramid", 1, "coherence", 0.0));
		inputs.putAll(given);
		return inputs;
	}

	private static int[] pixels(final ImagePlus image, final int slice) {
		return (int[]) image.getStack().getPixels(slice);
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	/** White on the left or on the right. */
	private static ImageProcessor half(final boolean left) {
		final ByteProcessor half = new ByteProcessor(64, 48);
		half.setValue(255);
		half.setRoi(left ? 0 : 32, 0, 32, 48);
		half.fill();
		half.resetRoi();
		return half;
	}

	static ImagePlus stack(final String title, final int count) {
		final ImageStack slices = new ImageStack(64, 48);
		for (int slice = 1; slice <= count; slice++) {
			slices.addSlice("slice number " + slice, colours("", 64, 48, 2 + slice).getProcessor());
		}
		return new ImagePlus(title, slices);
	}

	/** Cancels a task when its status tells of a frame. */
	public static final class Stopper {

		private final String words;

		Stopper(final int frame) {
			words = "frame " + frame + "/4, iteration 2/";
		}

		@EventHandler
		private void onEvent(final TaskEvent event) {
			final String status = event.getTask().getStatusMessage();
			// NB: To be cancelled is an event, too.
			if (status != null && status.contains(words) && !event.getTask().isCanceled()) event.getTask().cancel("enough");
		}
	}
}
