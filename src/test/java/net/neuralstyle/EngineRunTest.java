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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.network.Engines;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;

/** That a run which is looked at on its way is the one that it would have been. */
class EngineRunTest {

	private static final Img<ARGBType> CONTENT = TestPictures.waves(61, 45, 1);
	private static final Img<ARGBType> STYLE = TestPictures.waves(40, 52, 2);
	private static final Recipe RECIPE = SmallNetwork.recipe().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).build();

	@Test
	void recordedPixelsHaveTheLossThatTheRunTells() {
		final List<Double> told = new ArrayList<>();
		try (EngineRun run = run(new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				if (progress.level() == progress.levels()) told.add(progress.bestLoss().total());
			}
		})) {
			final PixelRecord record = run.watch();
			run.run();
			assertEquals(told.size(), record.seconds().size());
			assertEquals(record.seconds().stream().sorted().collect(Collectors.toList()), record.seconds());
			assertArrayEquals(array(told), array(run.losses(record.pixels())), 1e-5 * told.get(told.size() - 1));
		}
	}

	@Test
	void watchingDoesNotChangeTheResult() {
		try (EngineRun plain = run(new StyleTransferListener() {}); EngineRun watched = run(new StyleTransferListener() {})) {
			watched.watch();
			assertArrayEquals(TestPictures.pixels(plain.run().image()), TestPictures.pixels(watched.run().image()));
		}
	}

	private static EngineRun run(final StyleTransferListener listener) {
		final NetworkWeights weights = new SmallNetwork().load();
		return new EngineRun(Engines.open(weights), weights, RECIPE, CONTENT, STYLE, listener);
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
