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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.Provenance;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network by the program's command {@code train}, in this process. */
class TrainingTest {

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	@BeforeEach
	void writePhotographs() throws IOException {
		TestPictures.folder(folder.resolve("photographs"), 2);
	}

	@Test
	void networkIsTrainedAndWritten() throws IOException {
		assertEquals(0, train("--style=gravel", "--steps=2"), err.toString());
		final StyleNetwork network = network();
		assertEquals(2, network.card().steps());
		assertEquals(4, network.topology().width());
	}

	@Test
	void severalStylesAreBlended() throws IOException {
		assertEquals(0, train("--style=gravel", "--style=mosaic", "--style-blend=2,1", "--steps=1"), err.toString());
		assertEquals(List.of("gravel 2.0", "mosaic 1.0"), network().card().styles().stream().map(TrainingTest::told).collect(
			Collectors.toList()));
	}

	@Test
	void trainingGoesOnWhereItStood() throws IOException {
		assertEquals(0, train("--style=gravel", "--steps=2"), err.toString());
		assertEquals(0, train("--style=gravel", "--steps=3", "--resume"), err.toString());
		final float[] resumed = network().parameters();
		assertEquals(0, train("--style=gravel", "--steps=3", "--resume"), err.toString());
		assertArrayEquals(network().parameters(), resumed);
	}

	@Test
	void recipeSaysWhatIsNotSaidOtherwise() throws IOException {
		final Path recipe = Files.writeString(folder.resolve("recipe.json"),
			"{\"styleWeight\":3,\"contentWeight\":0.5,\"size\":1024,\"seed\":7}");
		assertEquals(0, train("--style=gravel", "--steps=1", "--recipe=" + recipe, "--content-weight=0.25"), err.toString());
		final Recipe used = network().card().recipe().orElseThrow();
		assertEquals(3, used.get(Settings.STYLE_WEIGHT));
		assertEquals(0.25, used.get(Settings.CONTENT_WEIGHT));
		assertEquals(7, used.get(Settings.SEED));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"--style=gravle.png | 2", //
		"--style=gravel --steps=0 | 2", //
		"--style=gravel --step=2 | 2", //
		"--style=gravel --picture-size=70 | 2", //
		"--style=gravel --steps=1 --steps=2 | 2", //
		"--style=gravel --resume | 1", //
		"--style=gravel --recipe=no.json | 2", //
		"--style=gravel --weights-file=no.h5 | 1" })
	void whatIsWrongIsToldBeforeAnythingIsDone(final String options, final int exitCode) {
		assertEquals(exitCode, train(options.split(" ")), err.toString());
		assertFalse(Files.exists(folder.resolve("net.h5")));
	}

	@Test
	void helpTellsWhatIsNeededAndTheExitCodes() {
		assertEquals(0, execute("train", "--help"));
		final String help = out.toString().replaceAll("\\s+", " ");
		for (final String part : List.of("train --style=FILE --photographs=FOLDER --output=FILE [OPTIONS]",
			"Needed: --style=FILE|NAME", "--photographs=PATH", "--recipe=FILE", "--minutes=NUMBER", "--[no-]resume",
			"--style-layers=TEXT", "130 stopped by Ctrl-C or SIGTERM; the network as it was then is written"))
		{
			assertTrue(help.contains(part), part + " is not in " + help);
		}
	}

	// -- Helper methods --

	private int train(final String... options) {
		final List<String> arguments = new ArrayList<>(List.of("train", "--photographs=" + folder.resolve("photographs"),
			"--output=" + folder.resolve("net.h5"), "--pictures-per-step=1", "--width=4", "--residual-blocks=1"));
		arguments.addAll(List.of(options));
		if (!String.join(" ", options).contains("--picture-size")) arguments.add("--picture-size=64");
		return execute(arguments.toArray(new String[0]));
	}

	private int execute(final String... arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
	}

	private StyleNetwork network() throws IOException {
		return StyleNetworkFile.read(folder.resolve("net.h5"));
	}

	private static String told(final Provenance.Picture style) {
		return style.name() + " " + style.share();
	}
}
