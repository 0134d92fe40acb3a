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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileInfo;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.thread.ThreadService;

/**
 * The command in ImageJ macros, run as Fiji runs it: on a thread of SciJava's, with
 * SciJava's pre- and postprocessors, while the macro's thread waits. Public, so
 * that macros can call it.
 */
@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public class MacroCommandTest extends CommandTest {

	private static final String SMALL = " size=32 iterations=1";
	private static final String IMAGES = "setBatchMode(true); newImage('cat', 'RGB', 64, 48, 1); " +
		"newImage('paint', 'RGB', 48, 64, 1); newImage('other', 'RGB', 48, 64, 1); ";

	private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());
	private static MacroCommandTest host;

	@BeforeEach
	void becomeHost() {
		host = this;
		SEEN.clear();
	}

	@AfterEach
	void leaveNoImages() {
		host = null;
		IJ.setKeyUp(IJ.ALL_KEYS);
		// NB: ImageJ keeps a macro's images when its caller is a program.
		for (ImagePlus image = OpenImages.active(); image != null; image = OpenImages.active()) {
			image.close();
		}
	}

	@Test
	void resultIsTheMacrosActiveImageAndThereOnce() {
		assertEquals("cat in the style of paint, 4 images", runMacro(IMAGES + run("content=cat style=paint" + SMALL) +
			"return getTitle() + ', ' + nImages + ' images';"));
	}

	@Test
	void closedResultIsGone() {
		assertEquals("3 images", runMacro(IMAGES + run("content=cat style=paint" + SMALL) +
			"close(); return '' + nImages + ' images';"));
	}

	@Test
	void laterCommandsOfOthersSeeNoImageOfOurs() {
		runMacro(IMAGES + run("content=cat style=paint" + SMALL) + call("lookFromSciJavasThread", ""));
		assertEquals(List.of("null"), SEEN);
	}

	@Test
	void sampleStyleNeedsNoOpenImage() {
		assertEquals("cat in the style of great-wave, 4 images", runMacro(IMAGES + run("content=cat style=great-wave" +
			SMALL) + "return getTitle() + ', ' + nImages + ' images';"));
	}

	@Test
	void contentThatIsLeftOutIsTheActiveImageInALoop() {
		assertEquals("cat in the style of paint-1, other in the style of paint-1, ", runMacro(IMAGES +
			"titles = newArray('cat', 'other'); results = ''; for (i = 0; i < 4; i++) { selectImage(titles[i % 2]); " + run(
				"style=paint" + SMALL) + "if (i > 1) results = results + getTitle() + ', '; } return results;"));
	}

	@Test
	void everyResultHasATitleOfItsOwn() {
		assertEquals("cat in the style of paint-2", runMacro(IMAGES + run("content=cat style=paint" + SMALL) + run(
			"content=cat style=paint" + SMALL) + run("content=cat style=paint" + SMALL) + "return getTitle();"));
	}

	@Test
	void numberOfATitleStandsBeforeItsExtension() {
		assertEquals("a.png in the style of b-1.jpg", runMacro(IMAGES + "selectImage('cat'); rename('a.png'); " +
			"selectImage('paint'); rename('b.jpg'); " + run("content=a.png style=b.jpg" + SMALL) + run(
				"content=a.png style=b.jpg" + SMALL) + "return getTitle();"));
	}

	@Test
	void bracketsInTitlesAreFound() {
		assertEquals("half [open.png in the style of [2] & 'x' #50%.png", runMacro(IMAGES +
			"selectImage('cat'); rename('half [open.png'); selectImage('paint'); rename('[2] & \\'x\\' #50%.png'); " + run(
				"content=[half [open.png] style=[[2] & \\'x\\' #50%.png]" + SMALL) + "return getTitle();"));
	}

	@Test
	void keysInCapitalsAreUnderstood() {
		assertEquals("32", runMacro(IMAGES + run("Content=cat STYLE=paint Size=32 Iterations=1") +
			"return '' + getWidth();"));
	}

	@Test
	void refusedValueEndsTheMacroAtOnceWithOneSentence() throws Exception {
		assertEnds("content=cat style=paint contentweight=-1", "Content weight must be from 0 to 1e9, not -1.0.");
	}

	@Test
	void missingImageEndsTheMacroWithOneSentence() throws Exception {
		assertEnds("content=cat style=nothing",
			"No open image, file or bundled style is called \"nothing\": open are \"cat\", \"paint\", \"other\", bundled are " +
				String.join(", ", SampleStyle.names()) + ".");
	}

	@Test
	void unknownKeyEndsTheMacroWithOneSentence() throws Exception {
		assertEnds("content=cat style=paint styleweigth=60",
			"\"styleweigth\" is not a setting: did you mean \"styleweight\"?");
	}

	@Test
	void styleIsNotTakenForTheContentThatIsLeftOut() throws Exception {
		assertEnds("style=other",
			"The active image, other, is the style: open or select the content first, or name it by content=.");
	}

	@Test
	void macroWithoutOptionsIsAskedNothingWhereNobodyCanBeAsked() throws Exception {
		// NB: Without options, the preprocessor that SciJava runs takes the macro's.
		runMacro(IMAGES + call("runWithoutOptions", "") + call("note", "went on"));
		assertEquals(List.of(), SEEN);
		assertTrue(errors().get(0).startsWith("There is no style image"), errors().toString());
		assertEquals(1, errors().size());
	}

	@Test
	void stoppedMacroIsNotKilledAndEndsAfterTheCommand() throws Exception {
		final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
		final Thread macro = new Thread(() -> runMacro(IMAGES + run("content=cat style=paint size=512 iterations=100") + call(
			"note", "went on")), "test_Macro$");
		macro.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
		macro.start();
		while (log().stream().noneMatch(line -> line.startsWith("Computes on"))) {
			Thread.sleep(10);
		}
		// NB: What ImageJ does first of all when somebody presses Escape; it waits for 2 s, then kills.
		Interpreter.abort();
		assertTrue(macro.isAlive());
		IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
		macro.join();
		assertEquals(List.of(), failures);
		assertEquals(List.of(), SEEN);
	}

	@Test
	void macrosThreadGetsItsNameBack() throws Exception {
		final Thread macro = new Thread(() -> runMacro(IMAGES + run("content=cat style=paint" + SMALL) + call(
			"noteThread", "")), "test_Macro$");
		macro.start();
		macro.join();
		assertEquals(List.of("test_Macro$"), SEEN);
	}

	@Test
	void macrosThreadGetsItsNameBackAfterAnError() throws Exception {
		final ImagePlus impossible = new ImagePlus() {

			@Override
			public int getWidth() {
				throw new OutOfMemoryError("for a test");
			}
		};
		final FutureTask<CommandModule> work = new FutureTask<>(() -> run(NeuralStyleTransfer.class, Map.of("content",
			impossible, "style", image())));
		final Thread macro = new Thread(work, "test_Macro$");
		macro.start();
		macro.join();
		assertTrue(work.get().getCancelReason().startsWith("There is not enough memory"));
		assertEquals("test_Macro$", macro.getName());
	}

	@Test
	void framesBeforeOneThatFailsAreFilesBesideTheContent(@TempDir final Path folder) throws Exception {
		runMacro(IMAGES + call("openBrokenStack", folder.toString()) + run("content=walk style=paint slices=all" + SMALL) +
			call("note", "went on"));
		final Path frames = folder.resolve("walk in the style of paint");
		assertEquals("The macro ends, and the 2 frames that were done are in the new folder " + frames +
			"; with an output folder each frame is written when it is done.", errors().get(0));
		assertEquals(2, errors().size());
		assertEquals(List.of("walk_0001.tif", "walk_0002.tif"), TestPictures.names(frames));
		final ImagePlus second = IJ.openImage(frames.resolve("walk_0002.tif").toString());
		assertEquals(32, second.getWidth());
		assertTrue(second.getInfoProperty().contains("the first 2 of 3"), second.getInfoProperty());
		assertEquals(List.of(), SEEN);
	}

	@Test
	void framesBeforeOneThatFailsAreToldToBeLostWhereTheContentHasNoFiles() throws Exception {
		runMacro(IMAGES + call("openBrokenStack", "") + run("content=walk style=paint slices=all" + SMALL));
		assertEquals(
			"The macro ends, and the 2 frames that were done are lost with it; with an output folder each frame is written " +
			"when it is done.", errors().get(0));
	}

	@Test
	void commandThatAScriptRunsShowsNothingWithoutAWindow() throws Exception {
		final Module module = run(NeuralStyleTransfer.class, Map.of("content", image(), "style", image(), "size", 32,
			"iterations", 1));
		assertEquals(32, ((ImagePlus) module.getOutput("result")).getWidth());
		assertEquals(0, WindowManager.getImageCount());
		assertNull(WindowManager.getCurrentImage());
	}

	// -- Called by macros --

	/** Runs the command as {@code run} does in Fiji. */
	public static String runCommand(final String options) throws InterruptedException, ExecutionException {
		final Module module = host.module();
		return host.runWithOptions(module, options);
	}

	public static String runWithoutOptions(final String nothing) throws InterruptedException, ExecutionException {
		host.context().service(ModuleService.class).run(host.module(), true).get();
		return nothing;
	}

	public static String lookFromSciJavasThread(final String nothing) throws InterruptedException, ExecutionException {
		SEEN.add(String.valueOf(host.context().service(ThreadService.class).run(WindowManager::getTempCurrentImage).get()));
		return nothing;
	}

	/** Opens an image, as if it were of a file in a folder, whose third slice cannot be read. */
	public static String openBrokenStack(final String folder) {
		final ImageStack slices = new ImageStack(48, 36) {

			@Override
			public Object getPixels(final int slice) {
				if (slice == 3) throw new StyleTransferException("Slice 3 is broken.");
				return super.getPixels(slice);
			}
		};
		for (int slice = 1; slice <= 3; slice++) {
			slices.addSlice(colours("", 48, 36, 2 + slice).getProcessor());
		}
		final ImagePlus image = new ImagePlus("walk", slices);
		final FileInfo file = new FileInfo();
		file.directory = folder;
		image.setFileInfo(file);
		image.show();
		return "";
	}

	public static String note(final String what) {
		SEEN.add(what);
		return what;
	}

	public static String noteThread(final String nothing) {
		SEEN.add(Thread.currentThread().getName());
		return nothing;
	}

	// -- Helper methods --

	private Module module() {
		final ModuleService moduleService = context().service(ModuleService.class);
		return moduleService.createModule(moduleService.getModuleById("command:" + NeuralStyleTransfer.class.getName()));
	}

	/** In Fiji, SciJava's thread sees the options of the macro's; here it is told them. */
	private String runWithOptions(final Module module, final String options) throws InterruptedException,
		ExecutionException
	{
		final MacroInputs inputs = new MacroInputs();
		context().service(ThreadService.class).run(() -> inputs.process(module, options)).get();
		if (!inputs.isCanceled()) context().service(ModuleService.class).run(module, true).get();
		return "";
	}

	private void assertEnds(final String options, final String sentence) throws InterruptedException {
		final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
		final Thread macro = new Thread(() -> runMacro(IMAGES + run(options + SMALL) + call("note", "went on")),
			"test_Macro$");
		macro.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
		macro.start();
		macro.join();
		assertEquals(List.of(sentence), errors());
		assertEquals(List.of(), SEEN);
		assertEquals(List.of(), failures);
		assertFalse(IJ.isMacro());
	}

	private static ImagePlus image() {
		return new ImagePlus("image", new ColorProcessor(48, 48));
	}

	private static String run(final String options) {
		return call("runCommand", options);
	}

	private static String call(final String method, final String argument) {
		return "call('" + MacroCommandTest.class.getName() + "." + method + "', '" + argument + "'); ";
	}

	private static String runMacro(final String macro) {
		return IJ.runMacro(macro.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
	}
}
