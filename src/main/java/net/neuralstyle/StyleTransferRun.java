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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.GreyProjection;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.Projection;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.optimize.Adam;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.optimize.Minimizer;
import net.neuralstyle.optimize.Minimizer.Termination;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One run of a session, level by level: its images, and where it stands. */
final class StyleTransferRun {

	/** Mean change of a pixel, in grey levels, in the first step of a level. */
	private static final double FIRST_STEP = 2;
	/** About how far a pixel moves in a step of Adam, in grey levels. */
	private static final double ADAM_STEP = 2;

	private final SessionMemory memory;
	private final Recipe recipe;
	/** In the colours in which they are looked at. */
	private final List<Style> styles;
	private final StyleTransferJob job;
	private final Pyramid pyramid;
	private final ImageSize size;
	private final StyleTransferListener listener;
	/** Null if the picture begins anew. */
	private final FormerFrame former;
	private final int evaluationsAskedFor;
	private final JobColours colours;
	/** How much of the redrawn picture each pixel of the result gets. */
	private final WeightMap blend;
	private final List<TermDefinition> definitions;
	private final List<LevelPlan> levels;
	private final List<StyleTransferProgress> history = new ArrayList<>();
	private final long startTime = System.nanoTime();
	/** Pixels evaluated so far. */
	private double workDone;
	private boolean cancelled;
	private Consumer<Minimizer.State> finestLevelWatcher = state -> {};

	/**
	 * @param size of the result
	 * @throws StyleTransferException if it cannot be done
	 */
	StyleTransferRun(final SessionMemory memory, final Recipe recipe, final List<Style> styles,
		final StyleTransferJob job, final ImageSize size, final StyleTransferListener listener)
	{
		this.memory = memory;
		this.recipe = recipe;
		this.job = job;
		this.size = size;
		this.listener = listener;
		former = memory.terms().areCoherent() ? job.former() : null;
		final WeightMap contentBlend = job.blend(recipe.get(Settings.SOFT_EDGE));
		blend = contentBlend.resizedTo(size);
		final List<WeightMap> regions = job.styleRegions(contentBlend);
		colours = new JobColours(recipe.get(Settings.COLOURS), job.content(), regions, styles, former == null ? Map.of()
			: former.scene(), size);
		this.styles = memory.recoloured(colours.styles());
		definitions = memory.terms().definitions(colours.content(), regions, LevelPlan.MARGIN, this::targets);
		if (former != null) definitions.add(memory.terms().temporal(former, colours.isGrey(), LevelPlan.MARGIN));
		final List<ImageSize> styleSizes = styles.stream().map(style -> style.image().size()).collect(Collectors.toList());
		memory.checkSize(recipe, size, definitions);
		pyramid = former == null ? Pyramid.of(recipe, size, styleSizes) : Pyramid.following(size);
		evaluationsAskedFor = pyramid.evaluations(recipe.get(Settings.ITERATIONS) *
			StyleTransfer.EVALUATIONS_PER_ITERATION);
		levels = memory.prepare(recipe, pyramid, definitions);
	}

	/** Lets somebody look at the finest level after each of its evaluations. */
	void watchFinestLevel(final Consumer<Minimizer.State> watcher) {
		finestLevelWatcher = watcher;
	}

	/** The finest level's plan. */
	LevelPlan finestLevel() {
		return levels.get(levels.size() - 1);
	}

	/** The loss that a level minimises, of its pixels with their margin; the scope owns it. */
	Objective objective(final LevelPlan plan, final TensorScope scope) {
		final Projection projection = colours.isGrey() ? scope.own(new GreyProjection(plan.tiling().image().pixels()))
			: Projection.NONE;
		return scope.own(new Objective(memory.network(plan, definitions), plan.tiling(), definitions, projection));
	}

	/**
	 * @param network what people call it
	 * @param weightsChecksum of its file
	 * @param engine what computes it
	 */
	StyleTransferResult run(final String network, final String weightsChecksum, final Engine engine) {
		final StyleTransferSetup setup = new StyleTransferSetup(network, weightsChecksum, Backend.device(), engine, notes());
		listener.started(setup);
		VggImage picture = null;
		for (int level = 0; level < levels.size() && !cancelled; level++) {
			picture = new LevelRun(level).run(start(picture, level));
		}
		final VggImage computed = picture.resizedTo(size);
		return new StyleTransferResult(finished(computed), computed, colours.scene(), history, cancelled, provenance(setup));
	}

	// -- Helper methods --

	/** What styles look like: all of them, or, where each has a region of its own, the one of a region. */
	private StyleTargets targets(final int region, final ImageSize levelSize) {
		return memory.targets(job.regionCount() == 0 ? styles : List.of(styles.get(region)), levelSize);
	}

	/** The result, given a picture of any level: in its size, redrawn in its region alone. */
	private VggImage finished(final VggImage picture) {
		final VggImage redrawn = colours.finished(picture.resizedTo(size));
		return blend.isOnes() ? redrawn : redrawn.over(job.content().resizedTo(size), blend);
	}

	/** The picture with which a level starts, given that of the coarser one. */
	private VggImage start(final VggImage coarser, final int level) {
		final VggImage start = colouredStart(coarser, levels.get(level).size());
		return colours.isGrey() ? start.toGrey() : start;
	}

