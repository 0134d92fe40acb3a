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

package net.neuralstyle.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.stack.Destination;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches of the runnable jar, that are killed, stopped, or run beside each other. */
@Tag("slow")
class BatchIT {

	private static final Path COMMAND_LINE = Paths.get("target", "neural-style-transfer.jar").toAbsolutePath();
	private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=" + Paths.get("target", "javacpp-cache")
		.toAbsolutePath();
	private static final int COUNT = 6;

	@TempDir
	private Path folder;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), COUNT);
	}

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "picture 1 of 6, 0.3", "picture 3 of 6, 0", "picture 3 of 6, 0.1", "6 done, 0" })
	void batchThatIsKilledLeavesWholePicturesAndTheNextOneGoesOn(final String words, final String pause)
		throws Exception
	{
		final JavaProcess killed = JavaProcess.disturb(folder, words, "sleep " + pause + "; kill -9 $0", arguments(
			"--size=64", "--iterations=2"));
		assertTrue(killed.exitCode() == 137 || words.startsWith("6"), killed.toString());
		final long before = pictures().size();
		pictures().forEach(this::assertWhole);
		final JavaProcess next = batch("--size=64", "--iterations=2");
		assertEquals(0, next.exitCode(), next.toString());
		assertEquals(before, count("skipped, made before", next), next.toString());
		assertEquals(COUNT - before, count(": done in ", next), next.toString());
		assertAllIsThere();
	}

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "INT", "TERM" })
	void batchThatIsStoppedSavesThePictureSoFarWhichIsMadeAgain(final String signal) throws Exception {
		final JavaProcess stopped = JavaProcess.disturb(folder, "Computes on", "kill -" + signal + " $0",
			arguments("--size=64", "--iterations=10000", "--least-decrease=0"));
		assertEquals(130, stopped.exitCode(), stopped.toString());
		assertTrue(stopped.errors().contains("Stopping after this evaluation, to save the picture so far; press Ctrl-C " +
			"again to end at once."), stopped.toString());
		assertTrue(stopped.output().contains(": 1 stopped, 5 left; the report is "), stopped.toString());
		assertEquals(1, pictures().size());
		pictures().forEach(this::assertWhole);
		final JavaProcess next = batch("--size=64", "--iterations=10000", "--least-decrease=0", "--dry-run");
		assertTrue(next.output().contains("p1-gravel.png: to do, it was stopped before its end"), next.toString());
		assertEquals(0, next.exitCode());
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void batchThatIsStoppedTwiceEndsAtOnce() throws Exception {
		final JavaProcess stopped = JavaProcess.disturb(folder, "Computes on", "kill -INT $0; sleep 0.1; kill -INT $0",
			arguments("--size=1024", "--iterations=10000", "--pyramid=1"));
		assertEquals(130, stopped.exitCode(), stopped.toString());
		assertTrue(stopped.errors().trim().endsWith("Stopped: the picture under way was not written."), stopped.toString());
		assertEquals(List.of(".neural-style-batch.lock"), TestPictures.names(folder.resolve("out")));
	}

	@Test
	void batchesAtOnceOnOneFolderMakeEveryPictureOnce() throws Exception {
		final List<JavaProcess> both = atOnce(List.of("--size=64"), List.of("--size=64"));
		int done = 0;
		for (final JavaProcess process : both) {
			assertEquals(0, process.exitCode(), process.toString());
			done += count(": done in ", process);
		}
		assertEquals(COUNT, done, both.toString());
		assertAllIsThere();
	}

	@Test
	void partsAtOnceMakeTheSamePicturesAsOneProcess() throws Exception {
		final List<JavaProcess> parts = atOnce(List.of("--part=1/4", "--threads=1"), List.of("--part=2/4", "--threads=1"),
			List.of("--part=3/4", "--threads=1"), List.of("--part=4/4", "--threads=1"));
		for (final JavaProcess process : parts) {
			assertEquals(0, process.exitCode(), process.toString());
		}
		assertEquals(List.of(2, 2, 1, 1), parts.stream().map(process -> count(": done in ", process)).collect(Collectors
			.toList()));
		assertAllIsThere();
		final Map<String, String> ofParts = new TreeMap<>();
		for (int part = 1; part <= 4; part++) {
			ofParts.putAll(checksums(folder.resolve("out/batch-report-" + part + "-of-4.csv")));
		}
		assertEquals(0, batch("--overwrite", "--report=" + folder.resolve("whole.csv")).exitCode());
		assertEquals(COUNT, ofParts.size());
		assertEquals(checksums(folder.resolve("whole.csv")), ofParts);
	}

	// -- Style networks --

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "current, {content}.png, picture 3 of 6", "all, {content}.tif, result 1 of 1" })
	void whatANetworkPaintsIsWholeIfTheBatchIsKilledAndTheNextOneGoesOn(final String slices, final String name,
		final String words) throws Exception
	{
		final String[] painting = painting("--slices=" + slices, "--name=" + name, "--size=256");
		final JavaProcess killed = JavaProcess.disturb(folder, words, "sleep 0.1; kill -9 $0", painting);
		assertTrue(killed.exitCode() == 137 || killed.exitCode() == 0, killed.toString());
		pictures().forEach(this::assertWhole);
		final JavaProcess next = JavaProcess.run(folder, painting);
		assertEquals(0, next.exitCode(), next.toString());
		final JavaProcess last = JavaProcess.run(folder, painting);
		assertTrue(last.output().contains(slices.equals("all") ? ": 1 skipped; " : ": 6 skipped; "), last.toString());
		assertTrue(TestPictures.names(folder.resolve("out")).stream().noneMatch(file -> file.startsWith(".in")), last
			.toString());
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void batchOfANetworkThatIsStoppedLeavesNothingHalfPainted() throws Exception {
		final JavaProcess stopped = JavaProcess.disturb(folder, "Computes on", "kill -INT $0", painting("--size=4096"));
		assertEquals(130, stopped.exitCode(), stopped.toString());
		assertTrue(stopped.errors().contains("Stopping after this part, to save the report; press Ctrl-C again to end at " +
			"once."), stopped.toString());
		assertTrue(stopped.output().contains(": 1 stopped, 5 left; the report is "), stopped.toString());
		assertEquals(List.of(".neural-style-batch.lock", "batch-report.csv"), TestPictures.names(folder.resolve("out")));
	}

	// -- Frames that belong together --

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "{content}.tif, 0001", "{content}.tif, 0006", "{content}.avi, 0006", "{content}, 0003",
		"{content}, 0006" })
	void framesOfABatchThatIsKilledAreAllThereOrNoneAndTheNextOneMakesThem(final String name, final String frame)
		throws Exception
	{
		final Path made = folder.resolve("out").resolve(name.replace("{content}", "in"));
		final JavaProcess killed = JavaProcess.disturb(folder, "result 1 of 1", until(frame) + "kill -9 $0", frames(name));
		assertTrue(killed.exitCode() == 137 || frame.equals("0006"), killed.toString());
		assertTrue(!Files.exists(made) || frameCount(made) == COUNT, killed.toString());
		final JavaProcess next = JavaProcess.run(folder, frames(name));
		assertEquals(0, next.exitCode(), next.toString());
		assertEquals(COUNT, frameCount(made));
		assertEquals(List.of(".neural-style-batch.lock", "batch-report.csv", made.getFileName().toString()),
			TestPictures.names(folder.resolve("out")));
	}

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "{content}.tif, INT", "{content}, TERM" })
	void framesThatAreDoneWhenABatchIsStoppedAreSavedAndAllAreMadeAgain(final String name, final String signal)
		throws Exception
	{
		final JavaProcess stopped = JavaProcess.disturb(folder, "result 1 of 1", until("0002") + "kill -" + signal + " $0",
			frames(name));
		assertEquals(130, stopped.exitCode(), stopped.toString());
		assertTrue(stopped.errors().contains("Stopping after this evaluation, to save the frames that are done; press " +
			"Ctrl-C again to end at once."), stopped.toString());
		final Matcher told = Pattern.compile("result 1 of 1, in\\S*: stopped, (\\d) of 6 frames").matcher(stopped.output());
		assertTrue(told.find(), stopped.toString());
		final int done = Integer.parseInt(told.group(1));
		assertTrue(done >= 2 && done < COUNT, stopped.toString());
		final Path made = folder.resolve("out").resolve(name.replace("{content}", "in"));
		assertEquals(done, frameCount(made));
		final JavaProcess next = JavaProcess.run(folder, frames(name, "--dry-run"));
		assertTrue(next.output().contains(": to do, it has " + done + " of 6 frames"), next.toString());
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void framesOfABatchThatIsStoppedTwiceLeaveNothing() throws Exception {
		// NB: Two different signals for one that is held up, so that they come one right after the other, and both.
		final JavaProcess stopped = JavaProcess.disturb(folder, "result 1 of 1", until("0001") +
			"kill -STOP $0; kill -INT $0; kill -TERM $0; kill -CONT $0", frames("{content}.tif", "--size=384", "--iterations=2",
				"--pyramid=1"));
		assertEquals(130, stopped.exitCode(), stopped.toString());
		assertTrue(stopped.errors().trim().endsWith("Stopped: the frames under way were not written."), stopped.toString());
		assertEquals(List.of(".neural-style-batch.lock"), TestPictures.names(folder.resolve("out")));
	}

	@EnabledOnOs(OS.LINUX)
	@Test
	void pictureThatTheSystemDoesNotTakeIsReportedAndLeavesNothing() throws Exception {
		// NB: So that the native libraries are unpacked.
		batch("--size=64", "--part=1/6");
		final Process process = new ProcessBuilder("bash", "-c", "ulimit -f 30; exec \"$@\"", "bash", Paths.get(System
			.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-Xmx1g", CACHE, "-jar", COMMAND_LINE
				.toString(), "batch", "--input=in/p2.png", "--style=in/p6.png", "--output=out", "--size=512", "--iterations=1")
					.directory(folder.toFile()).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes());
		assertEquals(1, process.waitFor(), output);
		assertTrue(output.contains("The picture cannot be written to " + folder.resolve("out/p2-p6.png") + ": "), output);
		assertTrue(output.contains(": 1 failed; the report is "), output);
		assertEquals(List.of(".neural-style-batch.lock", "batch-report-1-of-6.csv", "batch-report.csv", "p1-gravel.png"),
			TestPictures.names(folder.resolve("out")));
	}

	@EnabledOnOs(OS.LINUX)
	@Test
	void folderThatCannotBeWrittenIsToldInOneSentence() throws Exception {
		final JavaProcess process = batch("--output=/proc/pictures");
		assertEquals(1, process.exitCode(), process.toString());
		assertEquals("[ERROR] The folder /proc/pictures is not there and cannot be made: choose another one for the " +
			"output, or make it.", process.errors().trim());
	}

	// -- Helper methods --

	private String[] arguments(final String... options) {
		final List<String> arguments = new ArrayList<>(List.of(CACHE, "-jar", COMMAND_LINE.toString(), "batch", "--input=in",
			"--style=gravel"));
		if (Stream.of(options).noneMatch(option -> option.startsWith("--output"))) arguments.add("--output=out");
		if (Stream.of(options).noneMatch(option -> option.startsWith("--size"))) arguments.add("--size=48");
		if (Stream.of(options).noneMatch(option -> option.startsWith("--iterations"))) arguments.add("--iterations=1");
		arguments.addAll(List.of(options));
		return arguments.toArray(new String[0]);
	}

	/** Arguments that make one result of the pictures, as a movie's frames. */
	private String[] frames(final String name, final String... options) throws IOException {
		Files.writeString(folder.resolve("movies.txt"), "in\n");
		final List<String> arguments = new ArrayList<>(List.of(CACHE, "-jar", COMMAND_LINE.toString(), "batch",
			"--input=movies.txt", "--style=gravel", "--output=out", "--slices=all", "--name=" + name,
			"--coherence=0"));
		if (Stream.of(options).noneMatch(option -> option.startsWith("--iterations"))) arguments.add("--iterations=4");
		if (Stream.of(options).noneMatch(option -> option.startsWith("--size"))) arguments.add("--size=96");
		arguments.addAll(List.of(options));
		return arguments.toArray(new String[0]);
	}

	/** Arguments of a batch that a network paints; of frames that belong together as one movie's. */
	private String[] painting(final String... options) throws IOException {
		final Path network = folder.resolve("waves.h5");
		if (!Files.exists(network)) StyleNetworkFile.write(network, RandomNetworks.make(1, 8, 3));
		Files.writeString(folder.resolve("movies.txt"), "in\n");
		final List<String> arguments = new ArrayList<>(List.of(CACHE, "-jar", COMMAND_LINE.toString(), "batch", List.of(
			options).contains("--slices=all") ? "movies.txt" : "in", "--style-networks=waves.h5", "--output=out"));
		arguments.addAll(List.of(options));
		return arguments.toArray(new String[0]);
	}

	/** What waits in a shell until a frame is done, or the result is there, or a minute at least has passed. */
	private String until(final String frame) {
		return "cd " + folder + "; i=0; until ls -d out/.*.frames/*" + frame + ".tif out/.*.frames/*/*" + frame + ".tif " +
			"out/in* 2>/dev/null | grep -q . || [ $i -ge 3000 ]; do i=$((i+1)); sleep 0.02; done; ";
	}

	private static int frameCount(final Path made) {
		return SeriesReader.read(made).orElseThrow().image().getStackSize();
	}

	private JavaProcess batch(final String... options) throws IOException, InterruptedException {
		return JavaProcess.run(folder, arguments(options));
	}

	@SafeVarargs
	private List<JavaProcess> atOnce(final List<String>... options) throws Exception {
		final List<FutureTask<JavaProcess>> tasks = Stream.of(options).map(list -> new FutureTask<>(() -> batch(list.toArray(
			new String[0])))).collect(Collectors.toList());
		tasks.forEach(task -> new Thread(task).start());
		final List<JavaProcess> processes = new ArrayList<>();
		for (final FutureTask<JavaProcess> task : tasks) {
			processes.add(task.get());
		}
		return processes;
	}

	/** The pictures that are in the output folder. */
	private List<Path> pictures() throws IOException {
		if (!Files.exists(folder.resolve("out"))) return List.of();
		try (Stream<Path> all = Files.list(folder.resolve("out"))) {
			return all.filter(file -> file.toString().endsWith(".png")).sorted().collect(Collectors.toList());
		}
	}

	private void assertWhole(final Path picture) {
		assertTrue(Destination.isResult(picture), picture.toString());
		PictureReader.read(picture, 0);
	}

	/** All results, a report, and nothing that is hidden but the lock. */
	private void assertAllIsThere() throws IOException {
		assertEquals(COUNT, pictures().size());
		pictures().forEach(this::assertWhole);
		final List<String> others = TestPictures.names(folder.resolve("out")).stream().filter(name -> !name.endsWith(".png"))
			.collect(Collectors.toList());
		assertTrue(others.remove(".neural-style-batch.lock"), others.toString());
		assertFalse(others.isEmpty());
		assertTrue(others.stream().allMatch(name -> name.matches("batch-report.*\\.csv")), others.toString());
	}

	private static int count(final String words, final JavaProcess process) {
		return process.output().split(words, -1).length - 1;
	}

	/** The checksums of a report's rows, by their files. */
	private static Map<String, String> checksums(final Path report) throws IOException {
		final Map<String, String> checksums = new TreeMap<>();
		Files.readAllLines(report).stream().skip(1).map(line -> line.split(","))
			.forEach(row -> checksums.put(row[0], row[6]));
		return checksums;
	}
}
