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

package net.neuralstyle.imagej.dialog;

/** Breaks sentences into lines for windows, which are as wide as the longest line. */
public final class WrappedText {

	/** Characters in a line of a message or a dialog. */
	private static final int COLUMNS = 70;

	private WrappedText() {
		// NB: Not instantiable.
	}

	/**
	 * Breaks a text into lines of a message or a dialog.
	 *
	 * @see #of(String, int)
	 */
	public static String of(final String text) {
		return of(text, COLUMNS);
	}

	/**
	 * Breaks a text at its spaces; a path or an address that is longer than a line is broken
	 * after a slash where it has one. Line ends that are there stay.
	 *
	 * @param columns most characters in a line, at least 1
	 * @return lines that end with {@code \n}, but for the last one
	 */
	static String of(final String text, final int columns) {
		final StringBuilder lines = new StringBuilder();
		for (final String line : text.split("\n", -1)) {
			if (lines.length() > 0) lines.append('\n');
			wrap(line, columns, lines);
		}
		return lines.toString();
	}

	// -- Helper methods --

	private static void wrap(final String line, final int columns, final StringBuilder lines) {
		int length = 0;
		for (final String word : line.split(" ")) {
			if (length > 0) {
				final boolean fits = length + 1 + word.length() <= columns;
				lines.append(fits ? ' ' : '\n');
				length = fits ? length + 1 : 0;
			}
			String rest = word;
			while (rest.length() > columns) {
				final int end = endOfPart(rest, columns);
				lines.append(rest, 0, end).append('\n');
				rest = rest.substring(end);
			}
			lines.append(rest);
			length += rest.length();
		}
	}

	private static int endOfPart(final String word, final int columns) {
		final int slash = Math.max(word.lastIndexOf('/', columns - 1), word.lastIndexOf('\\', columns - 1));
		return slash > 0 ? slash + 1 : columns;
	}
}
