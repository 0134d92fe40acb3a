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
 * A value for every setting of {@link TrainingSettings}: how a network is trained, but for what a {@link Recipe} says.
 * Immutable, and always one that can be followed.
 */
public final class TrainingRecipe extends SettingValues {

	private TrainingRecipe(final Builder builder) {
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

	@Override
	List<Setting<?>> settings() {
		return TrainingSettings.all();
	}

	/** Collects values. */
	public static final class Builder extends SettingValues.Builder<Builder> {

		private Builder() {}

		private Builder(final TrainingRecipe start) {
			super(start);
		}

		/**
		 * Makes the values.
		 *
		 * @throws IllegalArgumentException if they cannot be followed; the message is one sentence for the user
		 */
		public TrainingRecipe build() {
			final TrainingRecipe recipe = new TrainingRecipe(this);
			final int size = recipe.get(TrainingSettings.PICTURE_SIZE);
			if (size % TrainingSettings.SIZE_STEP != 0) {
				throw new IllegalArgumentException(TrainingSettings.PICTURE_SIZE.label() + " must be a multiple of " +
					TrainingSettings.SIZE_STEP + ", not " + size + ": choose " + size / TrainingSettings.SIZE_STEP *
						TrainingSettings.SIZE_STEP + ".");
			}
			return recipe;
		}
	}
}
