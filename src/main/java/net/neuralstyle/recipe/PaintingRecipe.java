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

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.util.LinkedHashMap;
import java.util.Map;

/** A value for every setting of {@link PaintingSettings}: how a trained network's picture is finished. Immutable. */
public final class PaintingRecipe {

	private final SettingValues values;

	private PaintingRecipe(final SettingValues values) {
		this.values = values;
	}

	/** Starts with the usual values. */
	public static Builder builder() {
		return new Builder(Map.of());
	}

	/** Starts with these values. */
	public Builder toBuilder() {
		return new Builder(values.map());
	}

	/** Returns the value of a setting. */
	public <T> T get(final Setting<T> setting) {
		return values.get(setting);
	}

	/** Returns the value of a setting as people write it. */
	public <T> String text(final Setting<T> setting) {
		return values.text(setting);
	}

	/** Returns all values as one line of JSON, an object with the settings' keys and the version of its format. */
	public String toJson() {
		return values.toJson(PaintingSettings.all());
	}

	/**
	 * Reads what {@link #toJson()} writes; what is left out has its usual value.
	 *
	 * @throws IllegalArgumentException if it is no JSON, of a newer version, has a key that is no setting's, or a value
	 *           that a setting does not take; the message is one sentence for the user
	 */
	public static PaintingRecipe fromJson(final String json) {
		final Builder builder = builder();
		try {
			final JsonObject object = JsonFormat.read(SettingValues.GSON, json);
			for (final Setting<?> setting : PaintingSettings.all()) {
				if (object.has(setting.key())) builder.setText(setting, object.remove(setting.key()).getAsString());
			}
			if (object.size() > 0) {
				throw new IllegalArgumentException("The recipe has more than settings: " + Quoted.of(object.keySet().iterator()
					.next()) + " is none, so leave that out, or update the plugin.");
			}
		}
		catch (final JsonParseException | IllegalStateException | UnsupportedOperationException exc) {
			throw new IllegalArgumentException("The recipe cannot be read: it must be a JSON object with a value for each " +
				"setting.", exc);
		}
		return builder.build();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PaintingRecipe && toJson().equals(((PaintingRecipe) other).toJson());
	}

	@Override
	public int hashCode() {
		return toJson().hashCode();
	}

	@Override
	public String toString() {
		return toJson();
	}

	/** Collects values; every method checks its value and returns the builder. */
	public static final class Builder {

		private final Map<Setting<?>, Object> values;

		private Builder(final Map<Setting<?>, Object> values) {
			this.values = new LinkedHashMap<>(values);
		}

		/**
		 * Sets a value.
		 *
		 * @throws IllegalArgumentException if the setting does not take it; the message is one sentence for the user
		 */
		public <T> Builder set(final Setting<T> setting, final T value) {
			values.put(setting, setting.check(value));
			return this;
		}

		/** Sets a value as people write it; exceptions as for {@link Setting#value}. */
		public <T> Builder setText(final Setting<T> setting, final String text) {
			return set(setting, setting.value(text));
		}

		/** Makes the recipe. */
		public PaintingRecipe build() {
			return new PaintingRecipe(new SettingValues(values));
		}
	}
}
