package net.neuralstyle.imagej;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

import net.neuralstyle.StyleTransfer;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/** What can be told of a run before it. */
final class Forecast {

	private final ImageSize size;
	private final int evaluations;

	/** @param content the size of the content */
	Forecast(final ImageSize content, final Recipe recipe) {
		final int longerSide = recipe.get(Settings.SIZE);
		size = longerSide == 0 ? content : content.withLongerSide(longerSide);
		evaluations = recipe.get(Settings.ITERATIONS) * StyleTransfer.EVALUATIONS_PER_ITERATION;
	}

	/** How much is to be computed: evaluations times millions of pixels of the result. */
	double megapixelEvaluations() {
		return evaluations * (size.pixels() / 1e6);
	}

	/**
	 * Returns one sentence for the user.
	 *
	 * @param speed seconds for a megapixel-evaluation, if they are known
	 */
	String sentence(final OptionalDouble speed) {
		final String result = "Result: " + size + " pixels";
		if (speed.isEmpty()) return result + "; the time is unknown until the first run.";
		return result + ", in about " + rough(Duration.ofMillis(Math.round(1000 * speed.getAsDouble() *
			megapixelEvaluations()))) + ".";
	}

	/** A duration as exactly as such a forecast can be. */
	private static String rough(final Duration duration) {
		if (duration.toSeconds() < 2) return "1 second";
		if (duration.toSeconds() < 90) return duration.toSeconds() + " seconds";
		if (duration.toMinutes() < 90) return Math.round(duration.toSeconds() / 60.0) + " minutes";
		return String.format(Locale.ROOT, "%.1f hours", duration.toMinutes() / 60.0);
	}
}