	/** @param coarser null for the first level */
	private VggImage colouredStart(final VggImage coarser, final ImageSize levelSize) {
		if (former != null) return former.start(colours.content().resizedTo(levelSize));
		switch (recipe.get(Settings.START)) {
			case NOISE:
				return coarser == null ? VggImage.noise(levelSize, recipe.get(Settings.SEED)) : enlarged(coarser, levelSize);
			case STYLE:
				return coarser == null ? styles.get(0).croppedTo(levelSize) : enlarged(coarser, levelSize);
			case IMAGE:
			case NETWORK:
				return start(coarser, job.start().croppedTo(levelSize));
			default:
				return start(coarser, colours.content().resizedTo(levelSize));
		}
	}

	private static VggImage enlarged(final VggImage coarser, final ImageSize levelSize) {
		return coarser.smoothed().resizedTo(levelSize);
	}

	/** Starts with an image, and adds its detail to the larger levels. */
	private VggImage start(final VggImage coarser, final VggImage image) {
		return coarser == null ? image : coarser.enlargedWithDetailOf(image, recipe.get(Settings.DETAIL).floatValue());
	}

	private List<String> notes() {
		return styles.stream().flatMap(style -> style.noteOnEnlargement(finestLevel().styleSize(style.image().size()))
			.stream()).collect(Collectors.toList());
	}

	private Provenance provenance(final StyleTransferSetup setup) {
		return Provenance.of(recipe, setup, job.record(), styles.stream().map(Style::record).collect(Collectors.toList()), job
			.startRecord(), job.painterRecord(), former == null ? null : former.record(), history.get(history.size() - 1),
			cancelled);
	}

	/** One level of the pyramid; any but the finest one ends early when it has converged. */
	private final class LevelRun {

		private final LevelPlan plan;
		private final int level;
		/** The number, from 1, of the evaluation that is the run's last one, the levels before taken as they were. */
		private final int lastEvaluation;
		/** How many pixels will have been evaluated then. */
		private final double work;
		private final Convergence convergence;
		private Objective objective;
		private StyleTransferLevel description;
		private INDArray pixels;
		private Loss bestLoss;

		private LevelRun(final int level) {
			this.level = level;
			plan = levels.get(level);
			int allEvaluations = history.size();
			double allWork = workDone;
			for (int i = level; i < levels.size(); i++) {
				final int share = pyramid.evaluations(i, evaluationsAskedFor);
				allEvaluations += share;
				allWork += (double) levels.get(i).size().pixels() * share;
			}
			lastEvaluation = allEvaluations;
			work = allWork;
			convergence = level < levels.size() - 1 ? Convergence.ofCoarseLevel() : Convergence.ofFinestLevel(recipe.get(
				Settings.LEAST_DECREASE));
		}

		private VggImage run(final VggImage start) {
			try (TensorScope scope = new TensorScope()) {
				objective = objective(plan, scope);
				description = new StyleTransferLevel(level + 1, levels.size(), pyramid.evaluations(level, evaluationsAskedFor), plan
					.size(), plan.tiling());
				listener.levelStarted(description);
				final float[] values = start.withMargin(LevelPlan.MARGIN).values();
				pixels = scope.tensor(values, values.length);
				final Minimizer.Result outcome = minimize(scope);
				if (outcome.termination() == Termination.START_NOT_FINITE) {
					throw new StyleTransferException(
						"The loss is too large for the computer's numbers with these weights: choose smaller weights.");
				}
				if (!cancelled && outcome.evaluations() < description.evaluations()) {
					listener.levelConverged(description, outcome.evaluations());
				}
				return picture();
			}
		}

		/** What the pixels are now. */
		private VggImage picture() {
			return VggImage.of(pixels, plan.tiling().image()).withoutMargin(LevelPlan.MARGIN);
		}

		private Minimizer.Result minimize(final TensorScope scope) {
			final double firstStep = FIRST_STEP * Math.sqrt(pixels.length());
			final int evaluations = description.evaluations();
			switch (recipe.get(Settings.OPTIMIZER)) {
				case ADAM:
					return new Adam(ADAM_STEP, evaluations).minimize(objective, pixels, this::report);
				case LBFGS:
					return new Lbfgs(plan.pairs(), evaluations, firstStep).minimize(objective, pixels, this::report);
				default:
					return new Lbfgs(plan.pairs(), evaluations, firstStep, scope.own(new MultiscalePreconditioner(plan
						.tiling().image())))
						.minimize(objective.softened(), pixels, this::report);
			}
		}

		private boolean report(final Minimizer.State state, final double value) {
			if (bestLoss == null || value <= state.bestValue()) bestLoss = objective.lastLoss();
			final int evaluation = history.size() + 1;
			workDone += plan.size().pixels();
			final StyleTransferProgress progress = new StyleTransferProgress(evaluation, evaluationsAskedFor, description, //
				objective.lastLoss(), bestLoss, Duration.ofNanos(System.nanoTime() - startTime), workDone / work);
			history.add(progress);
			listener.evaluationFinished(progress);
			if (evaluation % StyleTransfer.EVALUATIONS_PER_ITERATION == 0 || evaluation == lastEvaluation) {
				listener.iterationFinished(progress, () -> {
					state.copyBestPointTo(pixels);
					return finished(picture()).toArgb();
				});
			}
			if (plan == finestLevel()) finestLevelWatcher.accept(state);
			cancelled = listener.isCancelled();
			return !cancelled && !convergence.isReached(state.bestValue());
		}
	}
}
