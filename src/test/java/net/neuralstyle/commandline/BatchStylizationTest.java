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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.picture.PictureReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many pictures by the program's command {@code batch}, in this process. */
class BatchStylizationTest {

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), 2);
	}

	@Test
	void folderIsRedrawn() throws IOException {
		assertEquals(0, batch("--input=" + folder.resolve("in"), "--style=gravel"), err.toString());
		assertOutputs("p1-gravel.png", "p2-gravel.png");
	}

	@Test
	void picturesMayStandThereByThemselves() throws IOException {
		assertEquals(0, batch(in("p2.png"), "--style=gravel", "--name={content}.jpg"), err.toString());
		assertOutputs("p2.jpg");
	}

	@Test
	void picturesMayStandBesideTheOption() throws IOException {
		TestPictures.write(folder.resolve("other,p.png"), 3);
		assertEquals(0, batch("--input", folder.resolve("in/p*.png").toString(), "--style=gravel", folder.resolve(
			"other,p.png").toString()), err.toString());
		assertOutputs("other,p-gravel.png", "p1-gravel.png", "p2-gravel.png");
	}

	@Test
	void stylesMayBeRepeated() throws IOException {
		assertEquals(0, batch(in("p1.png"), "--style=gravel", "--style=mosaic", "--several=each"), err.toString());
		assertEquals(0, batch(in("p1.png"), "--style=gravel", "--style=mosaic", "--style-blend=2,1"), err.toString());
		assertOutputs("p1-gravel+mosaic.png", "p1-gravel.png", "p1-mosaic.png");
	}

	@Test
	void networksMayBeRepeatedAndPaintFramesToo() throws IOException {
		final List<String> arguments = new ArrayList<>(List.of("batch", in("p1.png"), "--output=" + folder.resolve("out")));
		for (int seed = 1; seed <= 2; seed++) {
			final Path network = folder.resolve("n" + seed + ".h5");
			StyleNetworkFile.write(network, RandomNetworks.make(seed, 2, 1));
			arguments.add("--style-networks=" + network);
		}
		assertEquals(0, execute(arguments.toArray(new String[0])), err.toString());
		arguments.addAll(List.of("--slices=all", "--name={content}-{style}.avi"));
		assertEquals(0, execute(arguments.toArray(new String[0])), err.toString());
		assertOutputs("p1-n1.avi", "p1-n1.png", "p1-n2.avi", "p1-n2.png");
		arguments.add("--recipe=" + in("p1.png"));
		assertEquals(2, execute(arguments.toArray(new String[0])));
		assertTrue(err.toString().startsWith("A recipe is one of style transfers, and style networks paint without: "), err
			.toString());
	}

	@Test
	void moviesAndFoldersOfFramesAreRedrawn() throws IOException {
		TestPictures.stack(folder.resolve("walk.avi"));
		Files.writeString(folder.resolve("list.txt"), "walk.avi\nin\n");
		final String log = loggedBy(() -> assertEquals(0, batch("--input=" + folder.resolve("list.txt"), "--style=gravel",
			"--slices=all", "--name={content}.avi"), err.toString()));
		assertTrue(log.contains("result 2 of 2, in.avi: new, 2 frames"), log);
		assertTrue(log.matches("(?s).*2 results of 5 frames in [0-9.]+ s: 2 done; .*"), log);
		assertOutputs("in.avi", "walk.avi");
	}

	@Test
	void recipeOfAPictureIsFollowed() throws IOException {
		assertEquals(0, batch(in("p1.png"), "--style=gravel", "--start=noise", "--seed=7"));
		final String first = folder.resolve("out/p1-gravel.png").toString();
		assertEquals(0, execute("batch", in("p2.png"), "--style=gravel", "--output=" + folder.resolve("out"), "--recipe=" +
			first), err.toString());
		assertTrue(PictureReader.info(folder.resolve("out/p2-gravel.png")).contains("\"seed\":7"));
		assertEquals(2, execute("batch", in("p2.png"), "--style=gravel", "--output=" + folder.resolve("out"), "--recipe=" +
			first, "--preset=Preview"));
		assertEquals("A preset and a recipe exclude each other: give one of them.", err.toString().trim());
	}

	@Test
	void pictureOfThisCommandIsSkippedIfTheOtherCommandHasMadeIt() throws IOException {
		Files.createDirectory(folder.resolve("out"));
		assertEquals(0, execute("--content=" + in("p1.png"), "--style=gravel", "--output=" + folder.resolve(
			"out/p1-gravel.png"), "--size=40", "--iterations=1"));
		assertTrue(loggedBy(() -> batch(in("p1.png"), "--style=gravel")).contains("1 skipped"));
	}

	@Test
	void badPictureIsReportedAndTheExitCodeSaysSo() throws IOException {
		Files.writeString(folder.resolve("list.txt"), "in/p1.png\nin/missing.png\nin/p2.png\n");
		assertEquals(1, batch("--input=" + folder.resolve("list.txt"), "--style=gravel"));
		assertOutputs("p1-gravel.png", "p2-gravel.png");
		assertTrue(Files.readString(folder.resolve("out/batch-report.csv")).contains("missing-gravel.png,failed,"));
	}

	@Test
	void timeLeftIsTold() {
		final String log = loggedBy(() -> batch("--input=" + folder.resolve("in"), "--style=gravel"));
		assertTrue(log.matches(
			"(?s).*picture 1 of 2, p1-gravel.png: done in [0-9.]+ s, loss \\S+, 0:\\d\\d left for all\n.*"), log);
	}

	@Test
	void dryRunTellsWhyAndWritesNothing() throws IOException {
		final String log = loggedBy(() -> assertEquals(0, batch("--input=" + folder.resolve("in"), "--style=gravel",
			"--dry-run")));
		assertTrue(log.contains("picture 2 of 2, p2-gravel.png: to do, new"), log);
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"--style=gravel --name={content}/{style}.png | 2", //
		"--style=gravel --part=0/2 | 2", //
		"--style=gravel --several=both | 2", //
		"--style=gravel --size=20 | 2", //
		"--style=gravel --output=a --output=b | 2", //
		"--style=gravle.png | 2", //
		"--style=gravel --sizes=20 | 2", //
		"--style=gravel --weights-file=no.h5 | 1", //
		"--style=gravel --recipe=no.json | 1" })
	void whatIsWrongIsRefusedBeforeAnythingIsDone(final String options, final int exitCode) {
		final List<String> arguments = new ArrayList<>(List.of("batch", "--input=" + folder.resolve("in")));
		if (!options.contains("--output")) arguments.add("--output=" + folder.resolve("out"));
		arguments.addAll(List.of(options.split(" ")));
		assertEquals(exitCode, execute(arguments.toArray(new String[0])), err.toString());
		assertFalse(Files.exists(folder.resolve("out/p1-gravel.png")));
	}

	@Test
	void helpTellsWhatIsNeededAndTheExitCodes() {
		assertEquals(0, execute("batch", "--help"));
		final String help = out.toString().replaceAll("\\s+", " ");
		for (final String part : List.of("batch --input=FOLDER --style=FILE --output=FOLDER [OPTIONS]", "[PICTURE...]",
			"Needed: --input=PATH", "May be given several times.", "--several=CHOICE", "Default: {content}-{style}.png.",
			"--part=TEXT", "--threads=NUMBER", "--save-every=NUMBER", "--style-layers=TEXT", "0 all pictures are there"))
		{
			assertTrue(help.contains(part), part + " is not in " + help);
		}
	}

	@Test
	void optionsOfTheProgramBeforeTheCommandAreRefused() {
		assertEquals(2, execute("--style=gravel", "batch", in("p1.png")));
		assertTrue(err.toString().startsWith("The options before batch would be ignored"), err.toString());
	}

	// -- One picture --

	@Test
	void picturesOnTheWayAreSavedForOnePictureToo() throws IOException {
		Files.createDirectory(folder.resolve("out"));
		assertEquals(0, execute("--content=" + in("p1.png"), "--style=gravel", "--output=" + folder.resolve("out/a.png"),
			"--size=40", "--iterations=4", "--pyramid=1", "--save-every=2"), err.toString());
		assertEquals(List.of("a-iteration-0002.png", "a-iteration-0004.png", "a.png"), TestPictures.names(folder.resolve(
			"out")));
		assertEquals(2, execute("--content=" + in("p1.png"), "--style=gravel", "--output=" + folder.resolve("out/a.png"),
			"--save-every=-1"));
		assertEquals("Save every must be from 0 to 10000, not -1.", err.toString().trim());
	}

	// -- Helper methods --

	private String in(final String name) {
		return folder.resolve("in").resolve(name).toString();
	}

	private int batch(final String... options) {
		return execute(Stream.concat(Stream.of("batch", "--output=" + folder.resolve("out"), "--size=40", "--iterations=1"),
			Stream.of(options)).distinct().toArray(String[]::new));
	}

	private int execute(final String... arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
	}

	private static String loggedBy(final Runnable work) {
		final PrintStream before = System.out;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		System.setOut(new PrintStream(bytes, true));
		try {
			work.run();
			return bytes.toString();
		}
		finally {
			System.setOut(before);
		}
	}

	private void assertOutputs(final String... names) throws IOException {
		final List<String> expected = new ArrayList<>(List.of(".neural-style-batch.lock", "batch-report.csv"));
		expected.addAll(List.of(names));
		assertEquals(expected, TestPictures.names(folder.resolve("out")));
	}
}
