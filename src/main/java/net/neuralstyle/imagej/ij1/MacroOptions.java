package net.neuralstyle.imagej.ij1;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the options string of an ImageJ macro's {@code run} call:
 * {@code key=value key=[value with spaces] flag}.
 * <p>
 * ImageJ's own reader looks for a key anywhere in the string, also inside
 * another key's brackets; image titles may hold anything, so this one reads from
 * left to right.
 * </p>
 */
final class MacroOptions {

	private MacroOptions() {
		// NB: Not instantiable.
	}

	/** Returns values by key; a flag without a value has the value "true". */
	static Map<String, String> parse(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		int position = 0;
		while (position < options.length()) {
			if (Character.isWhitespace(options.charAt(position))) {
				position++;
				continue;
			}
			final int keyStart = position;
			while (position < options.length() && options.charAt(position) != '=' && !Character.isWhitespace(options.charAt(
				position)))
			{
				position++;
			}
			final String key = options.substring(keyStart, position);
			if (position == options.length() || options.charAt(position) != '=') {
				values.put(key, "true");
				continue;
			}
			final int valueStart = ++position;
			position = endOfValue(options, valueStart);
			final boolean bracketed = position > valueStart + 1 && options.charAt(valueStart) == '[' && options.charAt(position -
				1) == ']';
			values.put(key, bracketed ? options.substring(valueStart + 1, position - 1) : options.substring(valueStart,
				position));
		}
		return values;
	}

	/** Position after a value; brackets may be nested. */
	private static int endOfValue(final String options, final int start) {
		int depth = 0;
		final boolean bracketed = start < options.length() && options.charAt(start) == '[';
		for (int i = start; i < options.length(); i++) {
			final char character = options.charAt(i);
			if (bracketed && character == '[') depth++;
			else if (bracketed && character == ']' && --depth == 0) return i + 1;
			else if (!bracketed && Character.isWhitespace(character)) return i;
		}
		return options.length();
	}
}
