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

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.EngineChoice;
import net.neuralstyle.LossSession;
import net.neuralstyle.PictureLoss;
import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.VisiblePixels;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;
import net.neuralstyle.weights.WeightsSource;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains a network that paints in a style in one pass: J. Johnson, A. Alahi and L. Fei-Fei, "Perceptual losses for
 * real-time style transfer and super-resolution", ECCV 2016. At each step the network paints some photographs, and its
 * numbers follow the mean gradient of the loss that a style transfer by the same recipe would minimise
 * ({@link NetworkUpdate}).
 * <p>
 * The same photographs, styles, recipes and seed (that of the recipe) give the same network, bit for bit, on the same
 * machine, also if the training went on from checkpoints. Immutable; native memory is held while it runs.
 * </p>
 */
public final class StyleNetworkTraining {

	/** Steps whose mean loss gradients are divided by, at most, and those before as a multiple of them. */
	private static final int RECENT = 20;
	private static final int RECENT_PART = 10;
	/** After so many steps of a run it is known how long they take; the first ones take longer. */
	private static final int FIRST_STEPS = 2;
	private static final int TIMED_STEPS = 100;

	private final WeightsSource source;
	private final Recipe recipe;
	private final TrainingRecipe training;
	private final List<Style> styles;
	private final PhotographSource photographs;
	/** Null for random numbers. */
	private final StyleNetwork beginning;
	/** Null for none. */
	private final Path checkpoint;
	private final boolean resumed;

	/**
	 * @param source the network that compares pictures
	 * @param recipe of which the terms of the loss count, the stroke size, the precision and the seed
	 * @param styles at least one; several are blended
	 */
	public StyleNetworkTraining(final WeightsSource source, final Recipe recipe, final TrainingRecipe training,
		final List<Style> styles, final PhotographSource photographs)
	{
		this(source, recipe, training, styles, photographs, null, null, false);
	}

	private StyleNetworkTraining(final WeightsSource source, final Recipe recipe, final TrainingRecipe training,
		final List<Style> styles, final PhotographSource photographs, final StyleNetwork beginning, final Path checkpoint,
		final boolean resumed)
	{
		this.source = source;
		this.recipe = recipe;
		this.training = training;
		this.styles = List.copyOf(styles);
		this.photographs = photographs;
		this.beginning = beginning;
		this.checkpoint = checkpoint;
		this.resumed = resumed;
	}

	/**
	 * Returns the same training, beginning with a network's numbers in place of random ones.
	 *
	 * @throws WrongSettingException as {@link #checkBeginning} does
	 */
	public StyleNetworkTraining beginningWith(final StyleNetwork network) {
		checkBeginning(network, training);
		return new StyleNetworkTraining(source, recipe, training, styles, photographs, network, checkpoint, resumed);
	}

	/**
	 * Looks whether a training can begin with a network's numbers.
	 *
	 * @throws WrongSettingException if the network has another width or depth than what is trained; says which
	 */
	public static void checkBeginning(final StyleNetwork network, final TrainingRecipe training) {
		if (network.topology().equals(topology(training))) return;
		throw new WrongSettingException("The training cannot begin with " + network + ", as it makes a network of width " +
			topology(training).width() + " with " + topology(training).blockCount() +
			" residual blocks: set the network's width and residual blocks, or begin with another one.");
	}

	/**
	 * Returns the same training with a file that tells from time to time, and at the end, where it stands.
	 *
	 * @param file is replaced if it is there
	 */
	public StyleNetworkTraining keeping(final Path file) {
		return new StyleNetworkTraining(source, recipe, training, styles, photographs, beginning, file, false);
	}

	/**
	 * Returns the same training, going on from where it stood.
	 *
	 * @param file as {@link #keeping} has written it, and that it will be kept in
	 */
	public StyleNetworkTraining goingOnFrom(final Path file) {
		return new StyleNetworkTraining(source, recipe, training, styles, photographs, beginning, file, true);
	}

	/** Whether a file tells of a training that has not come to its end; one that cannot be read tells of none. */
	public static boolean isUnfinished(final Path checkpoint) {
		try {
			return Checkpoint.read(checkpoint).isUnfinished();
		}
		catch (final StyleTransferException exc) {
			return false;
		}
	}

