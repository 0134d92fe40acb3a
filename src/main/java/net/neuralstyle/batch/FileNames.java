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

package net.neuralstyle.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import net.neuralstyle.StyleTransferException;

/** What the names of files tell, and lists of them, on any file system. */
public final class FileNames {

	private static final Pattern WILDCARD = Pattern.compile("[*?]");
	private static final Pattern LIST = Pattern.compile("(?i).*\\.txt", Pattern.DOTALL);

	private FileNames() {
		// NB: Not instantiable.
	}

	/** Whether it may stand for several names. */
	public static boolean hasWildcard(final String text) {
		return WILDCARD.matcher(text).find();
	}

	/** Whether it is a list of files. */
	public static boolean isList(final String name) {
		return LIST.matcher(name).matches();
	}

	/**
	 * Reads the names in a list; blank lines and comments are passed over.
	 *
	 * @param in stays open
	 * @param list its name, for the message
	 * @throws StyleTransferException if there is none
	 */
	public static List<String> inList(final InputStream in, final String list) throws IOException {
		final List<String> names = new ArrayList<>();
		final BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			final String name = line.replace("\uFEFF", "").trim();
			if (!name.isEmpty() && !name.startsWith("#")) names.add(name);
		}
		if (!names.isEmpty()) return names;
		throw new StyleTransferException("The list " + list + " names no file: write the path of one in each line.");
	}

	/** What to say of wildcards that no file fits. */
	public static StyleTransferException noneFits(final String text) {
		return new StyleTransferException("No file fits " + text + ": check its folder and its name.");
	}
}
