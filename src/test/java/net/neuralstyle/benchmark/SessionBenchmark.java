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
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

/**
 * Times a session's first default run, from before ND4J is loaded, and the next
 * ones of other contents of the same size: what a session saves. Prints a table and
 * writes session.json.
 */
public final class SessionBenchmark {

	private static final String[] CONTENTS = { "chelsea", "coffee", "astronaut", "chelsea" };

	private SessionBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for session.json, side of the square images in pixels */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final List<Img<ARGBType>> contents = new ArrayList<>();
		for (final String content : CONTENTS) {
			contents.add(BenchmarkImages.squareArgb("content/" + content + ".png", side));
		}
		final Img<ARGBType> style = BenchmarkImages.squareArgb("style/great-wave.jpg", side);
		final List<Map<String, Object>> results = new ArrayList<>();
		final long start = System.nanoTime();
		long before = start;
		final StyleTransfer transfer = new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.SIZE, side)
			.build());
		try (StyleTransferSession session = transfer.open(Style.of(style))) {
			for (int i = 0; i < CONTENTS.length; i++) {
				final long[] firstEvaluation = { 0 };
				final StyleTransferResult result = session.run(StyleTransferJob.of(contents.get(i)), new StyleTransferListener() {

					@Override
					public void evaluationFinished(final StyleTransferProgress progress) {
						if (firstEvaluation[0] == 0) firstEvaluation[0] = System.nanoTime();
					}
				});
				final long after = System.nanoTime();
				final Map<String, Object> row = new LinkedHashMap<>();
				row.put("content", CONTENTS[i]);
				row.put("seconds to the first evaluation", (firstEvaluation[0] - before) / 1e9);
				row.put("seconds", (after - before) / 1e9);
				row.put("evaluations", result.history().size());
				row.put("seconds per megapixel", StyleTransferEstimate.speed(result));
				results.add(row);
				System.out.println(row);
				before = after;
			}
		}
		Measurement.write(arguments[0], "session.json", results);
	}
}
