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

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

/**
 * How a training goes on from step to step: how large its pictures are, the length of its steps, which grows at the
 * very start and falls towards the end, and whether the style terms are softened, as they are until the last part if
 * the network begins with random numbers.
 * Parts are those of the work, which is as many pixels as are painted. Immutable.
 */
final class Schedule {

	/** Steps in which their length grows. */
	private static final int WARM_UP = 20;
	/** What is left of it at the end. */
	private static final double LEAST = 0.02;
	/** The part of the work in which style terms are softened. */
	private static final double SOFTENED = 0.7;
	/** The part of all steps with pictures of half the side, if there are any: a third of the work. */
	private static final double SMALL = 2.0 / 3;
	/** The work of a step with these. */
	private static final double SMALL_WORK = 0.25;

	private final double highest;
	private final double smallPart;
	private final double softenedPart;

	/**
	 * @param highest length of a step
	 * @param beginsSmall whether pictures have half the side at first
	 * @param beginsSoftened whether style terms are softened at first
	 */
	Schedule(final double highest, final boolean beginsSmall, final boolean beginsSoftened) {
		this.highest = highest;
		smallPart = beginsSmall ? SMALL : 0;
		softenedPart = beginsSoftened ? SOFTENED : 0;
	}

	/**
	 * The schedule of a training; its pictures are small at first if half the side and twice the strokes can be had.
	 *
	 * @param begun whether the network paints already, as it knows then what small pictures and softened terms teach
	 */
	static Schedule of(final TrainingRecipe training, final Recipe recipe, final boolean begun) {
		final int half = training.get(TrainingSettings.PICTURE_SIZE) / 2;
		return new Schedule(training.get(TrainingSettings.LEARNING_RATE), !begun && half >= TrainingSettings.PICTURE_SIZE
			.least() && half % TrainingSettings.SIZE_STEP == 0 && 2 * recipe.get(Settings.STROKE_SIZE) <= Settings.STROKE_SIZE
				.most(), !begun);
	}

	/** Whether pictures have half the side at first. */
	boolean beginsSmall() {
		return smallPart > 0;
	}

	/**
	 * Returns the length of a step.
	 *
	 * @param step from 0
	 * @param steps how many there will be; 0 if that is not known yet
	 */
	double length(final int step, final int steps) {
		final double growth = Math.min(1, (step + 1.0) / WARM_UP);
		return highest * growth * (LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * done(step, steps))) / 2);
	}

	/** Returns whether a step sees softened style terms; parameters as for {@link #length}. */
	boolean isSoftened(final int step, final int steps) {
		return done(step, steps) < softenedPart;
	}

	/** Returns whether the pictures of a step have half the side; parameters as for {@link #length}. */
	boolean isSmall(final int step, final int steps) {
		return beginsSmall() && (steps == 0 || step < smallSteps(steps));
	}

	/** Returns the part of the work that is done before a step; parameters as for {@link #length}. */
	double done(final int step, final int steps) {
		return steps == 0 ? 0 : Math.min(1, work(step, steps) / work(steps, steps));
	}

	/** Returns how long steps are on the average, compared with the first ones. */
	double meanWork() {
		return !beginsSmall() ? 1 : (smallPart * SMALL_WORK + 1 - smallPart) / SMALL_WORK;
	}

	/** Returns the work of the steps before one, in steps with large pictures; parameters as for {@link #length}. */
	double work(final int step, final int steps) {
		final int small = steps == 0 && beginsSmall() ? step : Math.min(step, smallSteps(steps));
		return SMALL_WORK * small + step - small;
	}

	private int smallSteps(final int steps) {
		return (int) (smallPart * steps);
	}
}
