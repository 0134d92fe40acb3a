package net.neuralstyle.imagej;

import java.util.OptionalDouble;

import org.scijava.prefs.PrefService;

/**
 * How fast this computer was in the last run that a dialog asked for, with each network: seconds for each megapixel
 * that is evaluated.
 */
final class RunSpeed {

	private static final String KEY = "seconds.";

	private final PrefService preferences;

	RunSpeed(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** Returns the seconds for a megapixel, nothing before the first run. */
	OptionalDouble load(final String network) {
		final double seconds = preferences.getDouble(RunSpeed.class, KEY + network, Double.NaN);
		return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
	}

	void save(final String network, final double seconds) {
		preferences.put(RunSpeed.class, KEY + network, seconds);
	}
}
