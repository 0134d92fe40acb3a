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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several names in one text, separated by commas, as SciJava writes lists of files. A name may hold commas
 * itself, without any quotes, which a macro would have to escape: of the names that a text can begin with, the
 * longest that is known is meant.
 */
public final class NameList {

	private static final String SEPARATOR = ",";

	private NameList() {
		// NB: Not instantiable.
	}

	/** Returns the text of several names. */
	public static String join(final List<String> names) {
		return String.join(SEPARATOR, names);
	}

	/**
	 * Returns the names in a text; a blank one has none. Spaces around a name are left out, unless it is known with them.
	 *
	 * @param known tells which names there are; what is up to the next comma is a name even if it is unknown
	 */
	public static List<String> split(final String text, final Predicate<String> known) {
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
