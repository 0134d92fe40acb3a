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

import static net.neuralstyle.recipe.Setting.Group.ADVANCED;
import static net.neuralstyle.recipe.Setting.Group.MAIN;

import java.util.List;
import java.util.NoSuchElementException;

/** All settings of a style transfer, the only place where they are defined. */
public final class Settings {

	private static final double LARGEST_WEIGHT = 1e9;

	/** Smallest side, in pixels, of an image that is worth a style transfer. */
	public static final int SMALLEST_SIDE = 32;

	static final int LARGEST_SIDE = 16384;

	/** What the style weight is multiplied by. */
	public static final Setting<Double> STRENGTH = Setting.number("strength", "Style strength", MAIN, 1) //
		.range(0.1, 10).description("Larger takes on more of the style, smaller keeps more of the content; 1 is what the " +
			"preset means.");

	/** Longer side of the style as a part of the result's. */
	public static final Setting<Double> STROKE_SIZE = Setting.number("strokeSize", "Stroke size", MAIN, 1.25) //
		.range(0.25, 4).description("How large the style's strokes are: 1 as in a style picture of the result's size, 2 " +
		"twice " +
			"as large.");

	/** Whose colours the result has. */
	public static final Setting<Colours> COLOURS = Setting.choice("colours", "Colours", MAIN, Colours.STYLE) //
		.description("Of the style; of the content, so that light and dark alone are redrawn; or \"matched\": the style is " +
			"given the content's range of colours before.");

	/** Longer side of the result. */
	public static final Setting<Integer> SIZE = Setting.whole("size", "Size", MAIN, 512) //
		.range(SMALLEST_SIDE, LARGEST_SIDE).unit("pixels").zeroMeans("the size of the content").description(
			"Longer side of the result in pixels, at least 32; 0 for the size of the content. Time and memory grow with its " +
				"square.");

	/** How far a region's edge reaches into it. */
	public static final Setting<Double> SOFT_EDGE = Setting.number("softEdge", "Soft edge", ADVANCED, 0) //
		.range(0, 1000).unit("pixels").description("How far, in pixels of the content, the edge of a selection, mask or " +
			"label reaches into it, where the picture passes over into the content; 0 for a hard edge.");

	/** Evaluations of the loss, by twenty, all levels together; fewer are made when a coarse level converges. */
	public static final Setting<Integer> ITERATIONS = Setting.whole("iterations", "Iterations", ADVANCED, 10) //
		.range(1, 10000).description("Each is 20 evaluations of the loss. More give a smoother, more finished picture.");

	/** When a run ends early, in percent. */
	public static final Setting<Double> LEAST_DECREASE = Setting.number("leastDecrease", "Least decrease (%)", ADVANCED,
		0).range(0, 50).unit("%").description("Ends when the loss falls by less than this in an iteration, in percent; 0 " +
			"makes all iterations.");

	/** Weight of the content term. */
	public static final Setting<Double> CONTENT_WEIGHT = Setting.number("contentWeight", "Content weight", ADVANCED,
		0.025).range(0, LARGEST_WEIGHT).description(
		"Larger keeps more of the content's shapes. What counts is its ratio to " +
			"the style weight.");

	/** Weight of the style term. */
	public static final Setting<Double> STYLE_WEIGHT = Setting.number("styleWeight", "Style weight", ADVANCED, 12) //
		.range(0, LARGEST_WEIGHT).description("Larger takes on more of the style's colours and strokes.");

	/** Weight of the total variation. */
	public static final Setting<Double> TOTAL_VARIATION_WEIGHT = Setting.number("totalVariationWeight",
		"Total variation weight", ADVANCED, 1).range(0, LARGEST_WEIGHT).description(
			"Larger makes smoother areas with less grain.");

	/** What the squared slopes of the total variation are raised to. */
	public static final Setting<Double> TOTAL_VARIATION_EXPONENT = Setting.number("totalVariationExponent",
		"Total variation exponent", ADVANCED, 1.25).range(0.5, 2).description("1.25, the notebook's, rounds edges and " +
			"spreads strokes over flat areas; 0.5 keeps edges sharp and areas between strokes clean, and needs a weight of " +
			"some hundred.");

	/** Where the content is held. */
	public static final Setting<List<String>> CONTENT_LAYERS = Setting.names("contentLayers", "Content layers", ADVANCED,
		"block2_conv2").description("Where the content's shapes are compared, by the network's names with commas. Deeper " +
			"layers keep less detail.");

	/** Weights of {@link #CONTENT_LAYERS}. */
	public static final Setting<List<Double>> CONTENT_LAYER_WEIGHTS = Setting.numbers("contentLayerWeights",
		"Content layer weights", ADVANCED).range(0, LARGEST_WEIGHT).description(
			"A number for each content layer, with commas; empty for 1 each.");

	/** Where Gram matrices are compared. */
	public static final Setting<List<String>> STYLE_LAYERS = Setting.names("styleLayers", "Style layers", ADVANCED,
		"block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3").description("Where the style is " +
			"compared, by the network's names with commas. Deeper layers see larger strokes.");

