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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.SmallNetwork;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.TestPictures;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that a training learns, that it is the same one each time, and that it goes on as if it had not stopped. */
class StyleNetworkTrainingTest {

	private static final Recipe RECIPE = SmallNetwork.recipe().build();
	private static final TrainingRecipe TRAINING = TrainingRecipe.builder().set(TrainingSettings.STEPS, 6).set(
		TrainingSettings.PICTURES_PER_STEP, 2).set(TrainingSettings.PICTURE_SIZE, 64).set(TrainingSettings.WIDTH, 4).set(
			TrainingSettings.RESIDUAL_BLOCKS, 1).set(TrainingSettings.CHECKPOINT_EVERY, 3).set(TrainingSettings.LEARNING_RATE,
				0.01).build();
	private static final List<Style> STYLES = List.of(Style.of(TestPictures.waves(50, 60, 4)).named("waves"));

	@TempDir
	private Path folder;

	// -- Learning --

	@Test
	void lossFalls() {
		final List<Double> losses = training(TRAINING.toBuilder().set(TrainingSettings.STEPS, 30).set(
			TrainingSettings.LEARNING_RATE, 0.05).build()).run(new TrainingListener() {}).losses();
		final double first = losses.subList(0, 5).stream().mapToDouble(Double::doubleValue).average().getAsDouble();
		final double last = losses.subList(25, 30).stream().mapToDouble(Double::doubleValue).average().getAsDouble();
		assertTrue(last < 0.7 * first, () -> first + " " + last);
	}

	@Test
	void lossIsThatOfWhatIsBetweenBlackAndWhite() {
		// NB: All values are far beyond white, so that all pictures are seen as white ones.
		final Loss white = firstLossWithBias(5e3f);
		assertEquals(0, white.term("total variation"));
		assertEquals(white.total(), firstLossWithBias(1e4f).total());
		assertTrue(firstLossWithBias(0).term("total variation") > 0);
	}

	@Test
	void networkPaintsNoGrids() {
		final float[] parameters = parameters(training(TRAINING));
		try (TensorScope scope = new TensorScope()) {
			final INDArray projected = scope.tensor(parameters, parameters.length);
			final TransformationTopology topology = new TransformationTopology(TRAINING.get(TrainingSettings.WIDTH), TRAINING
				.get(TrainingSettings.RESIDUAL_BLOCKS));
			new GridFreeKernels(topology, projected, scope).project();
			assertArrayEquals(parameters, TensorScope.values(projected), 1e-5f);
		}
	}

	@Test
	void sameSeedGivesTheSameNetworkAndAnotherOneAnother() {
		final float[] network = parameters(training(TRAINING));
		assertArrayEquals(network, parameters(training(TRAINING)));
		final Recipe other = RECIPE.toBuilder().set(Settings.SEED, 2L).build();
		assertFalse(Arrays.equals(network, parameters(new StyleNetworkTraining(new SmallNetwork(), other, TRAINING, STYLES,
			new TestPhotographs(5)))));
	}

	@Test
	void networkTellsHowItWasTrained() {
		final NetworkCard card = training(TRAINING).run(new TrainingListener() {}).network().card();
		assertEquals("waves", card.name());
		assertEquals(STYLES.get(0).record().checksum(), card.styles().get(0).checksum());
		assertEquals(RECIPE, card.recipe().get());
		assertEquals(TRAINING.toJson(), card.training().get());
		assertEquals(6, card.steps());
		assertEquals(2, card.picturesPerStep());
		assertEquals(64, card.pictureSize());
		assertEquals("test photographs", card.photographs());
		assertEquals(5, card.photographCount());
		assertEquals("Small network", card.lossNetwork());
		assertTrue(card.loss().getAsDouble() > 0);
	}

