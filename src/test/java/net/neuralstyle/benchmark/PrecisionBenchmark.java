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

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.EngineRun;
import net.neuralstyle.PixelRecord;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.NetworkWeights;

/**
 * Runs pairs of pictures at one size in several engines, whole default runs, and
 * compares the loss over time of their pixels, all of it judged by the first of the
 * engines, which should be one in float32. Prints a table and writes precision.json, a
 * plot for each pair and a sheet of pictures: the content, and the result of each
 * engine.
 */
public final class PrecisionBenchmark {

	/** A loss is near another one that is at most this many times lower. */
	private static final double TOLERANCE = 1.02;
	private static final int WARM_UP_SIDE = 128;
	private static final String HEADER = "| pair | engine | loss | seconds | loss / the first's | after | near | " +
		"near / near |\n|---|---|---|---|---|---|---|---|";

	private PrecisionBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for precision.json and the pictures; side of the square
	 *          images in pixels; how many pairs, 36 at most; engines ("float32", "bfloat16", "nd4j"), the first of
	 *          which the others are compared with
	 */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final List<BenchmarkEngine> engines = BenchmarkEngine.prepare(Arrays.copyOfRange(arguments, 3, arguments
			.length));
		final NetworkWeights weights = new BundledWeights().load();
		Files.createDirectories(Paths.get(arguments[0]));
		curves(BenchmarkPair.all().get(0), WARM_UP_SIDE, engines, weights, new ArrayList<>());
		final List<Comparison> comparisons = new ArrayList<>();
		final Map<String, Map<String, LossCurve>> results = new LinkedHashMap<>();
		System.out.println(HEADER);
		for (final BenchmarkPair pair : BenchmarkPair.all().subList(0, Integer.parseInt(arguments[2]))) {
			final List<Img<ARGBType>> pictures = new ArrayList<>();
			final Map<BenchmarkEngine, LossCurve> curves = curves(pair, side, engines, weights, pictures);
			final LossCurve reference = curves.get(engines.get(0));
			for (final BenchmarkEngine engine : engines) {
				final Comparison comparison = new Comparison(engine, curves.get(engine), reference);
				System.out.println("| " + pair + " | " + engine + " | " + comparison + " |");
				comparisons.add(comparison);
			}
			final Map<String, LossCurve> named = new LinkedHashMap<>();
			curves.forEach((engine, curve) -> named.put(engine.toString(), curve));
			results.put(pair.toString(), named);
			CurvePlot.write(arguments[0], "precision-" + pair, pair + ", " + side + " pixels", named);
			writeSheet(pictures, side, Paths.get(arguments[0], "precision-" + pair + ".png").toString());
		}
		engines.forEach(engine -> printAll(engine, comparisons));
		Measurement.write(arguments[0], "precision.json", results);
		System.exit(0);
	}

	// -- Helper methods --

	/** @param pictures gets the content and the results */
	private static Map<BenchmarkEngine, LossCurve> curves(final BenchmarkPair pair, final int side,
		final List<BenchmarkEngine> engines, final NetworkWeights weights, final List<Img<ARGBType>> pictures)
	{
		final Map<BenchmarkEngine, PixelRecord> records = new EnumMap<>(BenchmarkEngine.class);
		final Map<BenchmarkEngine, LossCurve> curves = new LinkedHashMap<>();
		pictures.add(pair.content(side));
		try (EngineRun judge = run(pair, side, engines.get(0), weights)) {
			records.put(engines.get(0), judge.watch());
			pictures.add(judge.run().image());
			for (final BenchmarkEngine engine : engines.subList(1, engines.size())) {
				try (EngineRun run = run(pair, side, engine, weights)) {
					records.put(engine, run.watch());
					pictures.add(run.run().image());
				}
			}
			for (final BenchmarkEngine engine : engines) {
				curves.put(engine, curve(records.get(engine), judge));
			}
		}
		return curves;
	}

	private static EngineRun run(final BenchmarkPair pair, final int side, final BenchmarkEngine engine,
		final NetworkWeights weights)
	{
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, side).build();
		return new EngineRun(engine.open(weights), weights, recipe, pair.content(side), pair.style(side),
			new StyleTransferListener() {});
	}

	private static LossCurve curve(final PixelRecord record, final EngineRun judge) {
		final LossCurve curve = new LossCurve();
		final List<Double> losses = judge.losses(record.pixels());
		for (int i = 0; i < losses.size(); i++) {
			curve.add(record.seconds().get(i), losses.get(i));
		}
		return curve;
	}

	/** Prints, for each ratio, the least, the most, the geometric mean and its standard error, and of how many pairs. */
	private static void printAll(final BenchmarkEngine engine, final List<Comparison> comparisons) {
		System.out.println("| all | " + engine + " | | | " + range(engine, comparisons, Comparison::lossRatio) + " | " +
			range(engine, comparisons, Comparison::timeRatio) + " | " + range(engine, comparisons, Comparison::nearTimeRatio) +
			" | " + range(engine, comparisons, Comparison::nearNearTimeRatio) + " |");
	}

	private static String range(final BenchmarkEngine engine, final List<Comparison> comparisons,
		final ToDoubleFunction<Comparison> ratio)
	{
		final double[] ratios = comparisons.stream().filter(comparison -> comparison.engine == engine).mapToDouble(ratio)
			.filter(Double::isFinite).sorted().toArray();
		if (ratios.length == 0) return "never";
		final double[] logarithms = Arrays.stream(ratios).map(Math::log).toArray();
		final double mean = Arrays.stream(logarithms).average().orElseThrow();
		final double squares = Arrays.stream(logarithms).map(logarithm -> (logarithm - mean) * (logarithm - mean)).sum();
		final double error = Math.sqrt(squares / Math.max(1, ratios.length - 1) / ratios.length);
		return String.format("%.2f to %.2f, mean %.3f ± %.3f (%d)", ratios[0], ratios[ratios.length - 1], Math.exp(mean), Math
			.exp(mean) * error, ratios.length);
	}

	private static void writeSheet(final List<Img<ARGBType>> pictures, final int side, final String file) {
		final ColorProcessor sheet = new ColorProcessor(pictures.size() * side, side);
		for (int i = 0; i < pictures.size(); i++) {
			final int[] pixels = new int[side * side];
			int pixel = 0;
			for (final ARGBType colour : Views.flatIterable(pictures.get(i))) {
				pixels[pixel++] = colour.get();
			}
			sheet.insert(new ColorProcessor(side, side, pixels), i * side, 0);
		}
		new FileSaver(new ImagePlus("", sheet)).saveAsPng(file);
	}

	/** How an engine's run did beside another one's. */
	private static final class Comparison {

		private final BenchmarkEngine engine;
		private final LossCurve curve;
		private final LossCurve reference;

		private Comparison(final BenchmarkEngine engine, final LossCurve curve, final LossCurve reference) {
			this.engine = engine;
			this.curve = curve;
			this.reference = reference;
		}

		private double lossRatio() {
			return curve.loss() / reference.loss();
		}

		/** When a loss is reached that is as low as the other one's last loss, of the other one's time; NaN if never. */
		private double timeRatio() {
			return curve.timeOf(reference.loss()) / reference.time();
		}

		/** The same for a loss that is near. */
		private double nearTimeRatio() {
			return curve.timeOf(TOLERANCE * reference.loss()) / reference.time();
		}

		/** The same, of the time in which the other one has a loss that is near its own last one. */
		private double nearNearTimeRatio() {
			return curve.timeOf(TOLERANCE * reference.loss()) / reference.timeOf(TOLERANCE * reference.loss());
		}

		/** Cells of a table. */
		@Override
		public String toString() {
			return String.format("%.3g | %.1f | %.3f | %s | %s | %s", curve.loss(), curve.time(), lossRatio(), part(
				timeRatio()), part(nearTimeRatio()), part(nearNearTimeRatio()));
		}

		private static String part(final double ratio) {
			return Double.isNaN(ratio) ? "never" : String.format("%.2f", ratio);
		}
	}
}
