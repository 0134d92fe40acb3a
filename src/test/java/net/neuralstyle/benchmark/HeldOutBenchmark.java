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
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.PictureLoss;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.VisiblePixels;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.feedforward.PaintingListener;
import net.neuralstyle.feedforward.PaintingSession;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.train.FolderPhotographs;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.samples.SampleStyle;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares networks with the optimiser on photographs that they were not trained with: the loss that a network was
 * trained by, of what it paints, as people get it, in 8 bits, beside that of plain L-BFGS from the content at a single
 * scale, not rounded, and beside that of the picture of one that keeps between black and white, as J. Johnson, A. Alahi
 * and L. Fei-Fei compare (ECCV 2016). Prints a table and writes held-out.json.
 */
public final class HeldOutBenchmark {

	private static final int EVALUATIONS = 50;
	private static final int MEMORY = 10;
	/** In grey levels of each value, as style transfers begin. */
	private static final double FIRST_STEP = 2;
	private static final List<String> SAMPLES = List.of("astronaut", "chelsea", "coffee", "ihc");

	private HeldOutBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for held-out.json, one with photographs, which are cut square in the middle, the side of
	 *          the pictures, and networks: files or names of those that come with the plugin, in sample styles
	 */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[2]);
		final List<VggImage> contents = contents(Paths.get(arguments[1]), side);
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println(contents.size() + " pictures of " + side + " pixels");
		System.out.println("| network | loss: content, style, total variation | L-BFGS after " + EVALUATIONS +
			" evaluations | ratio, least to most | ratio if kept between black and white | as many evaluations | " +
			"seconds a picture | L-BFGS | engine |\n|---|---|---|---|---|---|---|---|---|");
		for (int i = 3; i < arguments.length; i++) {
			results.add(new Comparison(network(arguments[i]), contents).run());
		}
		Measurement.write(arguments[0], "held-out.json", results);
		System.exit(0);
	}

	private static StyleNetwork network(final String nameOrFile) throws IOException {
		final StyleNetwork bundled = BundledNetworks.find(nameOrFile).orElse(null);
		return bundled == null ? StyleNetworkFile.read(Paths.get(nameOrFile)) : bundled;
	}

	/** The photographs and the sample contents. */
	private static List<VggImage> contents(final Path folder, final int side) {
		final List<VggImage> contents = new ArrayList<>();
		final FolderPhotographs photographs = new FolderPhotographs(folder, side);
		for (int i = 0; i < photographs.count(); i++) {
			contents.add(VggImage.of(photographs.read(i)).croppedTo(new ImageSize(side, side)));
		}
		for (final String name : SAMPLES) {
			contents.add(BenchmarkImages.square("content/" + name + ".png", side));
		}
		return contents;
	}

	/** One network beside the optimiser. */
	private static final class Comparison {

		private final StyleNetwork network;
		private final List<VggImage> contents;
		private final ImageSize size;
		/** What the optimiser has reached after each evaluation, the mean of all pictures. */
		private final double[] reached = new double[EVALUATIONS];
		private double optimisingSeconds;

		private Comparison(final StyleNetwork network, final List<VggImage> contents) {
			this.network = network;
			this.contents = contents;
			size = contents.get(0).size();
		}

		private Map<String, Object> run() throws IOException {
			final Recipe recipe = network.card().recipe().orElseThrow().toBuilder().set(Settings.PRECISION, Precision.FLOAT32)
				.build();
			final List<Style> styles = network.card().styles().stream().map(style -> Style.of(SampleStyle.byName(style.name())
				.read()).weighted(style.share())).collect(Collectors.toList());
			final List<Loss> painted = new ArrayList<>();
			final List<Loss> optimised = new ArrayList<>();
			final List<Loss> within = new ArrayList<>();
			final List<Double> ratios = new ArrayList<>();
			final List<Double> seconds = new ArrayList<>();
			final Map<String, Object> result = new LinkedHashMap<>();
			try (TensorScope scope = new TensorScope(); PaintingSession session = new PaintingSession(network, PaintingRecipe
				.builder().build()))
			{
				final PictureLoss loss = scope.own(new StyleTransfer(new BundledWeights(), recipe).losses(styles)).loss(size);
				final INDArray pixels = scope.zeros(size.pixels() * VggImage.CHANNELS);
				final INDArray gradient = scope.zeros(size.pixels() * VggImage.CHANNELS);
				for (final VggImage content : contents) {
					final long start = System.nanoTime();
					final PaintedPicture picture = session.run(StyleTransferJob.of(content.toArgb()), new PaintingListener() {});
					seconds.add((System.nanoTime() - start) / 1e9);
					loss.setContent(content);
					set(pixels, VggImage.of(picture.image()));
					painted.add(loss.evaluate(pixels, gradient));
					set(pixels, content);
					minimize(loss, pixels);
					optimised.add(loss.evaluate(pixels, gradient));
					set(pixels, content);
					minimizeWithinRange(loss, pixels);
					set(pixels, VggImage.of(VggImage.of(size, TensorScope.values(pixels)).toArgb()));
					within.add(loss.evaluate(pixels, gradient));
					ratios.add(painted.get(painted.size() - 1).total() / optimised.get(optimised.size() - 1).total());
				}
				result.put("engine", loss.setup().engine().toString());
			}
			final Loss mean = Loss.mean(painted);
			final Loss optimum = Loss.mean(optimised);
			// NB: The first picture is painted with all that has to be loaded.
			final double paintingSeconds = seconds.stream().skip(1).mapToDouble(Double::doubleValue).average().orElse(0);
			result.put("network", network.toString());
			result.put("pictures", contents.size());
			result.put("side", size.width());
			result.put("loss", described(mean));
			result.put("optimiser's loss", described(optimum));
			result.put("the same, kept between black and white", described(Loss.mean(within)));
			result.put("optimiser, after each evaluation", reached);
			result.put("ratio of each picture", ratios);
			result.put("seconds a picture", paintingSeconds);
			result.put("optimiser's seconds a picture", optimisingSeconds / contents.size());
			System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f, %.2f to %.2f | %.2f | %s | %.3f | %.2f | %s |%n", network,
				inShort(mean), inShort(optimum), mean.total() / optimum.total(), Collections.min(ratios), Collections.max(
					ratios), mean.total() / Loss.mean(within).total(), evaluationsFor(mean.total()), paintingSeconds,
				optimisingSeconds / contents.size(), result.get("engine"));
			return result;
		}

		/**
		 * Moves pixels to where plain L-BFGS comes from them that sees the loss of what is kept between black and white.
		 */
		private void minimizeWithinRange(final PictureLoss loss, final INDArray pixels) {
			try (TensorScope scope = new TensorScope()) {
				final VisiblePixels visible = new VisiblePixels(size, scope);
				new Lbfgs(MEMORY, EVALUATIONS, FIRST_STEP * Math.sqrt(pixels.length())).minimize((point, gradient) -> {
					final double value = loss.evaluate(visible.see(point), gradient).total();
					visible.turn(gradient);
					return value;
				}, pixels, (state, last) -> true);
			}
		}

		/** Moves pixels to where plain L-BFGS comes from them. */
		private void minimize(final PictureLoss loss, final INDArray pixels) {
			final List<Double> values = new ArrayList<>();
			final long start = System.nanoTime();
			new Lbfgs(MEMORY, EVALUATIONS, FIRST_STEP * Math.sqrt(pixels.length())).minimize((point, gradient) -> loss.evaluate(
				point, gradient).total(), pixels, (state, last) -> {
					values.add(state.bestValue());
					return true;
				});
			optimisingSeconds += (System.nanoTime() - start) / 1e9;
			for (int i = 0; i < reached.length; i++) {
				reached[i] += values.get(Math.min(i, values.size() - 1)) / contents.size();
			}
		}

		private String evaluationsFor(final double loss) {
			for (int i = 0; i < reached.length; i++) {
				if (reached[i] <= loss) return Integer.toString(i + 1);
			}
			return "more than " + reached.length;
		}

		private static Map<String, Object> described(final Loss loss) {
			final Map<String, Object> description = new LinkedHashMap<>();
			description.put("total", loss.total());
			loss.terms().forEach((name, value) -> {
				description.put(name, value);
				description.put(name + ", layers", loss.layers(name));
			});
			return description;
		}

		private static String inShort(final Loss loss) {
			return String.format(Locale.ROOT, "%.3g: ", loss.total()) + loss.terms().values().stream().map(value -> String
				.format(Locale.ROOT, "%.2g", value)).collect(Collectors.joining(", "));
		}

		private static void set(final INDArray target, final VggImage image) {
			set(target, image.values());
		}

		private static void set(final INDArray target, final float[] values) {
			try (TensorScope temporary = new TensorScope()) {
				target.assign(temporary.tensor(values, values.length));
			}
		}
	}
}
