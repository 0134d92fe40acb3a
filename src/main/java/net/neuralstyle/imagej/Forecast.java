package net.neuralstyle.imagej;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

import net.neuralstyle.StyleTransferEstimate;

/** What a dialog tells of a run before it. */
final class Forecast {

	private static final double GIGABYTE = 1e9;

	private Forecast() {
		// NB: Not instantiable.
	}

	/**
	 * Returns one sentence for the user.
	 *
	 * @param speed seconds for each megapixel that is evaluated, if they are known
	 */
	static String of(final StyleTransferEstimate estimate, final OptionalDouble speed) {
		return String.format(Locale.ROOT, "Result: %s pixels, about %.1f GB of memory%s.", estimate.size(), estimate.bytes() /
			GIGABYTE, speed.isPresent() ? ", about " + rough(estimate.time(speed.getAsDouble()))
				: "; the time is unknown until the first run");
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
