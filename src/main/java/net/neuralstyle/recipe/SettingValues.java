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
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.List;
import java.util.Map;

/** Values of settings; of those that are not there, the usual ones. Immutable. */
final class SettingValues {

	static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Map<Setting<?>, Object> values;

	/** @param values that the settings take; copied */
	SettingValues(final Map<Setting<?>, Object> values) {
		this.values = Map.copyOf(values);
	}

	/** Those that were set. */
	Map<Setting<?>, Object> map() {
		return values;
	}

	@SuppressWarnings("unchecked")
	<T> T get(final Setting<T> setting) {
		return (T) values.getOrDefault(setting, setting.usual());
	}

	/** Returns a value as people write it. */
	<T> String text(final Setting<T> setting) {
		return setting.text(get(setting));
	}

	/**
	 * Returns one line of JSON, an object with the settings' keys and the version of its format.
	 *
	 * @param settings that it tells, in this order
	 */
	String toJson(final List<Setting<?>> settings) {
		final JsonObject object = JsonFormat.newObject();
		settings.forEach(setting -> object.add(setting.key(), json(setting)));
		return GSON.toJson(object);
	}

	private <T> JsonElement json(final Setting<T> setting) {
		final T value = get(setting);
		if (value instanceof Number) return new JsonPrimitive((Number) value);
		if (!(value instanceof List)) return new JsonPrimitive(setting.text(value));
		final JsonArray array = new JsonArray();
		((List<?>) value).forEach(entry -> array.add(entry instanceof Number ? new JsonPrimitive((Number) entry)
			: new JsonPrimitive(entry.toString())));
		return array;
	}
}
