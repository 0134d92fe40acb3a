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

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a word that is not known. */
public final class Spelling {

	private Spelling() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the known word that is most like another one, in capitals or not; nothing if none is much like it.
	 *
	 * @param known in lower case
	 */
	public static Optional<String> nearest(final String word, final Collection<String> known) {
		String nearest = null;
		int least = Integer.MAX_VALUE;
		for (final String candidate : known) {
			final int distance = distance(word.toLowerCase(Locale.ROOT), candidate);
			if (distance < least) {
				least = distance;
				nearest = candidate;
			}
		}
		// NB: What differs in more than a third is no slip of the fingers, but, for instance, a word of a title.
		return Optional.ofNullable(3 * least <= word.length() + 1 ? nearest : null);
	}

	// -- Helper methods --

	/** The number of letters to add, drop or change (V. Levenshtein, 1966), or to swap with their neighbours. */
	private static int distance(final String a, final String b) {
		final int[][] distances = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					distances[i][j] = i + j;
					continue;
				}
				final boolean same = a.charAt(i - 1) == b.charAt(j - 1);
				distances[i][j] = Math.min(distances[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(distances[i - 1][j],
					distances[i][j - 1]));
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					distances[i][j] = Math.min(distances[i][j], 1 + distances[i - 2][j - 2]);
				}
			}
		}
		return distances[a.length()][b.length()];
	}
}
