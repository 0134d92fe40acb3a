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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.recipe.Colours;
import net.neuralstyle.recipe.Optimizer;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.WeightsSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values of a recipe do to a run, and what comes out at the picture's edges and without colours. */
class StyleTransferRunTest {

	private static final Img<ARGBType> CONTENT = TestPictures.waves(61, 45, 1);
	private static final Img<ARGBType> STYLE = TestPictures.waves(40, 52, 2);

	// -- When it ends --

	@Test
	void runEndsOnceTheLossFallsByLessThanTheLeastDecreaseAndSaysSo() {
		final Recording recording = new Recording();
		final Recipe recipe = SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.ITERATIONS, 10).set(
			Settings.LEAST_DECREASE, 50.0).build();
		final StyleTransferResult result = run(recipe, recording);
		final int evaluations = result.history().size();
		assertTrue(evaluations > 20 && evaluations < 200, () -> evaluations + " evaluations");
		assertEquals(List.of(evaluations), recording.converged);
		assertFalse(result.isCancelled());
		assertEquals(evaluations, result.provenance().evaluations());
	}

	@Test
	void runMakesAllEvaluationsIfNoLeastDecreaseIsAskedFor() {
		final Recording recording = new Recording();
		assertEquals(60, run(SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.ITERATIONS, 3).build(), recording)
			.history().size());
		assertEquals(List.of(), recording.converged);
	}

	// -- Where a level starts --

	@Test
	void detailChangesTheStartOfTheNextLevelOnly() {
		final Recipe.Builder recipe = SmallNetwork.recipe().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2);
		final List<StyleTransferProgress> plain = run(recipe.set(Settings.DETAIL, 0.0).build()).history();
		final List<StyleTransferProgress> detailed = run(recipe.set(Settings.DETAIL, 2.0).build()).history();
		assertEquals(losses(plain, 1), losses(detailed, 1));
		final double without = firstOfLevel(plain, 2).loss().term("total variation");
		final double with = firstOfLevel(detailed, 2).loss().term("total variation");
		assertTrue(with > 1.2 * without, with + " with, " + without + " without");
	}

	@Test
	void detailDoesNotMatterForASingleLevel() {
		final Recipe.Builder recipe = SmallNetwork.recipe().set(Settings.PYRAMID, 1);
		assertArrayEquals(pixels(run(recipe.set(Settings.DETAIL, 0.0).build())), pixels(run(recipe.set(Settings.DETAIL, 2.0)
			.build())));
	}

	@Test
	void detailDoesNotMatterForARunFromNoise() {
		final Recipe.Builder recipe = SmallNetwork.recipe().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).set(
			Settings.START, Start.NOISE);
		assertArrayEquals(pixels(run(recipe.set(Settings.DETAIL, 0.0).build())), pixels(run(recipe.set(Settings.DETAIL, 2.0)
			.build())));
	}

	// -- Strokes --

	@Test
	void styleIsResizedByTheStrokeSize() {
		// NB: 122 is twice the content's longer side; what is resized beforehand is rounded to grey levels.
		final Img<ARGBType> resized = VggImage.of(STYLE).resizedTo(new ImageSize(94, 122)).toArgb();
		final double twice = firstStyleLoss(STYLE, 2);
		assertEquals(1, firstStyleLoss(resized, 2) / twice, 1e-2);
		assertTrue(Math.abs(firstStyleLoss(STYLE, 1) / twice - 1) > 0.05);
	}

	@Test
	void styleEnlargedBeyondItsOwnPixelsIsNoted() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.STROKE_SIZE, 2.0).build();
		assertEquals(List.of("The style has 40x52 pixels and is enlarged to 94x122, so its finest strokes are blurred."),
			notes(recipe, Style.of(STYLE)));
		assertEquals(List.of("The style waves.png has 40x52 pixels and is enlarged to 94x122, so its finest strokes are " +
			"blurred."), notes(recipe, Style.of(STYLE).named("waves.png"), Style.of(TestPictures.waves(130, 100, 3))));
	}

	@Test
	void styleThatIsNotEnlargedIsNotNoted() {
		assertEquals(List.of(), notes(SmallNetwork.recipe().set(Settings.STROKE_SIZE, 1.0).build(), Style.of(TestPictures
			.waves(61, 61, 2))));
	}

	// -- How the loss is minimised --

	@ParameterizedTest
	@EnumSource(Optimizer.class)
	void everyOptimizerLowersTheLoss(final Optimizer optimizer) {
		final StyleTransferResult result = run(SmallNetwork.recipe().set(Settings.ITERATIONS, 2).set(Settings.PYRAMID, 1)
			.set(Settings.OPTIMIZER, optimizer).build());
		final List<StyleTransferProgress> history = result.history();
		assertEquals(40, history.size());
		assertTrue(history.get(39).bestLoss().total() < 0.5 * history.get(0).loss().total(), () -> history.get(0).loss() +
			" at first, " + history.get(39).bestLoss() + " at last");
		assertEquals(history.stream().mapToDouble(progress -> progress.loss().total()).min().orElseThrow(), history.get(39)
			.bestLoss().total());
	}

	@Test
	void optimizersTakeDifferentWays() {
		final List<Double> last = new ArrayList<>();
		for (final Optimizer optimizer : Optimizer.values()) {
			last.add(run(SmallNetwork.recipe().set(Settings.OPTIMIZER, optimizer).build()).provenance().loss());
		}
		assertEquals(Optimizer.values().length, Set.copyOf(last).size(), last.toString());
	}

	// -- Terms --

	@Test
	void unknownLayerIsNamedWithThoseThatExist() {
		final WrongSettingException exc = assertThrows(WrongSettingException.class, () -> run(SmallNetwork.recipe().set(
			Settings.STYLE_LAYERS, List.of("block1_conv1", "block4_conv1")).build()));
		assertEquals("The network Small network has no layer block4_conv1: its layers are block1_conv1, block1_conv2, " +
			"block2_conv1, block2_conv2, block3_conv1.", exc.getMessage());
	}

	@Test
	void layerOfWeightZeroIsLeftOut() {
		final StyleTransferResult result = run(SmallNetwork.recipe().set(Settings.STYLE_LAYER_WEIGHTS, List.of(1.0, 0.0,
			2.0)).build());
		assertEquals(Set.of("block1_conv2", "block3_conv1"), result.history().get(0).loss().layers("style").keySet());
	}

	@Test
	void layerWeightMultipliesTheShareOfItsLayer() {
		final Recipe.Builder recipe = SmallNetwork.recipe();
		final StyleTransferProgress plain = run(recipe.build()).history().get(0);
		final StyleTransferProgress weighted = run(recipe.set(Settings.STYLE_LAYER_WEIGHTS, List.of(1.0, 5.0, 0.5)).set(
			Settings.CONTENT_LAYER_WEIGHTS, List.of(3.0)).build()).history().get(0);
		final double[] factors = { 1, 5, 0.5 };
		for (int i = 0; i < factors.length; i++) {
			final String layer = recipe.build().get(Settings.STYLE_LAYERS).get(i);
			assertEquals(factors[i], weighted.loss().layers("style").get(layer) / plain.loss().layers("style").get(layer),
				1e-6);
		}
		assertEquals(plain.loss().term("total variation"), weighted.loss().term("total variation"));
	}

	@Test
	void strengthMultipliesTheStyle() {
		final double plain = firstStyleLoss(SmallNetwork.recipe().build(), STYLE);
		assertEquals(3, firstStyleLoss(SmallNetwork.recipe().set(Settings.STRENGTH, 3.0).build(), STYLE) / plain, 1e-6);
	}

	@Test
	void severalContentLayersAreCompared() {
		final StyleTransferResult result = run(SmallNetwork.recipe().set(Settings.CONTENT_LAYERS, List.of("block1_conv1",
			"block2_conv2")).build());
		assertEquals(Set.of("block1_conv1", "block2_conv2"), result.history().get(0).loss().layers("content").keySet());
	}

	@Test
	void pictureTooNarrowForItsMarginIsRefused() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.SIZE, 64).set(Settings.CONTENT_LAYERS, List.of(
			"block1_conv1")).set(Settings.STYLE_LAYERS, List.of("block1_conv1")).build();
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> run(new SmallNetwork(), recipe,
			TestPictures.waves(320, 40, 1), STYLE, new Recording()));
		assertEquals("At a size of 64 the shorter side of the result would have only 8 pixels: choose a larger size.", exc
			.getMessage());
		assertEquals(9, run(new SmallNetwork(), recipe, TestPictures.waves(320, 45, 1), STYLE, new Recording()).image()
			.dimension(1));
	}

	// -- Colours --

	@Test
	void contentsColoursAreThoseOfTheResultAndOfThePicturesBefore() {
		final Recording recording = new Recording();
		final StyleTransferResult result = run(Colours.CONTENT, recording);
		assertEquals(2, recording.pictures.size());
		assertArrayEquals(pixels(result), recording.pictures.get(1));
		final VggImage content = VggImage.of(CONTENT).resizedTo(new ImageSize(96, 71));
		for (final int[] picture : recording.pictures) {
			final int[] expected = TestPictures.pixels(content.withLuminanceOf(given(picture)).toArgb());
			for (int i = 0; i < expected.length; i++) {
				// NB: Levels of the picture are rounded.
				assertEquals(ARGBType.red(expected[i]), ARGBType.red(picture[i]), 1);
				assertEquals(ARGBType.green(expected[i]), ARGBType.green(picture[i]), 1);
				assertEquals(ARGBType.blue(expected[i]), ARGBType.blue(picture[i]), 2);
			}
		}
	}

	@Test
	void luminanceIsRedrawnWithTheContentsColours() {
		final int[] picture = TestPictures.pixels(given(pixels(run(Colours.CONTENT, new Recording()))).toGrey().toArgb());
		final int[] content = TestPictures.pixels(VggImage.of(CONTENT).resizedTo(new ImageSize(96, 71)).toGrey().toArgb());
		double difference = 0;
		for (int i = 0; i < content.length; i++) {
			difference += Math.abs(ARGBType.red(picture[i]) - ARGBType.red(content[i])) / (double) content.length;
		}
		assertTrue(difference > 3, "levels of difference: " + difference);
	}

	@Test
	void luminanceAloneIsComparedForTheContentsColours() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.COLOURS, Colours.CONTENT).build();
		final double coloured = firstStyleLoss(recipe, STYLE);
		// NB: What is grey beforehand is rounded to levels.
		assertEquals(1, firstStyleLoss(recipe, VggImage.of(STYLE).toGrey().toArgb()) / coloured, 1e-2);
		assertEquals(1, firstLoss(recipe, VggImage.of(CONTENT).toGrey().toArgb(), STYLE).term("style") / coloured, 1e-2);
		assertTrue(Math.abs(firstStyleLoss(SmallNetwork.recipe().build(), STYLE) / coloured - 1) > 0.05);
	}

	@Test
	void matchedStyleIsRecolouredBeforeTheTransfer() {
		final Img<ARGBType> recoloured = VggImage.of(STYLE).recoloured(ColourTransform.matching(ColourStatistics.of(VggImage
			.of(STYLE)), ColourStatistics.of(VggImage.of(CONTENT)))).toArgb();
		final double matched = firstStyleLoss(SmallNetwork.recipe().set(Settings.COLOURS, Colours.MATCHED).build(), STYLE);
		assertEquals(1, firstStyleLoss(SmallNetwork.recipe().build(), recoloured) / matched, 1e-2);
		assertTrue(Math.abs(firstStyleLoss(SmallNetwork.recipe().build(), STYLE) / matched - 1) > 0.05);
	}

	@ParameterizedTest
	@EnumSource(Colours.class)
	void recordIsOfThePicturesAsGiven(final Colours colours) {
		final Provenance provenance = run(colours, new Recording()).provenance();
		assertEquals(VggImage.of(CONTENT).checksum(), provenance.content().checksum());
		assertEquals(VggImage.of(STYLE).checksum(), provenance.styles().get(0).checksum());
	}

	// -- Precision --

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void engineComputesInThePrecisionAskedForOrSaysThatItDoesNot(final Precision asked) {
		final Engine[] engine = new Engine[1];
		run(SmallNetwork.recipe().set(Settings.PRECISION, asked).build(), new Recording() {

			@Override
			public void started(final StyleTransferSetup setup) {
				engine[0] = setup.engine();
			}
		});
		assertEquals(engine[0].precision() == asked, engine[0].notes().isEmpty());
	}

	@Test
	void everyEngineComputesInFloat32WhenThatIsAskedFor() {
		assertEquals(Precision.FLOAT32, run(SmallNetwork.recipe().set(Settings.PRECISION, Precision.FLOAT32).build())
			.provenance().precision());
	}

	// -- Without colours --

	static Stream<Arguments> startsAndColours() {
		return Stream.of(Start.CONTENT, Start.NOISE, Start.STYLE).flatMap(start -> Arrays.stream(Colours.values()).map(
			colours -> Arguments.of(start, colours)));
	}

	@ParameterizedTest
	@MethodSource("startsAndColours")
	void greyContentInAGreyStyleIsExactlyGrey(final Start start, final Colours colours) {
		final Recipe recipe = greyRecipe(start).set(Settings.COLOURS, colours).build();
		final Recording recording = new Recording();
		final StyleTransferResult result = run(new SmallNetwork(), recipe, grey(CONTENT), grey(STYLE), recording);
		assertEquals(0, colouredPixels(pixels(result)));
		recording.pictures.forEach(picture -> assertEquals(0, colouredPixels(picture)));
		assertFalse(Arrays.equals(pixels(result), pixels(run(new SmallNetwork(), recipe, grey(CONTENT), grey(CONTENT),
			recording))));
	}

	@ParameterizedTest
	@EnumSource(value = Colours.class, names = "STYLE", mode = Mode.EXCLUDE)
	void greyContentInAColouredStyleIsExactlyGreyUnlessTheStylesColoursAreWanted(final Colours colours) {
		final Recording recording = new Recording();
		assertEquals(0, colouredPixels(pixels(run(new SmallNetwork(), greyRecipe(Start.CONTENT).set(Settings.COLOURS, colours)
			.build(), grey(CONTENT), STYLE, recording))));
		recording.pictures.forEach(picture -> assertEquals(0, colouredPixels(picture)));
	}

	@ParameterizedTest
	@EnumSource(value = Start.class, names = { "IMAGE", "NETWORK" }, mode = Mode.EXCLUDE)
	void greyContentInAColouredStyleIsColoured(final Start start) {
		assertTrue(colouredPixels(pixels(run(new SmallNetwork(), greyRecipe(start).build(), grey(CONTENT), STYLE,
			new Recording()))) > 100);
	}

	@Test
	void colouredContentInAGreyStyleIsColoured() {
		assertTrue(colouredPixels(pixels(run(new SmallNetwork(), greyRecipe(Start.CONTENT).build(), CONTENT, grey(STYLE),
			new Recording()))) > 100);
	}

	@Test
	void greyPictureOfOneChannelInAGreyStyleIsExactlyGrey() {
		final byte[] values = new byte[45 * 45];
		new Random(1).nextBytes(values);
		assertEquals(0, colouredPixels(pixels(run(new SmallNetwork(), greyRecipe(Start.CONTENT).build(), ArrayImgs
			.unsignedBytes(values, 45, 45), ArrayImgs.unsignedBytes(values.clone(), 45, 45), new Recording()))));
	}

	// -- Edges --

	/**
	 * A light and flat content in a dark and uniform style. Without a margin the
	 * outermost row of pixels stays some seventy grey levels lighter than the others
	 * at every side, as the network sees an edge in its own padding.
	 */
	@Test
	void edgesLookLikeTheInside() {
		final int side = 96;
		final int[] flat = new int[side * side];
		Arrays.fill(flat, ARGBType.rgba(205, 220, 240, 255));
		final int[] dark = new int[side * side];
		final Random random = new Random(2);
		for (int i = 0; i < dark.length; i++) {
			final int value = 40 + random.nextInt(101);
			dark[i] = ARGBType.rgba(value + 10, value, value - 20, 255);
		}
		final int[] pixels = pixels(run(new BundledWeights(), Recipe.builder().set(Settings.SIZE, 0).set(Settings.PYRAMID, 1)
			.set(Settings.ITERATIONS, 1).build(), ArrayImgs.argbs(flat, side, side), ArrayImgs.argbs(dark, side, side),
			new Recording()));
		final List<IntBinaryOperator> sides = List.of((along, depth) -> depth * side + along, (along, depth) -> (side - 1 -
			depth) * side + along, (along, depth) -> along * side + depth, (along, depth) -> along * side + side - 1 - depth);
		final List<Double> differences = new ArrayList<>();
		for (final IntBinaryOperator positions : sides) {
			double inside = 0;
			for (int depth = 3; depth < 8; depth++) {
				inside += brightness(pixels, side, depth, positions) / 5;
			}
			differences.add(Math.abs(brightness(pixels, side, 0, positions) - inside));
		}
		assertTrue(differences.stream().allMatch(difference -> difference < 40), differences.toString());
	}

	// -- Helper methods --

	/** Mean of all pixels so far away from a side, but for those near its corners. */
	private static double brightness(final int[] pixels, final int length, final int depth,
		final IntBinaryOperator positions)
	{
		double sum = 0;
		for (int along = 8; along < length - 8; along++) {
			final int colour = pixels[positions.applyAsInt(along, depth)];
			sum += (ARGBType.red(colour) + ARGBType.green(colour) + ARGBType.blue(colour)) / 3.0;
		}
		return sum / (length - 16);
	}

	private static Recipe.Builder greyRecipe(final Start start) {
		return SmallNetwork.recipe().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).set(Settings.START, start);
	}

	private static StyleTransferResult run(final Colours colours, final Recording recording) {
		return run(SmallNetwork.recipe().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).set(Settings.ITERATIONS, 2).set(
			Settings.COLOURS, colours).build(), recording);
	}

	private static VggImage given(final int[] pixels) {
		return VggImage.of(ArrayImgs.argbs(pixels, 96, 71));
	}

	private static Img<ARGBType> grey(final Img<ARGBType> image) {
		return ArrayImgs.argbs(Arrays.stream(TestPictures.pixels(image)).map(colour -> ARGBType.rgba(ARGBType.red(colour),
			ARGBType.red(colour), ARGBType.red(colour), 255)).toArray(), image.dimension(0), image.dimension(1));
	}

	private static long colouredPixels(final int[] pixels) {
		return Arrays.stream(pixels).filter(colour -> ARGBType.red(colour) != ARGBType.green(colour) || ARGBType.red(
			colour) != ARGBType.blue(colour)).count();
	}

	private static double firstStyleLoss(final Img<ARGBType> style, final double strokeSize) {
		return firstStyleLoss(SmallNetwork.recipe().set(Settings.STROKE_SIZE, strokeSize).build(), style);
	}

	private static double firstStyleLoss(final Recipe recipe, final Img<ARGBType> style) {
		return firstLoss(recipe, CONTENT, style).term("style");
	}

	private static Loss firstLoss(final Recipe recipe, final Img<ARGBType> content, final Img<ARGBType> style) {
		return run(new SmallNetwork(), recipe, content, style, new Recording() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		}).history().get(0).loss();
	}

	private static List<String> notes(final Recipe recipe, final Style... styles) {
		final Recording recording = new Recording();
		try (StyleTransferSession session = new StyleTransfer(new SmallNetwork(), recipe).open(styles)) {
			session.run(StyleTransferJob.of(CONTENT), recording);
		}
		return recording.notes;
	}

	private static List<Double> losses(final List<StyleTransferProgress> history, final int level) {
		return history.stream().filter(progress -> progress.level() == level).map(progress -> progress.loss().total())
			.collect(Collectors.toList());
	}

	private static StyleTransferProgress firstOfLevel(final List<StyleTransferProgress> history, final int level) {
		return history.stream().filter(progress -> progress.level() == level).findFirst().orElseThrow();
	}

	private static int[] pixels(final StyleTransferResult result) {
		return TestPictures.pixels(result.image());
	}

	private static StyleTransferResult run(final Recipe recipe) {
		return run(recipe, new Recording());
	}

	private static StyleTransferResult run(final Recipe recipe, final Recording recording) {
		return run(new SmallNetwork(), recipe, CONTENT, STYLE, recording);
	}

	private static StyleTransferResult run(final WeightsSource network, final Recipe recipe,
		final RandomAccessibleInterval<? extends NumericType<?>> content,
		final RandomAccessibleInterval<? extends NumericType<?>> style, final Recording recording)
	{
		return new StyleTransfer(network, recipe).run(StyleTransferJob.of(content), List.of(Style.of(style)), recording);
	}

	/** Keeps what it is told. */
	private static class Recording implements StyleTransferListener {

		private final List<String> notes = new ArrayList<>();
		private final List<Integer> converged = new ArrayList<>();
		private final List<int[]> pictures = new ArrayList<>();

		@Override
		public void started(final StyleTransferSetup setup) {
			notes.addAll(setup.notes());
		}

		@Override
		public void levelConverged(final StyleTransferLevel level, final int evaluations) {
			converged.add(evaluations);
		}

		@Override
		public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
			pictures.add(TestPictures.pixels(picture.get()));
		}
	}
}
