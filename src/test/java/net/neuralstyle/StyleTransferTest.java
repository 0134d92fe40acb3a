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

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.WeightsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a program uses it, from images to image. */
class StyleTransferTest {

	private static final StyleTransferListener SILENT = new StyleTransferListener() {};

	private final Img<ARGBType> content = TestPictures.waves(61, 45, 1);
	private final Img<ARGBType> style = TestPictures.waves(40, 52, 2);

	@Test
	void resultHasTheContentsSizeIfAskedFor() {
		assertArrayEquals(new long[] { 61, 45 }, runBundled(Recipe.builder().set(Settings.SIZE, 0)).image()
			.dimensionsAsLongArray());
	}

	@Test
	void resultHasTheSizeAskedForWithTheContentsAspectRatio() {
		assertArrayEquals(new long[] { 96, 71 }, runBundled(Recipe.builder().set(Settings.SIZE, 96)).image()
			.dimensionsAsLongArray());
	}

	@Test
	void sameSettingsGiveTheSameBytes() {
		final Recipe.Builder settings = Recipe.builder().set(Settings.SIZE, 0).set(Settings.START, Start.NOISE).set(
			Settings.SEED, 7L);
		assertArrayEquals(TestPictures.pixels(runBundled(settings).image()), TestPictures.pixels(runBundled(settings)
			.image()));
	}

	@Test
	void otherSeedGivesAnotherPicture() {
		final Recipe.Builder settings = settings().set(Settings.START, Start.NOISE);
		final int[] first = TestPictures.pixels(run(settings.set(Settings.SEED, 7L)).image());
		final int[] second = TestPictures.pixels(run(settings.set(Settings.SEED, 8L)).image());
		assertFalse(Arrays.equals(first, second));
	}

	@Test
	void imagesAreNotChanged() {
		final int[] contentBefore = TestPictures.pixels(content);
		final int[] styleBefore = TestPictures.pixels(style);
		run(settings());
		assertArrayEquals(contentBefore, TestPictures.pixels(content));
		assertArrayEquals(styleBefore, TestPictures.pixels(style));
	}

	@Test
	void lossFalls() {
		final List<StyleTransferProgress> history = runBundled(Recipe.builder().set(Settings.SIZE, 0).set(Settings.PYRAMID,
			1)).history();
		assertEquals(20, history.size());
		assertTrue(history.get(19).bestLoss().total() < 0.1 * history.get(0).loss().total());
	}

