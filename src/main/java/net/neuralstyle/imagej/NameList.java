package net.neuralstyle.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several names in one text, separated by commas, as SciJava writes lists of files. A name may hold commas
 * itself, without any quotes, which a macro would have to escape: of the names that a text can begin with, the
 * longest that is known is meant.
 */
final class NameList {

	private static final String SEPARATOR = ",";

	private NameList() {
		// NB: Not instantiable.
	}

	/** Returns the text of several names. */
	static String join(final List<String> names) {
		return String.join(SEPARATOR, names);
	}

	/**
	 * Returns the names in a text; a blank one has none. Spaces around a name are left out, unless it is known with them.
	 *
	 * @param known tells which names there are; what is up to the next comma is a name even if it is unknown
	 */
	static List<String> split(final String text, final Predicate<String> known) {
		final List<String> names = new ArrayList<>();
		if (text.isBlank()) return names;
		for (int start = 0; start <= text.length();) {
			int end = text.length();
			while (end >= 0 && name(text.substring(start, end), known) == null) {
				end = text.lastIndexOf(SEPARATOR, end - 1);
				if (end < start) end = -1;
			}
			if (end < 0) end = (text + SEPARATOR).indexOf(SEPARATOR, start);
			final String piece = text.substring(start, end);
			final String name = name(piece, known);
			names.add(name == null ? piece.trim() : name);
			start = end + SEPARATOR.length();
		}
		return names;
	}

	private static String name(final String piece, final Predicate<String> known) {
		if (known.test(piece)) return piece;
		return known.test(piece.trim()) ? piece.trim() : null;
	}
}
