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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;
import net.neuralstyle.recipe.Optimizer;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.weights.MisshapenWeights;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.base.Preconditions;
import org.nd4j.nativeblas.NativeOpsHolder;

/** A session gives what runs alone give, whatever it was used for before, and keeps to its share of the machine. */
class StyleTransferSessionTest {

	private static final StyleTransferListener SILENT = new StyleTransferListener() {};
	/** That runs make whose bytes are compared, so many that a softened loss is revised. */
	private static final int EVALUATIONS = 11;
	/** So many that a second level is reached. */
	private static final int EVALUATIONS_OF_LEVELS = 17;

	private static final StyleTransferJob CONTENT = StyleTransferJob.of(TestPictures.waves(61, 45, 1));
	private static final StyleTransferJob OTHER_CONTENT = StyleTransferJob.of(TestPictures.waves(61, 45, 5));
	private static final StyleTransferJob OTHER_SIZE = StyleTransferJob.of(TestPictures.waves(40, 52, 6));
	private static final Style STYLE = Style.of(TestPictures.waves(40, 52, 2));
	private static final Style OTHER_STYLE = Style.of(TestPictures.waves(50, 45, 3));

	// -- The same bytes --

	static Stream<Recipe> recipes() {
		return Stream.of(SmallNetwork.recipe(), //
			SmallNetwork.recipe().set(Settings.PYRAMID, 2).set(Settings.SIZE, 96), //
			SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.TILE_SIZE, SmallNetwork.SMALLEST_TILE), //
			SmallNetwork.recipe().set(Settings.START, Start.NOISE), //
			SmallNetwork.recipe().set(Settings.PYRAMID, 2).set(Settings.SIZE, 96).set(Settings.COLOURS, Colours.CONTENT), //
			SmallNetwork.recipe().set(Settings.PYRAMID, 2).set(Settings.SIZE, 96).set(Settings.COLOURS, Colours.MATCHED), //
			SmallNetwork.recipe().set(Settings.OPTIMIZER, Optimizer.LBFGS), //
			SmallNetwork.recipe().set(Settings.OPTIMIZER, Optimizer.ADAM)).map(Recipe.Builder::build);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("recipes")
	void runGivesTheBytesOfANewSessionWhateverWasRunBefore(final Recipe recipe) {
		try (StyleTransferSession session = open(recipe)) {
			final int[] expected = pixels(recipe, CONTENT);
			assertArrayEquals(expected, pixels(session, CONTENT), "first");
			assertArrayEquals(expected, pixels(session, CONTENT), "the same content again");
			assertArrayEquals(pixels(recipe, OTHER_CONTENT), pixels(session, OTHER_CONTENT), "another content");
			assertArrayEquals(expected, pixels(session, CONTENT), "after another content");
			assertArrayEquals(pixels(recipe, OTHER_SIZE), pixels(session, OTHER_SIZE), "another size");
			assertArrayEquals(expected, pixels(session, CONTENT), "after another size");
		}
	}

