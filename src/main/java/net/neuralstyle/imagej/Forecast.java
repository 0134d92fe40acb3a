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

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.feedforward.TrainingEstimate;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

/** What a dialog tells of a run before it. */
final class Forecast {

	private static final double GIGABYTE = 1e9;

	private Forecast() {
		// NB: Not instantiable.
	}

	/**
	 * Returns one sentence for the user.
	 *
	 * @param frames how many pictures of that estimate there will be
	 * @param speed seconds for each megapixel that is evaluated, if they are known
	 */
	static String of(final StyleTransferEstimate estimate, final int frames, final OptionalDouble speed) {
		return String.format(Locale.ROOT, "Result: %s%s pixels, about %.1f GB of memory%s.", frames == 1 ? "" : frames +
			" frames of ", estimate.size(), estimate.bytes() / GIGABYTE, speed.isPresent() ? ", about " + rough(estimate.time(
				speed.getAsDouble(), frames)) : "; the time is unknown until the first run");
	}

	/**
	 * Returns one sentence for the user.
	 *
	 * @param begun whether the training begins with a network
	 * @param speed seconds for each megapixel that is painted, if they are known
	 */
	static String of(final TrainingRecipe training, final Recipe recipe, final boolean begun,
		final OptionalDouble speed)
	{
		final int side = training.get(TrainingSettings.PICTURE_SIZE);
		final String pictures = " with pictures of " + side + "x" + side + " pixels";
		final double minutes = training.get(TrainingSettings.MINUTES);
		if (minutes > 0) return "Training: about " + rough(Duration.ofSeconds(Math.round(60 * minutes))) + pictures + ".";
		return "Training: " + training.get(TrainingSettings.STEPS) + " steps" + pictures + (speed.isPresent() ? ", about " +
			rough(TrainingEstimate.of(training, recipe, begun).time(speed.getAsDouble())) + " in all."
			: "; the time is unknown until the first training of a network as large.");
	}

	/** A duration as exactly as it can be told beforehand. */
	static String rough(final Duration duration) {
		final long seconds = duration.toSeconds();
		if (seconds < 2) return "1 second";
		if (seconds < 90) return seconds + " seconds";
		if (seconds < 90 * 60) return Math.round(seconds / 60.0) + " minutes";
		return String.format(Locale.ROOT, "%.1f hours", seconds / 3600.0);
	}
}
