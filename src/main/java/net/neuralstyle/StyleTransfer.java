package net.neuralstyle;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.StyleTransferObjective;
import net.neuralstyle.network.NetworkParameters;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.optimize.Lbfgs.Termination;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Redraws an image in the style of another one: L. Gatys, A. Ecker and M. Bethge,
 * "Image style transfer using convolutional neural networks", CVPR 2016, with the
 * total variation of H. Narayanan's notebook and a coarse-to-fine pyramid. See
 * docs/method.md.
 * <p>
 * Needs no ImageJ: content and style are ImgLib2 images of two dimensions, of
 * ARGB or real type (grey values 0..255), or real-typed of three dimensions with
 * red, green and blue in the third. They are read, never written. The same images, network
 * and settings give the same result, bit for bit, on the same machine.
 * </p>
 * <p>
 * Immutable and safe for use by several threads, each with a run of its own; a
 * run releases all its native memory when it ends.
 * </p>
 */
public final class StyleTransfer {

	/** Mean change of a pixel, in grey levels, in the first step of a level. */
	private static final double FIRST_STEP = 2;
	/** The content's fine detail, when it is added to an enlarged picture: styles have more contrast than photographs. */
	private static final float DETAIL_GAIN = 1.8f;
	/** What four poolings leave at least one position of. */
	private static final int SMALLEST_SIDE_AFTER_RESIZING = 16;

	private final WeightsSource network;
	private final StyleTransferSettings settings;

	public StyleTransfer(final WeightsSource network, final StyleTransferSettings settings) {
		this.network = network;
		this.settings = settings;
	}

