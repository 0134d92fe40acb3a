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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.feedforward.FastNeuralStyleTest;
import net.neuralstyle.feedforward.PaintingProvenance;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Setting.Group;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.ModuleItem;
import org.scijava.task.event.TaskEvent;

/** Proves what the command Apply Style Network makes of its inputs, without a display. */
class ApplyStyleNetworkTest extends CommandTest {

	private final ImagePlus content = colours("cat.png", 64, 48, 3);
	private Path network;

	/** NB: SciJava keeps its listeners by weak references only. */
	private Stopper stopper;

	@TempDir
	private Path folder;

	@BeforeEach
	void writeNetwork() throws IOException {
		network = folder.resolve("my waves.h5");
		StyleNetworkFile.write(network, RandomNetworks.make(1, 2, 1));
	}

	// -- Inputs --

	@Test
	void menuPathIsAsDocumented() {
		assertEquals("Plugins|Style Transfer|Apply Style Network", command().getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command().canRunHeadless());
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void inputsAreTheSettingsAndAFewMore() {
		final Set<String> names = inputs().map(ModuleItem::getName).collect(Collectors.toSet());
		assertTrue(names.removeAll(Set.of("content", "network", "slices", "mask", "resultType", "outputFolder")));
		assertEquals(PaintingSettings.all().stream().map(Setting::key).collect(Collectors.toSet()), names);
	}

	@Test
	void inputsOfSettingsAreWhatSettingsSay() {
		final Map<String, String> defaults = new HostedCommand(context(), ApplyStyleNetwork.class.getName()).defaults();
		for (final Setting<?> setting : PaintingSettings.all()) {
			final ModuleItem<?> input = inputs().filter(candidate -> candidate.getName().equals(setting.key())).findFirst()
				.orElseThrow();
			assertEquals(setting.label(), input.getLabel());
			assertEquals(setting.description(), input.getDescription(), setting.key());
			assertEquals(setting.inputType(), input.getType(), setting.key());
			assertEquals(setting.choices(), InputText.choices(input), setting.key());
			assertEquals(setting.group() == Group.ADVANCED, InputKind.isAdvanced(input), setting.key());
			assertEquals(setting.value(defaults.get(setting.key())), setting.usual(), setting.key());
			if (!Number.class.isAssignableFrom(setting.inputType())) continue;
			assertEquals(setting.least(), ((Number) input.getMinimumValue()).doubleValue(), setting.key());
			assertEquals(setting.most(), ((Number) input.getMaximumValue()).doubleValue(), setting.key());
		}
	}

	@Test
	void noKeyIsTheEndOfAnEarlierOne() {
		final List<String> earlier = new ArrayList<>();
		inputs().map(InputText::macroKey).forEach(key -> {
			assertTrue(earlier.stream().noneMatch(other -> other.endsWith(key)), key);
			earlier.add(key);
		});
	}

	@Test
	void whatIsMissingIsTold() throws Exception {
		assertRefused("There is no content image", inputs(Map.of("content", new ImagePlus())));
		assertRefused("No file or style network is called \"candy\"", inputs(Map.of("network", "candy")));
		assertRefused("Strength must be from 0 to 1", inputs(Map.of("strength", 1.5)));
		assertRefused("There is an output folder, and only what is on show is redrawn", inputs(Map.of("outputFolder", folder
			.toString())));
		assertRefused("\"grey\" is not a choice for resulttype", inputs(Map.of("resultType", "grey")));
	}

	@Test
	void fileThatIsNoNetworkIsTold() throws Exception {
		final Path letter = Files.writeString(folder.resolve("letter.h5"), "A letter");
		assertRefused("The file " + letter + " does not hold a style network", inputs(Map.of("network", letter.toString())));
	}

	// -- One picture --

	@Test
	void pictureIsPaintedInTheContentsSize() throws Exception {
		final ImagePlus result = result(Map.of());
		assertEquals("cat.png in the style of Waves", result.getTitle());
		assertEquals(64, result.getWidth());
		assertEquals(48, result.getHeight());
		assertFalse(List.of(pixels(content)).equals(List.of(pixels(result))));
		assertTrue(result.changes);
	}

	@Test
	void infoTellsNetworkAndMacro() throws Exception {
		final String info = ResultInfo.of(result(Map.of("strength", 0.5)));
		final PaintingProvenance provenance = ResultInfo.painting(info).orElseThrow();
		assertEquals("Waves", provenance.network());
		assertEquals(RandomNetworks.make(1, 2, 1).checksum(), provenance.networkChecksum());
		assertEquals("cat.png", provenance.content().name());
		assertEquals(0.5, provenance.recipe().get(PaintingSettings.STRENGTH));
		assertTrue(ResultInfo.macro(info).startsWith(
			"run(\"Apply Style Network\", \"content=cat.png network=[my waves.h5] slices=current strength=0.5 colours=style " +
				"size=0 "),
			info);
		assertFalse(info.contains(folder.toString()), info);
		assertTrue(ResultInfo.provenance(info).isEmpty());
	}

	@Test
	void samePictureIsPaintedEachTime() throws Exception {
		assertArrayEquals(pixels(result(Map.of())), pixels(result(Map.of())));
	}

	@Test
	void strengthOfNothingIsTheContent() throws Exception {
		assertArrayEquals(pixels(content), pixels(result(Map.of("strength", 0.0))));
	}

	@Test
	void onnxIsApplied() throws Exception {
		final Path candy = folder.resolve("candy.onnx");
		try (InputStream in = FastNeuralStyleTest.class.getResourceAsStream("opset9.onnx")) {
			Files.copy(in, candy);
		}
		assertEquals("cat.png in the style of candy", result(Map.of("network", candy.toString())).getTitle());
	}

	@Test
	void calibrationIsScaledToTheSize() throws Exception {
		final Calibration calibration = content.getCalibration();
		calibration.setUnit("micron");
		calibration.pixelWidth = 0.5;
		final ImagePlus result = result(Map.of("size", 128));
		assertEquals(96, result.getHeight());
		assertEquals(0.25, result.getCalibration().pixelWidth, 1e-12);
	}

	@Test
	void whatIsNotSelectedOrMaskedStays() throws Exception {
		content.setRoi(new Roi(0, 0, 32, 48));
		final ByteProcessor upper = new ByteProcessor(64, 48);
		upper.setValue(255);
		upper.setRoi(0, 0, 64, 24);
		upper.fill();
		final ImagePlus result = result(Map.of("mask", new ImagePlus("mask", upper)));
		assertNotEquals(content.getProcessor().get(10, 10), result.getProcessor().get(10, 10));
		assertEquals(content.getProcessor().get(40, 10), result.getProcessor().get(40, 10));
		assertEquals(content.getProcessor().get(10, 40), result.getProcessor().get(10, 40));
	}

	@Test
	void deepGreyContentGivesItsOwnType() throws Exception {
		final ShortProcessor pixels = new ShortProcessor(64, 48);
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			pixels.set(i, 1000 + 40 * (i % 64) + i / 64 % 7 * 100);
		}
		pixels.setMinAndMax(1000, 4000);
		final ImagePlus result = result(Map.of("content", new ImagePlus("deep", pixels), "resultType", "as content"));
		assertEquals(16, result.getBitDepth());
		assertEquals(4000, result.getDisplayRangeMax());
	}

