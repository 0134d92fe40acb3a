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


package net.neuralstyle.recipe;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/**
 * The version of the JSON that recipes and what contains them are written in. What a newer version of the plugin
 * writes may mean what this one does not know, so it is refused; what is older, or without a version, is read.
 */
public final class JsonFormat {

	/** The version that is written. */
	private static final int VERSION = 1;

	private static final String KEY = "format";

	private JsonFormat() {
		// NB: Not instantiable.
	}

	/** Returns a new object with the version alone. */
	public static JsonObject newObject() {
		final JsonObject object = new JsonObject();
		object.addProperty(KEY, VERSION);
		return object;
	}

	/**
	 * Reads an object of this version or an older one.
	 *
	 * @return the object, without its version
	 * @throws JsonParseException if it is none
	 * @throws IllegalArgumentException if its version is newer; the message is one sentence for the user
	 */
	public static JsonObject read(final Gson gson, final String json) {
		final JsonElement element = parse(gson, json);
		if (element == null || !element.isJsonObject()) throw new JsonParseException("no object");
		final JsonObject object = element.getAsJsonObject();
		final JsonElement version = object.remove(KEY);
		if (version == null) return object;
		final boolean isNumber = version.isJsonPrimitive() && version.getAsJsonPrimitive().isNumber();
		if (!isNumber || !(version.getAsDouble() >= 1)) throw new JsonParseException("no version");
		if (version.getAsDouble() > VERSION) {
			throw new IllegalArgumentException("It was written by a newer version of the plugin (format " + Quoted.of(version
				.getAsString()) + ", and this one knows " + VERSION + "): update the plugin.");
		}
		return object;
	}

	// -- Helper methods --

	private static JsonElement parse(final Gson gson, final String json) {
		try {
			final JsonElement element = gson.fromJson(json, JsonElement.class);
			// NB: Gson writes by recursion. What it can write here, it can everywhere.
			if (element != null) element.toString();
			return element;
		}
		catch (final StackOverflowError exc) {
			throw new JsonParseException("too deep", exc);
		}
	}
}
