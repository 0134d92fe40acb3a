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

import java.time.Duration;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

/** How much work a training is, told beforehand. Immutable. */
public final class TrainingEstimate {

	private static final double MEGA = 1e6;

	private final double work;

	private TrainingEstimate(final double work) {
		this.work = work;
	}

	/**
	 * Estimates a training, from its first step to its last.
	 *
	 * @param training of which the steps count, not the minutes
	 * @param begun whether it begins with a network
	 */
	public static TrainingEstimate of(final TrainingRecipe training, final Recipe recipe, final boolean begun) {
		final int steps = training.get(TrainingSettings.STEPS);
		return new TrainingEstimate(megapixels(training, Schedule.of(training, recipe, begun).work(steps, steps)));
	}

	/** Megapixels that will be painted. */
	public double work() {
		return work;
	}

	/**
	 * About how long it will take.
	 *
	 * @param secondsPerMegapixel that a network of this width and depth has taken on this machine:
	 *          {@link TrainingResult#secondsPerMegapixel}
	 */
	public Duration time(final double secondsPerMegapixel) {
		return Duration.ofMillis(Math.round(1000 * work * secondsPerMegapixel));
	}

	/** Returns how many megapixels are painted in as much work as some steps with pictures of the training's size are. */
	static double megapixels(final TrainingRecipe training, final double steps) {
		return steps * training.get(TrainingSettings.PICTURES_PER_STEP) * Math.pow(training.get(
			TrainingSettings.PICTURE_SIZE), 2) / MEGA;
	}
}
