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

package net.neuralstyle.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageStack;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.picture.SeriesReader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that a batch on a real cluster, of a master and two workers, makes the pictures that one machine makes, and
 * what becomes of it when a picture or a worker is lost.
 */
@Tag("slow")
class SparkBatchIT {

	private static final Path RUNNABLE_JAR = Paths.get("target", "neural-style-transfer.jar").toAbsolutePath();
	private static final List<String> SETTINGS = List.of("--style=great-wave", "--size=48");
	private static final int COUNT = 5;
	private static final String SLICES = "--slices=1-2";
	private static final String BLOCKED = "blocked-great-wave.png";

	/** Another file system than the disk's, as far as Hadoop is concerned: its viewfs, which leads to the same folder. */
	private static final String DATA = "viewfs://pictures/data/";


	@TempDir
	private static Path folder;

	/** What one machine makes of the pictures, with one thread, as each of the cluster's tasks has. */
	private static Path expected;
	private static SparkCluster cluster;
	/**
	 * A batch of the pictures, of one that is none, and of one whose result cannot be written since a folder is there, which
	 * many tests look at: each program that is submitted takes seconds to start.
	 */
	private static SparkProcess process;

	@BeforeAll
	static void runABatch() throws Exception {
		final Path in = Files.createDirectory(folder.resolve("in"));
		for (int i = 0; i < COUNT; i++) {
			write(in.resolve("p" + i + ".png"), i);
		}
		expected = folder.resolve("expected");
		final JavaProcess alone = alone("in", "expected");
		assertEquals(0, alone.exitCode(), alone.toString());
		Files.writeString(folder.resolve("movies.txt"), "in\nshort\n");
		write(Files.createDirectory(folder.resolve("short")).resolve("a1.png"), 7);
		write(folder.resolve("short/a2.png"), 8);
		final JavaProcess movies = alone("movies.txt", "alone", SLICES, "--name={content}.tif");
		assertEquals(0, movies.exitCode(), movies.toString());
		Files.write(folder.resolve("bad.png"), "no picture".getBytes(StandardCharsets.UTF_8));
		write(folder.resolve("blocked.png"), COUNT);
		Files.createDirectories(folder.resolve("out").resolve(BLOCKED));
		cluster = new SparkCluster(folder, 2, 1);
		process = cluster.submit("batch", List.of(), arguments("in", "out", "--input=bad.png", "--input=blocked.png",
			"--overwrite"));
		process.await();
	}

	@AfterAll
	static void end() {
		if (cluster != null) cluster.close();
	}

	@Test
	void picturesAreThoseOfOneMachineBitForBit() throws Exception {
		assertExpected(folder.resolve("out"), process, BLOCKED);
	}

	@Test
	void bothWorkersTakePart() throws Exception {
		for (int worker = 0; worker < 2; worker++) {
			assertTrue(cluster.executorLogs(worker).contains("Finished task"), "worker " + worker);
		}
	}