	@Test
	void listenerHearsEveryEvaluationAndEveryIteration() {
		final List<Integer> evaluations = new ArrayList<>();
		final List<Integer> iterations = new ArrayList<>();
		final List<int[]> pictures = new ArrayList<>();
		final StyleTransferResult result = transfer(settings().set(Settings.ITERATIONS, 3)).run(content, style,
			new StyleTransferListener()
			{

				@Override
				public void evaluationFinished(final StyleTransferProgress progress) {
					evaluations.add(progress.evaluation());
					assertEquals(60, progress.evaluations());
				}

				@Override
				public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
					iterations.add(progress.iteration());
					pictures.add(TestPictures.pixels(picture.get()));
				}
			});
		assertEquals(60, evaluations.size());
		assertEquals(Arrays.asList(1, 2, 3), iterations);
		assertArrayEquals(TestPictures.pixels(result.image()), pictures.get(2));
		assertFalse(Arrays.equals(pictures.get(0), pictures.get(1)));
	}

	@Test
	void cancelledRunStopsAfterThatEvaluationAndKeepsThePicture() {
		final int[] evaluations = { 0 };
		final StyleTransferResult result = transfer(settings().set(Settings.PYRAMID, 1)).run(content, style,
			new StyleTransferListener()
			{

				@Override
				public boolean isCancelled() {
					return ++evaluations[0] == 5;
				}
			});
		assertTrue(result.isCancelled());
		assertEquals(5, evaluations[0]);
		assertEquals(5, result.history().size());
		assertFalse(Arrays.equals(TestPictures.pixels(content), TestPictures.pixels(result.image())));
	}

	@Test
	void cancelledInASmallLevelTheResultStillHasItsSize() {
		final StyleTransferResult result = transfer(settings().set(Settings.SIZE, 128).set(Settings.PYRAMID, 2)).run(content,
			style, new StyleTransferListener()
			{

				@Override
				public boolean isCancelled() {
					return true;
				}
			});
		assertArrayEquals(new long[] { 128, 94 }, result.image().dimensionsAsLongArray());
	}

	@Test
	void pyramidEndsInTheSizeOfTheResult() {
		final List<StyleTransferProgress> history = run(settings().set(Settings.SIZE, 128).set(Settings.PYRAMID, 2))
			.history();
		assertEquals("64x47", history.get(0).levelSize().toString());
		assertEquals("128x94", history.get(19).levelSize().toString());
		assertEquals(2, history.get(19).level());
	}

	@Test
	void coarseLevelThatHasConvergedEndsAndTheFinestOneDoesNot() {
		final List<StyleTransferProgress> history = run(converging()).history();
		final long finest = history.stream().filter(progress -> progress.level() == 2).count();
		assertEquals(45, finest);
		assertTrue(history.size() - finest < 150, () -> history.size() + " evaluations");
	}

	@Test
	void countsNeitherShrinkNorJumpWhenALevelConverges() {
		final List<Integer> iterations = new ArrayList<>();
		final List<int[]> pictures = new ArrayList<>();
		final StyleTransferResult result = transfer(converging()).run(content, style,
			new StyleTransferListener()
			{

				@Override
				public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
					iterations.add(progress.iteration());
					pictures.add(TestPictures.pixels(picture.get()));
				}
			});
		final List<StyleTransferProgress> history = result.history();
		assertTrue(history.size() < 200, history.size() + " evaluations");
		for (int i = 0; i < history.size(); i++) {
			assertEquals(i + 1, history.get(i).evaluation());
			assertEquals(200, history.get(i).evaluations());
			assertEquals(10, history.get(i).iterations());
			assertTrue(i == 0 || history.get(i).fractionDone() > history.get(i - 1).fractionDone());
		}
		final StyleTransferProgress last = history.get(history.size() - 1);
		assertEquals(1, last.fractionDone());
		final List<Integer> all = IntStream.rangeClosed(1, last.iteration()).boxed().collect(Collectors.toList());
		assertEquals(all, iterations);
		assertArrayEquals(TestPictures.pixels(result.image()), pictures.get(pictures.size() - 1));
	}

	@Test
	void listenerHearsOfEveryLevelAndThatOneConverged() {
		final List<String> levels = new ArrayList<>();
		final List<StyleTransferProgress> history = transfer(converging()).run(content,
			style, new StyleTransferListener()
			{

				@Override
				public void levelStarted(final StyleTransferLevel level) {
					levels.add(level.number() + "/" + level.count() + " " + level.size() + " " + level.evaluations());
				}

				@Override
				public void levelConverged(final StyleTransferLevel level, final int evaluations) {
					levels.add("converged after " + evaluations);
				}
			}).history();
		assertEquals(List.of("1/2 48x36 155", "converged after " + (history.size() - 45), "2/2 96x71 45"), levels);
	}

	@Test
	void cancelledLevelHasNotConverged() {
		final List<Integer> converged = new ArrayList<>();
		transfer(settings()).run(content, style, new StyleTransferListener() {

			@Override
			public void levelConverged(final StyleTransferLevel level, final int evaluations) {
				converged.add(evaluations);
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		});
		assertEquals(List.of(), converged);
	}

	@Test
	void termOfWeightZeroIsLeftOut() {
		final StyleTransferProgress last = run(settings().set(Settings.CONTENT_WEIGHT, 0.0).set(
			Settings.TOTAL_VARIATION_WEIGHT, 0.0)).history().get(19);
		assertEquals(0, last.loss().term("content"));
		assertEquals(0, last.loss().term("total variation"));
		assertEquals(last.loss().term("style"), last.loss().total());
	}

	@Test
	void greyImagesAreAccepted() {
		final byte[] bytes = new byte[40 * 40];
		final float[] planes = new float[40 * 40 * 3];
		for (int i = 0; i < planes.length; i++) {
			bytes[i % bytes.length] = (byte) (i * 7);
			planes[i] = i % 255;
		}
		final Img<UnsignedByteType> grey = ArrayImgs.unsignedBytes(bytes, 40, 40);
		final Img<FloatType> colour = ArrayImgs.floats(planes, 40, 40, 3);
		final StyleTransferResult result = transfer(settings()).run(grey, colour, SILENT);
		assertArrayEquals(new long[] { 40, 40 }, result.image().dimensionsAsLongArray());
	}

	// -- What cannot be done --

	@Test
	void imageSmallerThan32PixelsIsRefused() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> transfer(settings()).run(
			TestPictures.waves(31, 64, 1), style, SILENT));
		assertEquals("The content image is too small (31x64 pixels): use one of at least 32 pixels in width and height.", exc
			.getMessage());
	}

	@Test
	void stackIsRefused() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> transfer(settings()).run(content,
			ArrayImgs.floats(40, 40, 5), SILENT));
		assertTrue(exc.getMessage().startsWith("The style image cannot be used: An image must have two dimensions"), exc
			.getMessage());
	}

	@Test
	void longNarrowStyleAtASmallSizeIsRefused() {
		final StyleTransfer transfer = new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.SIZE, 64)
			.build());
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> transfer.run(content, TestPictures
			.waves(400, 40, 1), SILENT));
		assertEquals("At a size of 64 the shorter side of the style image would have only 8 pixels: choose a larger size.",
			exc.getMessage());
	}

	@Test
	void networkWithTwoBlocksIsRefused(@TempDir final Path folder) {
		final Path file = folder.resolve("short.h5");
		KerasWeightsWriter.write(file, KerasWeightsWriter.randomWeights(1, new int[] { 4, 4 }, new int[] { 4, 4 }));
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> new StyleTransfer(new WeightsFile(
			file), Recipe.builder().build()).run(content, style, SILENT));
		assertEquals("The network short.h5 has no layer block3_conv3: its layers are block1_conv1, block1_conv2, " +
			"block2_conv1, block2_conv2.", exc.getMessage());
	}

	@Test
	void unknownLayerIsRefused() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> runBundled(Recipe.builder()
			.set(Settings.CONTENT_LAYERS, List.of("block9_conv9"))));
		assertEquals("The network Compact VGG (bundled) has no layer block9_conv9: its layers are block1_conv1, " +
			"block1_conv2, block2_conv1, block2_conv2, block3_conv1, block3_conv2, block3_conv3, block4_conv1, block4_conv2, " +
			"block4_conv3, block5_conv1, block5_conv2, block5_conv3.", exc.getMessage());
	}

	@Test
	void missingWeightsAreExplained() {
		final StyleTransfer transfer = new StyleTransfer(new WeightsFile(Paths.get("nowhere.h5")), settings().build());
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> transfer.run(content, style,
			SILENT));
		assertEquals("There is no weights file nowhere.h5: check its path.", exc.getMessage());
	}

	@Test
	void tilesHaveTheLossOfTheWholeImage() {
		assertEquals(1, firstLoss(96) / firstLoss(SmallNetwork.SMALLEST_TILE), 1e-5);
	}

	@Test
	void listenerHearsHowEveryLevelIsCut() {
		final List<String> tilings = new ArrayList<>();
		final Recipe.Builder settings = settings().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).set(Settings.TILE_SIZE,
			SmallNetwork.SMALLEST_TILE);
		transfer(settings).run(content, style, new StyleTransferListener() {

			@Override
			public void levelStarted(final StyleTransferLevel level) {
				tilings.add(level.tiling().toString());
			}

			@Override
			public boolean isCancelled() {
				return tilings.size() == 2;
			}
		});
		assertEquals(List.of("1 tile of 64x52 pixels", "9 tiles of 56x47 pixels"), tilings);
	}

	@Test
	void tileSizeThatIsTooSmallIsRefusedBeforeAnyWork() {
		final WrongSettingException exc = assertThrows(WrongSettingException.class, () -> runBundled(Recipe.builder().set(
			Settings.SIZE, 512).set(Settings.TILE_SIZE, 64)));
		assertEquals("A tile size of 64 is too small for this network: choose at least 416, or 0 for automatic.", exc
			.getMessage());
	}

	// -- Helper methods --

	/** The loss of the first evaluation, in tiles of a size. */
	private double firstLoss(final int tileSize) {
		final StyleTransferListener impatient = new StyleTransferListener() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		return transfer(settings().set(Settings.SIZE, 96).set(Settings.TILE_SIZE, tileSize).set(Settings.PYRAMID, 1)).run(
			content, style, impatient).history().get(0).loss().total();
	}

	private static Recipe.Builder settings() {
		return SmallNetwork.recipe();
	}

	/** Of two levels, the first of which has more evaluations than it needs. */
	private static Recipe.Builder converging() {
		return settings().set(Settings.SIZE, 96).set(Settings.PYRAMID, 2).set(Settings.ITERATIONS, 10);
	}

	/** NB: A small network, where it does not matter which one it is. */
	private static StyleTransfer transfer(final Recipe.Builder settings) {
		return new StyleTransfer(new SmallNetwork(), settings.build());
	}

	private StyleTransferResult runBundled(final Recipe.Builder settings) {
		return new StyleTransfer(new BundledWeights(), settings.set(Settings.ITERATIONS, 1).build()).run(content, style,
			SILENT);
	}

	private StyleTransferResult run(final Recipe.Builder settings) {
		return transfer(settings).run(content, style, SILENT);
	}
}
