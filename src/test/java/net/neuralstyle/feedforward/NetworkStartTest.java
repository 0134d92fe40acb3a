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

package net.neuralstyle.feedforward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.TestPictures;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what a network paints for a style transfer to start from. */
class NetworkStartTest {

	/** Trained with pictures of 256 pixels. */
	private static final StyleNetwork NETWORK = PaintedColours.network(3);
	private static final Img<ARGBType> CONTENT = TestPictures.waves(44, 36, 1);
	private static final ImageSize SIZE = new ImageSize(44, 36);

	@ParameterizedTest
	@CsvSource({ "256, 1.25, 256", "300, 1.25, 300", "2048, 1.25, 512", "512, 2.5, 256", "256, 0.5, 512",
		"256, 0.8, 400" })
	void strokesAreAboutAsLargeAsTheRecipeWantsThem(final int size, final double strokeSize, final int longerSide) {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, size).set(Settings.STROKE_SIZE, strokeSize).build();
		assertEquals(longerSide, new NetworkStart(NETWORK).longerSide(new ImageSize(900, 600), recipe));
	}

	@Test
	void networkThatDoesNotTellHowItWasTrainedPaintsTheResultsSize() {
		final StyleNetwork unknown = NETWORK.withCard(NetworkCard.builder("Candy").build());
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 0).build();
		assertEquals(900, new NetworkStart(unknown).longerSide(new ImageSize(900, 600), recipe));
	}

	@Test
	void pictureIsWhatTheNetworkPaintsInTheColoursThatAreChosen() {
		for (final Colours colours : Colours.values()) {
			final PaintingRecipe painting = PaintingRecipe.builder().set(PaintingSettings.SIZE, 40).set(Settings.COLOURS,
				colours).build();
			try (PaintingSession session = new PaintingSession(NETWORK, painting)) {
				final Img<ARGBType> expected = session.run(job(), new PaintingListener() {}).image();
				final Recipe recipe = Recipe.builder().set(Settings.COLOURS, colours).build();
				assertArrayEquals(TestPictures.pixels(expected), TestPictures.pixels(new NetworkStart(NETWORK).paint(job(), recipe,
					MachineShare.all(), 40)));
			}
		}
	}

	@Test
	void outsideOfTheRegionItIsTheContent() {
		final float[] left = new float[(int) SIZE.pixels()];
		for (int i = 0; i < left.length; i++) {
			left[i] = i % SIZE.width() < 20 ? 1 : 0;
		}
		final int[] painted = TestPictures.pixels(new NetworkStart(NETWORK).paint(job().within(WeightMap.of(SIZE, left)),
			Recipe.builder().set(Settings.SIZE, 0).build(), MachineShare.all(), SIZE.longerSide()));
		final int[] content = TestPictures.pixels(CONTENT);
		for (int i = 0; i < content.length; i++) {
			if (i % SIZE.width() >= 20) assertEquals(content[i], painted[i]);
		}
	}

	@Test
	void recordIsTheNetworksNameAndChecksum() {
		assertEquals("Waves", new NetworkStart(NETWORK).record().name());
		assertEquals(NETWORK.checksum(), new NetworkStart(NETWORK).record().checksum());
	}

	private static StyleTransferJob job() {
		return StyleTransferJob.of(CONTENT);
	}
}
