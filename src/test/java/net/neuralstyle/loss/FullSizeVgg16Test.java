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

package net.neuralstyle.loss;

import static net.neuralstyle.reference.Accuracy.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.reference.ReferenceProblem;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A VGG16 of full size, with random weights: written to a Keras file and read
 * back, it gives the features, losses and gradient that plain float64 loops give,
 * and goes the whole way from images to a picture.
 */
@Tag("slow")
class FullSizeVgg16Test {

	private static final ImageSize SIZE = new ImageSize(64, 64);
	private static final VggImage CONTENT = VggImage.noise(SIZE, 1);
	private static final VggImage STYLE = VggImage.noise(new ImageSize(48, 64), 2);
	private static final VggImage POINT = VggImage.noise(SIZE, 3);

	@TempDir
	private static Path folder;
	private static Path file;
	private static NetworkWeights network;
	private static NaiveObjective naive;

	@BeforeAll
	static void writeAndReadTheNetwork() throws IOException {
		file = folder.resolve("vgg16-random.h5");
		KerasWeightsWriter.write(file, KerasWeightsWriter.randomWeights(16, KerasWeightsWriter.VGG16));
		network = new WeightsFile(file).load();
		naive = new NaiveObjective(network, ReferenceProblem.WEIGHTS, CONTENT, STYLE);
	}

	@Test
	void fileIsAsLargeAsThePublishedOne() throws IOException {
		// NB: 14,714,688 parameters; the rest is names and structure.
		assertEquals(58_889_256, Files.size(file), 100_000);
	}

	@Test
	void featuresAgreeWithPlainLoops() {
		final Map<String, double[]> expected = naive.featureMaps(NaiveObjective.doubles(POINT.values()));
		final List<String> layers = network.layerNames();
		assertEquals(13, layers.size());
		try (NetworkEngine engine = Engines.open(network);
				FeatureNetwork features = engine.forward(SIZE, layers);
				TensorScope scope = new TensorScope())
		{
			features.run(scope.tensor(POINT.values(), POINT.values().length));
			for (final String layer : layers) {
				final double error = Accuracy.relativeError(expected.get(layer), NaiveObjective.doubles(Engines.values(features.map(
					layer))));
				assertTrue(error <= Accuracy.TOLERANCE, () -> layer + ": the relative error is " + error);
			}
		}
	}

	@Test
	void lossAndGradientAgreeWithPlainLoops() {
		final double[] expected = new double[POINT.values().length];
		final double expectedLoss = naive.evaluate(NaiveObjective.doubles(POINT.values()), expected);
		final EngineEvaluation actual = new EngineEvaluation(network, ReferenceProblem.WEIGHTS, CONTENT, STYLE, POINT
			.values());
		assertClose(expectedLoss, actual.value, "loss");
		assertClose(naive.terms().get("content"), actual.loss.term("content"), "content");
		ReferenceProblem.WEIGHTS.styleLayers().forEach(layer -> assertClose(naive.terms().get("style " + layer), actual.loss
			.layers("style").get(layer), layer));
		assertClose(naive.terms().get("total variation"), actual.loss.term("total variation"), "total variation");
		final double error = Accuracy.relativeError(expected, actual.gradient);
		assertTrue(error <= Accuracy.TOLERANCE, () -> "The relative error of the gradient is " + error);
	}

	@Test
	void imagesBecomeAPicture() {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 128).set(Settings.ITERATIONS, 1).set(Settings.PYRAMID, 1)
			.build();
		final Img<ARGBType> content = VggImage.noise(new ImageSize(128, 96), 4).toArgb();
		final Img<ARGBType> style = VggImage.noise(new ImageSize(80, 80), 5).toArgb();
		final StyleTransferResult result = new StyleTransfer(new WeightsFile(file), recipe).run(content, style,
			new StyleTransferListener()
			{
				// NB: Only the result is of interest.
			});
		assertEquals(128, result.image().dimension(0));
		assertEquals(96, result.image().dimension(1));
		final List<StyleTransferProgress> history = result.history();
		assertEquals(20, history.size());
		final double first = history.get(0).loss().total();
		final double best = history.get(19).bestLoss().total();
		assertTrue(best < 0.5 * first, () -> "The loss went from " + first + " to " + best + " only.");
	}
}
