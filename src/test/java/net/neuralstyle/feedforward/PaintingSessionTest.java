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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.EngineChoice;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.TestPictures;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Colours;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Paints small pictures by a network of random numbers. */
class PaintingSessionTest {

	private static final StyleNetwork NETWORK = PaintedColours.network(3);
	private static final Img<ARGBType> CONTENT = TestPictures.waves(44, 36, 1);
	private static final VggImage IMAGE = VggImage.of(CONTENT);
	private static final PaintingListener NOBODY = new PaintingListener() {};

	@Test
	void pictureIsWhatTheNetworkMakesOfTheContent() {
		assertArrayEquals(TestPictures.pixels(painted(IMAGE, null).toArgb()), pixels(paint(recipe(), job())));
	}

	@ParameterizedTest
	@CsvSource({ "45, 36", "46, 37", "47, 39", "33, 32" })
	void sidesAreMirroredUpToWhatTheNetworkReadsAndCutAgain(final int width, final int height) {
		final Img<ARGBType> content = TestPictures.waves(width, height, 1);
		final ImageSize aligned = new ImageSize((width + 3) / 4 * 4, (height + 3) / 4 * 4);
		final VggImage expected = painted(VggImage.of(content).part(0, 0, aligned), null).part(0, 0, new ImageSize(width,
			height));
		assertArrayEquals(TestPictures.pixels(expected.toArgb()), pixels(paint(recipe(), StyleTransferJob.of(content))));
	}

	@Test
	void veryThinPictureIsPainted() {
		final PaintingRecipe recipe = recipe().toBuilder().set(PaintingSettings.SIZE, 32).build();
		final PaintedPicture picture = paint(recipe, StyleTransferJob.of(TestPictures.waves(1024, 32, 1)));
		assertEquals(new ImageSize(32, 1), picture.size());
	}

	@Test
	void resultHasTheSizeOfTheRecipe() {
		final PaintingRecipe recipe = recipe().toBuilder().set(PaintingSettings.SIZE, 64).build();
		final ImageSize size = new ImageSize(64, 52);
		assertArrayEquals(TestPictures.pixels(painted(IMAGE.resizedTo(size), null).toArgb()), pixels(paint(recipe, job())));
	}

	@Test
	void partsAreTheWholeWithTheStatisticsOfAThumbnail() {
		final Img<ARGBType> content = TestPictures.waves(301, 262, 1);
		final VggImage image = VggImage.of(content);
		final PaintingPlan plan = PaintingPlan.of(image.size(), NETWORK.topology(), 20_000, 120);
		assertTrue(plan.tiling().tiles().size() > 4, plan.tiling().toString());
		final VggImage thumbnail = image.resizedTo(plan.thumbnail());
		try (TensorScope scope = new TensorScope(); PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			final INDArray statistics = scope.zeros(NETWORK.topology().statisticsCount());
			painted(thumbnail.part(0, 0, PaintingPlan.aligned(thumbnail.size())), statistics);
			final VggImage whole = paintedWith(image.part(0, 0, PaintingPlan.aligned(image.size())), statistics).part(0, 0, image
				.size());
			final PaintedPicture picture = session.run(StyleTransferJob.of(content), plan, null, true, NOBODY);
			assertArrayEquals(whole.values(), picture.painted().values(), 1e-2f);
		}
	}

	@ParameterizedTest
	@CsvSource({ "60, 50", "301, 262" })
	void blankPictureIsPaintedInOneColour(final int width, final int height) {
		final int[] white = new int[width * height];
		Arrays.fill(white, 0xfff0e8d7);
		final Img<ARGBType> content = ArrayImgs.argbs(white, width, height);
		final PaintingPlan plan = PaintingPlan.of(new ImageSize(width, height), NETWORK.topology(), 20_000, 120);
		try (PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			final int[] pixels = pixels(session.run(StyleTransferJob.of(content), plan, null, false, NOBODY));
			Arrays.fill(white, pixels[0]);
			assertArrayEquals(white, pixels);
		}
	}

	@Test
	void coloursOfPartsAreThoseOfAThumbnail() {
		final Img<ARGBType> content = TestPictures.waves(301, 262, 1);
		final VggImage image = VggImage.of(content);
		final PaintingRecipe recipe = recipe().toBuilder().set(Settings.COLOURS, Colours.MATCHED).build();
		final PaintingPlan plan = PaintingPlan.of(image.size(), NETWORK.topology(), 20_000, 120);
		final VggImage thumbnail = image.resizedTo(plan.thumbnail());
		final VggImage paintedThumbnail = painted(thumbnail.part(0, 0, PaintingPlan.aligned(thumbnail.size())), null).part(0,
			0, thumbnail.size());
		final PaintingColours colours = new PaintingColours(Colours.MATCHED, false, thumbnail, paintedThumbnail, WeightMap
			.ones(thumbnail.size()));
		try (PaintingSession session = new PaintingSession(NETWORK, recipe)) {
			final PaintedPicture picture = session.run(StyleTransferJob.of(content), plan, null, true, NOBODY);
			assertArrayEquals(TestPictures.pixels(colours.finished(picture.painted(), image).toArgb()), pixels(picture));
		}
	}

