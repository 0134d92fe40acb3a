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

package net.neuralstyle.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a preset and what is said beside it make a recipe. */
class RecipeInputsTest {

	@Test
	void nothingSaidMeansTheUsualValues() {
		assertEquals(Recipe.builder().build(), recipe(Map.of()));
	}

	@ParameterizedTest
	@EnumSource
	void presetSaysWhatIsNotSaid(final Preset preset) {
		assertEquals(preset.recipe(NetworkKind.COMPACT).toBuilder().set(Settings.ITERATIONS, 3).build(), recipe(Map.of(
			"preset", preset.label(), "iterations", "3")));
	}

	@Test
	void everySettingPrevailsOverThePreset() {
		final Recipe other = Recipe.builder().setText(Settings.STRENGTH, "2").setText(Settings.STROKE_SIZE, "3")
			.setText(Settings.COLOURS, "matched").setText(Settings.SIZE, "64").setText(Settings.ITERATIONS, "1")
			.setText(Settings.LEAST_DECREASE, "4").setText(Settings.CONTENT_WEIGHT, "5")
			.setText(Settings.STYLE_WEIGHT, "6").setText(Settings.TOTAL_VARIATION_WEIGHT, "7")
			.setText(Settings.TOTAL_VARIATION_EXPONENT, "0.5")
			.setText(Settings.CONTENT_LAYERS, "a,b").setText(Settings.CONTENT_LAYER_WEIGHTS, "1,2")
			.setText(Settings.STYLE_LAYERS, "c,d").setText(Settings.STYLE_LAYER_WEIGHTS, "3,4")
			.setText(Settings.STYLE_NORMALIZATION, "layer").setText(Settings.POOLING, "max")
			.setText(Settings.START, "noise").setText(Settings.SOFT_EDGE, "4").setText(Settings.PYRAMID, "2")
			.setText(Settings.DETAIL, "1.5").setText(Settings.COHERENCE, "7").setText(Settings.OPTIMIZER, "adam")
			.setText(Settings.TILE_SIZE, "512").setText(Settings.PRECISION, "bfloat16").setText(Settings.SEED, "9").build();
		for (final Setting<?> setting : Settings.all()) {
			assertFalse(other.get(setting).equals(setting.usual()), setting.key());
		}
		assertEquals(other, recipe(texts(other)));
	}

	@Test
	void startImageIsStartedFrom() {
		assertEquals(Start.IMAGE, recipe(Map.of("startImage", "former.png")).get(Settings.START));
		assertEquals(Start.IMAGE, recipe(Map.of("startImage", "former.png", "start", "image")).get(Settings.START));
		assertEquals(Start.CONTENT, recipe(Map.of("startImage", "none")).get(Settings.START));
	}

	@Test
	void startThatDoesNotFitTheStartImageIsRefused() {
		assertEquals("There is a start image, but the start is from noise: start from image, or leave the start image out.",
			assertThrows(IllegalArgumentException.class, () -> recipe(Map.of("startImage", "a.png", "start", "noise")))
				.getMessage());
		assertEquals("The start is from an image, but there is none: give a start image, or start from content, noise, " +
			"style or network.", assertThrows(IllegalArgumentException.class, () -> recipe(Map.of("start",
				"image"))).getMessage());
	}

	@Test
	void startNetworkIsStartedFrom() {
		assertEquals(Start.NETWORK, recipe(Map.of("startNetwork", "great-wave")).get(Settings.START));
		assertEquals(Start.NETWORK, recipe(Map.of("start", "network")).get(Settings.START));
		assertEquals(Start.CONTENT, recipe(Map.of("startNetwork", " ")).get(Settings.START));
	}

	@Test
	void startThatDoesNotFitTheStartNetworkIsRefused() {
		assertEquals("There is a start network, but the start is from noise: start from network, or leave the start " +
			"network out.", assertThrows(IllegalArgumentException.class, () -> recipe(Map.of("startNetwork", "waves", "start",
				"noise"))).getMessage());
		assertEquals("There are a start image and a start network: leave one of them out.", assertThrows(
			IllegalArgumentException.class, () -> recipe(Map.of("startNetwork", "waves", "startImage", "a.png")))
				.getMessage());
	}

