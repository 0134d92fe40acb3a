package net.neuralstyle.imagej;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Java from reporting on the error stream that it has made, or cannot make,
 * the folder of the user's preferences: for programs in which nobody asked for
 * any.
 */
public final class QuietPreferences {

	/** NB: Java forgets a logger, and its level, that nobody holds. */
	private static final Logger LOGGER = Logger.getLogger("java.util.prefs");

	private QuietPreferences() {
		// NB: Not instantiable.
	}

	/** To be called before a SciJava context is made. */
	public static void begin() {
		LOGGER.setLevel(Level.OFF);
	}
}
