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

import java.util.HashMap;
import java.util.Map;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;

/**
 * What the inputs of a command of style transfers say where style networks paint instead: texts by the inputs' names.
 * What both ways have is said by the same inputs, and is as networks have it where nothing is said; what style
 * transfers alone have is to be as it usually is. Immutable.
 */
public final class PaintingInputs {

	private static final Preset USUAL = Preset.BALANCED;
	private static final String WAY_OUT = ": leave it out, or leave the style networks out.";

	private final Map<String, String> texts;

	/** @param texts of inputs, by name */
	public PaintingInputs(final Map<String, String> texts) {
		this.texts = texts;
	}

	/**
	 * Returns how what is painted is finished.
	 *
	 * @throws WrongSettingException if something is said that style transfers alone have; the message is one sentence for
	 *           the user
	 * @throws IllegalArgumentException if a value is wrong, likewise
	 */
	public PaintingRecipe recipe() {
		checkOthers();
		final PaintingRecipe.Builder builder = PaintingRecipe.builder();
		for (final Setting<?> setting : PaintingSettings.all()) {
			if (texts.containsKey(setting.key())) builder.setText(setting, texts.get(setting.key()));
		}
		return builder.build();
	}

	/** Returns what a dialog begins with when networks come to paint: texts by the inputs' names. */
	public static Map<String, String> usual() {
		final Map<String, String> usual = usualOfTransfers();
		PaintingSettings.all().forEach(setting -> usual.put(setting.key(), PaintingRecipe.builder().build().text(setting)));
		return usual;
	}

	/** Returns what a dialog begins with when networks no longer paint: texts by the inputs' names. */
	public static Map<String, String> usualOfTransfers() {
		final Map<String, String> usual = new HashMap<>();
		usual.put(RecipeInputs.PRESET, USUAL.label());
		usual.put(RecipeInputs.NETWORK, RecipeInputs.COMPACT_NETWORK);
		Settings.all().forEach(setting -> usual.put(setting.key(), USUAL.recipe(NetworkKind.COMPACT).text(setting)));
		return usual;
	}

	// -- Helper methods --

	private void checkOthers() {
		final String preset = texts.getOrDefault(RecipeInputs.PRESET, USUAL.label());
		if (Preset.byLabel(preset) != USUAL) {
			throw new WrongSettingException("The preset " + Quoted.of(preset) + " is one of style transfers, and style " +
				"networks paint without: choose " + USUAL.label() + ", or leave the style networks out.");
		}
		if (!texts.getOrDefault(RecipeInputs.WEIGHTS_FILE, "").isBlank() || !texts.getOrDefault(RecipeInputs.NETWORK,
			RecipeInputs.COMPACT_NETWORK).equals(RecipeInputs.COMPACT_NETWORK))
		{
			throw new WrongSettingException("There is a network that compares images, and style networks paint without" +
				WAY_OUT);
		}
		final Map<String, String> others = new HashMap<>(texts);
		PaintingSettings.all().forEach(setting -> others.remove(setting.key()));
		final Recipe said = new RecipeInputs(others).recipe();
		final Recipe usual = USUAL.recipe(NetworkKind.COMPACT);
		for (final Setting<?> setting : Settings.all()) {
			if (said.text(setting).equals(usual.text(setting))) continue;
			throw new WrongSettingException(setting.label() + " is a setting of style transfers, and style networks paint " +
				"without" + WAY_OUT);
		}
	}
}
