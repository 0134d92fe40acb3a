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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.JavaProcess;

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
	private static final List<String> SETTINGS = List.of("--style=great-wave", "--size=48", "--iterations=2");
	private static final int COUNT = 6;

	@TempDir
	private static Path folder;

	/** What one machine makes of the pictures, with one thread, as each of the cluster's tasks has. */
	private static Path expected;
	private static SparkCluster cluster;

	@BeforeAll
	static void start() throws Exception {
		final Path in = Files.createDirectory(folder.resolve("in"));
		for (int i = 0; i < COUNT; i++) {
			write(in.resolve("p" + i + ".png"), i);
		}
		expected = folder.resolve("expected");
		cluster = new SparkCluster(folder, 2, 1);
		final JavaProcess process = JavaProcess.run(folder, Map.of("OMP_NUM_THREADS", "1"), arguments(Stream.of(
			SparkCluster.CACHE, "-jar", RUNNABLE_JAR.toString()), arguments("in", "expected")));
		assertEquals(0, process.exitCode(), process.toString());
	}

	@AfterAll
	static void end() {
		if (cluster != null) cluster.close();
	}

	@Test
	void picturesAreThoseOfOneMachine() throws Exception {
		final SparkProcess process = cluster.submit("same", List.of(), arguments("in", "same"));
		assertEquals(0, process.await(), process.toString());
		assertExpected(folder.resolve("same"), process);
		assertTrue(process.output().contains("6 done"), process.toString());
		assertEquals(COUNT, rows("same", "done").size());
	}

	@Test
	void eachTaskHasTheThreadsThatSparkCountsForIt() throws Exception {
		final SparkProcess process = cluster.submit("threads", List.of(), arguments("in", "threads"));
		assertEquals(0, process.await(), process.toString());
		for (final Path file : pictures(folder.resolve("threads"))) {
			// NB: The device, as the picture's provenance has it.
			assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(", 1 thread)"), file.toString());
		}
		for (int worker = 0; worker < 2; worker++) {
			assertTrue(cluster.executorLogs(worker).contains("Finished task"), "worker " + worker);
		}
	}

	@Test
	void badPictureIsReportedAndTheOthersAreMade() throws Exception {
		final Path in = Files.createDirectory(folder.resolve("some"));
		write(in.resolve("a.png"), 0);
		Files.write(in.resolve("b.png"), "no picture".getBytes(StandardCharsets.UTF_8));
		write(in.resolve("c.png"), 1);
		final SparkProcess process = cluster.submit("bad", List.of(), arguments("some", "bad"));
		assertEquals(1, process.await(), process.toString());
		assertEquals(2, rows("bad", "done").size(), process.toString());
		final String row = rows("bad", "failed").get(0);
		assertTrue(row.contains("The file " + in.resolve("b.png") + " is no picture"), row);
		// NB: To try it again would be of no use.
		assertTrue(!process.log().contains("Lost task"), process.toString());
	}

	@Test
	void pictureThatFailsThreeTimesIsReportedAndTheOthersAreMade() throws Exception {
		Files.createDirectories(folder.resolve("thrice").resolve("p1-great-wave.png"));
		final SparkProcess process = cluster.submit("thrice", List.of(), arguments("in", "thrice", "--overwrite"));
		assertEquals(1, process.await(), process.toString());
		assertEquals(COUNT - 1, rows("thrice", "done").size(), process.toString());
		assertTrue(rows("thrice", "failed").get(0).contains("is a folder"), process.toString());
		assertEquals(2, count("Lost task", process.log()), process.toString());
	}

	@Test
	void whatIsThereIsSkipped() throws Exception {
		final Path out = Files.createDirectory(folder.resolve("skipped"));
		for (final Path file : pictures(expected)) {
			Files.copy(file, out.resolve(file.getFileName()));
		}
		final SparkProcess process = cluster.submit("skipped", List.of(), arguments("in", "skipped"));
		assertEquals(0, process.await(), process.toString());
		assertEquals(COUNT, rows("skipped", "skipped").size(), process.toString());
	}

	@Test
	void filesMayBeOfAnyFileSystemThatHadoopKnows() throws Exception {
		final List<String> options = List.of("--conf", "spark.hadoop.fs.viewfs.mounttable.pictures.link./data=" + folder
			.toUri());
		final String data = "viewfs://pictures/data/";
		final SparkProcess process = cluster.submit("remote", options, arguments(data + "in", data + "remote"));
		assertEquals(0, process.await(), process.toString());
		assertExpected(folder.resolve("remote"), process);
		assertTrue(rows("remote", "done").get(0).startsWith(data + "remote/p0-great-wave.png,"), rows("remote", "done")
			.toString());
		final SparkProcess again = cluster.submit("remote-again", options, arguments(data + "in/p*.png", data + "remote"));
		assertEquals(0, again.await(), again.toString());
		assertEquals(COUNT, rows("remote", "skipped").size(), again.toString());
	}

	@Test
	void wrongRecipeIsRefused() throws Exception {
		final SparkProcess process = cluster.submit("refused", List.of(), arguments("in", "refused",
			"--style-layers=nowhere"));
		assertEquals(2, process.await(), process.toString());
		assertEquals(List.of(), pictures(folder.resolve("refused")));
	}

	@Test
	void lostWorkerLosesNothing() throws Exception {
		try (SparkCluster other = new SparkCluster(Files.createDirectory(folder.resolve("other")), 2, 1)) {
			final SparkProcess process = other.submit("lost", List.of(), arguments(folder.resolve("in").toString(), folder
				.resolve("lost").toString()));
			process.awaitOutput(Pattern.compile(": done in"));
			other.killWorker(0);
			assertEquals(0, process.await(), process.toString());
			assertTrue(process.log().contains("Lost executor"), process.toString());
			assertExpected(folder.resolve("lost"), process);
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

	private static String[] arguments(final String in, final String out, final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("batch", "--input=" + in, "--output=" + out));
		arguments.addAll(SETTINGS);
		Collections.addAll(arguments, more);
		return arguments.toArray(new String[0]);
	}

	private static String[] arguments(final Stream<String> first, final String... others) {
		return Stream.concat(first, Arrays.stream(others)).toArray(String[]::new);
	}

	private static List<Path> pictures(final Path place) throws IOException {
		if (!Files.exists(place)) return List.of();
		try (Stream<Path> files = Files.list(place)) {
			return files.filter(file -> file.toString().endsWith(".png")).sorted().collect(Collectors.toList());
		}
	}

	/** The rows of a report with a status. */
	private static List<String> rows(final String place, final String status) throws IOException {
		return Files.readAllLines(folder.resolve(place).resolve("batch-report.csv")).stream().filter(row -> row.contains("," +
			status + ",")).collect(Collectors.toList());
	}

	private static int count(final String words, final String text) {
		return (int) Pattern.compile(Pattern.quote(words)).matcher(text).results().count();
	}

	/** All pictures of one machine are there, with the same pixels, and nothing else but the report and the locks. */
	private static void assertExpected(final Path place, final SparkProcess process) throws IOException {
		final List<String> names = new ArrayList<>();
		for (final Path file : pictures(expected)) {
			final String name = file.getFileName().toString();
			names.add(name);
			assertTrue(Files.exists(place.resolve(name)), name + process);
			assertArrayEquals(pixels(file), pixels(place.resolve(name)), name);
		}
		assertEquals(COUNT, names.size());
		names.add("batch-report.csv");
		try (Stream<Path> files = Files.list(place)) {
			assertEquals(names.stream().sorted().collect(Collectors.toList()), files.map(file -> file.getFileName().toString())
				.filter(name -> !name.endsWith(".lock") && !name.endsWith(".crc")).sorted().collect(Collectors.toList()));
		}
	}

	private static int[] pixels(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		return IntStream.range(0, image.getWidth() * image.getHeight()).map(i -> image.getRGB(i % image.getWidth(), i / image
			.getWidth())).toArray();
	}
}
