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
