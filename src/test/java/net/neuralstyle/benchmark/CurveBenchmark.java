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
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Precision;
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

	/** The one that the others are compared with. */
	private static final String PYRAMID = "pyramid from content";
	private static final int EVALUATIONS = 200;
	private static final int RUNS_OF_THE_NOTEBOOK = 10;

	private CurveBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for curves.json and the plots; side of the square images in pixels */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		Files.createDirectories(Paths.get(arguments[0]));
		final Map<String, Map<String, LossCurve>> results = new LinkedHashMap<>();
		System.out.println("| pair | way | loss | seconds | pyramid's after | time | loss |\n|---|---|---|---|---|---|---|");
		for (final BenchmarkPair pair : BenchmarkPair.curves()) {
			final Img<ARGBType> content = pair.content(side);
			final Img<ARGBType> style = pair.style(side);
			final Map<String, LossCurve> curves = new LinkedHashMap<>();
			final VggImage contentImage = VggImage.of(content);
			final VggImage styleImage = VggImage.of(style);
			final VggImage noise = VggImage.noise(contentImage.size(), 1);
			curves.put("notebook", lbfgs(contentImage, styleImage, noise, RUNS_OF_THE_NOTEBOOK));
			curves.put("L-BFGS from noise", lbfgs(contentImage, styleImage, noise, 1));
			curves.put("L-BFGS from content", lbfgs(contentImage, styleImage, contentImage, 1));
			curves.put("single scale from content", run(content, style, recipe().set(Settings.PYRAMID, 1)));
			curves.put(PYRAMID, run(content, style, recipe()));
			results.put(pair.toString(), curves);
			print(pair, curves);
			CurvePlot.write(arguments[0], pair.toString(), pair + ", " + side + " pixels", curves);
		}
		Measurement.write(arguments[0], "curves.json", results);
		System.exit(0);
	}

	private static void print(final BenchmarkPair pair, final Map<String, LossCurve> curves) {
		final LossCurve pyramid = curves.get(PYRAMID);
		curves.forEach((way, curve) -> System.out.printf("| %s | %s | %.3g | %.1f | %.1f s (%.2f) | %.2f | %.2f |%n", pair, way,
			curve.loss(), curve.time(), pyramid.timeOf(curve.loss()), pyramid.timeOf(curve.loss()) / curve.time(), pyramid
				.time() / curve.time(), pyramid.loss() / curve.loss()));
	}

	/** NB: What is compared are ways, all in float32. */
	private static Recipe.Builder recipe() {
		return Recipe.builder().set(Settings.PRECISION, Precision.FLOAT32);
	}

	private static LossCurve run(final Img<ARGBType> content, final Img<ARGBType> style,
		final Recipe.Builder settings)
	{
		final LossCurve curve = new LossCurve();
		new StyleTransfer(new BundledWeights(), settings.build()).run(content, style, new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				if (progress.level() == progress.levels()) curve.add(progress.bestLoss().total());
			}
		});
		return curve;
	}

	/** @param runs that the evaluations are shared out among, each starting without the curvature of the one before */
	private static LossCurve lbfgs(final VggImage content, final VggImage style, final VggImage start, final int runs)
		throws IOException
	{
		final LossCurve curve = new LossCurve();
		final float[] values = start.values();
		try (NetworkEngine engine = BenchmarkEngine.all().get(0).open(new BundledWeights().load());
				NotebookObjective objective = new NotebookObjective(engine, BenchmarkNetworks.LOSS_WEIGHTS, content,
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
}
