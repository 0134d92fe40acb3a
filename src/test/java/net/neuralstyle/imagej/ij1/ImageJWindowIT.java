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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.gui.ProgressBar;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;
import ij.text.TextWindow;

import java.awt.Button;
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Rectangle;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;
import javax.swing.JLabel;

import net.neuralstyle.Style;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.CommandDialog;
import net.neuralstyle.imagej.EveryKindOfInput;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.dialog.PreviewPanel;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/**
 * Uses the plugin as a user does: in a real ImageJ window, with the plugin
 * installed in its plugins folder. Needs a display, a virtual one will do.
 */
@Tag("gui")
@Tag("slow")
@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImageJWindowIT {

	private static final String COMMAND = "Neural Style Transfer";
	private static final String BATCH_COMMAND = "Batch Style Transfer";
	private static final String NETWORK_COMMAND = "Apply Style Network";
	private static final String SAMPLE_COMMAND = "Open Sample Style";
	private static final String WEIGHTS_COMMAND = "VGG16 Weights";
	private static final String RESULT_TITLE = "cat in the style of paint";
	private static final String STACK_TITLE = "walk in the style of paint";
	/** Ends the title of a second dialog. */
	private static final String MORE = ": more settings";
	/** The field of the size among the text fields. */
	private static final int SIZE = 2;
	private static final long PATIENCE_MILLISECONDS = 30_000;

	private static final Path WEIGHTS_FOLDER = Paths.get(System.getProperty("plugins.dir", "target/imagej"), "models",
		"neural-style-transfer");

	private static ImageJ imageJ;

	private ImagePlus content;
	private ImagePlus style;

	@BeforeAll
	static void openImageJ() {
		final boolean displayExpected = Boolean.getBoolean("display.expected");
		if (!displayExpected) assumeFalse(GraphicsEnvironment.isHeadless(), "There is no display.");
		imageJ = new ImageJ(null, ImageJ.EMBEDDED);
	}

	@AfterAll
	static void closeImageJ() {
		if (imageJ != null) imageJ.dispose();
	}

	@BeforeEach
	void openImages() {
		content = picture("cat", 64, 48, 3);
		style = picture("paint", 48, 64, 11);
		style.show();
		content.show();
		waitFor("both images", () -> WindowManager.getImageCount() == 2);
		// NB: A window that opens becomes the current one some time later, when the
		// display gives it the focus.
		waitFor("the content as the current image", () -> {
			WindowManager.setCurrentWindow(content.getWindow());
			IJ.wait(300);
			return WindowManager.getCurrentImage() == content;
		});
	}

	@AfterEach
	void closeEverything() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		waitFor("the command's end", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName()
			.startsWith("Run$_" + COMMAND)));
		for (final Window window : Window.getWindows()) {
			if (window instanceof Dialog && window.isShowing()) EventQueue.invokeLater(window::dispose);
		}
		if (Recorder.getInstance() != null) Recorder.getInstance().close();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
		IJ.setKeyUp(IJ.ALL_KEYS);
	}

	@Test
	void menuHasTheCommand() {
		assertEquals("net.neuralstyle.imagej.ij1.CommandPlugIn(\"net.neuralstyle.imagej.NeuralStyleTransfer\")",
			Menus.getCommands().get(COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", BATCH_COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", NETWORK_COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", SAMPLE_COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", WEIGHTS_COMMAND));
		assertNotNull(menuItem(Menus.getMenuBar(), "Plugins", "Style Transfer", "Reproduce Style Transfer"));
	}

	@Test
	void dialogsHaveAFieldForEachParameter() {
		final Dialog dialog = openDialog();
		assertEquals(expectedLabels(input -> !InputKind.isAdvanced(input)), labels(dialog));
		assertEquals(List.of("cat", "paint"), chosen(dialog).subList(0, 2));
		final Dialog more = openMore(dialog);
		assertEquals(expectedLabels(InputKind::isAdvanced), labels(more));
		assertEquals(List.of("Loss plot"), find(more, Checkbox.class).stream().map(Checkbox::getLabel).collect(Collectors
			.toList()));
		for (final Dialog shown : List.of(dialog, more)) {
			assertTrue(shown.getWidth() < 1366 && shown.getHeight() < 768, shown.getSize().toString());
		}
		press(more, "Cancel");
		press(dialog, "Cancel");
	}

	@Test
	void presetSetsTheFieldsAndWhatIsChangedAfterwardsStays() {
		final Recorder recorder = new Recorder();
		final Dialog dialog = openDialog();
		choosePreset(dialog, "Preview");
		assertEquals("256", find(dialog, TextField.class).get(SIZE).getText());
		final Dialog more = openMore(dialog);
		assertEquals("5", field(more, "Iterations").getText());
		field(more, "Iterations").setText("1");
		press(more, "OK");
		waitFor("the second dialog's end", () -> dialog(COMMAND + MORE) == null);
		find(dialog, TextField.class).get(SIZE).setText("64");
		press(dialog, "OK");
		waitForResult();
		waitFor("the recorded macro", () -> recorder.getText() != null && recorder.getText().contains("seed="));
		final String macro = recorder.getText();
		assertTrue(macro.contains(" preset=Preview ") && macro.contains(" size=64 ") && macro.contains(" iterations=1 "),
			macro);
	}

	@Test
	void batchShowsATableAndIsRecorded(@TempDir final Path folder) throws IOException {
		final Recorder recorder = new Recorder();
		TestPictures.folder(folder.resolve("in"), 2);
		new Thread(() -> IJ.doCommand(BATCH_COMMAND)).start();
		final Dialog dialog = waitFor("the dialog", () -> dialog(BATCH_COMMAND), () -> dialog(BATCH_COMMAND) != null);
		final List<TextField> fields = find(dialog, TextField.class);
		fields.get(0).setText(folder.resolve("in").toString());
		fields.get(2).setText("gravel");
		fields.get(4).setText(folder.resolve("o u t").toString());
		waitFor("the number of results", () -> text(dialog).startsWith("2 results."));
		choosePreset(dialog, "Preview");
		final Dialog more = openMore(dialog);
		assertTrue(more.getWidth() < 1366 && more.getHeight() < 768, more.getSize().toString());
		field(more, "Iterations").setText("1");
		press(more, "OK");
		waitFor("the second dialog's end", () -> !more.isShowing());
		fields.get(7).setText("40");
		press(dialog, "OK");
		waitFor("the end", () -> statusBar().matches("Style transfer: 2 pictures in [0-9.]+ s: 2 done"));
		final TextWindow table = (TextWindow) WindowManager.getFrame(BATCH_COMMAND);
		assertEquals("p2-gravel.png\tdone\tnew", table.getTextPanel().getLine(1).replaceAll("(\\tnew).*", "$1"));
		waitFor("the recorded macro", () -> recorder.getText() != null && recorder.getText().contains("report="));
		final String macro = recorder.getText();
		IJ.runMacro(macro.substring(macro.lastIndexOf("run(\"" + BATCH_COMMAND)));
		assertEquals("p2-gravel.png\tskipped\tmade before", table.getTextPanel().getLine(1).replaceAll("(before).*", "$1"));
		table.close(false);
	}

	@Test
	void dialogTellsWhatToExpect() {
		final Dialog dialog = openDialog();
		assertTrue(text(dialog).matches("Result: [0-9]+x[0-9]+ pixels, about [0-9.]+ GB of memory.*"), text(dialog));
		find(dialog, TextField.class).get(SIZE).setText("256");
		waitFor("the other size", () -> text(dialog).startsWith("Result: 256x192 pixels, about 0."));
		find(dialog, TextField.class).get(SIZE).setText("no number");
		waitFor("nothing to tell", () -> text(dialog).isBlank());
		press(dialog, "Cancel");
	}

	@Test
	void dialogAsksForEveryKindOfInput() throws Exception {
		try (Context context = new Context()) {
			final HostedCommand command = new HostedCommand(context, EveryKindOfInput.class.getName());
			final FutureTask<Map<String, String>> answers = new FutureTask<>(() -> CommandDialog.ask(command, command.inputs(),
				Map.of()));
			new Thread(answers).start();
			final Dialog dialog = waitFor("the dialog", () -> dialog(command.title()), () -> dialog(command.title()) != null);
			assertEquals(List.of("cat", "none"), chosen(dialog));
			find(dialog, java.awt.List.class).get(0).select(0);
			find(dialog, java.awt.List.class).get(0).select(1);
			find(dialog, Checkbox.class).get(0).setState(true);
			find(dialog, TextField.class).get(0).setText("recipe.json");
			final Dialog more = openMore(dialog);
			find(more, TextField.class).get(5).setText("0.5");
			press(more, "OK");
			waitFor("the second dialog's end", () -> !more.isShowing());
			press(dialog, "OK");
			assertEquals("{state=All is well., content=cat, mask=none, styles=paint,cat, flip=true, keepColours=true, " +
				"recipe=recipe.json, report=, folder=, path=, mode=fast, note=, count=3, seed=1, weight=0.5}", answers.get()
					.toString());
		}
	}

	@Test
	void cancelledDialogDoesNothing() {
		press(openDialog(), "Cancel");
		waitFor("the dialog's end", () -> dialog(COMMAND) == null);
		assertEquals(2, WindowManager.getImageCount());
	}

	@Test
	void recordedMacroReplaysToTheSamePixels() {
		final Recorder recorder = new Recorder();
		final Dialog dialog = openDialog();
		fill(dialog, 64, 1);
		press(dialog, "OK");
		final ImagePlus result = waitForResult();
		waitFor("the recorded macro", () -> recorder.getText() != null && recorder.getText().contains("seed="));
		final int[] pixels = ((int[]) result.getProcessor().getPixels()).clone();
		final String macro = recorder.getText().trim();
		final Map<String, String> said = Map.of("content", "cat", "style", "paint", "size", "64", "iterations", "1");
		final String options = onTheCommand(command -> command.inputs().stream().map(input -> {
			final String text = said.getOrDefault(input.getName(), command.defaults().get(input.getName()));
			return InputText.macroKey(input) + "=" + (text.isEmpty() || text.contains(" ") ? "[" + text + "]" : text);
		}).collect(Collectors.joining(" ")));
		assertTrue(macro.contains("run(\"" + COMMAND + "\", \"" + options + "\");"), macro);
		recorder.close();
		result.changes = false;
		result.close();

		IJ.runMacro(macro.substring(macro.lastIndexOf("run(\"" + COMMAND)));
		final ImagePlus again = WindowManager.getImage(RESULT_TITLE);
		assertNotNull(again);
		assertArrayEquals(pixels, (int[]) again.getProcessor().getPixels());
	}

	@Test
	void statusProgressAndPictureMoveWhileItRuns() {
		final int[] contentBefore = ((int[]) content.getProcessor().getPixels()).clone();
		final Set<String> statuses = new LinkedHashSet<>();
		final Set<Integer> pictures = new LinkedHashSet<>();
		final boolean[] barSeen = { false };
		startMacro("content=cat style=paint size=128 iterations=6");
		waitFor("the result window at once", () -> WindowManager.getImage(RESULT_TITLE) != null && WindowManager.getImage(
			RESULT_TITLE).getWindow() != null);
		waitFor("a status", () -> statusBar().startsWith("Style transfer: preparing") || statusBar().contains("level 1"));
		waitFor("the end", () -> {
			statuses.add(statusBar().replaceAll(", .*", ""));
			pictures.add(Arrays.hashCode((int[]) WindowManager.getImage(RESULT_TITLE).getProcessor().getPixels()));
			barSeen[0] |= barIsDrawn();
			return statusBar().startsWith("Style transfer: done in ");
		});
		assertTrue(statuses.contains("Style transfer: iteration 2/6"), statuses.toString());
		assertTrue(statuses.contains("Style transfer: iteration 5/6"), statuses.toString());
		assertTrue(pictures.size() >= 4, pictures.size() + " different pictures seen");
		assertTrue(barSeen[0], "The progress bar was never seen.");
		assertTrue(IJ.getLog().contains("iteration 6/6: loss "), IJ.getLog());
		assertArrayEquals(contentBefore, (int[]) content.getProcessor().getPixels());
	}

	@Test
	void lossIsPlottedAndListedWhileItRuns() {
		final String plot = "Loss plot of " + RESULT_TITLE;
		startMacro("content=cat style=paint size=128 iterations=6 lossplot=true");
		waitFor("the plot", () -> WindowManager.getImage(plot) != null && WindowManager.getFrame("Loss of " +
			RESULT_TITLE) != null);
		assertFalse(statusBar().startsWith("Style transfer: done in "), "It comes while the loss falls.");
		WindowManager.getImage(plot).close();
		waitFor("the end", () -> statusBar().startsWith("Style transfer: done in "));
		assertNull(WindowManager.getImage(plot));
		final Frame table = WindowManager.getFrame("Loss of " + RESULT_TITLE);
		assertTrue(ResultsTable.getResultsTable(table.getTitle()).size() > 20);
		table.dispose();
	}

	@Test
	void resultIsTheActiveImageAndPlotsAreNotOffered() {
		IJ.runMacro("run('" + COMMAND + "', 'content=cat style=paint size=64 iterations=1 lossplot=true');");
		assertEquals(RESULT_TITLE, WindowManager.getCurrentImage().getTitle());
		WindowManager.setCurrentWindow(content.getWindow());
		final Dialog dialog = openDialog();
		assertEquals(List.of("cat", "paint"), chosen(dialog).subList(0, 2));
		press(dialog, "Cancel");
		WindowManager.getFrame("Loss of " + RESULT_TITLE).dispose();
	}

	@Test
	void escapeStopsItAndKeepsThePicture() {
		startMacro("content=cat style=paint size=256 iterations=1000");
		waitFor("the third iteration", () -> statusBar().startsWith("Style transfer: iteration 3/1000"));
		final ImagePlus result = WindowManager.getImage(RESULT_TITLE);
		final Component canvas = result.getCanvas();
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new KeyEvent(canvas, KeyEvent.KEY_PRESSED, System
			.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
		waitFor("the stop", () -> statusBar().startsWith("Style transfer: stopped in "));
		assertTrue(result.isVisible());
		assertTrue(result.changes);
		assertFalse(Arrays.equals((int[]) content.resize(256, 192, "bicubic").getProcessor().getPixels(), (int[]) result
			.getProcessor().getPixels()));
	}

	@Test
	void closedResultWindowStopsItAndEndsTheMacro() {
		final Thread macro = startMacro("content=cat style=paint size=256 iterations=1000",
			"newImage(\"after\", \"8-bit\", 8, 8, 1);");
		waitFor("the second iteration", () -> statusBar().startsWith("Style transfer: iteration 2/1000"));
		final ImagePlus result = WindowManager.getImage(RESULT_TITLE);
		result.changes = false;
		result.close();
		waitFor("the stop", () -> statusBar().startsWith("Style transfer: stopped in "));
		assertNull(WindowManager.getImage(RESULT_TITLE));
		waitFor("the macro's end", () -> !macro.isAlive());
		assertNull(WindowManager.getImage("after"));
	}

	@Test
	void wrongValueInTheDialogIsExplained() {
		final Dialog dialog = openDialog();
		fill(dialog, 64, 0);
		press(dialog, "OK");
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null && dialog(
			COMMAND) != dialog);
		assertEquals("Iterations must be from 1 to 10000, not 0.", text(error));
		press(error, "OK");
		final Dialog again = waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null && dialog(
			COMMAND) != error);
		final Dialog more = openMore(again);
		assertEquals("0", field(more, "Iterations").getText());
		press(more, "Cancel");
		press(again, "Cancel");
		assertEquals(2, WindowManager.getImageCount());
	}

	@Test
	void withoutImagesItSaysToOpenThem() {
		content.close();
		style.close();
		new Thread(() -> IJ.doCommand(COMMAND)).start();
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
		assertEquals("There is no image open: open one for the style and one for the content first.", text(error));
		press(error, "OK");
	}

	@Test
	void withOneImageASampleStyleIsOfferedAndItsPictureFollowsTheChoice() {
		style.close();
		final Dialog dialog = openDialog();
		assertEquals(List.of("cat", "great-wave"), chosen(dialog).subList(0, 2));
		final Choice styles = find(dialog, Choice.class).get(1);
		assertEquals("cat", styles.getItem(0));
		assertEquals(SampleStyle.names().size() + 1, styles.getItemCount());
		final Canvas picture = find(dialog, Canvas.class).stream().filter(canvas -> canvas.getClass().getSimpleName().equals(
			"Thumbnail")).findFirst().orElseThrow();
		final Object before = fieldValue(picture.getClass(), "picture", picture);
		choose(styles, "mosaic");
		final Object after = fieldValue(picture.getClass(), "picture", picture);
		assertNotNull(before);
		assertNotNull(after);
		assertNotSame(before, after);
		press(dialog, "Cancel");
	}

	@Test
	void sampleStyleIsRecordedByItsNameAndPlaysBackToTheSamePixels() {
		style.close();
		final Recorder recorder = new Recorder();
		final Dialog dialog = openDialog();
		choosePreset(dialog, "Balanced");
		choose(find(dialog, Choice.class).get(1), "poppies");
		find(dialog, TextField.class).get(SIZE).setText("64");
		final Dialog more = openMore(dialog);
		field(more, "Iterations").setText("1");
		press(more, "OK");
		waitFor("the second dialog's end", () -> !more.isShowing());
		press(dialog, "OK");
		final String title = "cat in the style of poppies";
		waitFor("the result", () -> WindowManager.getImage(title) != null && statusBar().startsWith(
			"Style transfer: done in "));
		waitFor("the recorded macro", () -> recorder.getText() != null && recorder.getText().contains("seed="));
		final ImagePlus result = WindowManager.getImage(title);
		final int[] pixels = ((int[]) result.getProcessor().getPixels()).clone();
		final String macro = recorder.getText().trim();
		assertTrue(macro.contains("content=cat style=poppies "), macro);
		recorder.close();
		result.changes = false;
		result.close();
		IJ.runMacro(macro.substring(macro.lastIndexOf("run(\"" + COMMAND)));
		assertArrayEquals(pixels, (int[]) WindowManager.getImage(title).getProcessor().getPixels());
	}

	@Test
	void styleNetworkIsChosenByItsPictureAndPlaysBackToTheSamePixels(@TempDir final Path folder) throws IOException {
		final ByteArrayOutputStream preview = new ByteArrayOutputStream();
		ImageIO.write(style.getBufferedImage(), "png", preview);
		StyleNetworkFile.write(folder.resolve("waves.h5"), RandomNetworks.make(1, 2, 1).withPreview(preview.toByteArray()));
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, folder.toString());
		final Recorder recorder = new Recorder();
		new Thread(() -> IJ.doCommand(NETWORK_COMMAND)).start();
		final Dialog dialog = waitFor("the dialog", () -> dialog(NETWORK_COMMAND), () -> dialog(NETWORK_COMMAND) != null);
		choose(find(dialog, Choice.class).get(0), "cat");
		choose(find(dialog, Choice.class).get(1), "waves");
		final Canvas picture = find(dialog, Canvas.class).stream().filter(canvas -> canvas.getClass().getSimpleName().equals(
			"Thumbnail")).findFirst().orElseThrow();
		assertNotNull(fieldValue(picture.getClass(), "picture", picture));
		waitFor("what is told of the network", () -> text(dialog).startsWith(
			"Result: 64x48 pixels. Network: Waves (width 2"));
		press(dialog, "OK");
		final String title = "cat in the style of Waves";
		waitFor("the result", () -> WindowManager.getImage(title) != null && statusBar().startsWith(
			"Style transfer: done in "));
		waitFor("the recorded macro", () -> recorder.getText() != null && recorder.getText().contains("coherence="));
		final ImagePlus result = WindowManager.getImage(title);
		final int[] pixels = ((int[]) result.getProcessor().getPixels()).clone();
		final String macro = recorder.getText().trim();
		assertTrue(macro.contains("content=cat network=waves "), macro);
		recorder.close();
		result.changes = false;
		result.close();
		IJ.runMacro(macro.substring(macro.lastIndexOf("run(\"" + NETWORK_COMMAND)));
		assertArrayEquals(pixels, (int[]) WindowManager.getImage(title).getProcessor().getPixels());
		System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
	}

	@Test
	void previewOfANetworkFollowsTheStyleAndLeavesNoHole(@TempDir final Path folder) throws IOException {
		final NetworkCard card = RandomNetworks.card().toBuilder().styles(List.of(Style.of(DisplayedPixels.of(style))
			.record())).build();
		StyleNetworkFile.write(folder.resolve("waves.h5"), RandomNetworks.make(1, 2, 1).withCard(card));
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, folder.toString());
		final Dialog dialog = openDialog();
		// NB: The place for it is there before the dialog has become wider.
		final BooleanSupplier isShown = () -> find(dialog, MultiLineLabel.class).stream().anyMatch(label -> label
			.isShowing() && isInside(label, dialog) && String.join(" ", (String[]) fieldValue(MultiLineLabel.class, "lines",
				label)).equals("What the style network Waves paints: a preview, not the result."));
		waitFor("the preview", () -> isShown.getAsBoolean() && dialog.getWidth() == dialog.getPreferredSize().width);
		final int width = dialog.getWidth();
		choose(find(dialog, Choice.class).get(1), "gravel");
		waitFor("no preview", () -> !isShown.getAsBoolean() && dialog.getWidth() < width - 200);
		choose(find(dialog, Choice.class).get(1), "paint");
		waitFor("the preview again", () -> isShown.getAsBoolean() && dialog.getWidth() == width);
		assertTrue(dialog.getX() + width <= Toolkit.getDefaultToolkit().getScreenSize().width);
		press(dialog, "Cancel");
		waitFor("the end of what paints it", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread
			.getName().equals("Preview of a style transfer")));
		System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
	}

	@Test
	void previewThatComesBetweenADialogsSizeAndItsOpeningHasRoom() throws Exception {
		final GenericDialog dialog = new GenericDialog("Preview");
		dialog.addNumericField("Number", 1);
		final PreviewPanel panel = new PreviewPanel(dialog);
		dialog.setModal(false);
		EventQueue.invokeAndWait(() -> {
			dialog.pack();
			panel.show(Optional.of(new Preview(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "Waves.")));
			dialog.setVisible(true);
		});
		waitFor("room for the preview", () -> find(dialog, Canvas.class).stream().anyMatch(canvas -> canvas
			.getWidth() >= 200 && isInside(canvas, dialog)));
		dialog.dispose();
	}

	@Test
	void sampleStyleIsOpenedInAWindow() {
		new Thread(() -> IJ.doCommand(SAMPLE_COMMAND)).start();
		final Dialog dialog = waitFor("the dialog", () -> dialog(SAMPLE_COMMAND), () -> dialog(SAMPLE_COMMAND) != null);
		choose(find(dialog, Choice.class).get(0), "gravel");
		press(dialog, "OK");
		waitFor("the picture", () -> WindowManager.getImage("gravel") != null && WindowManager.getImage("gravel")
			.getWindow() != null);
	}

	@Test
	void resultIsNotOfferedAsTheStyle() {
		startMacro("content=cat style=paint size=64 iterations=1");
		waitForResult();
		final List<String> chosen = new ArrayList<>();
		final Dialog dialog = openDialog();
		find(dialog, Choice.class).forEach(choice -> chosen.add(choice.getSelectedItem()));
		press(dialog, "Cancel");
		assertEquals(Arrays.asList(RESULT_TITLE, "cat"), chosen.subList(0, 2));
	}

	@Test
	void fijisCommandAsksForBothImagesAndRemembersWhatWasAccepted() throws Exception {
		try (Context fiji = new Context()) {
			final Future<CommandModule> first = fiji.service(CommandService.class).run(NeuralStyleTransfer.class, true);
			final Dialog dialog = waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
			final List<String> chosen = new ArrayList<>();
			find(dialog, Choice.class).forEach(choice -> chosen.add(choice.getSelectedItem()));
			assertEquals(Arrays.asList("cat", "paint"), chosen.subList(0, 2));
			fill(dialog, 65, 1);
			press(dialog, "OK");
			assertEquals(RESULT_TITLE, ((ImagePlus) first.get().getOutput("result")).getTitle());
			assertEquals(3, WindowManager.getImageCount());

			final Future<CommandModule> refused = fiji.service(CommandService.class).run(NeuralStyleTransfer.class, true);
			final Dialog second = waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
			fill(second, 20, 1);
			press(second, "OK");
			final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null && dialog(
				COMMAND) != second);
			press(error, "OK");
			press(waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null && dialog(COMMAND) != error),
				"Cancel");
			assertTrue(refused.get().isCanceled());

			final Future<CommandModule> cancelled = fiji.service(CommandService.class).run(NeuralStyleTransfer.class, true);
			final Dialog third = waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
			assertEquals("65", find(third, TextField.class).get(SIZE).getText());
			press(third, "Cancel");
			assertTrue(cancelled.get().isCanceled());
		}
	}

	@Test
	void missingImageIsExplainedAndEndsTheMacro() {
		final Thread macro = startMacro("content=cat style=nothing", "newImage(\"after\", \"8-bit\", 8, 8, 1);");
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
		assertEquals("No open image, file or bundled style is called \"nothing\": open are \"paint\", \"cat\", bundled are " +
			String.join(", ", SampleStyle.names()) + ".", text(error));
		press(error, "OK");
		waitFor("the macro's end", () -> !macro.isAlive());
		assertNull(WindowManager.getImage("after"));
	}

	@Test
	void batchModeMacroOpensNoWindowAndHasTheResultAsItsActiveImage() {
		final String answer = IJ.runMacro("setBatchMode(true); run(\"" + COMMAND +
			"\", \"content=cat style=paint size=64 iterations=1\"); " +
			"return getTitle() + \" \" + getWidth() + \"x\" + getHeight() + \" \" + nImages;");
		assertEquals(RESULT_TITLE + " 64x48 3", answer);
		assertNull(WindowManager.getImage(RESULT_TITLE));
	}

	@Test
	void mistypedKeyIsExplainedAndEndsTheMacro() {
		final Thread macro = startMacro("content=cat style=paint styleweigth=60", "newImage(\"after\", \"8-bit\", 8, 8, 1);");
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
		assertEquals("\"styleweigth\" is not a setting: did you mean \"styleweight\"?", text(error));
		// NB: For as long as ImageJ waits before it kills a macro that is to end.
		IJ.wait(2500);
		press(error, "OK");
		waitFor("the macro's end", () -> !macro.isAlive());
		assertNull(WindowManager.getImage("after"));
		assertNull(dialog("Exception"));
	}

	@Test
	void missingWeightsAreNotFetchedUnaskedByAMacro() {
		final Thread macro = startMacro("content=cat style=paint network=[VGG16 (ImageNet)]",
			"newImage(\"after\", \"8-bit\", 8, 8, 1);");
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
		assertTrue(text(error).contains("run the command \"VGG16 Weights\" with action=download"), text(error));
		press(error, "OK");
		waitFor("the macro's end", () -> !macro.isAlive());
		assertNull(WindowManager.getImage(RESULT_TITLE));
		assertNull(WindowManager.getImage("after"));
		// NB: A download that failed, in this run or an earlier one, may have left the folder.
		assertArrayEquals(new String[0], Objects.requireNonNullElse(WEIGHTS_FOLDER.toFile().list(), new String[0]));
	}

	@Test
	void missingWeightsAreAskedForInTheDialog() {
		final Dialog dialog = openDialog();
		final int network = expectedLabels(input -> !InputKind.isAdvanced(input) && Set.of(InputKind.IMAGE, InputKind.CHOICE)
			.contains(InputKind.of(input))).indexOf("Network");
		find(dialog, Choice.class).get(network).select("VGG16 (ImageNet)");
		press(dialog, "OK");
		final Dialog question = waitFor("the question", () -> dialog(COMMAND), () -> dialog(COMMAND) != null && dialog(
			COMMAND) != dialog);
		assertTrue(text(question).contains("58.9 MB would be downloaded once, from https://storage.googleapis.com/"), text(
			question));
		press(question, "Cancel");
		waitFor("the question's end", () -> dialog(COMMAND) == null);
		assertEquals(2, WindowManager.getImageCount());
	}

	@Test
	void batchModeMacroWithoutWeightsEndsWithOneSentence() {
		final Thread macro = new Thread(() -> IJ.runMacro("setBatchMode(true); run(\"" + COMMAND +
			"\", \"content=cat style=paint network=[VGG16 (ImageNet)]\"); newImage(\"after\", \"8-bit\", 8, 8, 1);"));
		macro.start();
		final Dialog error = waitFor("the error dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
		assertTrue(text(error).contains("run the command \"VGG16 Weights\" with action=download"), text(error));
		press(error, "OK");
		waitFor("the macro's end", () -> !macro.isAlive());
		assertNull(WindowManager.getImage("after"));
	}

	@Test
	void weightsDialogShowsWhereTheyWouldBe() {
		new Thread(() -> IJ.doCommand(WEIGHTS_COMMAND)).start();
		final Dialog dialog = waitFor("the dialog", () -> dialog(WEIGHTS_COMMAND), () -> dialog(WEIGHTS_COMMAND) != null);
		assertTrue(text(dialog).contains("are not on this computer yet"), text(dialog));
		final List<TextField> fields = find(dialog, TextField.class);
		assertEquals(WEIGHTS_FOLDER.toAbsolutePath(), Paths.get(fields.get(1).getText()));
		press(dialog, "OK");
		final Dialog answer = waitFor("the answer", () -> dialog(WEIGHTS_COMMAND), () -> dialog(WEIGHTS_COMMAND) != null &&
			dialog(WEIGHTS_COMMAND) != dialog);
		assertTrue(text(answer).contains("are not on this computer yet"), text(answer));
		press(answer, "OK");
	}

	@Test
	void weightsThatCannotBeFetchedAreExplained() {
		final ProxySelector before = ProxySelector.getDefault();
		// NB: A proxy where nobody listens.
		ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)));
		try {
			final Thread macro = new Thread(() -> IJ.runMacro("run(\"" + WEIGHTS_COMMAND + "\", \"action=download\");"));
			macro.start();
			final Dialog error = waitFor("the error dialog", () -> dialog(WEIGHTS_COMMAND), () -> dialog(
				WEIGHTS_COMMAND) != null);
			assertTrue(text(error).contains("proxy"), text(error));
			press(error, "OK");
			waitFor("the macro's end", () -> !macro.isAlive());
		}
		finally {
			ProxySelector.setDefault(before);
		}
	}

	// -- Stacks --

	@Test
	void stackOpensAtOnceAndEscapeKeepsTheFramesThatAreDone() {
		final ImagePlus stack = stack();
		final Thread macro = startMacro("content=walk style=paint slices=all size=64 iterations=16 pyramid=1 coherence=0");
		final ImagePlus result = waitForFrame(3);
		assertEquals(4, result.getStackSize());
		waitFor("the frame under way on show", () -> result.getCurrentSlice() == 3);
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		waitFor("the end", () -> statusBar().startsWith("Style transfer: stopped, 2 of 4 frames in ") && !macro.isAlive());
		assertEquals(2, result.getStackSize());
		assertTrue(result.getWindow().isShowing());
		assertEquals("moment 2", result.getStack().getSliceLabel(2));
		assertEquals(1, stack.getCurrentSlice());
	}

	@Test
	void closingTheWindowOfAStackKeepsTheFramesThatAreDone() {
		stack();
		startMacro("content=walk style=paint slices=all size=64 iterations=16 pyramid=1 coherence=0");
		final ImagePlus closed = waitForFrame(3);
		EventQueue.invokeLater(() -> closed.getWindow().close());
		waitFor("the frames in a window", () -> WindowManager.getImage(STACK_TITLE) != null && WindowManager.getImage(
			STACK_TITLE).getStackSize() == 2);
		final ImagePlus result = WindowManager.getImage(STACK_TITLE);
		assertNotSame(closed, result);
		assertNotEquals(0, result.getStack().getProcessor(2).getStats().max);
	}

	@Test
	void sliceThatTheUserLooksAtStaysOnShow() {
		stack();
		startMacro("content=walk style=paint slices=all size=64 iterations=5 pyramid=1 coherence=0");
		final ImagePlus result = waitForFrame(2);
		result.setSlice(1);
		waitFor("the end", () -> statusBar().startsWith("Style transfer: done, 4 of 4 frames in "));
		assertEquals(1, result.getCurrentSlice());
	}

	private static ImagePlus stack() {
		final ImageStack slices = new ImageStack(64, 48);
		for (int slice = 1; slice <= 4; slice++) {
			slices.addSlice("moment " + slice, picture("", 64, 48, 2 + slice).getProcessor());
		}
		final ImagePlus stack = new ImagePlus("walk", slices);
		stack.show();
		return stack;
	}

	/** Waits until a frame is under way, and returns the stack. */
	private static ImagePlus waitForFrame(final int frame) {
		return waitFor("frame " + frame, () -> WindowManager.getImage(STACK_TITLE), () -> statusBar().matches(
			"Style transfer: frame " + frame + "/4, iteration (?!1/).*"));
	}

	// -- Helper methods --

	private static ImagePlus picture(final String title, final int width, final int height, final int period) {
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width;
			final int y = i / width;
			pixels[i] = (x * 255 / width) << 16 | (y * 255 / height) << 8 | (x + y) / period % 2 * 200;
		}
		return new ImagePlus(title, new ColorProcessor(width, height, pixels));
	}

	private static Dialog openDialog() {
		new Thread(() -> IJ.doCommand(COMMAND)).start();
		return waitFor("the dialog", () -> dialog(COMMAND), () -> dialog(COMMAND) != null);
	}

	private static Thread startMacro(final String options, final String... more) {
		final Thread thread = new Thread(() -> IJ.runMacro("run(\"" + COMMAND + "\", \"" + options + "\");" + String.join("",
			more)));
		thread.start();
		return thread;
	}

	private static void fill(final Dialog dialog, final int size, final int iterations) {
		find(dialog, Choice.class).get(0).select("cat");
		find(dialog, Choice.class).get(1).select("paint");
		choosePreset(dialog, "Balanced");
		find(dialog, TextField.class).get(SIZE).setText("" + size);
		final Dialog more = openMore(dialog);
		field(more, "Iterations").setText("" + iterations);
		press(more, "OK");
		waitFor("the second dialog's end", () -> !more.isShowing());
	}

	private static Dialog openMore(final Dialog dialog) {
		press(dialog, "More settings...");
		final String title = dialog.getTitle() + MORE;
		return waitFor("the second dialog", () -> dialog(title), () -> dialog(title) != null);
	}

	/** A flag has its label in itself. */
	private static List<String> expectedLabels(final Predicate<ModuleItem<?>> group) {
		return onTheCommand(command -> command.inputs().stream().filter(group).filter(input -> InputKind.of(
			input) != InputKind.FLAG).map(ModuleItem::getLabel).collect(Collectors.toList()));
	}

	private static <T> T onTheCommand(final Function<HostedCommand, T> question) {
		try (Context context = new Context()) {
			return question.apply(new HostedCommand(context, NeuralStyleTransfer.class.getName()));
		}
	}

	private static List<String> labels(final Dialog dialog) {
		return find(dialog, Label.class).stream().map(label -> label.getText().trim()).collect(Collectors.toList());
	}

	/** The text field beside a label. */
	private static TextField field(final Dialog dialog, final String label) {
		final List<Component> components = List.of(dialog.getComponents());
		final Label found = find(dialog, Label.class).stream().filter(candidate -> candidate.getText().trim().equals(label))
			.findFirst().orElseThrow();
		return (TextField) components.get(components.indexOf(found) + 1);
	}

	private static List<String> chosen(final Dialog dialog) {
		return find(dialog, Choice.class).stream().map(Choice::getSelectedItem).collect(Collectors.toList());
	}

	private static void choosePreset(final Dialog dialog, final String preset) {
		// NB: What an earlier test has accepted is there, perhaps this preset with other values.
		choose(find(dialog, Choice.class).get(2), "Painting");
		choose(find(dialog, Choice.class).get(2), preset);
	}

	private static void choose(final Choice choice, final String item) {
		final ItemEvent event = new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED);
		try {
			EventQueue.invokeAndWait(() -> {
				choice.select(item);
				for (final ItemListener listener : choice.getItemListeners()) {
					listener.itemStateChanged(event);
				}
			});
		}
		catch (final InterruptedException | InvocationTargetException exc) {
			throw new AssertionError(exc);
		}
	}

	private static ImagePlus waitForResult() {
		return waitFor("the result", () -> WindowManager.getImage(RESULT_TITLE), () -> WindowManager.getImage(
			RESULT_TITLE) != null && statusBar().startsWith("Style transfer: done in "));
	}

	private static Dialog dialog(final String title) {
		for (final Window window : Window.getWindows()) {
			if (window instanceof Dialog && window.isShowing() && title.equals(((Dialog) window).getTitle())) {
				return (Dialog) window;
			}
		}
		return null;
	}

	private static void press(final Dialog dialog, final String label) {
		// NB: A modal dialog that closes while it is still opening can hang AWT.
		IJ.wait(300);
		for (final Button button : find(dialog, Button.class)) {
			if (!button.getLabel().trim().equals(label)) continue;
			Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED,
				label));
			return;
		}
		throw new AssertionError("There is no button " + label);
	}

	private static String text(final Dialog dialog) {
		final StringBuilder text = new StringBuilder();
		find(dialog, MultiLineLabel.class).forEach(label -> text.append(String.join(" ", (String[]) fieldValue(
			MultiLineLabel.class, "lines", label))));
		return text.toString();
	}

	private static String statusBar() {
		final List<JLabel> labels = find(imageJ.getStatusBar(), JLabel.class);
		return labels.isEmpty() ? "" : labels.get(0).getText();
	}

	private static boolean barIsDrawn() {
		return (Boolean) fieldValue(ProgressBar.class, "showBar", imageJ.getProgressBar());
	}

	/** What ImageJ shows but does not tell. */
	private static Object fieldValue(final Class<?> type, final String name, final Object object) {
		try {
			final Field field = type.getDeclaredField(name);
			field.setAccessible(true);
			return field.get(object);
		}
		catch (final ReflectiveOperationException exc) {
			throw new AssertionError(exc);
		}
	}

	private static <C extends Component> List<C> find(final Container container, final Class<C> type) {
		final List<C> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			if (type.isInstance(component)) found.add(type.cast(component));
			if (component instanceof Container) found.addAll(find((Container) component, type));
		}
		return found;
	}

	private static boolean isInside(final Component component, final Dialog dialog) {
		return dialog.getBounds().contains(new Rectangle(component.getLocationOnScreen(), component.getSize()));
	}

	private static MenuItem menuItem(final MenuBar bar, final String menuLabel, final String... path) {
		for (int i = 0; i < bar.getMenuCount(); i++) {
			if (!bar.getMenu(i).getLabel().equals(menuLabel)) continue;
			MenuItem item = bar.getMenu(i);
			for (final String label : path) {
				item = item instanceof Menu ? child((Menu) item, label) : null;
			}
			return item;
		}
		return null;
	}

	private static MenuItem child(final Menu menu, final String label) {
		for (int i = 0; i < menu.getItemCount(); i++) {
			if (menu.getItem(i).getLabel().equals(label)) return menu.getItem(i);
		}
		return null;
	}

	private static void waitFor(final String what, final BooleanSupplier condition) {
		waitFor(what, () -> null, condition);
	}

	private static <T> T waitFor(final String what, final Supplier<T> result, final BooleanSupplier condition) {
		final long end = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
		while (!condition.getAsBoolean()) {
			if (System.currentTimeMillis() > end) throw new AssertionError("Waited in vain for " + what + "; status: " +
				statusBar());
			IJ.wait(5);
		}
		return result.get();
	}
}
