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

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

/**
 * Measures how runs get on beside each other: four, one after the other, and four
 * at once, for several numbers of times that OpenMP's idle threads look for more
 * work before they sleep. Prints a table and writes load.json.
 */
public final class LoadBenchmark {

	private static final int RUNS = 4;
	/** What the engine sets by itself. */
	private static final String ENGINE = "engine";
	private static final String VARIABLE = "GOMP_SPINCOUNT";

	private LoadBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for load.json, how often to measure, the side of the
	 *          square images in pixels, and the numbers to compare, or "engine" for
	 *          what the engine sets; what OpenMP does by default is 300000
	 */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final List<Map<String, Object>> results = new ArrayList<>();
		final String side = arguments[2];
		together(1, side, ENGINE);
		System.out.println("| looks for work | the fastest alone | four in a row | four at once | at once / in a row |\n" +
			"|---|---|---|---|---|");
		for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
			for (int i = 3; i < arguments.length; i++) {
				results.add(measure(side, arguments[i]));
			}
		}
		Measurement.write(arguments[0], "load.json", results);
	}

	private static Map<String, Object> measure(final String side, final String spins) throws IOException,
		InterruptedException
	{
		double fastest = Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int i = 0; i < RUNS; i++) {
			final double seconds = together(1, side, spins);
			fastest = Math.min(fastest, seconds);
			sum += seconds;
		}
		final double together = together(RUNS, side, spins);
		System.out.printf("| %s | %.1f | %.1f | %.1f | %.2f |%n", spins, fastest, sum, together, together / sum);
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("spins", spins);
		result.put("fastest alone", fastest);
		result.put("one after the other", sum);
		result.put("at once", together);
		result.put("ratio", together / sum);
		return result;
	}

	/** Returns the seconds from the start of some runs to the end of the last one. */
	private static double together(final int runs, final String side, final String spins) throws IOException,
		InterruptedException
	{
		final long start = System.nanoTime();
		final List<Process> processes = new ArrayList<>();
		for (int i = 0; i < runs; i++) {
			final ProcessBuilder builder = Measurement.process("-Xmx1g", One.class, side);
			builder.environment().remove(VARIABLE);
			if (!spins.equals(ENGINE)) builder.environment().put(VARIABLE, spins);
			processes.add(builder.start());
		}
		for (final Process process : processes) {
			if (process.waitFor() != 0) throw new IllegalStateException("A run failed.");
		}
		return (System.nanoTime() - start) / 1e9;
	}

	/** One run. */
	static final class One {

		private One() {
			// NB: Not instantiable.
		}

		/** @param arguments side of the square images in pixels */
		public static void main(final String[] arguments) throws IOException {
			final int side = Integer.parseInt(arguments[0]);
			new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.ITERATIONS, 2).build()).run(BenchmarkImages
				.squareArgb("content/chelsea.png", side), BenchmarkImages.squareArgb("style/great-wave.jpg", side),
				new StyleTransferListener() {});
		}
	}
}