	@Test
	void numbersThatAreTooLargeEndTheTrainingWithASentence() {
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).keeping(file).run(new Recording(3));
		// NB: Within their ranges no settings come to such numbers in a few steps.
		final Checkpoint grown = Checkpoint.read(file);
		Arrays.fill(grown.parameters(), 1e30f);
		grown.write(file);
		final byte[] before = read(file);
		final Recording recording = new Recording(6);
		assertEquals("The training has come to numbers that are too large: choose a smaller learning rate or smaller " +
			"weights.", assertThrows(StyleTransferException.class, () -> training(TRAINING).goingOnFrom(file).run(recording))
				.getMessage());
		assertEquals(0, recording.told.size());
		assertArrayEquals(before, read(file));
	}

	@Test
	void gradientsAreDividedByTheMeanLossOfTheLastTwentySteps() {
		final List<Double> losses = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			losses.add((double) i);
		}
		// NB: Of 281 to 300.
		assertEquals(290.5, StyleNetworkTraining.recentLoss(losses, 300), 1e-9);
	}

	@Test
	void gradientsOfTheFirstStepsAreDividedByTheirOwnLosses() {
		assertEquals(7, StyleNetworkTraining.recentLoss(List.of(), 7));
		assertEquals(7, StyleNetworkTraining.recentLoss(List.of(1000.0, 500.0, 20.0), 7));
	}

	// -- Beginning with a network --

	@Test
	void trainingBeginsWithTheNumbersOfANetwork() {
		final StyleNetwork network = training(TRAINING).run(new TrainingListener() {}).network();
		final double rate = 1e-6;
		final float[] after = parameters(training(TRAINING.toBuilder().set(TrainingSettings.STEPS, 1).set(
			TrainingSettings.LEARNING_RATE, rate).build()).beginningWith(network));
		// NB: No number moves by more than the rate times its length, at most 1, and what kernels lose of it is less.
		assertArrayEquals(network.parameters(), after, (float) (10 * rate));
	}

	@Test
	void networkTellsWhatItsTrainingBeganWith() {
		final StyleNetwork network = RandomNetworks.make(1, 4, 1);
		final NetworkCard card = training(TRAINING).beginningWith(network).run(new Recording(1)).network().card();
		assertEquals("Waves", card.beganWith());
		assertEquals(network.checksum(), card.beganWithChecksum());
		assertEquals("", training(TRAINING).run(new Recording(1)).network().card().beganWith());
	}

	@Test
	void networkOfAnotherSizeIsRefused() {
		assertEquals("The training cannot begin with Waves (width 5, 1 residual blocks), as it makes a network of width 4 " +
			"with 1 residual blocks: set the network's width and residual blocks, or begin with another one.", assertThrows(
				WrongSettingException.class, () -> training(TRAINING).beginningWith(RandomNetworks.make(1, 5, 1))).getMessage());
	}

	@Test
	void trainingThatBeganWithANetworkGoesOnAsIfItHadNotStopped() {
		final StyleNetwork network = RandomNetworks.make(1, 4, 1);
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).beginningWith(network).keeping(file).run(new Recording(3));
		assertArrayEquals(parameters(training(TRAINING).beginningWith(network)), parameters(training(TRAINING).beginningWith(
			network).goingOnFrom(file)));
	}

	@Test
	void trainingThatBeganWithANetworkDoesNotGoOnWithoutIt() {
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).beginningWith(RandomNetworks.make(1, 4, 1)).keeping(file).run(new Recording(1));
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> training(TRAINING)
			.goingOnFrom(file).run(new TrainingListener() {}));
		assertTrue(refusal.getMessage().contains("whose network to begin with is not the same"), refusal::getMessage);
	}

	// -- Progress --

	@Test
	void everyStepIsToldWithItsLossAndTheMeanOfTheLast() {
		final Recording recording = new Recording(6);
		final TrainingResult result = training(TRAINING).run(recording);
		assertEquals(6, recording.told.size());
		double sum = 0;
		for (int i = 0; i < 6; i++) {
			final TrainingProgress progress = recording.told.get(i);
			assertEquals(i + 1, progress.step());
			assertEquals(6, progress.steps());
			assertEquals(result.losses().get(i), progress.loss().total());
			sum += progress.loss().total();
			assertEquals(sum / (i + 1), progress.runningMean(), 1e-9 * sum);
		}
		assertTrue(recording.told.get(5).remaining().isPresent());
		assertTrue(result.secondsPerMegapixel().getAsDouble() > 0);
		assertEquals(List.of(), recording.before);
	}

	@Test
	void heldOutPhotographIsPaintedAsTheNetworkIsNowWithoutAnyEffectOnTheTraining() {
		final List<int[]> pictures = new ArrayList<>();
		final float[] watched = training(TRAINING).run(new TrainingListener() {

			@Override
			public void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> picture) {
				pictures.add(TestPictures.pixels(picture.get()));
			}
		}).network().parameters();
		assertArrayEquals(parameters(training(TRAINING)), watched);
		assertEquals(64 * 64, pictures.get(0).length);
		assertFalse(Arrays.equals(pictures.get(0), pictures.get(5)));
	}

	@Test
	void photographsThatCannotBeUsedAreTold() {
		final Recording recording = new Recording(6);
		new StyleNetworkTraining(new SmallNetwork(), RECIPE, TRAINING, STYLES, new TestPhotographs(5, 3)).run(recording);
		assertEquals(List.of("Photograph 3 is damaged."), recording.notes);
	}

	@Test
	void numberOfStepsFollowsFromTheMinutes() {
		final Recording recording = new Recording(Integer.MAX_VALUE);
		final TrainingResult result = training(TRAINING.toBuilder().set(TrainingSettings.MINUTES, 0.02).set(
			TrainingSettings.STEPS, 1).build()).run(recording);
		final TrainingProgress last = recording.told.get(recording.told.size() - 1);
		assertFalse(result.isCancelled());
		assertEquals(0, recording.told.get(0).steps());
		assertEquals(last.step(), last.steps());
		assertTrue(last.step() > 1);
	}

	// -- Going on --

	@Test
	void stoppedTrainingGoesOnAsIfItHadNotStopped() {
		final Path file = folder.resolve("checkpoint");
		final TrainingResult stopped = training(TRAINING).keeping(file).run(new Recording(3));
		assertTrue(stopped.isCancelled());
		assertEquals(3, stopped.network().card().steps());
		final Recording recording = new Recording(6);
		final TrainingResult rest = training(TRAINING).goingOnFrom(file).run(recording);
		assertEquals(stopped.losses(), recording.before);
		assertEquals(3, recording.told.size());
		final TrainingResult whole = training(TRAINING).run(new TrainingListener() {});
		assertArrayEquals(whole.network().parameters(), rest.network().parameters());
		assertEquals(whole.losses(), rest.losses());
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 6 })
	void killedTrainingGoesOnFromItsLastCheckpointAsIfItHadNotStopped(final int step) {
		final Path file = folder.resolve("checkpoint");
		assertThrows(IllegalStateException.class, () -> training(TRAINING).keeping(file).run(new TrainingListener() {

			@Override
			public void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> picture) {
				if (progress.step() == step) throw new IllegalStateException("killed");
			}
		}));
		final Recording recording = new Recording(6);
		final TrainingResult rest = training(TRAINING).goingOnFrom(file).run(recording);
		assertEquals(3, recording.before.size());
		final TrainingResult whole = training(TRAINING).run(new TrainingListener() {});
		assertArrayEquals(whole.network().parameters(), rest.network().parameters());
		assertEquals(whole.losses(), rest.losses());
	}

	@Test
	void trainingThatBeginsWithSmallerPicturesGoesOnAsIfItHadNotStopped() {
		final TrainingRecipe large = TRAINING.toBuilder().set(TrainingSettings.PICTURE_SIZE, 128).build();
		final TrainingResult whole = training(large).run(new TrainingListener() {});
		for (final int last : new int[] { 2, 5 }) {
			final Path file = folder.resolve("checkpoint" + last);
			training(large).keeping(file).run(new Recording(last));
			assertArrayEquals(whole.network().parameters(), parameters(training(large).goingOnFrom(file)));
		}
	}

	@Test
	void nothingButTheCheckpointIsLeftInTheFolder() throws IOException {
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).keeping(file).run(new TrainingListener() {});
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.collect(Collectors.toList()));
		}
	}

	@Test
	void trainingThatIsAtItsEndGivesTheSameNetworkAgain() {
		final Path file = folder.resolve("checkpoint");
		final float[] network = parameters(training(TRAINING).keeping(file));
		assertArrayEquals(network, parameters(training(TRAINING).goingOnFrom(file)));
	}

	@Test
	void trainingCanGoOnForMoreSteps() {
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).keeping(file).run(new TrainingListener() {});
		final TrainingResult longer = training(TRAINING.toBuilder().set(TrainingSettings.STEPS, 8).build()).goingOnFrom(file)
			.run(new TrainingListener() {});
		assertEquals(8, longer.network().card().steps());
	}

	@ParameterizedTest
	@MethodSource("others")
	void checkpointOfAnotherTrainingIsRefused(final String what, final StyleNetworkTraining other) {
		final Path file = folder.resolve("checkpoint");
		training(TRAINING).keeping(file).run(new Recording(1));
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> other.goingOnFrom(file).run(
			new TrainingListener() {}));
		assertTrue(refusal.getMessage().startsWith("The checkpoint " + file + " is of another training, whose " + what),
			refusal::getMessage);
	}

	private static List<Arguments> others() {
		final SmallNetwork small = new SmallNetwork();
		final TestPhotographs photographs = new TestPhotographs(5);
		final Recipe recipe = RECIPE.toBuilder().set(Settings.STYLE_WEIGHT, 3.0).build();
		final List<Style> styles = List.of(Style.of(TestPictures.waves(50, 60, 5)));
		final TrainingRecipe wider = TRAINING.toBuilder().set(TrainingSettings.WIDTH, 5).build();
		return List.of(Arguments.of("recipe is", new StyleNetworkTraining(small, recipe, TRAINING, STYLES, photographs)),
			Arguments.of("styles are", new StyleNetworkTraining(small, RECIPE, TRAINING, styles, photographs)), Arguments.of(
				"photographs are", new StyleNetworkTraining(small, RECIPE, TRAINING, STYLES, new TestPhotographs(5, "other"))),
			Arguments.of("network width is", new StyleNetworkTraining(small, RECIPE, wider, STYLES, photographs)), Arguments.of(
				"network to begin with is", training(TRAINING).beginningWith(RandomNetworks.make(1, 4, 1))));
	}

	@Test
	void missingCheckpointIsTold() {
		assertTrue(refusal(file -> {}).startsWith("There is no checkpoint "));
	}

	@Test
	void fileThatIsNoCheckpointIsTold() {
		assertTrue(refusal(file -> write(file, "something else, long enough".getBytes())).contains("is no checkpoint"));
	}

	@Test
	void shortFileIsTold() {
		assertTrue(refusal(file -> write(file, new byte[3])).contains("is damaged"));
	}

	@Test
	void damagedCheckpointIsTold() {
		assertTrue(refusal(file -> {
			training(TRAINING).keeping(file).run(new Recording(1));
			final byte[] bytes = read(file);
			bytes[bytes.length / 2]++;
			write(file, bytes);
		}).contains("is damaged"));
	}

	@Test
	void incompleteCheckpointIsTold() {
		assertTrue(refusal(file -> {
			training(TRAINING).keeping(file).run(new Recording(1));
			write(file, Arrays.copyOf(read(file), 5000));
		}).contains("is damaged"));
	}

	@Test
	void checkpointOfANewerVersionIsTold() {
		assertTrue(refusal(file -> {
			training(TRAINING).keeping(file).run(new Recording(1));
			final byte[] bytes = read(file);
			bytes[11] = 9;
			write(file, bytes);
		}).contains("newer version"));
	}

	@Test
	void checkpointOfAnOlderVersionIsTold() {
		assertTrue(refusal(file -> {
			training(TRAINING).keeping(file).run(new Recording(1));
			final byte[] bytes = read(file);
			bytes[11] = 1;
			write(file, bytes);
		}).endsWith("was written by an older version of the plugin, whose trainings made other steps: begin a training " +
			"anew, with the network that this one has made."));
	}

	@Test
	void checkpointThatCannotBeWrittenIsTold() {
		final Path file = folder.resolve("none").resolve("checkpoint");
		final StyleTransferException failure = assertThrows(StyleTransferException.class, () -> training(TRAINING).keeping(
			file).run(new Recording(1)));
		assertTrue(failure.getMessage().startsWith("The checkpoint cannot be written to " + file), failure::getMessage);
	}

	// -- Helper methods --

	private String refusal(final Consumer<Path> preparation) {
		final Path file = folder.resolve("checkpoint");
		preparation.accept(file);
		return assertThrows(StyleTransferException.class, () -> training(TRAINING).goingOnFrom(file).run(
			new TrainingListener() {})).getMessage();
	}

	private static byte[] read(final Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static void write(final Path file, final byte[] bytes) {
		try {
			Files.write(file, bytes);
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** The loss of the first step of a training that begins with a network which adds something to what it paints. */
	private static Loss firstLossWithBias(final float bias) {
		final StyleNetwork network = training(TRAINING).run(new Recording(1)).network();
		final float[] parameters = network.parameters();
		Arrays.fill(parameters, parameters.length - VggImage.CHANNELS, parameters.length, bias);
		final Recording recording = new Recording(1);
		training(TRAINING).beginningWith(new StyleNetwork(network.topology(), parameters, network.card(), new byte[0])).run(
			recording);
		return recording.told.get(0).loss();
	}

	private static float[] parameters(final StyleNetworkTraining training) {
		return training.run(new TrainingListener() {}).network().parameters();
	}

	private static StyleNetworkTraining training(final TrainingRecipe training) {
		return new StyleNetworkTraining(new SmallNetwork(), RECIPE, training, STYLES, new TestPhotographs(5));
	}

	/** Remembers what it was told, and cancels after some steps. */
	private static final class Recording implements TrainingListener {

		private final int last;
		private final List<TrainingProgress> told = new ArrayList<>();
		private final List<String> notes = new ArrayList<>();
		private List<Double> before;

		/** @param last of the steps */
		private Recording(final int last) {
			this.last = last;
		}

		@Override
		public void started(final StyleTransferSetup setup, final String engine, final List<Double> losses) {
			before = losses;
		}

		@Override
		public void noted(final String note) {
			notes.add(note);
		}

		@Override
		public void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> picture) {
			told.add(progress);
		}

		@Override
		public boolean isCancelled() {
			return told.size() >= last;
		}
	}
}
