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

package net.neuralstyle.imagej.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.neuralstyle.StyleTransferException;

/**
 * Reads the options string of an ImageJ macro's {@code run} call:
 * {@code key=value key=[value with spaces] flag}.
 * <p>
 * ImageJ's own reader looks for a key anywhere in the string, also inside
 * another key's brackets, and takes the first of two. Image titles may hold
 * anything, brackets too, so this one reads from left to right and looks for the
 * bracket after which the options go on or end.
 * </p>
 */
public final class MacroOptions {

	/** A key at the start of what is left, with the equals sign if a value follows. */
	private static final Pattern KEY = Pattern.compile("\\s*([^\\s=]*)(=?)");
	/** What follows the bracket that closes a value: the end, or a word that can be a key. */
	private static final Pattern AFTER_VALUE = Pattern.compile("\\s*(\\s[A-Za-z]\\w*(=.*|\\s.*)?)?", Pattern.DOTALL);

	private MacroOptions() {
		// NB: Not instantiable.
	}

	/**
	 * Returns values by key, in their order; a flag without a value has the value "true".
	 *
	 * @throws StyleTransferException if a key is there twice or missing, or a bracket is not closed
	 */
	public static Map<String, String> parse(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		final Matcher key = KEY.matcher(options);
		for (int position = 0; !options.substring(position).isBlank();) {
			key.region(position, options.length()).lookingAt();
			final String name = key.group(1);
			position = key.end();
			if (name.isEmpty()) {
				throw new StyleTransferException("There is an equals sign without a key before it in \"" + options.trim() +
					"\": write key=value.");
			}
			String value = "true";
			if (!key.group(2).isEmpty()) {
				final int end = endOfValue(options, position, name);
				value = withoutBrackets(options.substring(position, end));
				position = end;
			}
			if (values.putIfAbsent(name, value) != null) {
				throw twice(name);
			}
		}
		return values;
	}

	// -- Helper methods --

	/** NB: A word of a value that should be in brackets may look like a key. */
	static StyleTransferException twice(final String key) {
		return new StyleTransferException("The key \"" + key +
			"\" is there twice: give it once, and put values with spaces in [brackets].");
	}

	private static int endOfValue(final String options, final int start, final String key) {
		return options.startsWith("[", start) ? endOfBrackets(options, start, key) : endOfWord(options, start);
	}

	private static int endOfWord(final String options, final int start) {
		int end = start;
		while (end < options.length() && !Character.isWhitespace(options.charAt(end))) {
			end++;
		}
		return end;
	}

	/** Of the brackets that may be the value's last one, the first that balances those before it, or else the first. */
	private static int endOfBrackets(final String options, final int start, final String key) {
		int first = -1;
		int depth = 0;
		for (int i = start; i < options.length(); i++) {
			if (options.charAt(i) == '[') depth++;
			if (options.charAt(i) != ']') continue;
			depth--;
			if (!AFTER_VALUE.matcher(options.substring(i + 1)).matches()) continue;
			if (depth == 0) return i + 1;
			if (first < 0) first = i + 1;
		}
		if (first >= 0) return first;
		throw new StyleTransferException("The bracket after " + key + "= is not closed: write " + key + "=[value].");
	}

	private static String withoutBrackets(final String value) {
		return value.startsWith("[") ? value.substring(1, value.length() - 1) : value;
	}
}