	@Test
	void luminanceOfAGreyContentIsNotRounded() {
		final VggImage grey = VggImage.of(IMAGE.toGrey().toArgb());
		final float[] expected = painted(grey, null).toLuminance().update(null).getCurrentStorageArray();
		assertArrayEquals(expected, luminance(paint(recipe(), StyleTransferJob.of(grey.toArgb()))), 1e-3f);
	}

	@Test
	void luminanceOfAColouredContentIsThatOfItsColours() {
		final PaintedPicture picture = paint(recipe(), job());
		assertArrayEquals(VggImage.of(picture.image()).toLuminance().update(null).getCurrentStorageArray(), luminance(
			picture), 1e-3f);
	}

	@Test
	void contentStaysWithoutStrength() {
		assertArrayEquals(TestPictures.pixels(CONTENT), pixels(paint(recipe().toBuilder().set(PaintingSettings.STRENGTH, 0.0)
			.build(), job())));
	}

	@Test
	void strengthBlendsWithTheContent() {
		final PaintedPicture picture = paint(recipe().toBuilder().set(PaintingSettings.STRENGTH, 0.25).build(), job());
		final float[] network = painted(IMAGE, null).values();
		final float[] content = IMAGE.values();
		final float[] blend = new float[content.length];
		for (int i = 0; i < blend.length; i++) {
			blend[i] = 0.25f * network[i] + 0.75f * content[i];
		}
		assertArrayEquals(TestPictures.pixels(VggImage.of(IMAGE.size(), blend).toArgb()), pixels(picture));
	}

	@Test
	void contentStaysOutsideOfTheMaskBitForBit() {
		final int[] pixels = pixels(paint(recipe(), job().within(leftHalf())));
		final int[] all = pixels(paint(recipe(), job()));
		final int[] content = TestPictures.pixels(CONTENT);
		for (int i = 0; i < pixels.length; i++) {
			assertEquals(i % 44 < 22 ? all[i] : content[i], pixels[i]);
		}
	}

	@Test
	void softEdgePassesOverIntoTheContent() {
		final PaintingRecipe recipe = recipe().toBuilder().set(Settings.SOFT_EDGE, 8.0).build();
		final int[] soft = pixels(paint(recipe, job().within(leftHalf())));
		final int[] hard = pixels(paint(recipe(), job().within(leftHalf())));
		assertArrayEquals(row(hard, 0, 10), row(soft, 0, 10));
		assertFalse(Arrays.equals(row(hard, 14, 22), row(soft, 14, 22)));
		assertArrayEquals(row(hard, 22, 44), row(soft, 22, 44));
	}

	@Test
	void allRegionsArePainted() {
		final List<WeightMap> halves = List.of(leftHalf(), leftHalf().inverse());
		assertArrayEquals(pixels(paint(recipe(), job())), pixels(paint(recipe(), job().withRegions(halves))));
	}

	@Test
	void contentsColoursAreItsChroma() {
		final VggImage result = VggImage.of(paint(recipe().toBuilder().set(Settings.COLOURS, Colours.CONTENT).build(), job())
			.image());
		for (int i = 0; i < IMAGE.size().pixels(); i++) {
			assertSameHue(chroma(IMAGE, i), chroma(result, i));
		}
		assertNotEquals(IMAGE.checksum(), result.checksum());
	}

	@Test
	void contentsColoursKeepItsLightAndDark() {
		final ColourStatistics result = ColourStatistics.of(VggImage.of(paint(recipe().toBuilder().set(Settings.COLOURS,
			Colours.CONTENT).build(), job()).image()));
		final ColourStatistics content = ColourStatistics.of(IMAGE);
		assertEquals(content.luminance(), result.luminance(), 3);
		assertEquals(content.luminanceDeviation(), result.luminanceDeviation(), 6);
	}

	@Test
	void matchedColoursHaveTheContentsMean() {
		final ColourStatistics result = ColourStatistics.of(VggImage.of(paint(recipe().toBuilder().set(Settings.COLOURS,
			Colours.MATCHED).build(), job()).image()));
		assertArrayEquals(ColourStatistics.of(IMAGE).mean(), result.mean(), 8);
	}

