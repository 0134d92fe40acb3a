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

import java.io.File;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pictures that a list in a dialog offers. An item shows what a macro says for the picture, but of a file only its
 * name, as long as no other item has it.
 */
final class OfferedPictures {

	/** The item of what is not chosen yet. */
	private static final String NONE = "none: browse for a file";

	/** What a macro says for each picture, by its item. */
	private final Map<String, String> texts = new LinkedHashMap<>();

	/** @param names what macros say for the pictures that are offered first */
	OfferedPictures(final Collection<String> names) {
		names.forEach(name -> texts.put(name, name));
	}

	/** The items, in their order. */
	Collection<String> items() {
		return texts.keySet();
	}

	/** Whether a picture is offered, by what a macro says for it. */
	boolean has(final String text) {
		return texts.containsValue(text);
	}

	/** What a macro says for the picture of an item. */
	String text(final String item) {
		return texts.get(item);
	}

	/** Returns the item of a picture, which becomes the last one if it is new. */
	String item(final String text) {
		for (final Map.Entry<String, String> entry : texts.entrySet()) {
			if (entry.getValue().equals(text)) return entry.getKey();
		}
		final String name = text.isEmpty() ? NONE : new File(text).getName();
		final String item = texts.containsKey(name) ? text : name;
		texts.put(item, text);
		return item;
	}
}
