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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.TrainingRecipe;

import org.junit.jupiter.api.Test;

/** How long the steps of a training are, and when it sees the true loss. */
class ScheduleTest {

	private final Schedule schedule = new Schedule(0.01, false, true);

	@Test
	void stepsGrowAtTheStartAndFallTowardsTheEnd() {
		assertEquals(0.0005, schedule.length(0, 1000), 1e-8);
		assertEquals(0.01, schedule.length(20, 1000), 1e-4);
		assertEquals(0.0051, schedule.length(500, 1000), 1e-6);
		assertEquals(0.0002, schedule.length(999, 1000), 1e-6);
		for (int step = 20; step < 999; step++) {
			assertTrue(schedule.length(step + 1, 1000) < schedule.length(step, 1000));
		}
	}

	@Test
	void stepsStayLongAsLongAsItIsNotKnownHowManyThereWillBe() {
		assertEquals(0.01, schedule.length(500, 0));
		assertTrue(schedule.isSoftened(500, 0));
	}

	@Test
	void lastPartSeesTheTrueLoss() {
		assertTrue(schedule.isSoftened(699, 1000));
		assertFalse(schedule.isSoftened(700, 1000));
	}

	@Test
	void networkThatPaintsAlreadySeesTheTrueLossOfLargePicturesFromTheStart() {
		final TrainingRecipe training = TrainingRecipe.builder().build();
		final Recipe recipe = Recipe.builder().build();
		final Schedule anew = Schedule.of(training, recipe, false);
		assertTrue(anew.isSoftened(0, 1000) && anew.isSmall(0, 1000));
		final Schedule begun = Schedule.of(training, recipe, true);
		assertFalse(begun.isSoftened(0, 1000) || begun.isSmall(0, 1000));
		assertFalse(begun.isSoftened(0, 0));
	}

	@Test
	void stepsAfterTheEndAreShort() {
		assertEquals(0.0002, schedule.length(1500, 1000), 1e-9);
	}

	@Test
	void trainingThatBeginsSmallHasTwoThirdsOfItsStepsForAThirdOfItsWork() {
		final Schedule small = new Schedule(0.01, true, true);
		assertTrue(small.isSmall(599, 900));
		assertFalse(small.isSmall(600, 900));
		assertEquals(1 / 3.0, small.done(600, 900), 1e-9);
		assertEquals(2 / 3.0, small.done(750, 900), 1e-9);
		assertEquals(1, small.done(900, 900));
		assertEquals(2, small.meanWork(), 1e-9);
		assertTrue(small.isSmall(10000, 0));
		assertFalse(schedule.isSmall(0, 0));
	}
}