	/**
	 * Runs the transfer on the calling thread.
	 *
	 * @param listener is told of the progress and may cancel
	 * @return the picture, as large as the settings say, and the history of the
	 *         loss
	 * @throws WrongSettingException if the settings do not fit the network; says why
	 * @throws StyleTransferException if it cannot be done; says why
	 */
	public <C extends NumericType<C>, S extends NumericType<S>> StyleTransferResult run(
		final RandomAccessibleInterval<C> content, final RandomAccessibleInterval<S> style,
		final StyleTransferListener listener)
	{
		final VggImage contentImage = read(content, "content");
		final VggImage styleImage = read(style, "style");
		final ImageSize size = targetSize(contentImage.size(), styleImage.size());
		try (NetworkParameters parameters = new NetworkParameters(load(listener))) {
			return new Run(parameters, contentImage, styleImage, size, listener).run();
		}
		catch (final IOException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		catch (final IllegalStateException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("There is not enough memory for a result of " + size +
				" pixels: choose a smaller size, or give Java more memory with -Xmx.", exc);
		}
	}

	// -- Helper methods --

	private NetworkWeights load(final StyleTransferListener listener) throws IOException {
		final NetworkWeights weights = network.load();
		for (final String layer : settings.lossWeights().layersInUse()) {
			if (weights.layerNames().contains(layer)) continue;
			throw new StyleTransferException("The network " + network.name() + " has no layer " + layer +
				", which is needed: choose weights with all blocks, as those of VGG16 and VGG19 have.");
		}
		listener.started(new StyleTransferSetup(network.name(), weights.checksum(), Backend.device()));
		return weights;
	}

	private static VggImage read(final RandomAccessibleInterval<? extends NumericType<?>> image, final String role) {
		final VggImage result;
		try {
			result = VggImage.of(image);
		}
		catch (final IllegalArgumentException exc) {
			throw new StyleTransferException("The " + role + " image cannot be used: " + exc.getMessage(), exc);
		}
		if (result.size().shorterSide() < StyleTransferSettings.SMALLEST_SIDE) {
			throw new StyleTransferException("The " + role + " image is too small (" + result.size() +
				" pixels): use one of at least 32 pixels in width and height.");
		}
		return result;
	}

	private ImageSize targetSize(final ImageSize content, final ImageSize style) {
		final ImageSize target = settings.size() == 0 ? content : content.withLongerSide(settings.size());
		final int shorterSide = Math.min(target.shorterSide(), style.withLongerSide(target.longerSide()).shorterSide());
		if (shorterSide < SMALLEST_SIDE_AFTER_RESIZING) {
			throw new StyleTransferException("At a size of " + target.longerSide() + " the shorter side of " +
				(shorterSide == target.shorterSide() ? "the result" : "the style image") + " would have only " + shorterSide +
				" pixels: choose a larger size.");
		}
		return target;
	}

	/** One run: its images, and where it stands. */
	private final class Run {

		private final NetworkParameters parameters;
		private final VggImage content;
		private final VggImage style;
		private final Pyramid pyramid;
		private final ImageSize size;
		private final StyleTransferListener listener;
		private final int evaluationsAskedFor = settings.iterations() * StyleTransferSettings.EVALUATIONS_PER_ITERATION;
		private final List<StyleTransferProgress> history = new ArrayList<>();
		private final long startTime = System.nanoTime();
		/** Pixels evaluated so far. */
		private double workDone;
		private boolean cancelled;

		private Run(final NetworkParameters parameters, final VggImage content, final VggImage style, final ImageSize size,
			final StyleTransferListener listener)
		{
			this.parameters = parameters;
			this.content = content;
			this.style = style;
			this.size = size;
			this.listener = listener;
			pyramid = Pyramid.of(size, style.size(), settings.pyramidLevels());
			// NB: Before any work is done, see whether the largest level can be computed.
			plan(size);
		}

		private StyleTransferResult run() {
			VggImage picture = null;
			for (int level = 0; level < pyramid.sizes().size() && !cancelled; level++) {
				final ImageSize levelSize = pyramid.sizes().get(level);
				final VggImage levelContent = content.resizedTo(levelSize);
				final boolean fromContent = settings.start() == StyleTransferSettings.Start.CONTENT;
				if (picture == null) picture = fromContent ? levelContent : VggImage.noise(levelSize, settings.seed());
				else picture = fromContent ? picture.enlargedWithDetailOf(levelContent, DETAIL_GAIN) : picture.resizedTo(levelSize);
				picture = new LevelRun(level).run(picture, levelContent);
			}
			return new StyleTransferResult(picture.resizedTo(size).toArgb(), history, cancelled);
		}

		private MemoryPlan plan(final ImageSize levelSize) {
			try {
				return planWithFreeMemory(levelSize);
			}
			catch (final StyleTransferException exc) {
				// NB: What is garbage counts as used until it is collected.
				System.gc();
				return planWithFreeMemory(levelSize);
			}
		}

		private MemoryPlan planWithFreeMemory(final ImageSize levelSize) {
			final Runtime java = Runtime.getRuntime();
			return MemoryPlan.of(parameters, settings.lossWeights(), levelSize, settings.tileSize(), Backend.device()
				.freeMemory(), java.maxMemory() - java.totalMemory() + java.freeMemory());
		}

		/** One level of the pyramid; any but the finest one ends early when it has converged. */
		private final class LevelRun {

			private final int level;
			private final ImageSize levelSize;
			/** The number, from 1, of the evaluation that is the run's last one, the levels before taken as they were. */
			private final int lastEvaluation;
			/** How many pixels will have been evaluated then. */
			private final double work;
			private final Convergence convergence = new Convergence();
			private StyleTransferObjective objective;
			private StyleTransferLevel description;
			private INDArray pixels;
			private Loss bestLoss;

			private LevelRun(final int level) {
				this.level = level;
				levelSize = pyramid.sizes().get(level);
				int allEvaluations = history.size();
				double allWork = workDone;
				for (int i = level; i < pyramid.sizes().size(); i++) {
					final int share = pyramid.evaluations(i, evaluationsAskedFor);
					allEvaluations += share;
					allWork += (double) pyramid.sizes().get(i).pixels() * share;
				}
				lastEvaluation = allEvaluations;
				work = allWork;
			}

			private VggImage run(final VggImage start, final VggImage levelContent) {
				try (TensorScope scope = new TensorScope()) {
					final MemoryPlan plan = plan(levelSize);
					objective = scope.own(new StyleTransferObjective(parameters, settings.lossWeights(), //
						levelContent, style.resizedTo(style.size().withLongerSide(levelSize.longerSide())), //
						plan.largestTile()));
					description = new StyleTransferLevel(level + 1, pyramid.sizes().size(), //
						pyramid.evaluations(level, evaluationsAskedFor), objective.tiling());
					listener.levelStarted(description);
					final float[] values = start.values();
					pixels = scope.tensor(values, values.length);
					final Lbfgs optimizer = new Lbfgs(plan.pairs(), description.evaluations(), //
						FIRST_STEP * Math.sqrt(values.length), scope.own(new MultiscalePreconditioner(levelSize)));
					final Lbfgs.Result outcome = optimizer.minimize(objective.softened(), pixels, this::report);
					if (outcome.termination() == Termination.START_NOT_FINITE) {
						throw new StyleTransferException(
							"The loss is too large for the computer's numbers with these weights: choose smaller weights.");
					}
					if (!cancelled && outcome.evaluations() < description.evaluations()) {
						listener.levelConverged(description, outcome.evaluations());
					}
					return VggImage.of(pixels, levelSize);
				}
			}

			private boolean report(final Lbfgs.State state, final double value) {
				if (bestLoss == null || value <= state.bestValue()) bestLoss = objective.lastLoss();
				final int evaluation = history.size() + 1;
				workDone += levelSize.pixels();
				final StyleTransferProgress progress = new StyleTransferProgress(evaluation, evaluationsAskedFor, description, //
					objective.lastLoss(), bestLoss, Duration.ofNanos(System.nanoTime() - startTime), workDone / work);
				history.add(progress);
				listener.evaluationFinished(progress);
				if (evaluation % StyleTransferSettings.EVALUATIONS_PER_ITERATION == 0 || evaluation == lastEvaluation) {
					listener.iterationFinished(progress, () -> {
						state.copyBestPointTo(pixels);
						return VggImage.of(pixels, levelSize).resizedTo(size).toArgb();
					});
				}
				cancelled = listener.isCancelled();
				final boolean finest = level == pyramid.sizes().size() - 1;
				return !cancelled && (finest || !convergence.isReached(state.bestValue()));
			}
		}
	}
}
