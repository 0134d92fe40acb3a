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

package net.neuralstyle.benchmark;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.MachineShare;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchListener;
import net.neuralstyle.batch.BatchPlan;
import net.neuralstyle.batch.BatchRun;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.FrameWatcher;
import net.neuralstyle.batch.LocalFiles;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.batch.UnitWork;
import net.neuralstyle.commandline.StyleTransferCommandLine;
import net.neuralstyle.imagej.batch.FilePictures;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.sequence.FrameNumbers;
import net.neuralstyle.weights.BundledWeights;

/**
 * Compares a batch of pictures with as many starts of the program, and measures the memory that a batch takes after
 * each picture. Prints both and writes batch.json.
 */
public final class BatchBenchmark {

	private static final String STYLE = "great-wave";

	private BatchBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for batch.json, number of pictures, their side in pixels, iterations */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final int count = Integer.parseInt(arguments[1]);
		final int side = Integer.parseInt(arguments[2]);
		final String[] options = { "--style=" + STYLE, "--size=" + side, "--iterations=" + arguments[3] };
		final Path folder = Files.createTempDirectory("batch");
		try {
			final List<Path> pictures = pictures(folder.resolve("in"), count, side);
			Files.createDirectories(folder.resolve("single"));
			// NB: Unpacks the native libraries, if need be.
			start(single(pictures.get(0), folder, options));
			double starts = 0;
			for (final Path picture : pictures) {
				starts += start(single(picture, folder, options));
			}
			final double batch = start(Stream.concat(Stream.of("batch", "--input=" + folder.resolve("in"), "--output=" + folder
				.resolve("out")), Stream.of(options)).toArray(String[]::new));
			final Map<String, Object> memory = Measurement.run("-Xmx1g", Memory.class, folder.toString(), String.valueOf(side),
				arguments[3]);
			final Map<String, Object> result = new LinkedHashMap<>();
			result.put("pictures", count);
			result.put("side", side);
			result.put("seconds of all starts", starts);
			result.put("seconds of the batch", batch);
			result.put("batch / starts", batch / starts);
			result.putAll(memory);
			result.forEach((key, value) -> System.out.println(key + ": " + value));
			Measurement.write(arguments[0], "batch.json", result);
		}
		finally {
			delete(folder);
		}
	}

	// -- Helper methods --

	/** Cuts squares from the sample images, each at another place. */
	private static List<Path> pictures(final Path folder, final int count, final int side) throws IOException {
		final File[] samples = Paths.get("sample-images", "content").toFile().listFiles((place, name) -> name.endsWith(
			".png"));
		Files.createDirectories(folder);
		final List<Path> pictures = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final BufferedImage sample = ImageIO.read(samples[i % samples.length]);
			final int cut = Math.min(2 * side, Math.min(sample.getWidth(), sample.getHeight()));
			final BufferedImage picture = sample.getSubimage(i * 7 % (sample.getWidth() - cut + 1), i * 5 % (sample.getHeight() -
				cut + 1), cut, cut);
			final Path file = folder.resolve(String.format("p%03d.png", i));
			ImageIO.write(picture, "png", file.toFile());
			pictures.add(file);
		}
		return pictures;
	}

	private static String[] single(final Path picture, final Path folder, final String... options) {
		return Stream.concat(Stream.of("--content=" + picture, "--output=" + folder.resolve("single").resolve(picture
			.getFileName())), Stream.of(options)).toArray(String[]::new);
	}

	/** Runs the program, and returns how many seconds it took from its start to its end. */
	private static double start(final String... options) throws IOException, InterruptedException {
		final long start = System.nanoTime();
		final Process process = Measurement.process("-Xmx1g", StyleTransferCommandLine.class, options).redirectOutput(
			ProcessBuilder.Redirect.DISCARD).start();
		if (process.waitFor() != 0) throw new IllegalStateException("The program failed: " + String.join(" ", options));
		return (System.nanoTime() - start) / 1e9;
	}

	private static void delete(final Path folder) throws IOException {
		final List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.collect(Collectors.toList());
		}
		for (int i = all.size() - 1; i >= 0; i--) {
			Files.delete(all.get(i));
		}
	}

	/** One batch, which looks at its memory after each picture. */
	static final class Memory {

		private Memory() {
			// NB: Not instantiable.
		}

		/** @param arguments folder, side of the pictures, iterations */
		public static void main(final String[] arguments) throws IOException {
			final BatchFiles files = new LocalFiles();
			final Path folder = Paths.get(arguments[0]);
			final Recipe recipe = Recipe.builder().set(Settings.SIZE, Integer.valueOf(arguments[1])).set(Settings.ITERATIONS,
				Integer.valueOf(arguments[2])).build();
			files.makeFolder(folder.resolve("memory").toString());
			final BatchPlan plan = BatchPlan.builder(files).contents(List.of(folder.resolve("in").toString()), FrameNumbers
				.of("current"), false).styles(List.of(STYLE)).into(folder.resolve("memory").toString(), "{content}.png").recipe(
				recipe, "", false).build();
			final List<Double> megabytes = new ArrayList<>();
			try (UnitWork work = new UnitWork(files, new FilePictures(files, 0, note -> {}), reference -> new BundledWeights(),
				MachineShare.all(), true))
			{
				new BatchRun(work, new Looking(megabytes)).run(plan.units());
			}
			final Map<String, Object> result = new LinkedHashMap<>();
			result.put("megabytes after each picture", megabytes);
			Measurement.report(result);
		}
	}

	/** Looks at the memory after each picture. */
	private static final class Looking implements BatchListener {

		private final List<Double> megabytes;

		private Looking(final List<Double> megabytes) {
			this.megabytes = megabytes;
		}

		@Override
		public IntFunction<FrameWatcher> starting(final int index, final BatchUnit unit, final String reason,
			final UnitPictures.Content content)
		{
			return frame -> new FrameWatcher() {};
		}

		@Override
		public void finished(final int index, final UnitReport report) {
			System.gc();
			try {
				megabytes.add(Measurement.residentMegabytes("VmRSS"));
			}
			catch (final IOException exc) {
				throw new IllegalStateException(exc);
			}
		}

		@Override
		public boolean isStopped() {
			return false;
		}
	}
}
