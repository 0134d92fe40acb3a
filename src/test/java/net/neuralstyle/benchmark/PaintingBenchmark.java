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
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.PaintingListener;
import net.neuralstyle.feedforward.PaintingSession;
import net.neuralstyle.feedforward.PaintingSetup;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.PaintingRecipe;

/**
 * Measures how long a network paints at pictures of some sizes, and in what memory: each size in a process of its own,
 * the first picture, with all that has to be loaded, and the best of some more. The network has the usual size and
 * random numbers, which take as long as any other ones. Prints a table and writes painting.json.
 */
public final class PaintingBenchmark {

	private PaintingBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for painting.json; then for each picture its side in pixels, how many times it is painted,
	 *          and options of Java's, as 8192:1:-Xmx3g
	 */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println("| pixels | first, s | best of the others, s | memory beside the pictures, MB | parts | engine " +
			"|\n|---|---|---|---|---|---|");
		for (int i = 1; i < arguments.length; i++) {
			final String[] picture = arguments[i].split(":");
			final Map<String, Object> result = Measurement.run(picture[2], One.class, picture[0], picture[1]);
			results.add(result);
			System.out.printf("| %s | %.2f | %.2f | %.0f | %s | %s |%n", picture[0], result.get("first"), result.get("best"),
				result.get("memory"), result.get("parts"), result.get("engine"));
		}
		Measurement.write(arguments[0], "painting.json", results);
	}

	/** Pictures of one size. */
	static final class One {

		private static final double MEGABYTE = 1e6;
		/** The colours of a content and of a result. */
		private static final int BYTES_OF_PICTURES = 2 * Integer.BYTES;

		private One() {
			// NB: Not instantiable.
		}

		/** @param arguments side of the square picture in pixels, and how many times it is painted */
		public static void main(final String[] arguments) throws IOException {
			final int side = Integer.parseInt(arguments[0]);
			final int count = Integer.parseInt(arguments[1]);
			final Img<ARGBType> content = BenchmarkImages.squareArgb("content/chelsea.png", side);
			System.gc();
			final double before = Measurement.residentMegabytes("VmRSS");
			final Map<String, Object> result = new LinkedHashMap<>();
			double best = Double.POSITIVE_INFINITY;
			final long start = System.nanoTime();
			try (PaintingSession session = new PaintingSession(network(), PaintingRecipe.builder().build())) {
				for (int i = 0; i < count; i++) {
					final long pictureStart = i == 0 ? start : System.nanoTime();
					session.run(StyleTransferJob.of(content), new PaintingListener() {

						@Override
						public void started(final PaintingSetup setup) {
							result.put("parts", setup.tiling().toString());
							result.put("engine", setup.engine());
						}
					});
					final double seconds = (System.nanoTime() - pictureStart) / 1e9;
					if (i == 0) result.put("first", seconds);
					if (i > 0 || count == 1) best = Math.min(best, seconds);
				}
			}
			result.put("side", side);
			result.put("best", best);
			// NB: The content is among what was resident before.
			result.put("memory", Measurement.residentMegabytes("VmHWM") - before - BYTES_OF_PICTURES / 2 * (double) side * side /
				MEGABYTE);
			Measurement.report(result);
		}

		/** Of the size that is trained if nothing else is said. */
		private static StyleNetwork network() {
			final TransformationTopology topology = new TransformationTopology(16, 5);
			final Random random = new Random(1);
			final float[] parameters = new float[topology.parameterCount()];
			for (int i = 0; i < parameters.length; i++) {
				parameters[i] = (float) (0.1 * random.nextGaussian());
			}
			return new StyleNetwork(topology, parameters, NetworkCard.builder("Random").build(), new byte[0]);
		}
	}
}
