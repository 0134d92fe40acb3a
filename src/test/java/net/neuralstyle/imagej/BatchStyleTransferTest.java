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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ShortProcessor;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import net.neuralstyle.batch.BatchReport;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.PaintingInputs;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.recipe.PaintingRecipe;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;

/** The command in a SciJava context without a display. */
class BatchStyleTransferTest extends CommandTest {

	/** Inputs that are this command's alone. */
	private static final Set<String> OWN = Set.of("input", "slices", "style", "styleNetworks", "several", "output", "name",
		"subfolders",		"styleBlend", "overwrite", "dryRun", "part", "saveEvery", "threads", "report");

	@TempDir
	private Path folder;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), 2);
	}

	@Test
	void menuPathIsAsDocumented() {
		assertEquals("Plugins|Style Transfer|Batch Style Transfer", command().getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command().canRunHeadless());
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void inputsOfRecipesAreThoseOfTheOtherCommandInTheSameOrder() {
		final List<String> names = names(command());
		names.removeAll(OWN);
		final List<String> others = names(context().service(CommandService.class).getCommand(NeuralStyleTransfer.class));
		others.removeAll(List.of("content", "style", "moreStyles", "styleBlend", "mask", "labels", "styleMask", "startImage",
			"lossPlot", "slices", "outputFolder"));
		assertEquals(others, names);
	}

	@Test
	void picturesComeFirstAndRareInputsLast() {
		assertEquals(List.of("input", "slices", "style", "styleNetworks", "several", "output", "name", "preset", "strength",
			"size", "strokeSize", "colours", "network", "subfolders", "styleBlend"), names(command()).subList(0, 15));
	}

	@Test
	void noKeyIsTheEndOfAnEarlierOne() {
		// NB: ImageJ's recorder would take it for a duplicate, and say so in a window.
		final List<String> earlier = new ArrayList<>();
		HostedCommand.inputs(command()).stream().map(InputText::macroKey).forEach(key -> {
			assertTrue(earlier.stream().noneMatch(other -> other.endsWith(key)), key);
			earlier.add(key);
		});
	}

	@Test
	void picturesOfAFolderAreRedrawn() throws Exception {
		assertFalse(run(Map.of()).isCanceled());
		assertEquals(List.of(".neural-style-batch.lock", "batch-report.csv", "p1-gravel.png", "p2-gravel.png"), TestPictures
			.names(folder.resolve("out")));
		assertTrue(lastLine().matches("2 pictures in [0-9.]+ s: 2 done; the report is .*/batch-report\\.csv"), lastLine());
		assertEquals(String.join(",", BatchReport.COLUMNS), report().get(0));
		assertTrue(report().get(1).matches(
			".*/out/p1-gravel\\.png,done,new,1,[0-9.]+,[0-9.e+]+,[0-9a-f]{64},.*/in/p1\\.png,gravel"), report().get(1));
	}

	@Test
	void picturesOfSubfoldersAreRedrawnIntoSubfolders() throws Exception {
		TestPictures.write(folder.resolve("in/deep/p1.png"), 3);
		assertFalse(run(Map.of("subfolders", true)).isCanceled());
		assertTrue(Files.exists(folder.resolve("out/p1-gravel.png")));
		assertTrue(Files.exists(folder.resolve("out/deep/p1-gravel.png")));
		run(Map.of("subfolders", true));
		assertTrue(lastLine().contains("3 pictures") && lastLine().contains("3 skipped"), lastLine());
	}

	@Test
	void styleThatIsEnlargedIsToldOnce() throws Exception {
		run(Map.of("style", folder.resolve("in/p1.png").toString(), "size", 64));
		assertEquals(List
			.of("The style p1.png has 48x36 pixels and is enlarged to 80x60, so its finest strokes are blurred."), errors());
	}

	@Test
	void resultIsWhatTheOtherCommandMakesOfTheSamePicture() throws Exception {
		run(Map.of());
		final ImagePlus content = PictureReader.read(folder.resolve("in/p1.png"), 0).image();
		final ImagePlus alone = (ImagePlus) run(NeuralStyleTransfer.class, Map.of("content", content, "style", NamedPictures
			.find("gravel"), "size", 40, "iterations", 1)).getOutput("result");
		assertArrayEquals((int[]) alone.getProcessor().getPixels(), (int[]) PictureReader.read(folder.resolve(
			"out/p1-gravel.png"), 0).image().getProcessor().convertToRGB().getPixels());
	}

	@Test
	void framesOfAStackAreThoseThatTheOtherCommandMakes() throws Exception {
		final Path file = TestPictures.stack(folder.resolve("walk/walk.tif"));
		run(Map.of("input", folder.resolve("walk").toString(), "slices", "2-3", "name", "{content}.tif"));
		assertTrue(log().contains("result 1 of 1, walk.tif: new, 2 frames"), log().toString());
		assertTrue(lastLine().matches("1 result of 2 frames in [0-9.]+ s: 1 done; the report is .*"), lastLine());
		final ImagePlus content = SeriesReader.read(file).orElseThrow().image();
		final ImagePlus alone = (ImagePlus) run(NeuralStyleTransfer.class, Map.of("content", content, "style", NamedPictures
			.find("gravel"), "slices", "2-3", "size", 40, "iterations", 1)).getOutput("result");
		final ImagePlus ofBatch = SeriesReader.read(folder.resolve("out/walk.tif")).orElseThrow().image();
		for (int slice = 1; slice <= 2; slice++) {
			assertArrayEquals((int[]) alone.getStack().getPixels(slice), (int[]) ofBatch.getStack().getPixels(slice));
		}
	}

	@Test
	void networksPaintWhatTheOtherCommandPaintsAndSkipItThen() throws Exception {
		final Map<String, Object> painting = painting(Map.of("size", 40, "strength", 0.5));
		assertFalse(run(BatchStyleTransfer.class, painting).isCanceled());
		assertTrue(report().get(1).matches(".*/out/p1-waves\\.png,done,new,1,[0-9.]+,,[0-9a-f]{64},.*/in/p1\\.png," +
			".*/waves\\.h5"), report().get(1));
		final ImagePlus content = PictureReader.read(folder.resolve("in/p1.png"), 0).image();
		final ImagePlus alone = (ImagePlus) run(ApplyStyleNetwork.class, Map.of("content", content, "network", folder.resolve(
			"waves.h5").toString(), "size", 40, "strength", 0.5)).getOutput("result");
		assertArrayEquals((int[]) alone.getProcessor().getPixels(), (int[]) PictureReader.read(folder.resolve(
			"out/p1-waves.png"), 0).image().getProcessor().convertToRGB().getPixels());
		run(BatchStyleTransfer.class, painting);
		assertTrue(lastLine().contains(": 2 skipped; "), lastLine());
	}

	@Test
	void networkOfImageJsFolderIsFoundByItsName() throws Exception {
		final String before = System.getProperty(NamedNetworks.FOLDER_PROPERTY);
		final Map<String, Object> painting = painting(Map.of("styleNetworks", "waves", "dryRun", true));
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, folder.toString());
		try {
			assertFalse(run(BatchStyleTransfer.class, painting).isCanceled());
			assertTrue(log().contains("picture 2 of 2, p2-waves.png: to do, new"), log().toString());
		}
		finally {
			if (before == null) System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
			else System.setProperty(NamedNetworks.FOLDER_PROPERTY, before);
		}
	}

	@Test
	void whatNetworksHaveNotIsRefused() throws Exception {
		final Class<BatchStyleTransfer> batch = BatchStyleTransfer.class;
		assertRefused("There are styles and style networks: ", batch, painting(Map.of("style", "gravel")));
		assertRefused("Iterations is a setting of style transfers", batch, painting(Map.of("iterations", 3)));
		assertRefused("Style networks paint in one pass", batch, painting(Map.of("saveEvery", 3)));
		assertRefused("There is no style network ", batch, painting(Map.of("styleNetworks", "none.h5")));
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void secondRunSkipsEverything() throws Exception {
		run(Map.of());
		run(Map.of());
		assertTrue(lastLine().contains(": 2 skipped; "), lastLine());
	}

	@Test
	void picturesStartFromANetworkAndAreMadeAgainIfThatChanges() throws Exception {
		final Path network = folder.resolve("waves.h5");
		StyleNetworkFile.write(network, RandomNetworks.make(1, 2, 1));
		final Map<String, Object> start = Map.of("startNetwork", network.toString(), "input", folder.resolve("in/p1.png")
			.toString());
		run(start);
		final ImagePlus content = PictureReader.read(folder.resolve("in/p1.png"), 0).image();
		final ImagePlus alone = (ImagePlus) run(NeuralStyleTransfer.class, Map.of("content", content, "style", NamedPictures
			.find("gravel"), "size", 40, "iterations", 1, "startNetwork", network.toString())).getOutput("result");
		final Path result = folder.resolve("out/p1-gravel.png");
		assertArrayEquals((int[]) alone.getProcessor().getPixels(), (int[]) PictureReader.read(result, 0).image()
			.getProcessor().convertToRGB().getPixels());
		assertTrue(PictureReader.info(result).contains(" startnetwork=waves.h5 "), PictureReader.info(result));
		run(start);
		assertTrue(lastLine().contains(": 1 skipped; "), lastLine());
		StyleNetworkFile.write(network, RandomNetworks.make(2, 2, 1));
		run(start);
		assertTrue(report().get(1).contains(",done,it was started from another network's result,"), report().toString());
	}

	@Test
	void styleWithoutANetworkToStartFromIsReported() throws Exception {
		assertTrue(run(Map.of("start", "network")).isCanceled());
		assertTrue(report().get(1).contains("No style network was trained for the style gravel"), report().toString());
		assertRefused("No file or style network is called \"nowhere\"", Map.of("startNetwork", "nowhere"));
	}

	@Test
	void badPictureIsReportedAndTheRestGoesOn() throws Exception {
		Files.writeString(folder.resolve("in/p0.png"), "no picture");
		final CommandModule module = run(Map.of());
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().matches("Not all pictures could be made, 3 pictures in [0-9.]+ s: 2 done, 1 " +
			"failed; the report is .*/batch-report\\.csv\\."), module.getCancelReason());
		assertTrue(report().get(1).contains(",failed,") && report().get(3).contains(",done,"), report().toString());
		assertFalse(((StyleTransferCommand) module.getDelegateObject()).isRefused());
	}

	@Test
	void eachStyleMakesAPictureOfItsOwn() throws Exception {
		run(Map.of("style", "gravel,mosaic", "several", "each", "input", folder.resolve("in/p1.png").toString()));
		assertTrue(TestPictures.names(folder.resolve("out")).containsAll(List.of("p1-gravel.png", "p1-mosaic.png")));
	}

	@Test
	void partMakesItsShare() throws Exception {
		run(Map.of("part", "2/2"));
		assertEquals(List.of(".neural-style-batch.lock", "batch-report-2-of-2.csv", "p2-gravel.png"), TestPictures.names(
			folder.resolve("out")));
		run(Map.of("part", "9/9"));
		assertTrue(lastLine().startsWith("0 pictures in "), lastLine());
	}

	@Test
	void dryRunWritesNothing() throws Exception {
		run(Map.of("dryRun", true));
		assertFalse(Files.exists(folder.resolve("out")));
		assertTrue(log().contains("picture 1 of 2, p1-gravel.png: to do, new"), log().toString());
		assertTrue(lastLine().endsWith(": 2 to do; nothing was written, as this is a dry run"), lastLine());
	}

	@Test
	void overwriteMakesEverythingAnew() throws Exception {
		run(Map.of());
		run(Map.of("overwrite", true));
		assertTrue(lastLine().contains(": 2 done; "), lastLine());
	}

	@Test
	void picturesOnTheWayAreSaved() throws Exception {
		run(Map.of("input", folder.resolve("in/p1.png").toString(), "iterations", 5, "saveEvery", 2, "pyramid", 1));
		assertEquals(List.of(".neural-style-batch.lock", "batch-report.csv", "p1-gravel-iteration-0002.png",
			"p1-gravel-iteration-0004.png", "p1-gravel.png"), TestPictures.names(folder.resolve("out")));
		assertEquals(40, PictureReader.read(folder.resolve("out/p1-gravel-iteration-0002.png"), 0).image().getWidth());
	}

	@Test
	void escapeKeepsThePictureSoFarAndTheNextBatchMakesItAgain() throws Exception {
		context().service(LogService.class).addLogListener(message -> {
			if (message.text().startsWith("Computes on")) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		final CommandModule module = run(Map.of("iterations", 1000));
		assertTrue(((StyleTransferCommand) module.getDelegateObject()).isStopped());
		assertTrue(lastLine().matches("Stopped: 2 pictures in [0-9.]+ s: 1 stopped, 1 left; the report is .*"), lastLine());
		assertTrue(Files.exists(folder.resolve("out/p1-gravel.png")));
		IJ.resetEscape();
		run(Map.of("iterations", 1000, "dryRun", true));
		assertTrue(log().contains("picture 1 of 2, p1-gravel.png: to do, it was stopped before its end"), log().toString());
	}

	@Test
	void deepGreyStaysDeepWhereThatIsAskedFor() throws Exception {
		final ShortProcessor pixels = new ShortProcessor(48, 36);
		for (int i = 0; i < 48 * 36; i++) {
			pixels.set(i, 1000 + 5 * i);
		}
		pixels.setMinAndMax(1000, 9000);
		Files.createDirectories(folder.resolve("deep"));
		try (PictureWriter writer = new PictureWriter(folder.resolve("deep/d.tif"))) {
			writer.write(new ImagePlus("d", pixels));
		}
		final Map<String, Object> deep = Map.of("input", folder.resolve("deep").toString(), "resultType", "as content",
			"name", "{content}.tif", "saveEvery", 1);
		run(deep);
		for (final String name : List.of("d.tif", "d-iteration-0001.tif")) {
			assertEquals(16, PictureReader.readAsImageJDoes(folder.resolve("out").resolve(name)).getBitDepth());
		}
		run(deep);
		assertTrue(lastLine().contains(": 1 skipped; "), lastLine());
	}

	@Test
	void wrongInputsAreRefusedBeforeAnythingIsDone() throws Exception {
		final String in = folder.resolve("in").toString();
		assertRefused("There is no output folder", Map.of("output", " "));
		assertRefused("There are no pictures to redraw", Map.of("input", ""));
		assertRefused("There is no style", Map.of("style", ""));
		assertRefused("No file fits", Map.of("input", in + "/*.tif"));
		assertRefused("The part must be", Map.of("part", "3"));
		assertRefused("Threads must be from 0 to 1024, not -1.", Map.of("threads", -1));
		assertRefused("Save every must be from 0 to 10000, not 20000.", Map.of("saveEvery", 20000));
		assertRefused("The report r.txt must end in .csv.", Map.of("report", "r.txt"));
		assertRefused("Slices must be current, all, or numbers", Map.of("slices", "every"));
		assertRefused("The name \"{content}-{style}.png\" has room for one picture, and the slices are all", Map.of("slices",
			"all"));
		assertRefused("\"both\" is not a choice for several", Map.of("several", "both"));
		assertRefused("Iterations must be from 1 to 10000, not 0.", Map.of("iterations", 0));
		assertRefused("The results of two pictures would both be written", Map.of("name", "x.png"));
		assertRefused("The picture " + in + "/p1.png lies in the output folder", Map.of("output", in));
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void recipeThatDoesNotFitTheNetworkIsRefused() throws Exception {
		final CommandModule module = run(Map.of("styleLayers", "nowhere"));
		assertTrue(((StyleTransferCommand) module.getDelegateObject()).isRefused(), module.getCancelReason());
	}

	@Test
	void folderThatCannotBeMadeIsToldBeforeAnythingIsDone() throws Exception {
		final String file = folder.resolve("in/p1.png").toString();
		assertRefused("The output " + file + " is a file: give a folder.", Map.of("output", file));
	}

	@Test
	void dialogTellsHowManyResultsThereWillBe() {
		final HostedCommand command = new HostedCommand(context(), BatchStyleTransfer.class.getName());
		final Map<String, String> answers = new HashMap<>(command.defaults());
		assertEquals("No results yet.", command.note(answers));
		answers.putAll(Map.of("input", folder.resolve("in").toString(), "style", "gravel,mosaic", "several", "each", "output",
			folder.resolve("out").toString()));
		assertEquals("4 results.", command.note(answers));
	}

	@Test
	void dialogShowsWhatNetworksPaintByOnceThereIsOne() {
		final HostedCommand command = new HostedCommand(context(), BatchStyleTransfer.class.getName());
		final Map<String, String> before = new HashMap<>(command.defaults());
		before.putAll(Map.of("preset", "Painting", "coherence", "7", "iterations", "3"));
		final Map<String, String> after = new HashMap<>(before);
		after.put("styleNetworks", "w");
		after.putAll(command.consequences(before, after));
		assertEquals(PaintingRecipe.builder().build(), new PaintingInputs(after).recipe());
		final Map<String, String> again = new HashMap<>(after);
		again.put("styleNetworks", "");
		again.putAll(command.consequences(after, again));
		assertEquals(new RecipeInputs(Map.of()).recipe(), new RecipeInputs(again).recipe());
	}

	@Test
	void whatIsSaidOfPaintingsIsNotOfferedForStyleTransfers() throws Exception {
		final HostedCommand command = new HostedCommand(context(), BatchStyleTransfer.class.getName());
		final Map<String, String> before = command.offered(Map.of());
		command.remember(run(BatchStyleTransfer.class, painting(Map.of("size", 40, "dryRun", true))));
		assertEquals(before, command.offered(Map.of()));
	}

	// -- Helper methods --

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(BatchStyleTransfer.class);
	}

	private static List<String> names(final CommandInfo command) {
		return HostedCommand.inputs(command).stream().map(ModuleItem::getName).collect(Collectors.toList());
	}

	private CommandModule run(final Map<String, Object> more) throws Exception {
		return run(BatchStyleTransfer.class, inputs(more));
	}

	private Map<String, Object> inputs(final Map<String, Object> more) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("input", folder.resolve("in").toString(), "style", "gravel",
			"output", folder.resolve("out").toString(), "size", 40, "iterations", 1));
		inputs.putAll(more);
		return inputs;
	}

	/** Inputs with a network in the place of the style. */
	private Map<String, Object> painting(final Map<String, Object> more) throws IOException {
		StyleNetworkFile.write(folder.resolve("waves.h5"), RandomNetworks.make(1, 2, 1));
		final Map<String, Object> inputs = new HashMap<>(Map.of("input", folder.resolve("in").toString(), "styleNetworks",
			folder.resolve("waves.h5").toString(), "output", folder.resolve("out").toString()));
		inputs.putAll(more);
		return inputs;
	}

	private List<String> report() throws IOException {
		return Files.readAllLines(folder.resolve("out/batch-report.csv"));
	}

	private void assertRefused(final String reason, final Map<String, Object> more) throws Exception {
		assertRefused(reason, BatchStyleTransfer.class, inputs(more));
	}
}
