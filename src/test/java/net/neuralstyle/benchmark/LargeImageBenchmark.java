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

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferLevel;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

/**
 * Measures how memory and time grow with the image, with the bundled network at a
 * single scale: each size in a process of its own. Prints a table and writes
 * large-images.json.
 */
public final class LargeImageBenchmark {

	private LargeImageBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for large-images.json; then for each image its side in
	 *          pixels, evaluations, longest side of a tile (0 for automatic) and
	 *          options of Java's, as 8192:2:1024:-Xmx8g
	 */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println("| megapixels | evaluations | seconds / evaluation / megapixel | peak, MB | one vector, MB | " +
			"tiles |\n|---|---|---|---|---|---|");
		for (int i = 1; i < arguments.length; i++) {
			final String[] image = arguments[i].split(":");
			final Map<String, Object> result = Measurement.run(image[3], One.class, image[0], image[1], image[2]);
			results.add(result);
			System.out.printf("| %.1f | %.0f | %.2f | %.0f | %.0f | %s |%n", result.get("megapixels"), result.get("evaluations"),
				result.get("seconds per evaluation and megapixel"), result.get("memory"), result.get("vector"), result.get(
					"tiles"));
		}
		Measurement.write(arguments[0], "large-images.json", results);
	}

	/** One image. */
	static final class One {

		private One() {
			// NB: Not instantiable.
		}

		/** @param arguments side of the square image in pixels, evaluations, tile size */
		public static void main(final String[] arguments) throws IOException {
			final double baseMemory = Measurement.residentMegabytes("VmRSS");
			final int side = Integer.parseInt(arguments[0]);
			final int evaluations = Integer.parseInt(arguments[1]);
			final Img<ARGBType> content = BenchmarkImages.squareArgb("content/chelsea.png", side);
			final Img<ARGBType> style = BenchmarkImages.squareArgb("style/great-wave.jpg", 512);
			final Watch watch = new Watch(evaluations);
			final Recipe recipe = Recipe.builder().set(Settings.PYRAMID, 1).set(Settings.TILE_SIZE, Integer.parseInt(
				arguments[2])).build();
			new StyleTransfer(new BundledWeights(), recipe).run(content, style, watch);
			final double megapixels = (double) side * side / 1e6;
			final double memory = Measurement.residentMegabytes("VmHWM") - baseMemory;
			final Map<String, Object> result = new LinkedHashMap<>();
			result.put("megapixels", megapixels);
			result.put("evaluations", evaluations);
			result.put("seconds per evaluation and megapixel", watch.seconds() / evaluations / megapixels);
			result.put("memory", memory);
			result.put("vector", megapixels * VggImage.CHANNELS * Float.BYTES);
			result.put("tiles", watch.tiles);
			Measurement.report(result);
		}
	}

	private static final class Watch implements StyleTransferListener {

		private final int evaluations;
		private String tiles;
		private long start;
		private long last;
		private boolean enough;

		private Watch(final int evaluations) {
			this.evaluations = evaluations;
		}

		private double seconds() {
			return (last - start) / 1e9;
		}

		@Override
		public void levelStarted(final StyleTransferLevel level) {
			tiles = level.tiling().toString();
			start = System.nanoTime();
		}

		@Override
		public void evaluationFinished(final StyleTransferProgress progress) {
			last = System.nanoTime();
			enough = progress.evaluation() >= evaluations;
		}

		@Override
		public boolean isCancelled() {
			return enough;
		}
	}
}
