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

import java.util.List;

/**
 * A value for every setting of a style transfer: how a picture is to be made, but
 * for the images and the network. Immutable, and always one that can be followed.
 */
public final class Recipe extends SettingValues {

	private Recipe(final Builder builder) {
		super(builder);
	}

	/** Starts with the usual values. */
	public static Builder builder() {
		return new Builder();
	}

	/** Starts with these values. */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Reads what {@link #toJson()} writes; what is left out has its usual value.
	 *
	 * @throws IllegalArgumentException if it is no JSON, of a newer version, has a
	 *           key that is no setting's, or a value that a setting does not take; the
	 *           message is one sentence for the user
	 */
	public static Recipe fromJson(final String json) {
		return builder().setJson(json, Settings.all()).build();
	}

	@Override
	List<Setting<?>> settings() {
		return Settings.all();
	}

	/** Collects values. */
	public static final class Builder extends SettingValues.Builder<Builder> {

		private Builder() {}

		private Builder(final Recipe start) {
			super(start);
		}

		/**
		 * {@inheritDoc}
		 * <p>
		 * Layers have a weight of 1 each unless weights for them are set afterwards.
		 * </p>
		 */
		@Override
		public <T> Builder set(final Setting<T> setting, final T value) {
			super.set(setting, value);
			if (setting == Settings.CONTENT_LAYERS) super.set(Settings.CONTENT_LAYER_WEIGHTS, List.of());
			if (setting == Settings.STYLE_LAYERS) super.set(Settings.STYLE_LAYER_WEIGHTS, List.of());
			return this;
		}

		/**
		 * Makes the recipe.
		 *
		 * @throws IllegalArgumentException if the values do not go together; the message
		 *           is one sentence for the user
		 */
		public Recipe build() {
			final Recipe recipe = new Recipe(this);
			if (recipe.get(Settings.CONTENT_WEIGHT) == 0 && recipe.get(Settings.STYLE_WEIGHT) == 0) {
				throw new IllegalArgumentException(
					"Content weight and style weight are both 0: give at least one of them a larger value.");
			}
			checkLayers(recipe, Settings.CONTENT_LAYERS, Settings.CONTENT_LAYER_WEIGHTS);
			checkLayers(recipe, Settings.STYLE_LAYERS, Settings.STYLE_LAYER_WEIGHTS);
			return recipe;
		}

		private static void checkLayers(final Recipe recipe, final Setting<List<String>> layers,
			final Setting<List<Double>> weights)
		{
			final List<String> names = recipe.get(layers);
			final int count = recipe.get(weights).size();
			if (names.isEmpty() || names.contains("")) {
				throw new IllegalArgumentException(layers.label() + " must be at least one name, with commas between several.");
			}
			if (names.stream().distinct().count() < names.size()) {
				throw new IllegalArgumentException(layers.label() + " has a name twice: give each layer once.");
			}
			if (count > 0 && count != names.size()) {
				throw new IllegalArgumentException(weights.label() + " has " + count + (count == 1 ? " number" : " numbers") +
					" for " + names.size() + (names.size() == 1 ? " layer" : " layers") +
					": give one for each layer, or none for 1 each.");
			}
			if (count > 0 && recipe.get(weights).stream().allMatch(weight -> weight == 0)) {
				throw new IllegalArgumentException(weights.label() + " are all 0: give at least one of them a larger value.");
			}
		}
	}
}
