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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** Tests {@link Preset}. */
class PresetTest {

	@Test
	void balancedIsWhatTheSettingsUsuallyAre() {
		assertEquals(Recipe.builder().build(), Preset.BALANCED.recipe(NetworkKind.COMPACT));
	}

	@Test
	void changesMakeThePresetOfTheBalancedOne() {
		for (final Preset preset : Preset.values()) {
			for (final NetworkKind network : NetworkKind.values()) {
				final Recipe.Builder builder = Preset.BALANCED.recipe(network).toBuilder();
				for (final Map.Entry<String, String> change : preset.changes(network).entrySet()) {
					builder.setText(Settings.byKey(change.getKey()), change.getValue());
				}
				assertEquals(preset.recipe(network), builder.build(), preset.label());
			}
		}
	}

	@Test
	void notebookIsTheNotebooksProcedure() {
		final Recipe recipe = Preset.NOTEBOOK.recipe(NetworkKind.VGG);
		assertEquals(Start.NOISE, recipe.get(Settings.START));
		assertEquals(1, recipe.get(Settings.PYRAMID));
		assertEquals(10, recipe.get(Settings.ITERATIONS));
		assertEquals(Optimizer.LBFGS, recipe.get(Settings.OPTIMIZER));
		assertEquals("0.025 5 1", recipe.text(Settings.CONTENT_WEIGHT) + " " + recipe.text(Settings.STYLE_WEIGHT) + " " +
			recipe.text(Settings.TOTAL_VARIATION_WEIGHT));
	}

	@Test
	void presetIsFoundByItsNameAlone() {
		assertEquals(Preset.PAINTING, Preset.byLabel("Painting"));
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Preset.byLabel("painted"));
		assertTrue(exc.getMessage().startsWith("\"painted\" is not a preset: use \"Balanced\", \"Painting\""), exc
			.getMessage());
	}
}
