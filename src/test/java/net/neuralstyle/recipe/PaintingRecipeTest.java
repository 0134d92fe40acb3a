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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@link PaintingRecipe} and, by it, the definitions in {@link PaintingSettings}. */
class PaintingRecipeTest {

	@Test
	void whatIsNotSaidHasItsUsualValue() {
		final PaintingRecipe recipe = PaintingRecipe.fromJson("{}");
		for (final Setting<?> setting : PaintingSettings.all()) {
			assertEquals(setting.usual(), recipe.get(setting), setting.key());
		}
	}

	@Test
	void jsonGivesTheSameRecipe() {
		final PaintingRecipe recipe = PaintingRecipe.builder().set(PaintingSettings.STRENGTH, 0.25).set(Settings.COLOURS,
			Colours.MATCHED).set(PaintingSettings.SIZE, 640).set(Settings.SOFT_EDGE, 3.0).set(PaintingSettings.COHERENCE, 0.75)
			.build();
		final PaintingRecipe copy = PaintingRecipe.fromJson(recipe.toJson());
		for (final Setting<?> setting : PaintingSettings.all()) {
			assertEquals(recipe.get(setting), copy.get(setting), setting.key());
		}
		assertEquals(recipe, copy);
	}

	@Test
	void otherValuesStayWhenOneIsSet() {
		final PaintingRecipe recipe = PaintingRecipe.builder().set(PaintingSettings.STRENGTH, 0.25).build();
		final PaintingRecipe changed = recipe.toBuilder().setText(Settings.COLOURS, "content").build();
		assertEquals(0.25, changed.get(PaintingSettings.STRENGTH));
		assertEquals(Colours.CONTENT, changed.get(Settings.COLOURS));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"{\"strength\":1.5} | Strength must be from 0 to 1, not 1.5.", //
		"{\"coherence\":-1} | Coherence must be from 0 to 1, not -1.0.", //
		"{\"size\":8} | Size must be from 32 to 16384 pixels, or 0 for the size of the content, not 8.", //
		"{\"iterations\":8} | The recipe has more than settings: there is no setting \"iterations\", so leave that " +
		"out, or update the plugin.", //
		"{\"precision\":\"float32\"} | The recipe has more than settings: there is no setting \"precision\", so leave that " +
		"out, or update the plugin.", //
		"[] | The recipe cannot be read: it must be a JSON object with a value for each setting.", //
		"{\"size\":{}} | The recipe cannot be read: it must be a JSON object with a value for each setting." })
	void wrongRecipeIsRefusedWithASentence(final String json, final String sentence) {
		assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> PaintingRecipe.fromJson(json))
			.getMessage());
	}
}
