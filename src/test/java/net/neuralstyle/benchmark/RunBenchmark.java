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
import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.EngineRun;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.NetworkWeights;

/**
 * Times a whole transfer of 20 evaluations over the automatic pyramid, in a
 * process of its own and from its start to the result: all that starting costs is
 * in it. Prints JSON.
 */
public final class RunBenchmark {

	private RunBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments network ("bundled" or "VGG16"), side of the square image in pixels, engine */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final Img<ARGBType> content = BenchmarkImages.squareArgb("content/chelsea.png", side);
		final Img<ARGBType> style = BenchmarkImages.squareArgb("style/great-wave.jpg", side);
		final NetworkWeights weights = BenchmarkNetworks.weights(arguments[0]);
		final NetworkEngine engine = BenchmarkEngine.prepare(arguments[2]).get(0).open(weights);
		final double[] firstEvaluation = { 0 };
		final Recipe recipe = Recipe.builder().set(Settings.ITERATIONS, 1).build();
		try (EngineRun run = new EngineRun(engine, weights, recipe, content, style, new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				if (firstEvaluation[0] == 0) firstEvaluation[0] = Measurement.secondsSinceStart();
			}
		})) {
			run.run();
		}
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("first evaluation", firstEvaluation[0]);
		result.put("run", Measurement.secondsSinceStart());
		Measurement.report(result);
	}
}
