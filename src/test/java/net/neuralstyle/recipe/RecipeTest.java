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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link Recipe} and, by it, the definitions in {@link Settings}. */
class RecipeTest {

	@Test
	void whatIsNotSaidHasItsUsualValue() {
		final Recipe recipe = Recipe.builder().build();
		for (final Setting<?> setting : Settings.all()) {
			assertEquals(setting.usual(), recipe.get(setting), setting.key());
		}
	}

	@Test
	void jsonGivesTheSameRecipe() {
		final Recipe recipe = Recipe.builder().set(Settings.STYLE_WEIGHT, 12.5).set(Settings.SIZE, 0).set(Settings.SEED, 1L <<
			60).set(Settings.STYLE_LAYERS, List.of("block1_conv1", "block2_conv1")).set(Settings.STYLE_LAYER_WEIGHTS, List.of(
				1e-3, 25.0)).set(Settings.POOLING, Pooling.AVERAGE).build();
		final Recipe copy = Recipe.fromJson(recipe.toJson());
		for (final Setting<?> setting : Settings.all()) {
			assertEquals(recipe.get(setting), copy.get(setting), setting.key());
		}
		assertEquals(recipe, copy);
	}

	@Test
	void everyUsualValueIsTakenAndReadBack() {
		Settings.all().forEach(RecipeTest::assertReadBack);
	}

	private static <T> void assertReadBack(final Setting<T> setting) {
		assertEquals(setting.usual(), setting.value(setting.text(setting.usual())), setting.key());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"size | 31 | Size must be from 32 to 16384 pixels, or 0 for the size of the content, not 31.", //
		"size | 64.5 | Size must be a whole number from 32 to 16384 pixels, or 0 for the size of the content, not 64.5.", //
		"styleWeight | 1e10 | Style weight must be from 0 to 1e9, not 1.0E10.", //
		"styleWeight | much | Style weight must be a number from 0 to 1e9, not \"much\".", //
		"styleLayerWeights | 1,x | Style layer weights must be numbers with commas from 0 to 1e9, not \"x\".", //
		"strength | 0.05 | Style strength must be from 0.1 to 10, not 0.05.", //
		"pyramid | 9 | Pyramid levels must be from 1 to 8, or 0 for automatic, not 9.", //
		"pooling | median | \"median\" is not a choice for pooling: use \"max\" or \"average\".", //
		"precision | half | \"half\" is not a choice for precision: use \"automatic\" or \"float32\" or \"bfloat16\"." })
	void wrongValueIsRefusedWithASentence(final String key, final String text, final String sentence) {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Settings.byKey(key).value(text));
		assertEquals(sentence, exc.getMessage());
	}

	@Test
	void numberThatIsNoneIsRefused() {
		final Recipe.Builder builder = Recipe.builder();
		assertThrows(IllegalArgumentException.class, () -> builder.set(Settings.STYLE_WEIGHT, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> builder.set(Settings.STYLE_LAYER_WEIGHTS, List.of(Double.NaN)));
	}

	@Test
	void weightsThatDoNotMatchTheLayersAreRefused() {
		final Recipe.Builder builder = Recipe.builder().set(Settings.STYLE_LAYER_WEIGHTS, List.of(1.0, 2.0));
		final Exception exc = assertThrows(IllegalArgumentException.class, builder::build);
		assertEquals("Style layer weights has 2 numbers for 5 layers: give one for each layer, or none for 1 each.", exc
			.getMessage());
	}

	@Test
	void layersWeighOneEachUnlessWeightsAreSaid() {
		final Recipe recipe = Recipe.builder().set(Settings.STYLE_LAYERS, List.of("a", "b")).build();
		assertEquals(List.of(), recipe.get(Settings.STYLE_LAYER_WEIGHTS));
		assertEquals(List.of(2.0, 3.0), Recipe.fromJson("{\"styleLayerWeights\": [2, 3], \"styleLayers\": [\"a\", \"b\"]}")
			.get(Settings.STYLE_LAYER_WEIGHTS));
	}

	@Test
	void layersWithoutANameAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Recipe.builder().setText(Settings.STYLE_LAYERS, "").build());
		assertThrows(IllegalArgumentException.class, () -> Recipe.builder().setText(Settings.STYLE_LAYERS, "a,,b").build());
		assertThrows(IllegalArgumentException.class, () -> Recipe.builder().setText(Settings.STYLE_LAYERS, "a,a").build());
	}

	@Test
	void weightsThatAreAllZeroAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Recipe.builder().set(Settings.CONTENT_WEIGHT, 0.0).set(
			Settings.STYLE_WEIGHT, 0.0).build());
		assertThrows(IllegalArgumentException.class, () -> Recipe.builder().set(Settings.CONTENT_LAYER_WEIGHTS, List.of(0.0))
			.build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "[]", "{\"size\": {}}", "{\"size\": null}", "{\"sizes\": 64}", "{\"size\": \"x\"}",
		"{\"size\": 20}", "{" })
	void jsonThatIsNoRecipeIsRefusedWithASentence(final String json) {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Recipe.fromJson(json));
		assertTrue(exc.getMessage().matches("[A-Z].*\\."), exc.getMessage());
	}

	@Test
	void jsonHasTheVersionOfItsFormat() {
		assertTrue(Recipe.builder().build().toJson().startsWith("{\"format\":1,"), Recipe.builder().build().toJson());
		assertEquals(Recipe.fromJson("{\"size\": 64}"), Recipe.fromJson("{\"format\": 1, \"size\": 64}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "1.5", "1e999999999" })
	void newerVersionIsRefusedWhateverElseIsInIt(final String version) {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Recipe.fromJson(
			"{\"sizes\": 7, \"format\": " + version + "}"));
		assertEquals("It was written by a newer version of the plugin (format \"" + version +
			"\", and this one knows 1): update the plugin.", exc.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "null", "\"1\"", "[]", "NaN" })
	void versionThatIsNoneIsRefused(final String version) {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Recipe.fromJson("{\"format\": " + version +
			"}"));
		assertEquals("The recipe cannot be read: it must be a JSON object with a value for each setting.", exc.getMessage());
	}

	@Test
	void unknownSettingIsRepeatedShortAndOnOneLine() {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Recipe.fromJson("{\"a\\nb" + "c".repeat(
			100_000) + "\": 7}"));
		assertEquals("The recipe has more than settings: there is no setting \"a?b" + "c".repeat(77) +
			"...\", so leave that out, or update the plugin.", exc.getMessage());
	}

	@Test
	void jsonThatIsTooDeepIsRefused() {
		final String deep = "{\"size\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
		assertThrows(IllegalArgumentException.class, () -> Recipe.fromJson(deep));
	}

	@Test
	void whatJsonLeavesOutHasItsUsualValue() {
		assertEquals(Recipe.builder().set(Settings.SIZE, 64).build(), Recipe.fromJson("{\"size\": 64}"));
	}
}