	@ParameterizedTest
	@EnumSource(value = Colours.class, names = { "CONTENT", "MATCHED" })
	void greyStaysGreyUnlessColoursAreTheStyles(final Colours colours) {
		final Img<ARGBType> grey = IMAGE.toGrey().toArgb();
		final PaintingRecipe recipe = recipe().toBuilder().set(Settings.COLOURS, colours).set(PaintingSettings.STRENGTH, 0.7)
			.build();
		assertTrue(VggImage.of(paint(recipe, StyleTransferJob.of(grey)).image()).isGrey());
		assertFalse(VggImage.of(paint(recipe(), StyleTransferJob.of(grey)).image()).isGrey());
	}

	/** Whose thumbnail is grey. */
	@Test
	void fewColouredPixelsOfALargeContentStayOutsideOfTheMask() {
		final int[] pixels = TestPictures.pixels(VggImage.of(TestPictures.waves(240, 240, 1)).toGrey().toArgb());
		pixels[239] = 0xffff8000;
		final StyleTransferJob job = StyleTransferJob.of(ArrayImgs.argbs(pixels, 240, 240));
		final float[] weights = new float[pixels.length];
		Arrays.fill(weights, 240 * 120, weights.length, 1);
		final PaintingRecipe recipe = recipe().toBuilder().set(Settings.COLOURS, Colours.MATCHED).build();
		try (PaintingSession session = new PaintingSession(NETWORK, recipe)) {
			assertEquals(0xffff8000, pixels(session.run(job.within(WeightMap.of(new ImageSize(240, 240), weights)), PaintingPlan
				.of(new ImageSize(240, 240), NETWORK.topology(), 1000, 150), null, false, NOBODY))[239]);
		}
	}

	@Test
	void resultDoesNotDependOnWhatWasPaintedBefore() {
		try (PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			final int[] first = pixels(session.run(job(), NOBODY));
			session.run(StyleTransferJob.of(TestPictures.waves(36, 44, 5)), NOBODY);
			session.run(StyleTransferJob.of(TestPictures.waves(44, 36, 5)), NOBODY);
			assertArrayEquals(first, pixels(session.run(job(), NOBODY)));
		}
	}

	@Test
	void listenerIsToldOfEveryPart() {
		final List<String> told = new ArrayList<>();
		final VggImage image = VggImage.of(TestPictures.waves(240, 40, 1));
		final PaintingPlan plan = PaintingPlan.of(image.size(), NETWORK.topology(), 5000, 150);
		try (PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			session.run(StyleTransferJob.of(TestPictures.waves(240, 40, 1)), plan, null, false, new PaintingListener() {

				@Override
				public void started(final PaintingSetup setup) {
					told.add(setup.size() + " " + setup.tiling().tiles().size());
				}

				@Override
				public void partFinished(final int done, final int parts) {
					told.add(done + "/" + parts);
				}
			});
		}
		assertEquals(List.of("240x40 2", "1/3", "2/3", "3/3"), told);
	}

	@Test
	void stoppedPictureIsTheContentWhereNothingIsPainted() {
		final Img<ARGBType> content = TestPictures.waves(240, 40, 1);
		final PaintingPlan plan = PaintingPlan.of(new ImageSize(240, 40), NETWORK.topology(), 5000, 150);
		try (PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			final PaintedPicture picture = session.run(StyleTransferJob.of(content), plan, null, false,
				new PaintingListener() {

					private boolean stop;

					@Override
					public void partFinished(final int done, final int parts) {
						stop = done == 2;
					}

					@Override
					public boolean isCancelled() {
						return stop;
					}
				});
			final int[] all = pixels(session.run(StyleTransferJob.of(content), plan, null, false, NOBODY));
			final int[] pixels = pixels(picture);
			assertTrue(picture.isCancelled());
			assertTrue(picture.provenance().isStopped());
			assertEquals(all[0], pixels[0]);
			assertEquals(TestPictures.pixels(content)[239], pixels[239]);
		}
	}

	@Test
	void pictureThatIsStoppedBeforeItBeginsIsTheContent() {
		try (PaintingSession session = new PaintingSession(NETWORK, recipe())) {
			final PaintedPicture picture = session.run(job(), new PaintingListener() {

				@Override
				public boolean isCancelled() {
					return true;
				}
			});
			assertTrue(picture.isCancelled());
			assertArrayEquals(TestPictures.pixels(CONTENT), pixels(picture));
		}
	}

	@Test
	void provenanceTellsAll() {
		final PaintingProvenance provenance = paint(recipe(), job().named("waves")).provenance();
		assertEquals(NETWORK.card().name(), provenance.network());
		assertEquals(NETWORK.checksum(), provenance.networkChecksum());
		assertEquals(recipe(), provenance.recipe());
		assertEquals("waves", provenance.content().name());
		assertEquals(IMAGE.checksum(), provenance.content().checksum());
		assertFalse(provenance.isStopped());
		assertTrue(provenance.former().isEmpty());
		assertEquals(provenance.toJson(), PaintingProvenance.fromJson(provenance.toJson()).toJson());
	}

