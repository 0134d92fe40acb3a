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

/** A value for every setting of {@link PaintingSettings}: how a trained network's picture is finished. Immutable. */
public final class PaintingRecipe extends SettingValues {

	private PaintingRecipe(final Builder builder) {
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
	 * @throws IllegalArgumentException if it is no JSON, of a newer version, has a key that is no setting's, or a value
	 *           that a setting does not take; the message is one sentence for the user
	 */
	public static PaintingRecipe fromJson(final String json) {
		return builder().setJson(json, PaintingSettings.all()).build();
	}

	@Override
	List<Setting<?>> settings() {
		return PaintingSettings.all();
	}

	/** Collects values. */
	public static final class Builder extends SettingValues.Builder<Builder> {

		private Builder() {}

		private Builder(final PaintingRecipe start) {
			super(start);
		}

		/** Makes the recipe. */
		public PaintingRecipe build() {
			return new PaintingRecipe(this);
		}
	}
}