	@Test
	void softEdgeWithoutARegionIsTold() throws Exception {
		result(Map.of("softEdge", 3.0));
		assertTrue(log().contains("The soft edge has no effect, as there is no selection, mask or label image."), log()
			.toString());
	}

	@Test
	void logTellsWhatPainted() throws Exception {
		result(Map.of());
		assertTrue(lastLine().matches("Style transfer done with Waves \\(width 2, 1 residual blocks\\), SHA-256 " +
			"[0-9a-f]{64}"), lastLine());
		assertEquals(List.of(), errors());
	}

	// -- Frames --

	@Test
	void slicesKeepTheirLabelsAndWhatTheyAre() throws Exception {
		final ImagePlus result = result(Map.of("content", StackTransferTest.stack("walk.tif", 4), "slices", "2,4"));
		assertEquals(2, result.getStackSize());
		assertEquals("slice number 4", result.getStack().getSliceLabel(2));
		final String info = ResultInfo.of(result);
		assertTrue(info.contains("\nFrames: 2,4\nwalk.tif, slice 2: content "), info);
		assertTrue(ResultInfo.macro(info).contains(" slices=2,4 "), info);
	}

	@Test
	void frameIsPaintedAsBySelf() throws Exception {
		final ImagePlus walk = StackTransferTest.stack("walk.tif", 3);
		final ImagePlus all = result(Map.of("content", walk, "slices", "all", "coherence", 0.0));
		walk.setSlice(3);
		assertArrayEquals(pixels(result(Map.of("content", walk))), (int[]) all.getStack().getPixels(3));
	}

