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

import java.awt.event.KeyEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Setting.Group;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/** The command in a SciJava context without a display. */
class TrainStyleNetworkTest extends CommandTest {

	private final ImagePlus style = colours("paint", 110, 100, 7);

	@TempDir
	private Path folder;

	@BeforeEach
	void writePhotographs() throws IOException {
		TestPictures.folder(folder.resolve("photographs"), 3);
	}

	// -- Inputs --

	@Test
	void menuPathIsAsDocumented() {
		assertEquals("Plugins|Style Transfer|Train Style Network", command().getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command().canRunHeadless());
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void whatIsNeededComesFirstAndRareInputsLast() {
		assertEquals(List.of("style", "photographs", "output", "resume", "steps", "minutes", "preset", "strength",
			"strokeSize", "network", "moreStyles"), inputs().stream().map(ModuleItem::getName).limit(11).collect(Collectors
				.toList()));
	}

	@Test
	void noKeyIsTheEndOfAnEarlierOne() {
		// NB: ImageJ's recorder would take it for a duplicate, and say so in a window.
		final List<String> earlier = new ArrayList<>();
		inputs().stream().map(InputText::macroKey).forEach(key -> {
			assertTrue(earlier.stream().noneMatch(other -> other.endsWith(key)), key);
			earlier.add(key);
		});
	}

	@Test
	void inputsOfTrainingAreWhatItsSettingsSay() {
		for (final Setting<?> setting : TrainingSettings.all()) {
			final ModuleItem<?> input = inputs().stream().filter(candidate -> candidate.getName().equals(setting.key()))
				.findFirst().orElseThrow();
			assertEquals(setting.label(), input.getLabel());
			assertEquals(setting.description(), input.getDescription(), setting.key());
			assertEquals(setting.inputType(), input.getType(), setting.key());
			assertEquals(setting.group() == Group.ADVANCED, InputKind.isAdvanced(input), setting.key());
			assertEquals(setting.least(), ((Number) input.getMinimumValue()).doubleValue(), setting.key());
			assertEquals(setting.most(), ((Number) input.getMaximumValue()).doubleValue(), setting.key());
			assertEquals(setting.usual(), setting.value(new HostedCommand(context(), TrainStyleNetwork.class.getName())
				.defaults().get(setting.key())), setting.key());
		}
	}

	// -- Training --

	@Test
	void networkIsWrittenWithWhatItTellsOfItself() throws Exception {
		assertFalse(run(Map.of("author", "A. Nonymous", "licence", "CC0-1.0")).isCanceled());
		final StyleNetwork network = network();
		assertEquals("net", network.card().name());
		assertEquals("paint", network.card().styles().get(0).name());
		assertEquals("photographs", network.card().photographs());
		assertEquals(3, network.card().photographCount());
		assertEquals("A. Nonymous", network.card().author());
		assertEquals("CC0-1.0", network.card().licence());
		assertEquals(1.5, network.card().recipe().orElseThrow().get(Settings.STROKE_SIZE));
		assertEquals(64, ImageIO.read(new ByteArrayInputStream(network.preview().orElseThrow())).getWidth());
		assertTrue(lastLine().startsWith("Done, 3 steps: the network was saved to "), lastLine());
	}

	@Test
	void trainingBeginsWithAnotherNetwork() throws Exception {
		run(Map.of());
		final StyleNetwork first = network();
		Files.copy(folder.resolve("net.h5"), folder.resolve("first.h5"));
		run(Map.of("beginWith", folder.resolve("first.h5").toString(), "steps", 1));
		assertEquals(first.checksum(), network().card().beganWithChecksum());
		assertEquals("net", network().card().beganWith());
	}

	@Test
	void networkToBeginWithThatDoesNotFitIsRefused() throws Exception {
		assertRefused("The training cannot begin with Great Wave (width 16, 5 residual blocks), as it makes a network of " +
			"width 4 with 1 residual blocks: set ", Map.of("beginWith", "great-wave"));
		assertRefused("No file or style network is called \"none-such\": ", Map.of("beginWith", "none-such"));
	}

	@Test
	void progressIsLoggedWithLossMeanAndTimeLeft() throws Exception {
		run(Map.of());
		assertTrue(log().stream().anyMatch(line -> line.matches("step 3/3, loss [0-9.e+]+, mean [0-9.e+]+, 0:00 left")), log()
			.toString());
	}

	@Test
	void escapeKeepsTheNetworkAsItIsAndResumeGoesOn() throws Exception {
		pressEscapeAfterTheFirstStep();
		final CommandModule module = run(Map.of("steps", 4));
		assertTrue(((StyleTransferCommand) module.getDelegateObject()).isStopped());
		assertEquals(1, network().card().steps());
		assertTrue(lastLine().startsWith("Stopped after step 1: the network as it is then was saved to "), lastLine());
		IJ.resetEscape();
		run(Map.of("steps", 4, "resume", true));
		final float[] resumed = network().parameters();
		Files.delete(folder.resolve("net.h5.checkpoint"));
		run(Map.of("steps", 4));
		assertArrayEquals(network().parameters(), resumed);
	}

	@Test
	void photographThatCannotBeReadIsLeftOutWithASentence() throws Exception {
		Files.writeString(folder.resolve("photographs/bad.png"), "no picture");
		run(Map.of());
		assertTrue(errors().get(0).matches("The file .*bad.png is .*; it is left out\\."), errors().toString());
	}

	@Test
	void dialogForetellsTheTimeOnceANetworkAsLargeHasBeenTrained() throws Exception {
		forget();
		final HostedCommand command = new HostedCommand(context(), TrainStyleNetwork.class.getName());
		final Map<String, String> answers = new HashMap<>(command.defaults());
		answers.putAll(Map.of("width", "4", "residualBlocks", "1", "pictureSize", "64", "steps", "100"));
		assertEquals("Training: 100 steps with pictures of 64x64 pixels; the time is unknown until the first training of a " +
			"network as large.", command.note(answers));
		command.remember(run(Map.of("steps", 4)));
		assertTrue(command.note(answers).matches("Training: 100 steps with pictures of 64x64 pixels, about .* in all\\."),
			command.note(answers));
		answers.put("steps", "many");
		assertEquals("", command.note(answers));
		forget();
	}

	// -- Refusals --

	@Test
	void unfinishedTrainingIsNotOverwritten() throws Exception {
		pressEscapeAfterTheFirstStep();
		run(Map.of());
		IJ.resetEscape();
		assertRefused("There is a training for " + folder.resolve("net.h5") + " that is not finished: resume it, ", Map.of());
	}

	@Test
	void checkpointOfAnotherTrainingIsRefused() throws Exception {
		run(Map.of());
		final CommandModule module = run(Map.of("resume", true, "strokeSize", 1.0));
		assertTrue(module.getCancelReason().contains("is of another training, whose recipe is not the same"), module
			.getCancelReason());
	}

	@Test
	void missingStyleIsRefused() throws Exception {
		final Map<String, Object> inputs = inputs(Map.of());
		inputs.remove("style");
		assertRefused("There is no style image", TrainStyleNetwork.class, inputs);
	}

	@Test
	void missingPhotographsAreRefused() throws Exception {
		assertRefused("There are no photographs: give a folder", Map.of("photographs", ""));
		assertRefused("There is no folder ", Map.of("photographs", folder.resolve("none").toString()));
		Files.createDirectory(folder.resolve("empty"));
		assertRefused("There are no pictures in the folder ", Map.of("photographs", folder.resolve("empty").toString()));
	}

	@Test
	void outputThatIsNoNetworkFileIsRefused() throws Exception {
		assertRefused("There is no network file", Map.of("output", ""));
		assertRefused("The network file net.png must end in .h5", Map.of("output", "net.png"));
		assertRefused("There is no folder ", Map.of("output", folder.resolve("none/net.h5").toString()));
		Files.writeString(folder.resolve("other.h5"), "something else");
		assertRefused("The file " + folder.resolve("other.h5") + " is not replaced", Map.of("output", folder.resolve(
			"other.h5").toString()));
	}

	@Test
	void wrongSettingsAreRefused() throws Exception {
		assertRefused("Steps must be from 1 to 100000, not 0.", Map.of("steps", 0));
		assertRefused("Picture size must be a multiple of 4, not 66: choose 64.", Map.of("pictureSize", 66));
		assertRefused("Residual blocks must be from 1 to 20, not 21.", Map.of("residualBlocks", 21));
	}

	// -- Helper methods --

	/** What is remembered of trainings as small as these. */
	private void forget() {
		final PrefService preferences = context().service(PrefService.class);
		preferences.remove(RunSpeed.class, "seconds.Compact VGG (bundled).training.4x1.automatic");
		preferences.clear(TrainStyleNetwork.class);
	}

	/** Once. */
	private void pressEscapeAfterTheFirstStep() {
		final AtomicBoolean pressed = new AtomicBoolean();
		context().service(LogService.class).addLogListener(message -> {
			if (message.text().startsWith("step 1/") && !pressed.getAndSet(true)) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
	}

	private void assertRefused(final String reason, final Map<String, Object> others) throws Exception {
		assertRefused(reason, TrainStyleNetwork.class, inputs(others));
	}

	private CommandModule run(final Map<String, Object> others) throws Exception {
		return run(TrainStyleNetwork.class, inputs(others));
	}

	/** Inputs of a short training, but for others. */
	private Map<String, Object> inputs(final Map<String, Object> others) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("style", style, "photographs", folder.resolve("photographs")
			.toString(), "output", folder.resolve("net.h5").toString(), "steps", 3, "picturesPerStep", 1, "pictureSize", 64,
			"width", 4, "residualBlocks", 1, "checkpointEvery", 2, "strokeSize", 1.5));
		inputs.putAll(others);
		return inputs;
	}

	private StyleNetwork network() throws IOException {
		return StyleNetworkFile.read(folder.resolve("net.h5"));
	}

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(TrainStyleNetwork.class);
	}

	private List<ModuleItem<?>> inputs() {
		return HostedCommand.inputs(command());
	}
}
