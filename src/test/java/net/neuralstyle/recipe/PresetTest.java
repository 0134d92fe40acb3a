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
