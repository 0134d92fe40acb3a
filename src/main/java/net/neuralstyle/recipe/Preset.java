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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A named way to make pictures: values of some settings, the others being the usual
 * ones. What each was chosen for is in docs/method.md.
 */
public enum Preset {

		/** The usual values: strokes and colours of the style, the content readable. */
		BALANCED("Balanced"),

		/** Strokes before detail. */
		PAINTING("Painting"),

		/** Keeps the content. */
		PHOTOGRAPH("Photograph"),

		/** A small picture in a few seconds. */
		PREVIEW("Preview"),

		/** What a network learns best: large strokes, flat areas, and a content that can be read. */
		STYLE_NETWORK("Style network"),

		/** Narayanan's notebook: from noise, one level, 10 times 20 evaluations of plain L-BFGS. */
		NOTEBOOK("Notebook (Narayanan)"),

		/** The paper: one content layer, the first layer of each block for the style, each normalised by its size. */
		GATYS("Gatys 2016");

	private final String label;

	Preset(final String label) {
		this.label = label;
	}

	/** The preset's name for people, and in macros. */
	public String label() {
		return label;
	}

	/** The names of all presets. */
	public static List<String> labels() {
		return Arrays.stream(values()).map(Preset::label).collect(Collectors.toUnmodifiableList());
	}

	/**
	 * Finds a preset by its name.
	 *
	 * @throws IllegalArgumentException if there is none; the message names those
	 *           that there are
	 */
	public static Preset byLabel(final String label) {
		return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("\"" + label + "\" is not a preset: use \"" + String.join("\", \"", labels()) +
				"\"."));
	}

	/** Returns the recipe that the preset stands for with a kind of network. */
	public Recipe recipe(final NetworkKind network) {
		final Recipe.Builder builder = Recipe.builder();
		final boolean compact = network == NetworkKind.COMPACT;
		if (!compact) balanceForVgg(builder);
		switch (this) {
			case PAINTING:
				builder.set(Settings.DETAIL, 0.35).set(Settings.STROKE_SIZE, 2.0).set(Settings.STYLE_WEIGHT, compact ? 40.0 : 10.0);
				if (compact) builder.set(Settings.STYLE_LAYER_WEIGHTS, List.of(1.0, 1.0, 25.0, 25.0, 4.0));
				break;
			case PHOTOGRAPH:
				builder.set(Settings.DETAIL, 1.0).set(Settings.STROKE_SIZE, 1.5).set(Settings.STYLE_WEIGHT, compact ? 5.0 : 2.0);
				break;
			case PREVIEW:
				builder.set(Settings.SIZE, 256).set(Settings.ITERATIONS, 5);
				break;
			case STYLE_NETWORK:
				builder.set(Settings.STROKE_SIZE, 2.0).set(Settings.CONTENT_WEIGHT, 0.4).set(Settings.TOTAL_VARIATION_WEIGHT, 25.0);
				if (compact) builder.set(Settings.STYLE_LAYER_WEIGHTS, List.of(2.0, 2.0, 25.0, 25.0, 10.0));
				break;
			case NOTEBOOK:
				notebook(builder);
				break;
			case GATYS:
				gatys(builder);
				break;
			default:
				break;
		}
		return builder.build();
	}

	/** Returns, as people write them, the values that the preset sets to others than {@link #BALANCED} has, by key. */
	public Map<String, String> changes(final NetworkKind network) {
		final Recipe mine = recipe(network);
		final Recipe usual = BALANCED.recipe(network);
		final Map<String, String> changes = new LinkedHashMap<>();
		for (final Setting<?> setting : Settings.all()) {
			if (!mine.get(setting).equals(usual.get(setting))) changes.put(setting.key(), mine.text(setting));
		}
		return changes;
	}

	// -- Helper methods --

	/** What differs with VGG16, whose deep layers weigh more: the notebook's balance, as it was made for that network. */
	private static void balanceForVgg(final Recipe.Builder builder) {
		builder.set(Settings.STYLE_WEIGHT, 5.0).set(Settings.STYLE_LAYER_WEIGHTS, List.of()).set(Settings.POOLING,
			Pooling.MAX).set(Settings.STROKE_SIZE, 1.0);
	}

	private static void notebook(final Recipe.Builder builder) {
		builder.set(Settings.START, Start.NOISE).set(Settings.PYRAMID, 1).set(Settings.ITERATIONS, 10) //
			.set(Settings.CONTENT_WEIGHT, 0.025).set(Settings.STYLE_WEIGHT, 5.0).set(Settings.TOTAL_VARIATION_WEIGHT, 1.0) //
			.set(Settings.CONTENT_LAYERS, List.of("block2_conv2")).set(Settings.STYLE_LAYERS, List.of("block1_conv2",
				"block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3")) //
			.set(Settings.STYLE_NORMALIZATION, StyleNormalization.NOTEBOOK).set(Settings.POOLING, Pooling.MAX) //
			.set(Settings.STROKE_SIZE, 1.0).set(Settings.OPTIMIZER, Optimizer.LBFGS);
	}

	/** NB: The factor 1/2 of the paper's content term is a weight of the layer. */
	private static void gatys(final Recipe.Builder builder) {
		builder.set(Settings.CONTENT_LAYERS, List.of("block4_conv2")).set(Settings.CONTENT_LAYER_WEIGHTS, List.of(0.5)) //
			.set(Settings.STYLE_LAYERS, List.of("block1_conv1", "block2_conv1", "block3_conv1", "block4_conv1",
				"block5_conv1")) //
			.set(Settings.STYLE_NORMALIZATION, StyleNormalization.LAYER) //
			.set(Settings.STYLE_WEIGHT, 200.0).set(Settings.STROKE_SIZE, 1.0);
	}
}