	/**
	 * Trains, on the calling thread.
	 *
	 * @param listener is told of the progress and may cancel
	 * @throws WrongSettingException if the recipe does not fit the network that compares; says why
	 * @throws StyleTransferException if it cannot be done; says why
	 */
	public TrainingResult run(final TrainingListener listener) {
		try (TensorScope scope = new TensorScope()) {
			return new Run(listener, scope).run();
		}
		catch (final IOException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("There is not enough memory to train with pictures of " + training.get(
				TrainingSettings.PICTURE_SIZE) + " pixels: choose a smaller size, or give Java more memory with -Xmx.", exc);
		}
	}

	// -- Helper methods --

	private static TransformationTopology topology(final TrainingRecipe training) {
		return new TransformationTopology(training.get(TrainingSettings.WIDTH), training.get(
			TrainingSettings.RESIDUAL_BLOCKS));
	}

	/** How long it is to be. */
	private JsonObject length() {
		final JsonObject length = new JsonObject();
		length.addProperty(TrainingSettings.STEPS.key(), training.get(TrainingSettings.STEPS));
		length.addProperty(TrainingSettings.MINUTES.key(), training.get(TrainingSettings.MINUTES));
		return length;
	}

	/** All that the steps depend on, by what people call it. */
	private JsonObject identity(final String lossNetworkChecksum) {
		final JsonObject identity = new JsonObject();
		identity.addProperty("recipe", recipe.toJson());
		identity.add("styles", new Gson().toJsonTree(styles.stream().map(style -> {
			final Provenance.Picture record = style.record();
			return List.of(record.checksum(), String.valueOf(record.share()), record.regions().toString());
		}).collect(Collectors.toList())));
		identity.addProperty("loss network", lossNetworkChecksum);
		identity.addProperty("photographs", photographs.fingerprint());
		if (beginning != null) identity.addProperty("network to begin with", beginning.checksum());
		for (final Setting<?> setting : List.of(TrainingSettings.PICTURES_PER_STEP, TrainingSettings.PICTURE_SIZE,
			TrainingSettings.WIDTH, TrainingSettings.RESIDUAL_BLOCKS, TrainingSettings.LEARNING_RATE))
		{
			identity.addProperty(setting.label().toLowerCase(Locale.ROOT), training.get(setting).toString());
		}
		return identity;
	}

	/** One training, and where it stands. */
	private final class Run {

		private final TrainingListener listener;
		private final Easel easel;
		/** Of half the side, for the first steps; null if that would be too small. */
		private final Easel smallEasel;
		private final TransformationTopology topology;
		private final TransformationEngine engine;
		private final NetworkUpdate update;
		private final GridFreeKernels gridFreeKernels;
		private final INDArray gradient;
		private final Schedule schedule;
		private final JsonObject identity;
		private final List<Double> losses = new ArrayList<>();
		/** How many steps there will be; 0 if that is not known yet. */
		private int steps = training.get(TrainingSettings.MINUTES) == 0 ? training.get(TrainingSettings.STEPS) : 0;
		private double secondsBefore;
		private int stepsBefore;
		private final long startTime;
		private long firstStepsTime;

		private Run(final TrainingListener listener, final TensorScope scope) throws IOException {
			this.listener = listener;
			startTime = System.nanoTime();
			final int side = training.get(TrainingSettings.PICTURE_SIZE);
			final long seed = recipe.get(Settings.SEED);
			topology = topology(training);
			engine = scope.own(EngineChoice.open(topology, recipe.get(Settings.PRECISION)));
			final LossSession session = scope.own(new StyleTransfer(source, recipe).losses(styles));
			final double strokeSize = recipe.get(Settings.STROKE_SIZE);
			easel = new Easel(session.loss(new ImageSize(side, side), strokeSize), new Photographs(photographs, side, seed,
				listener::noted), engine, scope);
			schedule = Schedule.of(training, recipe, beginning != null);
			// NB: With strokes as large, in pixels, as those of the large pictures.
			smallEasel = schedule.beginsSmall() ? new Easel(session.loss(new ImageSize(side / 2, side / 2), 2 * strokeSize),
				new Photographs(photographs, side / 2, seed, note -> {}), engine, scope) : null;
			gradient = scope.zeros(topology.parameterCount());
			update = new NetworkUpdate(topology, engine.parameters(), gradient, scope);
			gridFreeKernels = new GridFreeKernels(topology, engine.parameters(), scope);
			identity = identity(easel.loss.setup().weightsChecksum());
			if (resumed) resume();
			else begin(seed);
		}

