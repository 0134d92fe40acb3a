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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ImageJ's own commands in macros without a display, in a process of their own. */
class HeadlessCommandsTest {

	private static final String ENABLE = "call('net.neuralstyle.imagej.ij1.HeadlessImageJ.enable');\n";

	/** A new image with a selection, and what became of it. */
	private static final String FUNCTIONS = String.join("\n", //
		"function on(type, slices) { newImage('a', type, 64, 48, slices); makeRectangle(0, 0, 16, 16); }", //
		"function show() { getStatistics(area, mean);", //
		"  print('' + getWidth() + 'x' + getHeight() + ', ' + bitDepth() + ' bits, area ' + area + ', mean ' + d2s(mean, " +
		"2));", //
		"  close('*'); }", "");

	private static MacroProcess imagej;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws IOException {
		imagej = new MacroProcess();
	}

	@AfterAll
	static void stop() {
		imagej.close();
	}

	/** The commands that README lists. */
	@Test
	void commandsThatNeedNoWindowRun() throws Exception {
		final List<String> commands = List.of("16-bit", "32-bit", "8-bit", "RGB Color", "RGB Stack", "HSB Stack", "Lab Stack",
			"Split Channels", "Make Composite", "Stack to RGB", "Crop", "Flip Horizontally", "Flip Vertically",
			"Rotate 90 Degrees Left", "Rotate 90 Degrees Right", "Invert", "Smooth", "Sharpen", "Find Edges", "Add Noise",
			"Salt and Pepper", "Despeckle", "North", "Log", "Exp", "Square", "Square Root", "Abs", "Reciprocal", "FFT",
			"Make Binary", "Convert to Mask", "Fire", "Grays", "Ice", "Spectrum", "Red", "Green", "Blue", "Cyan", "Magenta",
			"Yellow", "Invert LUT", "Apply LUT", "Select All", "Select None", "Restore Selection", "Make Inverse",
			"Convex Hull", "Fit Ellipse", "To Bounding Box", "Create Mask", "Clear", "Clear Outside", "Fill", "Draw", "Copy",
			"Cut", "Measure", "Statistics", "Add Slice", "Delete Slice", "Next Slice [>]", "Reverse", "Flip Z",
			"Stack to Images", "Remove Overlay", "Flatten", "Undo", "Revert");
		final StringBuilder macro = new StringBuilder();
		for (final String command : commands) {
			final boolean ofColours = command.matches("RGB Stack|HSB Stack|Lab Stack|Make Composite|Split Channels");
			final boolean ofStack = command.matches(".* RGB|.*Slice.*|Reverse|Flip Z|Stack to .*");
			macro.append("on('" + (ofColours ? "RGB" : "8-bit ramp") + "', " + (ofStack ? 3 : 1) + "); run('" + command +
				"'); print('" + command + "'); close('*');\n");
		}
		// NB: Measure and Statistics print what they find.
		assertEquals(commands, lines(macro.toString()).stream().filter(line -> !line.contains("\t")).collect(Collectors
			.toList()));
	}

	@Test
	void sampleStylesAreOpenedAndActive() throws Exception {
		assertEquals(List.of("great-wave 1", "mosaic 2", "mosaic 2"), lines(
			"setBatchMode(true); run('Open Sample Style', 'name=great-wave'); print(getTitle(), nImages); " +
				"run('Open Sample Style', 'name=mosaic'); print(getTitle(), nImages); " +
				"run('Invert'); print(getTitle(), nImages);"));
	}

	@Test
	void unknownSampleStyleEndsTheMacroWithOneSentence() throws Exception {
		final List<String> lines = lines("run('Open Sample Style', 'name=sunflowers'); print('went on');");
		assertEquals(1, lines.size(), lines.toString());
		assertTrue(lines.get(0).contains("\"sunflowers\" is not a choice for name: use \"great-wave\" or "), lines.get(0));
	}

	@Test
	void commandsDoWhatTheyDoElsewhere() throws Exception {
		final String grey = "on('8-bit ramp', 1); run('%s'); show();";
		assertEquals(List.of( //
			"64x48, 16 bits, area 256, mean 30.00", //
			"64x48, 24 bits, area 256, mean 30.00", //
			"64x48, 8 bits, area 256, mean 255.00", //
			"64x48, 8 bits, area 256, mean 225.00", //
			"16x16, 8 bits, area 256, mean 30.00", //
			"64x48, 8 bits, area 3072, mean 126.00", //
			"48x64, 8 bits, area 3072, mean 126.00"), //
			lines(String.format(grey, "16-bit") + String.format(grey, "RGB Color") +
			"on('RGB white', 1); run('8-bit'); show();" +
				String.format(grey, "Invert") + String.format(grey, "Crop") + String.format(grey, "Select None") + String.format(
					grey, "Rotate 90 Degrees Left")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Gaussian Blur...", "Size...", "Enhance Contrast", "ROI Manager...", "Find Commands..." })
	void commandThatNeedsAWindowEndsTheMacroWithOneSentence(final String command) throws Exception {
		final List<String> lines = lines("on('8-bit ramp', 1); run('" + command + "', 'sigma=9'); print('went on');");
		assertEquals(1, lines.size(), lines.toString());
		assertTrue(lines.get(0).startsWith("The command \"" + command), lines.get(0));
		assertTrue(lines.get(0).contains("window"), lines.get(0));
	}

	@Test
	void unknownCommandEndsTheMacroWithOneSentence() throws Exception {
		assertEquals(List.of("There is no command \"Inwert\": check its spelling."), lines(
			"run('Inwert'); print('went on');"));
	}

	@Test
	void whatACommandHasToSayEndsTheMacro() throws Exception {
		assertEquals(List.of("Multichannel image required"), lines(
			"on('8-bit ramp', 1); run('Split Channels'); print('went on');"));
	}

	@Test
	void picturesAreSavedAndOpened() throws Exception {
		final Path file = folder.resolve("a.png");
		final String path = file.toString().replace('\\', '/');
		assertEquals(List.of("a.png"), lines("on('8-bit ramp', 1); saveAs('PNG', '" + path + "'); close(); open('" + path +
			"'); print(getTitle());"));
		assertTrue(Files.exists(file));
	}

	// -- Helper methods --

	private List<String> lines(final String macro) throws IOException {
		final Path file = folder.resolve("macro.ijm");
		Files.writeString(file, (ENABLE + macro + "\n" + FUNCTIONS).replace('\'', '"'));
		return imagej.run(file).stream().filter(line -> !line.isBlank()).collect(Collectors.toList());
	}
}
