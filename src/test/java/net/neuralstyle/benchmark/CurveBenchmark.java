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

import ij.gui.Plot;
import ij.io.FileSaver;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs three pairs of pictures at one size in several ways, and plots the loss at
 * full size over time: the notebook's procedure (noise, ten times L-BFGS from
 * scratch for 20 evaluations), plain L-BFGS from noise and from the content, our
 * optimiser at a single scale, and the pyramid, all with 200 evaluations. Prints
 * the times, and writes curves.json and a plot for each pair.
 */
public final class CurveBenchmark {

	private static final String[][] PAIRS = { { "chelsea.png", "great-wave.jpg" }, { "coffee.png", "composition-viii.jpg" },
		{ "astronaut.png", "village-street-in-auvers.jpg" } };
	private static final Color[] COLOURS = { Color.gray, Color.orange, Color.red, Color.green.darker(), Color.blue };
	private static final int EVALUATIONS = 200;
	private static final int RUNS_OF_THE_NOTEBOOK = 10;

	private CurveBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for curves.json and the plots; side of the square images in pixels */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		Files.createDirectories(Paths.get(arguments[0]));
		final Map<String, Map<String, Curve>> results = new LinkedHashMap<>();
		for (final String[] pair : PAIRS) {
			final Img<ARGBType> content = BenchmarkImages.squareArgb("content/" + pair[0], side);
			final Img<ARGBType> style = BenchmarkImages.squareArgb("style/" + pair[1], side);
			final String name = pair[0].replaceAll("\\..*", "") + "-" + pair[1].replaceAll("\\..*", "");
			final Map<String, Curve> curves = new LinkedHashMap<>();
			final VggImage contentImage = VggImage.of(content);
			final VggImage styleImage = VggImage.of(style);
			final VggImage noise = VggImage.noise(contentImage.size(), 1);
			curves.put("notebook", lbfgs(contentImage, styleImage, noise, RUNS_OF_THE_NOTEBOOK));
			curves.put("L-BFGS from noise", lbfgs(contentImage, styleImage, noise, 1));
			curves.put("L-BFGS from content", lbfgs(contentImage, styleImage, contentImage, 1));
			curves.put("single scale from content", run(content, style, Recipe.builder().set(Settings.PYRAMID, 1)));
			curves.put("pyramid from content", run(content, style, Recipe.builder()));
			results.put(name, curves);
			print(name, curves);
			plot(name, side, curves, arguments[0]);
		}
		Measurement.write(arguments[0], "curves.json", results);
		System.exit(0);
	}

	private static void print(final String name, final Map<String, Curve> curves) {
		final Curve pyramid = curves.get("pyramid from content");
		System.out.println(name);
		curves.forEach((way, curve) -> System.out.printf(
			"  %-26s loss %.3g after %5.1f s; the pyramid has this loss after %5.1f s (%.3f), ends after %.3f of the time, at %.2f of the loss%n",
			way, curve.loss(), curve.time(), pyramid.timeOf(curve.loss()), pyramid.timeOf(curve.loss()) / curve.time(), pyramid
				.time() / curve.time(), pyramid.loss() / curve.loss()));
	}

	private static void plot(final String name, final int side, final Map<String, Curve> curves, final String folder) {
		final Plot plot = new Plot(name + ", " + side + " pixels", "seconds", "loss at full size");
		plot.setSize(640, 400);
		plot.setLogScaleY();
		plot.setLineWidth(2);
		int i = 0;
		double longest = 0;
		double least = Double.MAX_VALUE;
		for (final Curve curve : curves.values()) {
			plot.setColor(COLOURS[i++]);
			plot.add("line", curve.seconds.stream().mapToDouble(Double::doubleValue).toArray(), curve.losses.stream().mapToDouble(
				Double::doubleValue).toArray());
			longest = Math.max(longest, curve.time());
			least = Math.min(least, curve.loss());
		}
		plot.setLimits(0, longest, 0.9 * least, 10 * least);
		plot.setColor(Color.black);
		plot.addLegend(String.join("\n", curves.keySet()), "top-right");
		new FileSaver(plot.getImagePlus()).saveAsPng(Paths.get(folder, "curve-" + name + ".png").toString());
	}

	private static Curve run(final Img<ARGBType> content, final Img<ARGBType> style,
		final Recipe.Builder settings)
	{
		final Curve curve = new Curve();
		new StyleTransfer(new BundledWeights(), settings.build()).run(content, style, new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				if (progress.level() == progress.levels()) curve.add(progress.bestLoss().total());
			}
		});
		return curve;
	}

	/** @param runs that the evaluations are shared out among, each starting without the curvature of the one before */
	private static Curve lbfgs(final VggImage content, final VggImage style, final VggImage start, final int runs)
		throws IOException
	{
		final Curve curve = new Curve();
		final float[] values = start.values();
		try (NetworkEngine engine = Engines.open(new BundledWeights().load());
				NotebookObjective objective = new NotebookObjective(engine, EvaluationBenchmark.WEIGHTS, content,
					style); TensorScope scope = new TensorScope())
		{
			final INDArray point = scope.tensor(values, values.length);
			for (int run = 0; run < runs; run++) {
				// NB: SciPy's first step is as long as one grey level of a single pixel, and is then enlarged; ours helps it.
				new Lbfgs(10, EVALUATIONS / runs, Math.sqrt(values.length)).minimize(objective, point, (state, value) -> {
					curve.add(state.bestValue());
					return true;
				});
			}
		}
		return curve;
	}

	/** The lowest loss so far over the time. */
	private static final class Curve {

		private final transient long start = System.nanoTime();
		private final List<Double> seconds = new ArrayList<>();
		private final List<Double> losses = new ArrayList<>();

		private void add(final double loss) {
			seconds.add((System.nanoTime() - start) / 1e9);
			losses.add(losses.isEmpty() ? loss : Math.min(loss, loss()));
		}

		private double loss() {
			return losses.get(losses.size() - 1);
		}

		private double time() {
			return seconds.get(seconds.size() - 1);
		}

		/** When a loss is reached; NaN if never. */
		private double timeOf(final double loss) {
			for (int i = 0; i < losses.size(); i++) {
				if (losses.get(i) <= loss) return seconds.get(i);
			}
			return Double.NaN;
		}
	}
}