		private TrainingResult run() {
			listener.started(easel.loss.setup(), engine.toString(), List.copyOf(losses));
			boolean cancelled = false;
			while (!cancelled && (steps == 0 || losses.size() < steps)) {
				final Loss last = step();
				losses.add(last.total());
				plan();
				listener.stepFinished(progress(last), this::picture);
				if (losses.size() % training.get(TrainingSettings.CHECKPOINT_EVERY) == 0) save();
				cancelled = listener.isCancelled();
			}
			save();
			return new TrainingResult(new StyleNetwork(topology, TensorScope.values(engine.parameters()), card(), new byte[0]),
				picture(), losses, cancelled, secondsPerMegapixel());
		}

		/** Makes a step; returns the mean loss of its pictures, as if they had the training's size. */
		private Loss step() {
			final int step = losses.size();
			final int count = training.get(TrainingSettings.PICTURES_PER_STEP);
			final boolean softened = schedule.isSoftened(step, steps);
			final Easel used = schedule.isSmall(step, steps) ? smallEasel : easel;
			final List<Loss> ofPictures = new ArrayList<>();
			gradient.assign(0);
			for (int i = 0; i < count; i++) {
				ofPictures.add(used.addGradient((long) step * count + i, softened, gradient));
			}
			final Loss mean = Loss.mean(ofPictures);
			// NB: The loss falls by a factor of hundreds in the first steps, and the update would long remember how large
			// gradients were. Not by a picture's own loss, or what falls would be the mean of logarithms.
			final double scale = (double) easel.size.pixels() / used.size.pixels();
			gradient.muli(1 / (count * recentLoss(losses, scale * mean.total()) / scale));
			if (!Double.isFinite(mean.total()) || !Double.isFinite(Vectors.dot(gradient, gradient))) {
				throw new StyleTransferException("The training has come to numbers that are too large: choose a smaller learning " +
					"rate or smaller weights.");
			}
			update.step(schedule.length(step, steps));
			gridFreeKernels.project();
			engine.parametersChanged();
			return mean.times(scale);
		}

		/** Finds out how many steps there is time for, once it is known how long they take. */
		private void plan() {
			final int made = losses.size() - stepsBefore;
			if (made == FIRST_STEPS) firstStepsTime = System.nanoTime();
			if (steps > 0 || made < FIRST_STEPS + TIMED_STEPS) return;
			final double each = seconds(System.nanoTime() - firstStepsTime) / TIMED_STEPS;
			final double left = 60 * training.get(TrainingSettings.MINUTES) - secondsBefore - seconds(System.nanoTime() -
				startTime);
			steps = losses.size() + (int) Math.max(0, left / (each * schedule.meanWork()));
		}

		private void begin(final long seed) {
			engine.setParameters(beginning == null ? InitialParameters.of(topology, seed) : beginning.parameters());
			gridFreeKernels.project();
			engine.parametersChanged();
		}

		private void resume() {
			final Checkpoint former = Checkpoint.read(checkpoint);
			former.check(checkpoint, identity);
			engine.setParameters(former.parameters());
			if (steps == 0) steps = former.steps(length());
			secondsBefore = former.seconds();
			stepsBefore = former.losses().length;
			for (final double value : former.losses()) {
				losses.add(value);
			}
			update.resume(stepsBefore, former.mean(), former.meanSquare());
		}

		private void save() {
			if (checkpoint == null) return;
			new Checkpoint(identity, length(), steps, secondsBefore + seconds(System.nanoTime() - startTime), TensorScope.values(
				engine.parameters()), update.mean(), update.meanSquare(), losses.stream()
					.mapToDouble(Double::doubleValue).toArray()).write(checkpoint);
		}