	@Test
	void regionsOfOneImageDoNotChangeTheNext() {
		final float[] left = new float[61 * 45];
		for (int i = 0; i < left.length; i++) {
			left[i] = i % 61 < 25 ? 1 : 0;
		}
		final WeightMap region = WeightMap.of(new ImageSize(61, 45), left);
		final List<StyleTransferJob> jobs = List.of(CONTENT, CONTENT.within(region), CONTENT.withRegions(List.of(region,
			region.inverse())), CONTENT.opaqueIn(region));
		final StyleTransfer transfer = new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().build());
		try (StyleTransferSession session = transfer.open(STYLE, OTHER_STYLE)) {
			jobs.forEach(job -> pixels(session, job));
			for (final StyleTransferJob job : jobs) {
				try (StyleTransferSession alone = transfer.open(STYLE, OTHER_STYLE)) {
					assertArrayEquals(pixels(alone, job), pixels(session, job));
				}
			}
		}
	}

	@Test
	void tiledSessionIsTiled() {
		final List<Integer> tiles = new ArrayList<>();
		try (StyleTransferSession session = open(SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.TILE_SIZE,
			SmallNetwork.SMALLEST_TILE).build()))
		{
			session.run(CONTENT, new StyleTransferListener() {

				@Override
				public void levelStarted(final StyleTransferLevel level) {
					tiles.add(level.tiling().tiles().size());
				}
			});
		}
		assertEquals(1, tiles.size());
		assertTrue(tiles.get(0) > 1, () -> tiles + " tiles");
	}

	@Test
	void runAfterACancelledOneGivesTheBytesOfANewSession() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.PYRAMID, 2).set(Settings.SIZE, 96).build();
		try (StyleTransferSession session = open(recipe)) {
			session.run(CONTENT, cancelling(1));
			assertArrayEquals(pixels(recipe, CONTENT), pixels(session, CONTENT));
		}
	}

	@Test
	void runAfterOneThatFailedGivesTheBytesOfANewSession() {
		final Recipe recipe = SmallNetwork.recipe().build();
		try (StyleTransferSession session = open(recipe)) {
			assertThrows(UnsupportedOperationException.class, () -> session.run(CONTENT, onEvaluation(progress -> {
				throw new UnsupportedOperationException();
			})));
			assertArrayEquals(pixels(recipe, CONTENT), pixels(session, CONTENT));
		}
	}

	@Test
	void runAfterARefusedOneGivesTheBytesOfANewSession() {
		final Recipe recipe = SmallNetwork.recipe().set(Settings.SIZE, 64).build();
		final StyleTransferJob narrow = StyleTransferJob.of(TestPictures.waves(32, 1500, 1));
		try (StyleTransferSession session = open(recipe)) {
			assertThrows(StyleTransferException.class, () -> session.run(narrow, SILENT));
			assertArrayEquals(pixels(recipe, CONTENT), pixels(session, CONTENT));
		}
	}

	@Test
	void oneShotRunIsARunOfASession() {
		final Recipe recipe = SmallNetwork.recipe().build();
		final Img<ARGBType> content = TestPictures.waves(61, 45, 1);
		final StyleTransfer transfer = new StyleTransfer(new SmallNetwork(), recipe);
		final int[] expected = pixels(recipe, CONTENT);
		assertArrayEquals(expected, TestPictures.pixels(transfer.run(content, TestPictures.waves(40, 52, 2), cancelling(
			EVALUATIONS)).image()));
		assertArrayEquals(expected, TestPictures.pixels(transfer.run(CONTENT, List.of(STYLE), cancelling(EVALUATIONS))
			.image()));
	}

	@Test
	void weightsAreLoadedOnce() {
		final AtomicInteger loads = new AtomicInteger();
		final WeightsSource counting = source(() -> {
			loads.incrementAndGet();
			return new SmallNetwork().load();
		});
		try (StyleTransferSession session = new StyleTransfer(counting, SmallNetwork.recipe().build()).open(STYLE)) {
			assertEquals(0, loads.get());
			session.run(CONTENT, cancelling(1));
			session.run(OTHER_SIZE, cancelling(1));
			assertEquals(1, loads.get());
		}
	}

	@Test
	void sessionRunsOnOneThreadAfterAnother() throws InterruptedException {
		final Recipe recipe = SmallNetwork.recipe().build();
		final List<int[]> results = new ArrayList<>();
		try (StyleTransferSession session = open(recipe)) {
			results.add(pixels(session, CONTENT));
			final Thread thread = new Thread(() -> results.add(pixels(session, CONTENT)));
			thread.start();
			thread.join();
		}
		assertArrayEquals(results.get(0), results.get(1));
	}

	// -- Closing --

	@Test
	void runAfterClosingIsRefused() {
		final StyleTransferSession session = open(SmallNetwork.recipe().build());
		session.run(CONTENT, cancelling(1));
		session.close();
		assertThrows(IllegalStateException.class, () -> session.run(CONTENT, SILENT));
	}

	@Test
	void closingTwiceIsHarmless() {
		final StyleTransferSession session = open(SmallNetwork.recipe().build());
		session.run(CONTENT, cancelling(1));
		session.close();
		session.close();
	}

	@Test
	void closingWithoutARunIsHarmless() {
		open(SmallNetwork.recipe().build()).close();
	}

	@Test
	void sessionWithoutStylesIsRefused() {
		final StyleTransfer transfer = new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().build());
		assertThrows(IllegalArgumentException.class, () -> transfer.open());
	}

	// -- Several styles --

	@Test
	void styleInABlendWithItselfIsTheStyle() {
		final double alone = firstLoss(STYLE);
		assertEquals(1, firstLoss(STYLE, STYLE) / alone, 1e-5);
		assertEquals(1, firstLoss(STYLE, Style.of(TestPictures.waves(40, 52, 2)).weighted(7)) / alone, 1e-5);
	}

	@Test
	void blendIsNeitherOfItsStyles() {
		final double blend = firstLoss(STYLE, OTHER_STYLE);
		assertTrue(Math.abs(firstLoss(STYLE) / blend - 1) > 1e-3);
		assertTrue(Math.abs(firstLoss(OTHER_STYLE) / blend - 1) > 1e-3);
	}

	@Test
	void onlyTheRatioOfWeightsCounts() {
		assertEquals(1, firstLoss(STYLE.weighted(1), OTHER_STYLE.weighted(3)) / firstLoss(STYLE.weighted(20), OTHER_STYLE
			.weighted(60)), 1e-5);
	}

	@Test
	void styleOfLittleWeightChangesLittle() {
		assertEquals(1, firstLoss(STYLE, OTHER_STYLE.weighted(1e-7)) / firstLoss(STYLE), 1e-4);
	}

	// -- A share of the machine --

	@Test
	void memoryThatIsNotEnoughIsRefusedWithNumbers() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> run(MachineShare.of(1,
			1_000_000), SILENT));
		assertTrue(exc.getMessage().matches(
			"A result of 61x45 pixels needs at least 0\\.\\d GB of memory for computing and .* but 0\\.0 GB and .* are " +
				"free: .*"),
			exc.getMessage());
	}

	@Test
	void memoryIsLimitedToTheShare() {
		final List<Integer> tiles = new ArrayList<>();
		final StyleTransferListener listener = new StyleTransferListener() {

			@Override
			public void levelStarted(final StyleTransferLevel level) {
				tiles.add(level.tiling().tiles().size());
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		final Recipe recipe = SmallNetwork.recipe().set(Settings.PYRAMID, 1).set(Settings.SIZE, 1024).build();
		run(recipe, MachineShare.all(), listener);
		// NB: 64 MiB are the engine's own; vectors of the image take 13 MB each.
		run(recipe, MachineShare.of(1, 67_108_864L + 290_000_000L), listener);
		assertEquals(1, tiles.get(0));
		assertTrue(tiles.get(1) > 1, () -> tiles + " tiles");
	}

	@Test
	void threadsAreLimitedToTheShareForTheTimeOfTheRun() {
		final Set<Integer> during = new TreeSet<>();
		final StyleTransferListener listener = onEvaluation(progress -> during.add(threads()));
		run(MachineShare.all(), cancelling(1));
		final int all = threads();
		run(MachineShare.of(1, Long.MAX_VALUE), listener);
		assertEquals(Set.of(1), during);
		assertEquals(all, threads());
	}

	@Test
	void threadsAreNotLimitedAfterARunThatFailed() {
		run(MachineShare.all(), cancelling(1));
		final int all = threads();
		assertThrows(UnsupportedOperationException.class, () -> run(MachineShare.of(1, Long.MAX_VALUE), onEvaluation(
			progress -> {
				throw new UnsupportedOperationException();
			})));
		assertEquals(all, threads());
	}

	@Test
	void shareOfMoreThreadsThanThereAreIsAllOfThem() {
		final Set<Integer> during = new TreeSet<>();
		run(MachineShare.all(), cancelling(1));
		final int all = threads();
		run(MachineShare.of(10_000, Long.MAX_VALUE), onEvaluation(progress -> during.add(threads())));
		assertEquals(Set.of(all), during);
	}

	@Test
	void shareOfNothingIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> MachineShare.of(0, 1));
		assertThrows(IllegalArgumentException.class, () -> MachineShare.of(1, 0));
	}

	// -- What cannot be done --

	@Test
	void weightsThatCannotBeLoadedAreExplainedEachTime() {
		final WeightsSource missing = source(() -> {
			throw new IOException("They are not there: look elsewhere.");
		});
		try (StyleTransferSession session = new StyleTransfer(missing, SmallNetwork.recipe().build()).open(STYLE)) {
			for (int i = 0; i < 2; i++) {
				final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> session.run(CONTENT,
					SILENT));
				assertEquals("They are not there: look elsewhere.", exc.getMessage());
			}
		}
	}

	@Test
	void exceptionOfALibraryIsExplainedInASentence() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> new StyleTransfer(source(
			MisshapenWeights::ofWrongChannels), SmallNetwork.recipe().build()).run(CONTENT, List.of(STYLE), SILENT));
		assertTrue(exc.getMessage().matches(
			"(ND4J|oneDNN), the library that computes, could not make a result of 61x45 pixels \\([^\\n]+\\): choose a " +
			"smaller size " +
				"or tile size, and report it if it happens again\\."), exc.getMessage());
	}

	@Test
	void backendThatDoesNotStartIsExplainedInASentence(@TempDir final Path folder) throws IOException,
		InterruptedException
	{
		final String output = JavaProcess.run(folder, "-Dorg.bytedeco.javacpp.platform=linux-none", "-cp", classPath(),
			BackendlessProgram.class.getName()).output();
		assertTrue(output.matches("StyleTransferException: ND4J, the library that computes, does not start on this machine " +
			".*: install .*\\."), output);
	}

	@Test
	void stateThatND4JDoesNotLikeIsExplainedInASentence() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> run(MachineShare.all(),
			onEvaluation(progress -> Preconditions.checkState(false, "raw"))));
		assertTrue(exc.getMessage().startsWith("ND4J, the library that computes, could not make a result of 61x45 pixels " +
			"(raw): "), exc.getMessage());
	}

	static Stream<RuntimeException> exceptionsOfListeners() {
		return Stream.of(new IllegalArgumentException("mine"), new IllegalStateException("mine"),
			new NullPointerException());
	}

	@ParameterizedTest
	@MethodSource("exceptionsOfListeners")
	void exceptionOfTheListenerIsItsOwn(final RuntimeException own) {
		assertEquals(own, assertThrows(RuntimeException.class, () -> run(MachineShare.all(), onEvaluation(progress -> {
			throw own;
		}))));
	}

	// -- Helper methods --

	/** Of the tests, wherever a process runs. */
	private static String classPath() {
		final String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(path.split(File.pathSeparator)).map(entry -> Paths.get(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static StyleTransferSession open(final Recipe recipe) {
		return new StyleTransfer(new SmallNetwork(), recipe).open(STYLE);
	}

	private static int[] pixels(final StyleTransferSession session, final StyleTransferJob job) {
		return TestPictures.pixels(session.run(job, cancelling(session.recipe().get(Settings.PYRAMID) > 1
			? EVALUATIONS_OF_LEVELS : EVALUATIONS)).image());
	}

	/** Of a new session. */
	private static int[] pixels(final Recipe recipe, final StyleTransferJob job) {
		try (StyleTransferSession session = open(recipe)) {
			return pixels(session, job);
		}
	}

	private static double firstLoss(final Style... styles) {
		try (StyleTransferSession session = new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().build()).open(
			styles))
		{
			return session.run(CONTENT, cancelling(1)).history().get(0).loss().term("style");
		}
	}

	private static void run(final MachineShare share, final StyleTransferListener listener) {
		run(SmallNetwork.recipe().build(), share, listener);
	}

	private static void run(final Recipe recipe, final MachineShare share, final StyleTransferListener listener) {
		try (StyleTransferSession session = new StyleTransfer(new SmallNetwork(), recipe).open(List.of(STYLE), share)) {
			session.run(CONTENT, listener);
		}
	}

	/** How many compute what this thread asks for. */
	private static int threads() {
		return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
	}

	private static StyleTransferListener cancelling(final int evaluations) {
		return new StyleTransferListener() {

			private int count;

			@Override
			public boolean isCancelled() {
				return ++count == evaluations;
			}
		};
	}

	private static StyleTransferListener onEvaluation(final Consumer<StyleTransferProgress> action) {
		return new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				action.accept(progress);
			}
		};
	}

	private static WeightsSource source(final Loader loader) {
		return new WeightsSource() {

			@Override
			public String name() {
				return "test";
			}

			@Override
			public NetworkWeights load() throws IOException {
				return loader.load();
			}
		};
	}

	@FunctionalInterface
	private interface Loader {

		NetworkWeights load() throws IOException;
	}
}
