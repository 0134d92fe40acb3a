package net.neuralstyle.picture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.neuralstyle.StyleTransferException;

/** Makes paths of what users write. */
public final class PicturePath {

	private PicturePath() {
		// NB: Not instantiable.
	}

	/**
	 * @param text of a path, relative or absolute, any characters as they are
	 * @throws StyleTransferException if this system has no file of such a name
	 */
	public static Path of(final String text) {
		if (text.isEmpty()) throw new StyleTransferException("The path is empty: give that of a file.");
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException exc) {
			final boolean foreign = text.chars().anyMatch(character -> character > 127);
			throw new StyleTransferException("The file " + printable(text) + (foreign
				? " has letters in its name that Java cannot use in this locale: set the environment variable LC_ALL to C.UTF-8."
				: " cannot be: its name has a character that is not allowed."), exc);
		}
	}

	/** Returns a text in which what may not be on a terminal is a question mark. */
	private static String printable(final String text) {
		return text.replaceAll("[^ -~]", "?");
	}
}