	@Test
	void eachTaskHasTheThreadsThatSparkCountsForIt() throws Exception {
		for (final Path file : pictures(folder.resolve("out"))) {
			// NB: What computed, as the picture tells it.
			assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(", 1 thread)"), file.toString());
		}
	}

	@Test
	void badPictureIsReportedAndTheOthersAreMade() throws Exception {
		assertEquals(1, process.await(), process.toString());
		assertEquals(COUNT, rows("out", "done").size(), process.toString());
		final String row = failure("bad.png");
		assertTrue(row.contains("The file " + folder.resolve("bad.png") + " is not an image that can be read"), row);
		assertTrue(process.log().contains(COUNT + " done, 2 failed; the report is "), process.toString());
	}

	@Test
	void pictureThatFailsIsTriedThreeTimesAndABadOneOnce() throws Exception {
		assertTrue(failure(BLOCKED).contains("is a folder"), process.toString());
		final List<String> lost = process.log().lines().filter(line -> line.contains("Lost task")).collect(Collectors
			.toList());
		assertEquals(2, lost.size(), process.toString());
		assertTrue(lost.stream().allMatch(line -> line.contains(BLOCKED)), lost.toString());
	}

	@Test
	void pictureWhoseExecutorDiesThreeTimesIsReported() throws Exception {
		final SparkProcess dying = cluster.submit("dying", List.of(), arguments("in/p0.png", "dying", "--iterations=10000"));
		for (int attempt = 0; attempt < 3; attempt++) {
			dying.await(Pattern.compile("Starting task 0\\." + attempt));
			cluster.killExecutors();
		}
		assertEquals(1, dying.await(), dying.toString());
		assertTrue(rows("dying", "failed").get(0).contains("It was tried 3 times, and the executor was lost"), dying
			.toString());
		assertEquals(List.of(), pictures(folder.resolve("dying")));
	}

	@Test
	void filesMayBeOfAnyFileSystemThatHadoopKnows() throws Exception {
		final Path some = Files.createDirectory(folder.resolve("some"));
		final Path others = Files.createDirectory(folder.resolve("others"));
		for (int i = 0; i < COUNT; i++) {
			write((i < 3 ? some : others).resolve("p" + i + ".png"), i);
		}
		final Path madeBefore = Files.createDirectory(folder.resolve("remote")).resolve("p0-great-wave.png");
		Files.copy(expected.resolve("p0-great-wave.png"), madeBefore);
		final SparkProcess remote = cluster.submit("remote", view(), arguments(DATA + "some", DATA + "remote", "--input=" +
			DATA + "others/p*.png"));
		assertEquals(0, remote.await(), remote.toString());
		assertExpected(folder.resolve("remote"), remote);
		assertEquals(COUNT - 1, rows("remote", "done").size(), remote.toString());
		assertTrue(rows("remote", "skipped").get(0).startsWith(DATA + "remote/p0-great-wave.png,"), rows("remote", "skipped")
			.toString());
	}

	@Test
	void framesThatBelongTogetherAreThoseOfOneMachineBitForBit() throws Exception {
		final SparkProcess movies = cluster.submit("movies", List.of(), arguments("movies.txt", "movies", SLICES,
			"--name={content}.tif"));
		assertEquals(0, movies.await(), movies.toString());
		for (final String name : List.of("in.tif", "short.tif")) {
			assertSameFrames(folder.resolve("alone").resolve(name), folder.resolve("movies").resolve(name));
		}
		assertTrue(rows("movies", "done").stream().allMatch(row -> row.contains(",new,2,")), rows("movies", "done")
			.toString());
		assertEquals(checksums("alone"), checksums("movies"));
	}

	@Test
	void framesMayBeOfAnyFileSystemThatHadoopKnows() throws Exception {
		Files.writeString(folder.resolve("views.txt"), DATA + "in\n");
		for (final String status : List.of("done", "skipped")) {
			final SparkProcess views = cluster.submit("views-" + status, view(), arguments(DATA + "views.txt", DATA + "views",
				SLICES, "--name={content}"));
			assertEquals(0, views.await(), views.toString());
			assertEquals(1, rows("views", status).size(), views.toString());
		}
		assertSameFrames(folder.resolve("alone/in.tif"), folder.resolve("views/in"));
	}

	@Test
	void networksPaintTheSameAsOnOneMachineAndADamagedOneIsReported() throws Exception {
		final String[] painting = painting("waves.h5", "in", "painted-alone");
		assertEquals(0, oneThread(painting).exitCode());
		Files.writeString(folder.resolve("letter.h5"), "A letter");
		final List<String> arguments = new ArrayList<>(List.of(painting(DATA + "waves.h5", DATA + "in", DATA + "painted")));
		arguments.add("--style-networks=" + DATA + "letter.h5");
		final SparkProcess painted = cluster.submit("painted", view(), arguments.toArray(new String[0]));
		assertEquals(1, painted.await(), painted.toString());
		assertEquals(COUNT, rows("painted", "done").size(), painted.toString());
		assertEquals(checksums("painted-alone"), checksums("painted"));
		assertTrue(rows("painted", "failed").get(COUNT - 1).contains("The file " + DATA + "letter.h5 does not hold a style " +
			"network"), painted.toString());
		assertFalse(painted.log().contains("Lost task"), painted.toString());
	}

	@Test
	void framesThatANetworkPaintsAreThoseOfOneMachineBitForBit() throws Exception {
		Files.writeString(folder.resolve("walk.txt"), "in\n");
		final String[] ofFrames = { "--slices=1-2", "--name={content}.tif" };
		assertEquals(0, oneThread(painting("waves.h5", "walk.txt", "walk-alone", ofFrames)).exitCode());
		for (final String status : List.of("done", "skipped")) {
			final SparkProcess walk = cluster.submit("walk-" + status, List.of(), painting("waves.h5", "walk.txt", "walk",
				ofFrames));
			assertEquals(0, walk.await(), walk.toString());
			assertEquals(1, rows("walk", status).size(), walk.toString());
		}
		assertSameFrames(folder.resolve("walk-alone/in.tif"), folder.resolve("walk/in.tif"));
	}

	@Test
	void recipeThatDoesNotFitTheNetworkIsRefused() throws Exception {
		final SparkProcess wrong = cluster.submit("wrong", List.of(), arguments("in", "wrong", "--style-layers=nowhere"));
		assertEquals(2, wrong.await(), wrong.toString());
		assertEquals(List.of(), pictures(folder.resolve("wrong")));
	}

	@Test
	void lostWorkerLosesNoPicture() throws Exception {
		final SparkProcess disturbed = cluster.submit("lost", List.of(), arguments("in", "lost"));
		disturbed.awaitOutput(Pattern.compile(": done in"));
		cluster.killWorker(1);
		try {
			assertEquals(0, disturbed.await(), disturbed.toString());
			assertTrue(disturbed.log().contains("Lost executor"), disturbed.toString());
			assertExpected(folder.resolve("lost"), disturbed);
		}
		finally {
			cluster.startWorker(1);
		}
	}

	// -- Helper methods --

	private static void write(final Path file, final int seed) throws IOException {
		final Random random = new Random(seed);
		final BufferedImage image = new BufferedImage(60, 45, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				image.setRGB(x, y, (4 * x << 16) + (5 * y << 8) + random.nextInt(256));
			}
		}
		ImageIO.write(image, "png", file.toFile());
	}

	/** Runs a batch on one machine, with one thread. */
	private static JavaProcess alone(final String in, final String out, final String... more) throws Exception {
		return oneThread(arguments(in, out, more));
	}

	private static JavaProcess oneThread(final String... arguments) throws Exception {
		return JavaProcess.run(folder, Stream.concat(Stream.of(SparkCluster.CACHE, "-jar", RUNNABLE_JAR.toString(), "batch",
			"--threads=1"), Stream.of(arguments).skip(1)).toArray(String[]::new));
	}

	/** Arguments of a batch that a network paints; its file is made. */
	private static String[] painting(final String network, final String in, final String out, final String... more)
		throws IOException
	{
		StyleNetworkFile.write(folder.resolve("waves.h5"), RandomNetworks.make(1, 2, 1));
		return Stream.concat(Stream.of("batch", "--input=" + in, "--output=" + out, "--style-networks=" + network), Stream.of(
			more)).toArray(String[]::new);
	}

	private static List<String> view() {
		return List.of("--conf", "spark.hadoop.fs.viewfs.mounttable.pictures.link./data=" + folder.toUri());
	}

	private static String[] arguments(final String in, final String out, final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("batch", "--input=" + in, "--output=" + out));
		arguments.addAll(SETTINGS);
		Collections.addAll(arguments, more);
		if (!String.join(" ", more).contains("iterations")) arguments.add("--iterations=2");
		return arguments.toArray(new String[0]);
	}

	private static List<Path> pictures(final Path place) throws IOException {
		if (!Files.exists(place)) return List.of();
		try (Stream<Path> files = Files.list(place)) {
			return files.filter(file -> file.toString().endsWith(".png") && Files.isRegularFile(file)).sorted().collect(Collectors.toList());
		}
	}

	/** The rows of a report with a status. */
	private static List<String> rows(final String place, final String status) throws IOException {
		return Files.readAllLines(folder.resolve(place).resolve("batch-report.csv")).stream().filter(row -> row.contains("," +
			status + ",")).collect(Collectors.toList());
	}

	/** Why a picture or its result failed in the batch that many tests look at. */
	private static String failure(final String name) throws IOException {
		return rows("out", "failed").stream().filter(row -> row.contains(name)).findFirst().orElseThrow();
	}

	/**
	 * All pictures of one machine are there, with the same pixels, and nothing else but the report, the locks, and what was
	 * there before.
	 */
	private static void assertExpected(final Path place, final SparkProcess process, final String... before)
		throws IOException
	{
		final List<String> names = new ArrayList<>(List.of(before));
		for (final Path file : pictures(expected)) {
			final String name = file.getFileName().toString();
			names.add(name);
			assertTrue(Files.exists(place.resolve(name)), name + process);
			assertArrayEquals(pixels(file), pixels(place.resolve(name)), name);
		}
		assertEquals(COUNT + before.length, names.size());
		names.add("batch-report.csv");
		try (Stream<Path> files = Files.list(place)) {
			assertEquals(names.stream().sorted().collect(Collectors.toList()), files.map(file -> file.getFileName().toString())
				.filter(name -> !name.endsWith(".lock") && !name.endsWith(".crc")).sorted().collect(Collectors.toList()));
		}
	}

	private static List<String> checksums(final String place) throws IOException {
		return rows(place, "done").stream().map(row -> row.split(",")[6]).collect(Collectors.toList());
	}

	/** Stacks, or folders of frames, with the same pixels. */
	private static void assertSameFrames(final Path one, final Path other) {
		final ImageStack frames = SeriesReader.read(one).orElseThrow().image().getStack();
		final ImageStack others = SeriesReader.read(other).orElseThrow().image().getStack();
		assertEquals(2, frames.size());
		assertEquals(2, others.size());
		for (int slice = 1; slice <= 2; slice++) {
			assertArrayEquals((int[]) frames.getPixels(slice), (int[]) others.getPixels(slice), other.toString());
		}
	}

	private static int[] pixels(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		return IntStream.range(0, image.getWidth() * image.getHeight()).map(i -> image.getRGB(i % image.getWidth(), i / image
			.getWidth())).toArray();
	}
}