	/** Weights of {@link #STYLE_LAYERS}. */
	public static final Setting<List<Double>> STYLE_LAYER_WEIGHTS = Setting.numbers("styleLayerWeights",
		"Style layer weights", ADVANCED, 1.0, 1.0, 9.0, 9.0, 3.0).range(0, LARGEST_WEIGHT).description(
			"A number for each style layer, with commas; empty for 1 each.");

	/** What the layers' style terms are divided by. */
	public static final Setting<StyleNormalization> STYLE_NORMALIZATION = Setting.choice("styleNormalization",
		"Style normalization", ADVANCED, StyleNormalization.NOTEBOOK).description("What each layer's share is divided by: " +
			"the same for all, as in Narayanan's notebook, or by the layer's own size, as Gatys et al. do.");

	/** How feature maps are halved. */
	public static final Setting<Pooling> POOLING = Setting.choice("pooling", "Pooling", ADVANCED, Pooling.AVERAGE) //
		.description("How the network halves its maps: by the largest of four values, or by their average, which gives " +
			"smoother pictures.");

	/** What the image is at the start. */
	public static final Setting<Start> START = Setting.choice("start", "Start from", ADVANCED, Start.CONTENT) //
		.description("The content keeps its shapes better; noise is the classic method and needs more iterations; the " +
			"style or the start image shows through in the result; network is the content as a network paints it that was " +
			"trained for the style, and needs fewer.");

	/** Levels from coarse to fine, each twice as large as the one before. */
	public static final Setting<Integer> PYRAMID = Setting.whole("pyramid", "Pyramid levels", ADVANCED, 0) //
		.range(1, 8).zeroMeans("automatic").description("Computes small pictures first, for large strokes. 0 chooses by " +
			"the size, or the full size only with a start image or network; 1 computes the full size only.");

	/** How much of the content's fine detail is added when a level is enlarged. */
	public static final Setting<Double> DETAIL = Setting.number("detail", "Detail", ADVANCED, 0.7) //
		.range(0, 2).description(
		"How much of the content's fine detail is added when a level of the pyramid is enlarged: 0 " +
			"leaves it to the strokes, 2 keeps fur and grain.");

	/** Weight of the temporal term. */
	public static final Setting<Double> COHERENCE = Setting.number("coherence", "Coherence", ADVANCED, 100) //
		.range(0, LARGEST_WEIGHT).description("Of the frames of a stack or movie: larger keeps strokes more firmly where " +
		"they " +
			"were in the frame before, moved as the picture moves; 0 redraws each frame by itself.");

	/** How the loss is minimised. */
	public static final Setting<Optimizer> OPTIMIZER = Setting.choice("optimizer", "Optimizer", ADVANCED,
		Optimizer.SOFTENED).description(
		"How the loss is minimised: \"softened\" needs the fewest evaluations, \"lbfgs\" is " +
			"the classic one, \"adam\" the one that most scripts offer beside it.");

	/** Longest side of what is computed at once. */
	public static final Setting<Integer> TILE_SIZE = Setting.whole("tileSize", "Tile size", ADVANCED, 0) //
		.range(0, LARGEST_SIDE).unit("pixels").zeroMeans("automatic").description("Longest side of what is computed at " +
		"once, " +
			"in pixels. Smaller takes less memory and more time; the network sets a least size. 0 takes what there is memory " +
			"for.");

	/** In which arithmetic the network is computed. */
	public static final Setting<Precision> PRECISION = Setting.choice("precision", "Precision", ADVANCED,
		Precision.AUTOMATIC).description("In which numbers the network computes: \"float32\", or \"bfloat16\", which are " +
			"coarser and take less time on processors that multiply them; \"automatic\" takes bfloat16 on these alone.");

	/** What noise is made from. */
	public static final Setting<Long> SEED = Setting.wholeLong("seed", "Seed", ADVANCED, 1) //
		.description("The same number gives the same noise, and so the same picture.");

	private static final List<Setting<?>> ALL = List.of(STRENGTH, STROKE_SIZE, COLOURS, SIZE, SOFT_EDGE, ITERATIONS,
		LEAST_DECREASE, CONTENT_WEIGHT, STYLE_WEIGHT, TOTAL_VARIATION_WEIGHT, TOTAL_VARIATION_EXPONENT, CONTENT_LAYERS,
		CONTENT_LAYER_WEIGHTS, STYLE_LAYERS, STYLE_LAYER_WEIGHTS, STYLE_NORMALIZATION, POOLING, START, PYRAMID, DETAIL,
		COHERENCE, OPTIMIZER, TILE_SIZE, PRECISION, SEED);

	private Settings() {
		// NB: Not instantiable.
	}

	/** Returns all settings, in the order in which people should see them. */
	public static List<Setting<?>> all() {
		return ALL;
	}

	/**
	 * Finds a setting by its key.
	 *
	 * @throws NoSuchElementException if there is none
	 */
	public static Setting<?> byKey(final String key) {
		return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst().orElseThrow(
			() -> new NoSuchElementException(missing(key)));
	}

	/** A part of a sentence: that nothing has such a key. */
	static String missing(final String key) {
		return "there is no setting " + Quoted.of(key);
	}
}