	@Test
	void networkWhoseNumbersAreTooLargeIsRefused() {
		final float[] parameters = NETWORK.parameters();
		for (int i = 0; i < parameters.length; i++) {
			parameters[i] *= 1e30f;
		}
		final StyleNetwork broken = new StyleNetwork(NETWORK.topology(), parameters, NETWORK.card(), new byte[0]);
		try (PaintingSession session = new PaintingSession(broken, recipe())) {
			assertEquals("The network Waves makes no picture of this one, as its numbers are too large: use another network.",
				assertThrows(StyleTransferException.class, () -> session.run(job(), NOBODY)).getMessage());
		}
	}

	@Test
	void memoryThatDoesNotSufficeIsToldBefore() {
		try (PaintingSession session = new PaintingSession(NETWORK, recipe(), MachineShare.of(1, 1 << 20))) {
			final String message = assertThrows(StyleTransferException.class, () -> session.run(job(), NOBODY)).getMessage();
			assertTrue(message.matches("The network takes \\d+ MB to paint 44x36 pixels, and may have 1: give it more memory, " +
				"or choose a smaller size\\."), message);
		}
	}

	@Test
	void closedSessionPaintsNoMore() {
		final PaintingSession session = new PaintingSession(NETWORK, recipe());
		session.run(job(), NOBODY);
		session.close();
		session.close();
		assertThrows(IllegalStateException.class, () -> session.run(job(), NOBODY));
	}

	// -- Helper methods --

	private static PaintingRecipe recipe() {
		return PaintingRecipe.builder().build();
	}

	private static StyleTransferJob job() {
		return StyleTransferJob.of(CONTENT);
	}

	private static PaintedPicture paint(final PaintingRecipe recipe, final StyleTransferJob job) {
		try (PaintingSession session = new PaintingSession(NETWORK, recipe)) {
			return session.run(job, NOBODY);
		}
	}

	private static int[] pixels(final PaintedPicture picture) {
		return TestPictures.pixels(picture.image());
	}

	private static float[] luminance(final PaintedPicture picture) {
		final float[] luminance = new float[(int) picture.size().pixels()];
		int i = 0;
		for (final FloatType value : picture.luminance()) {
			luminance[i++] = value.get();
		}
		return luminance;
	}

	private static WeightMap leftHalf() {
		final float[] weights = new float[44 * 36];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i % 44 < 22 ? 1 : 0;
		}
		return WeightMap.of(IMAGE.size(), weights);
	}

	private static int[] row(final int[] pixels, final int from, final int to) {
		return Arrays.copyOfRange(pixels, 44 * 18 + from, 44 * 18 + to);
	}

	/** What the network makes of an image by itself. */
	private static VggImage painted(final VggImage image, final INDArray statistics) {
		return run(image, statistics, false);
	}

	/** What the network makes of an image with given statistics. */
	private static VggImage paintedWith(final VggImage image, final INDArray statistics) {
		return run(image, statistics, true);
	}

	private static VggImage run(final VggImage image, final INDArray statistics, final boolean given) {
		final TransformationTopology topology = NETWORK.topology();
		final float[] values = image.values();
		final float[] parameters = NETWORK.parameters();
		try (TensorScope scope = new TensorScope()) {
			final TransformationEngine engine = scope.own(EngineChoice.open(topology, Precision.FLOAT32));
			engine.setParameters(parameters);
			final TransformationNetwork network = scope.own(engine.network(image.size(), false));
			final INDArray pixels = scope.tensor(values, values.length);
			final VggImage result = VggImage.of(given ? network.run(pixels, statistics) : network.run(pixels), image.size());
			if (statistics != null && !given) network.copyStatistics(statistics);
			return result;
		}
	}

	/** I and Q of YIQ, but for a factor. */
	private static double[] chroma(final VggImage image, final int pixel) {
		final int colour = TestPictures.pixels(image.toArgb())[pixel];
		final double luminance = 0.299 * ARGBType.red(colour) + 0.587 * ARGBType.green(colour) + 0.114 * ARGBType.blue(
			colour);
		return new double[] { ARGBType.red(colour) - luminance, ARGBType.blue(colour) - luminance };
	}

	/** The same, or less of it where it would not fit into 0..255. */
	private static void assertSameHue(final double[] expected, final double[] actual) {
		final double share = Math.min(1, Math.hypot(actual[0], actual[1]) / Math.hypot(expected[0], expected[1]));
		assertEquals(share * expected[0], actual[0], 1.5);
		assertEquals(share * expected[1], actual[1], 1.5);
	}
}
