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

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

/**
 * What the inputs of a command say of the recipe: texts by the inputs' names, those of settings under
 * the settings' keys. What is not there is as the preset says; weights of layers that are given are 1. Immutable.
 */
public final class RecipeInputs {

	public static final String PRESET = "preset";
	public static final String NETWORK = "network";
	public static final String WEIGHTS_FILE = "weightsFile";
	public static final String START_IMAGE = "startImage";
	public static final String START_NETWORK = "startNetwork";

	/** Choices of a network and of a type of results. */
	public static final String COMPACT_NETWORK = "Compact VGG (bundled)";
	public static final String VGG16_NETWORK = "VGG16 (ImageNet)";
	public static final String RGB = "RGB";
	public static final String AS_CONTENT = "as content";

	private final Map<String, String> texts;

	/** @param texts of inputs, by name, those of images too */
	public RecipeInputs(final Map<String, String> texts) {
		this.texts = texts;
	}

	/**
	 * Returns the longer side, in pixels, that pictures are needed in at least, 0 for all there are.
	 *
	 * @param given values of the inputs, by name
	 */
	public static int neededLongerSide(final Map<String, Object> given) {
		final Object preset = given.getOrDefault(PRESET, Preset.BALANCED.label());
		final Recipe recipe = Preset.byLabel((String) preset).recipe(NetworkKind.COMPACT);
		final Number size = (Number) given.getOrDefault(Settings.SIZE.key(), recipe.get(Settings.SIZE));
		final Number strokes = (Number) given.getOrDefault(Settings.STROKE_SIZE.key(), recipe.get(Settings.STROKE_SIZE));
		// NB: What is out of range is the command's to refuse.
		return (int) Math.ceil(Math.max(0, size.doubleValue()) * Math.max(1, strokes.doubleValue()));
	}

	/**
	 * Returns the recipe.
	 *
	 * @throws IllegalArgumentException if a value is wrong; the message is one sentence for the user
	 */
	public Recipe recipe() {
		final Recipe.Builder builder = ofPreset().toBuilder();
		for (final Setting<?> setting : Settings.all()) {
			if (texts.containsKey(setting.key())) builder.setText(setting, texts.get(setting.key()));
		}
		if (!texts.containsKey(Settings.START.key())) impliedStart().ifPresent(start -> builder.set(Settings.START, start));
		final Recipe recipe = builder.build();
		checkStart(recipe.get(Settings.START));
		return recipe;
	}

	/** The name of the network that compares images. */
	public String networkName() {
		return isFromFile() ? new File(texts.get(WEIGHTS_FILE)).getName() : texts.getOrDefault(NETWORK,
			COMPACT_NETWORK);
	}

	public NetworkKind networkKind() {
		return !isFromFile() && networkName().equals(COMPACT_NETWORK) ? NetworkKind.COMPACT
			: NetworkKind.VGG;
	}

	/**
	 * Finds out which settings change with the preset or the network. A preset sets all of them; another network those for
	 * which the preset then has another value, but none that somebody has changed.
	 *
	 * @param before the inputs before the change, without a preset if there were none
	 * @return texts of settings by their keys
	 */
	public Map<String, String> changesSince(final RecipeInputs before) {
		final Recipe now = ofPreset();
		final Recipe earlier = before.ofPreset();
		final boolean isNewPreset = !texts.get(PRESET).equals(before.texts.get(PRESET));
		final Map<String, String> changes = new HashMap<>();
		for (final Setting<?> setting : Settings.all()) {
			final boolean isUntouched = earlier.text(setting).equals(texts.get(setting.key()));
			if (isNewPreset || isUntouched && !now.text(setting).equals(earlier.text(setting))) {
				changes.put(setting.key(), now.text(setting));
			}
		}
		if (!impliedStart().equals(before.impliedStart())) {
			changes.put(Settings.START.key(), Settings.START.text(impliedStart().orElse(now.get(Settings.START))));
		}
		return changes;
	}

	// -- Helper methods --

	private boolean hasStartImage() {
		return !texts.getOrDefault(START_IMAGE, InputText.NONE).equals(InputText.NONE);
	}

	private boolean hasStartNetwork() {
		return !texts.getOrDefault(START_NETWORK, "").isBlank();
	}

	/** The start of those who give something to start from. */
	private Optional<Start> impliedStart() {
		if (hasStartImage()) return Optional.of(Start.IMAGE);
		return hasStartNetwork() ? Optional.of(Start.NETWORK) : Optional.empty();
	}

	private void checkStart(final Start start) {
		if (hasStartImage() && hasStartNetwork()) {
			throw new IllegalArgumentException("There are a start image and a start network: leave one of them out.");
		}
		if (hasStartNetwork() && start != Start.NETWORK) {
			throw new IllegalArgumentException("There is a start network, but the start is from " + Settings.START.text(start) +
				": start from network, or leave the start network out.");
		}
		if (hasStartImage() && start != Start.IMAGE) {
			throw new IllegalArgumentException("There is a start image, but the start is from " + Settings.START.text(start) +
				": start from image, or leave the start image out.");
		}
		if (!hasStartImage() && start == Start.IMAGE) {
			throw new IllegalArgumentException("The start is from an image, but there is none: give a start image, or start " +
				"from content, noise, style or network.");
		}
	}

	private Recipe ofPreset() {
		return Preset.byLabel(texts.getOrDefault(PRESET, Preset.BALANCED.label())).recipe(networkKind());
	}

	private boolean isFromFile() {
		return !texts.getOrDefault(WEIGHTS_FILE, "").isBlank();
	}
}
