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
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A value for each of some settings; those that were not set have their usual one. Immutable. */
public abstract class SettingValues {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Map<Setting<?>, Object> values;

	SettingValues(final Builder<?> builder) {
		values = Map.copyOf(builder.values);
	}

	/** All settings that there is a value for, in the order in which people should see them. */
	abstract List<Setting<?>> settings();

	/** Returns the value of a setting. */
	@SuppressWarnings("unchecked")
	public final <T> T get(final Setting<T> setting) {
		return (T) values.getOrDefault(setting, setting.usual());
	}

	/** Returns the value of a setting as people write it. */
	public final <T> String text(final Setting<T> setting) {
		return setting.text(get(setting));
	}

	/** Returns all values as one line of JSON, an object with the settings' keys and the version of its format. */
	public final String toJson() {
		final JsonObject object = JsonFormat.newObject();
		settings().forEach(setting -> object.add(setting.key(), json(setting)));
		return GSON.toJson(object);
	}

	@Override
	public final boolean equals(final Object other) {
		return other != null && getClass() == other.getClass() && toJson().equals(((SettingValues) other).toJson());
	}

	@Override
	public final int hashCode() {
		return toJson().hashCode();
	}

	@Override
	public final String toString() {
		return toJson();
	}

	// -- Helper methods --

	private <T> JsonElement json(final Setting<T> setting) {
		final T value = get(setting);
		if (value instanceof Number) return new JsonPrimitive((Number) value);
		if (!(value instanceof List)) return new JsonPrimitive(setting.text(value));
		final JsonArray array = new JsonArray();
		((List<?>) value).forEach(entry -> array.add(entry instanceof Number ? new JsonPrimitive((Number) entry)
			: new JsonPrimitive(entry.toString())));
		return array;
	}

	private static String text(final JsonElement element) {
		if (!element.isJsonArray()) return element.getAsString();
		final StringBuilder list = new StringBuilder();
		element.getAsJsonArray().forEach(entry -> list.append(list.length() == 0 ? "" : ",").append(entry.getAsString()));
		return list.toString();
	}

	/**
	 * Collects values; every method checks its value and returns the builder.
	 *
	 * @param <B> the builder itself
	 */
	public abstract static class Builder<B extends Builder<B>> {

		private final Map<Setting<?>, Object> values = new LinkedHashMap<>();

		/** Starts with the usual values. */
		Builder() {}

		/** Starts with these values. */
		Builder(final SettingValues start) {
			values.putAll(start.values);
		}

		/**
		 * Sets a value.
		 *
		 * @throws IllegalArgumentException if the setting does not take it; the message is one sentence for the user
		 */
		public <T> B set(final Setting<T> setting, final T value) {
			values.put(setting, setting.check(value));
			return itself();
		}

		/** Sets a value as people write it; exceptions as for {@link Setting#value}. */
		public final <T> B setText(final Setting<T> setting, final String text) {
			return set(setting, setting.value(text));
		}

		/**
		 * Sets what {@link #toJson()} has written; what is left out stays.
		 *
		 * @param settings all that it may be of, and in which order they are set
		 * @throws IllegalArgumentException if it is no JSON, of a newer version, has a key that is no setting's, or a value
		 *           that a setting does not take; the message is one sentence for the user
		 */
		final B setJson(final String json, final List<Setting<?>> settings) {
			try {
				final JsonObject object = JsonFormat.read(GSON, json);
				for (final String key : object.keySet()) {
					if (settings.stream().noneMatch(setting -> setting.key().equals(key))) {
						throw new NoSuchElementException(Settings.missing(key));
					}
				}
				for (final Setting<?> setting : settings) {
					if (object.has(setting.key())) setText(setting, SettingValues.text(object.get(setting.key())));
				}
				return itself();
			}
			catch (final JsonParseException | NullPointerException | IllegalStateException |
				UnsupportedOperationException exc)
			{
				throw new IllegalArgumentException("The recipe cannot be read: it must be a JSON object with a value for each " +
					"setting.", exc);
			}
			catch (final NoSuchElementException exc) {
				throw new IllegalArgumentException("The recipe has more than settings: " + exc.getMessage() +
					", so leave that out, or update the plugin.", exc);
			}
		}

		@SuppressWarnings("unchecked")
		private B itself() {
			return (B) this;
		}
	}
}
