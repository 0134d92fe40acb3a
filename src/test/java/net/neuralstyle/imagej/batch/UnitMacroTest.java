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

package net.neuralstyle.imagej.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.imagej.ApplyStyleNetwork;
import net.neuralstyle.imagej.CommandTest;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.MacroOptions;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;

class UnitMacroTest extends CommandTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 64).set(Settings.STYLE_LAYERS, List.of("a",
		"b")).set(Settings.SEED, 7L).build();

	@Test
	void lineHasAllThatTheOtherCommandReads() {
		final String line = UnitMacro.of(unit("Compact VGG (bundled)", false), "my cat.png", "");
		final Map<String, String> options = MacroOptions.parse(MacroLine.options(line));
		assertEquals("my cat.png", options.get("content"));
		assertEquals("s.jpg", options.get("style"));
		assertEquals("gravel,mosaic", options.get("morestyles"));
		assertEquals("1,2,3", options.get("styleblend"));
		assertEquals("Compact VGG (bundled)", options.get("network"));
		assertFalse(UnitMacro.isAsContent(line));
		final Map<String, String> texts = new HashMap<>(InputText.byInput(new HostedCommand(context(),
			NeuralStyleTransfer.class.getName()).inputs(), options));
		assertEquals(RECIPE, new RecipeInputs(texts).recipe());
	}

	@Test
	void weightsFromAFileAreNamedWithoutTheirFolder() {
		final String line = UnitMacro.of(unit("/home/me/my.h5", true), "cat.png", "");
		assertTrue(line.contains(" weightsfile=my.h5 "), line);
		assertFalse(line.contains("network="), line);
		assertTrue(UnitMacro.isAsContent(line), line);
	}

	@Test
	void slicesAreThoseOfFrames() {
		assertEquals("2-5", UnitMacro.slices(UnitMacro.of(unit("w", false), "cat.tif", "2-5")));
		assertEquals("", UnitMacro.slices(UnitMacro.of(unit("w", false), "cat.tif", "")));
	}

	@Test
	void lineOfAPaintingHasAllThatTheCommandOfNetworksReads() {
		final PaintingRecipe recipe = PaintingRecipe.builder().set(PaintingSettings.STRENGTH, 0.5).build();
		final BatchUnit unit = BatchUnit.fromJson("{\"content\":\"/in/cat.tif\",\"output\":\"/out/a.tif\",\"asContent\":" +
			"true,\"way\":{\"painter\":\"/n/my waves.h5\",\"recipe\":" + recipe.toJson() + "}}");
		final String line = UnitMacro.of(unit, "cat.tif", "2-5");
		assertTrue(line.startsWith("run(\"Apply Style Network\", \""), line);
		final Map<String, String> options = MacroOptions.parse(MacroLine.options(line));
		assertEquals("my waves.h5", options.get("network"));
		assertEquals("2-5", UnitMacro.slices(line));
		assertTrue(UnitMacro.isAsContent(line), line);
		final Map<String, String> texts = InputText.byInput(new HostedCommand(context(), ApplyStyleNetwork.class.getName())
			.inputs(), options);
		for (final Setting<?> setting : PaintingSettings.all()) {
			assertEquals(recipe.text(setting), texts.get(setting.key()), setting.key());
		}
	}

	private static BatchUnit unit(final String weights, final boolean asContent) {
		return BatchUnit.fromJson("{\"content\":\"/in/cat.png\",\"output\":\"/out/a.png\",\"asContent\":" + asContent +
			",\"way\":{\"styles\":[\"/s/s.jpg\",\"gravel\",\"mosaic\"],\"blend\":\"1,2,3\",\"weights\":\"" + weights +
			"\",\"recipe\":" + RECIPE.toJson() + "}}");
	}
}