	@Test
	void framesGoIntoAFolder() throws Exception {
		final Path output = folder.resolve("painted");
		final ImagePlus result = result(Map.of("content", StackTransferTest.stack("walk.tif", 3), "slices", "all",
			"outputFolder", output.toString()));
		assertTrue(result.getStack().isVirtual());
		try (Stream<Path> files = Files.list(output)) {
			assertEquals(3, files.count());
		}
	}

	@Test
	void framesThatAreDoneAreKeptWhenItIsStopped() throws Exception {
		stopper = new Stopper();
		context().service(EventService.class).subscribe(stopper);
		final CommandModule module = run(ApplyStyleNetwork.class, inputs(Map.of("content", StackTransferTest.stack("walk.tif",
			4), "slices", "all")));
		assertTrue(HostedCommand.isStopped(module));
		assertEquals(2, ((ImagePlus) module.getOutput("result")).getStackSize());
		assertTrue(log().stream().anyMatch(line -> line.startsWith("Frames stopped, 2 of 4 frames in ")), log().toString());
	}

	// -- Dialog --

	@ParameterizedTest
	@CsvSource({ "current, 0, Result: 64x48 pixels.", "all, 32, Result: 32x24 pixels." })
	void dialogTellsSizeAndNetwork(final String slices, final int size, final String beginning) {
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(content);
		try {
			final String note = new HostedCommand(context(), ApplyStyleNetwork.class.getName()).note(Map.of("content", content
				.getTitle(), "network", network.toString(), "slices", slices, "size", String.valueOf(size)));
			assertEquals(beginning + " Network: Waves (width 2, 1 residual blocks), by Somebody, licence CC0-1.0.", note);
		}
		finally {
			Interpreter.removeBatchModeImage(content);
			Interpreter.batchMode = false;
		}
	}

	// -- Helper methods --

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(ApplyStyleNetwork.class);
	}

	private Stream<ModuleItem<?>> inputs() {
		return HostedCommand.inputs(command()).stream();
	}

	private Map<String, Object> inputs(final Map<String, Object> given) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "network", network.toString()));
		inputs.putAll(given);
		return inputs;
	}

	private ImagePlus result(final Map<String, Object> given) throws Exception {
		final ImagePlus result = (ImagePlus) run(ApplyStyleNetwork.class, inputs(given)).getOutput("result");
		assertTrue(result != null, log().toString());
		return result;
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		assertRefused(reason, ApplyStyleNetwork.class, inputs);
	}

	private static int[] pixels(final ImagePlus image) {
		return (int[]) image.getProcessor().getPixels();
	}

	/** Cancels a task when its second frame is done. */
	public static final class Stopper {

		@EventHandler
		private void onEvent(final TaskEvent event) {
			final String status = event.getTask().getStatusMessage();
			// NB: To be cancelled is an event, too.
			if (status != null && status.contains("frame 2/4, painted") && !event.getTask().isCanceled()) {
				event.getTask().cancel("enough");
			}
		}
	}
}
