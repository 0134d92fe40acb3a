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

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

import org.junit.jupiter.api.Test;

/** How much work a training is. */
class TrainingEstimateTest {

	private static final TrainingRecipe TRAINING = TrainingRecipe.builder().set(TrainingSettings.STEPS, 300).set(
		TrainingSettings.PICTURES_PER_STEP, 2).set(TrainingSettings.PICTURE_SIZE, 200).build();

	@Test
	void workIsThatOfAllPicturesOfWhichThoseOfTheFirstTwoThirdsAreSmall() {
		assertEquals(2 * (200 * 0.01 + 100 * 0.04), work(1), 1e-9);
	}

	@Test
	void strokesThatWouldBeTooLargeForSmallPicturesBeginWithLargeOnes() {
		assertEquals(2 * 300 * 0.04, work(4), 1e-9);
	}

	@Test
	void trainingThatBeginsWithANetworkBeginsWithLargePictures() {
		assertEquals(2 * 300 * 0.04, TrainingEstimate.of(TRAINING, recipe(1), true).work(), 1e-9);
	}

	@Test
	void speedOfATrainingGivesItsTime() {
		final TrainingEstimate estimate = TrainingEstimate.of(TRAINING, Recipe.builder().build(), false);
		assertEquals(60, estimate.time(60 / estimate.work()).toSeconds());
	}

	private static double work(final double strokeSize) {
		return TrainingEstimate.of(TRAINING, recipe(strokeSize), false).work();
	}

	private static Recipe recipe(final double strokeSize) {
		return Recipe.builder().set(Settings.STROKE_SIZE, strokeSize).build();
	}
}