	@Test
	void startFollowsTheStartNetwork() {
		final Map<String, String> without = texts(Recipe.builder().build());
		without.putAll(Map.of("preset", "Balanced", "startNetwork", ""));
		final Map<String, String> with = new HashMap<>(without);
		with.put("startNetwork", "waves");
		assertEquals(Map.of("start", "network"), changes(without, with));
		with.put("start", "network");
		assertEquals(Map.of("start", "content"), changes(with, without));
	}

	@Test
	void startFollowsTheStartImage() {
		final Map<String, String> without = texts(Recipe.builder().build());
		without.putAll(Map.of("preset", "Balanced", "startImage", "none"));
		final Map<String, String> with = new HashMap<>(without);
		with.put("startImage", "former.png");
		assertEquals(Map.of("start", "image"), changes(without, with));
		with.put("start", "image");
		assertEquals(Map.of("start", "content"), changes(with, without));
	}

	@Test
	void layersOfOnesOwnHaveEqualWeights() {
		assertEquals(List.of(), recipe(Map.of("styleLayers", "block1_conv1,block2_conv1")).get(Settings.STYLE_LAYER_WEIGHTS));
	}

	@Test
	void networkFromAFileIsOfVggsKind() {
		assertEquals(Preset.BALANCED.recipe(NetworkKind.VGG), recipe(Map.of("weightsFile", "folder/my.h5")));
		assertEquals("my.h5", new RecipeInputs(Map.of("weightsFile", "folder/my.h5")).networkName());
	}

	@Test
	void unknownPresetIsRefusedWithTheNamesThatThereAre() {
		final IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> recipe(Map.of("preset",
			"Oil")));
		assertEquals("\"Oil\" is not a preset: use \"" + String.join("\", \"", Preset.labels()) + "\".", refusal
			.getMessage());
	}

	@Test
	void newPresetSetsEverything() {
		final Map<String, String> before = dialog(Preset.BALANCED, RecipeInputs.COMPACT_NETWORK);
		before.put("iterations", "99");
		final Map<String, String> after = new HashMap<>(before);
		after.put("preset", Preset.PREVIEW.label());
		assertEquals(texts(Preset.PREVIEW.recipe(NetworkKind.COMPACT)), changes(before, after));
	}

	@Test
	void otherNetworkSetsWhatThePresetMeansThereButNothingThatWasChanged() {
		final Map<String, String> before = dialog(Preset.BALANCED, RecipeInputs.COMPACT_NETWORK);
		before.put("styleWeight", "7");
		final Map<String, String> after = new HashMap<>(before);
		after.put("network", RecipeInputs.VGG16_NETWORK);
		final Map<String, String> expected = texts(Preset.BALANCED.recipe(NetworkKind.VGG));
		expected.entrySet().removeAll(texts(Preset.BALANCED.recipe(NetworkKind.COMPACT)).entrySet());
		expected.remove("styleWeight");
		assertEquals(expected, changes(before, after));
		assertFalse(expected.isEmpty());
	}

	@Test
	void changedSettingChangesNothingElse() {
		final Map<String, String> before = dialog(Preset.BALANCED, RecipeInputs.COMPACT_NETWORK);
		final Map<String, String> after = new HashMap<>(before);
		after.put("styleWeight", "7");
		assertEquals(Map.of(), changes(before, after));
	}

	// -- Helper methods --

	private static Recipe recipe(final Map<String, String> texts) {
		return new RecipeInputs(texts).recipe();
	}

	private static Map<String, String> changes(final Map<String, String> before, final Map<String, String> after) {
		return new RecipeInputs(after).changesSince(new RecipeInputs(before));
	}

	private static Map<String, String> dialog(final Preset preset, final String network) {
		final Map<String, String> texts = texts(preset.recipe(NetworkKind.COMPACT));
		texts.put("preset", preset.label());
		texts.put("network", network);
		return texts;
	}

	private static Map<String, String> texts(final Recipe recipe) {
		final Map<String, String> texts = new HashMap<>();
		Settings.all().forEach(setting -> texts.put(setting.key(), recipe.text(setting)));
		return texts;
	}
}
