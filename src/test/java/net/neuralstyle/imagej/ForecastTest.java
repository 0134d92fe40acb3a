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

package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.feedforward.TrainingEstimate;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dialog tells of a run before it. */
class ForecastTest {

	private final StyleTransferEstimate estimate = StyleTransferEstimate.of(Recipe.builder().set(Settings.SIZE, 500)
		.build(), NetworkKind.COMPACT, new ImageSize(200, 100), List.of(new ImageSize(300, 300)));

	@Test
	void timeIsUnknownBeforeTheFirstRun() {
		final String sentence = Forecast.of(estimate, 1, OptionalDouble.empty());
		assertTrue(sentence.matches("Result: 500x250 pixels, about 0\\.[0-9] GB of memory; the time is unknown until the " +
			"first run\\."), sentence);
	}

	@Test
	void timeIsThatOfTheLastRunsSpeed() {
		final String sentence = Forecast.of(estimate, 1, OptionalDouble.of(60 / estimate.work()));
		assertTrue(sentence.matches("Result: 500x250 pixels, about 0\\.[0-9] GB of memory, about 60 seconds\\."), sentence);
	}

	@Test
	void timeIsThatOfAllFrames() {
		final StyleTransferEstimate each = StyleTransferEstimate.of(Recipe.builder().set(Settings.SIZE, 500).set(
			Settings.COHERENCE, 0.0).build(), NetworkKind.COMPACT, new ImageSize(200, 100), List.of(new ImageSize(300, 300)));
		final String sentence = Forecast.of(each, 20, OptionalDouble.of(60 / each.work()));
		assertTrue(sentence.matches("Result: 20 frames of 500x250 pixels, about 0\\.[0-9] GB of memory, about 20 minutes\\."),
			sentence);
	}

	@Test
	void framesThatGoOnFromOthersTakeLessTime() {
		final double speed = 60 / estimate.work();
		assertEquals(60, estimate.time(speed, 1).toSeconds());
		assertTrue(estimate.time(speed, 20).toMinutes() < 15, estimate.time(speed, 20).toString());
	}

	@Test
	void trainingTellsItsStepsAndTheTimeOfTheLastTrainingsSpeed() {
		final TrainingRecipe training = TrainingRecipe.builder().set(TrainingSettings.STEPS, 3000).set(
			TrainingSettings.PICTURE_SIZE, 256).build();
		final Recipe recipe = Recipe.builder().build();
		assertEquals("Training: 3000 steps with pictures of 256x256 pixels; the time is unknown until the first training " +
			"of a network as large.", Forecast.of(training, recipe, false, OptionalDouble
				.empty()));
		assertEquals("Training: 3000 steps with pictures of 256x256 pixels, about 20 minutes in all.", Forecast.of(training,
			recipe, false, OptionalDouble.of(1200 / TrainingEstimate.of(training, recipe, false).work())));
	}

	@Test
	void trainingOfSomeMinutesTakesThem() {
		final TrainingRecipe training = TrainingRecipe.builder().set(TrainingSettings.MINUTES, 45.0).build();
		assertEquals("Training: about 45 minutes with pictures of 256x256 pixels.", Forecast.of(training, Recipe.builder()
			.build(), false, OptionalDouble.empty()));
	}

	@ParameterizedTest
	@CsvSource({ "0,1 second", "45,45 seconds", "89,89 seconds", "90,2 minutes", "900,15 minutes", "10000,2.8 hours" })
	void timeIsRough(final long seconds, final String time) {
		assertEquals(time, Forecast.rough(Duration.ofSeconds(seconds)));
	}
}