		private TrainingProgress progress(final Loss last) {
			final int made = losses.size() - stepsBefore;
			final long now = System.nanoTime();
			final Duration elapsed = Duration.ofNanos(now - startTime);
			final double done = schedule.done(losses.size(), steps);
			final double doneAtFirst = schedule.done(stepsBefore + FIRST_STEPS, steps);
			final Duration remaining = steps == 0 || made <= FIRST_STEPS ? null : Duration.ofNanos(Math.round((now -
				firstStepsTime) / (done - doneAtFirst) * (1 - done)));
			return new TrainingProgress(losses.size(), steps, last, TrainingProgress.runningMean(losses), elapsed, done,
				remaining);
		}

		private OptionalDouble secondsPerMegapixel() {
			final int first = stepsBefore + FIRST_STEPS;
			if (losses.size() <= first) return OptionalDouble.empty();
			return OptionalDouble.of(seconds(System.nanoTime() - firstStepsTime) / TrainingEstimate.megapixels(training, schedule
				.work(losses.size(), steps) - schedule.work(first, steps)));
		}

		/** The held-out photograph as the network paints it now. */
		private Img<ARGBType> picture() {
			return easel.heldOut();
		}

		private NetworkCard card() {
			final List<Provenance.Picture> records = styles.stream().map(Style::record).collect(Collectors.toList());
			final String names = styles.stream().map(Style::name).filter(name -> !name.isEmpty()).collect(Collectors.joining(
				", "));
			final String version = StyleNetworkTraining.class.getPackage().getImplementationVersion();
			final NetworkCard.Builder card = NetworkCard.builder(names.isEmpty() ? "unnamed" : names).styles(records).recipe(
				recipe).training(training.toJson()).steps(losses.size(), training.get(TrainingSettings.PICTURES_PER_STEP),
					easel.size.width()).photographs(photographs.name(), photographs.count()).lossNetwork(easel.loss.setup()
						.network(), easel.loss.setup().weightsChecksum()).version(version == null ? "development" : version).date(
							Instant.now());
			if (beginning != null) card.beganWith(beginning.card().name(), beginning.checksum());
			if (!losses.isEmpty()) card.loss(TrainingProgress.runningMean(losses));
			return card.build();
		}
	}

	/** What pictures of one size are painted and compared on. */
	private final class Easel {

		private final ImageSize size;
		private final Photographs stream;
		private final PictureLoss loss;
		private final TransformationNetwork network;
		private final INDArray pixels;
		private final VisiblePixels visible;
		private final INDArray imageGradient;

		private Easel(final PictureLoss loss, final Photographs stream, final TransformationEngine engine,
			final TensorScope scope)
		{
			this.loss = loss;
			this.stream = stream;
			size = loss.size();
			network = scope.own(engine.network(size, true));
			pixels = scope.zeros(size.height(), size.width(), VggImage.CHANNELS);
			visible = new VisiblePixels(size, scope);
			imageGradient = scope.zeros(size.height(), size.width(), VggImage.CHANNELS);
		}

		/** Adds the gradient of a square's loss to a sum; returns the loss. */
		private Loss addGradient(final long index, final boolean softened, final INDArray sum) {
			final VggImage content = stream.square(index);
			set(pixels, content.values());
			loss.setContent(content);
			// NB: What is beyond black and white no picture file keeps.
			final INDArray seen = visible.see(network.run(pixels));
			final Loss value = softened ? loss.evaluateSoftened(seen, imageGradient) : loss.evaluate(seen, imageGradient);
			visible.turn(imageGradient);
			network.addGradient(imageGradient, sum);
			return value;
		}

		/** The held-out photograph as the network paints it now. */
		private Img<ARGBType> heldOut() {
			set(pixels, stream.heldOut().values());
			return VggImage.of(network.run(pixels), size).toArgb();
		}
	}

	/**
	 * Returns the mean of a loss and of those of the last steps, which are few at the start, where it falls fast.
	 *
	 * @param losses of all steps before
	 */
	static double recentLoss(final List<Double> losses, final double newest) {
		final int others = Math.min(RECENT - 1, losses.size() / RECENT_PART);
		final List<Double> recent = losses.subList(losses.size() - others, losses.size());
		return (newest + recent.stream().mapToDouble(Double::doubleValue).sum()) / (1 + others);
	}

	private static double seconds(final long nanoseconds) {
		return nanoseconds / 1e9;
	}

	private static void set(final INDArray target, final float[] values) {
		try (TensorScope start = new TensorScope()) {
			target.assign(start.tensor(values, values.length).reshape(target.shape()));
		}
	}
}
