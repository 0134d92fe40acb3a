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

package net.neuralstyle.imagej;

import static net.neuralstyle.imagej.input.InputKind.ADVANCED;
import static net.neuralstyle.imagej.input.InputKind.BEFORE;
import static net.neuralstyle.imagej.input.InputKind.NETWORKS;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import java.util.Map;

import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.recipe.Settings;

import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

/**
 * A command whose inputs say how pictures are made: those of the loss, all other {@link Settings}, and of what type the
 * results are. An input of a subclass that comes before one of these says so by {@link InputKind#BEFORE}.
 */
abstract class RecipeCommand extends LossCommand {

	/** Name of the first of these inputs that few users need. */
	static final String FIRST_ADVANCED_INPUT = "resultType";

	private static final String LATER_INPUT = "precision";

	// NB: Before the stroke size, as ImageJ's recorder takes what ends an earlier key for the same one.
	@Parameter(label = "Size", description = "Longer side of the result in pixels, at least 32; 0 for the size of " +
		"the content. Time and memory grow with its square.", min = "0", max = "16384",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = BEFORE, value = "strokeSize") })
	private Integer size;

	@Parameter(label = "Colours", description = "Of the style; of the content, so that light and dark alone are " +
		"redrawn; or \"matched\": the style is given the content's range of colours before.", choices = { "style", "content",
		"matched" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = BEFORE, value = "network") })
	private String colours;

	@Parameter(label = "Type of result", description = "Colours, or, of a grey content, its own type: 8, 16 or " +
		"32 bits with its display range and lookup table.", choices = { RecipeInputs.RGB, RecipeInputs.AS_CONTENT },
		persist = false,
		attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private String resultType = RecipeInputs.RGB;

	// NB: Not remembered, as it is in pixels of one content.
	@Parameter(label = "Soft edge", description = "How far, in pixels of the content, the edge of a selection, mask or " +
		"label reaches into it, where the picture passes over into the content; 0 for a hard edge.", min = "0", max =
		"1000", required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private Double softEdge;

	@Parameter(label = "Iterations", description = "Each is 20 evaluations of the loss. More give a smoother, " +
		"more finished picture.", min = "1", max = "10000",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer iterations;

	@Parameter(label = "Least decrease (%)", description = "Ends when the loss falls by less than this in an " +
		"iteration, in percent; 0 makes all iterations.", min = "0", max = "50",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private Double leastDecrease;

	@Parameter(label = "Start from", description = "The content keeps its shapes better; noise is the classic " +
		"method and needs more iterations; the style or the start image shows through in the result; network is the " +
		"content as a network paints it that was trained for the style, and needs fewer.", choices = { "content", "noise", "style",
			"image", "network" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private String start;

	@Parameter(label = "Pyramid levels", description = "Computes small pictures first, for large strokes. 0 " +
		"chooses by the size, or the full size only with a start image or network; 1 computes the full size only.", min = "0",
		max = "8",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private Integer pyramid;

	@Parameter(label = "Detail", description = "How much of the content's fine detail is added when a level of " +
		"the pyramid is enlarged: 0 leaves it to the strokes, 2 keeps fur and grain.", min = "0", max = "2",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private Double detail;

	@Parameter(label = "Coherence", description = "Of the frames of a stack or movie: larger keeps strokes more firmly " +
		"where they were in the frame before, moved as the picture moves; 0 redraws each frame by itself.", min = "0",
		max = "1e9",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private Double coherence;

	@Parameter(label = "Optimizer", description = "How the loss is minimised: \"softened\" needs the fewest " +
		"evaluations, \"lbfgs\" is the classic one, \"adam\" the one that most scripts offer beside it.", choices = {
		"softened", "lbfgs", "adam" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private String optimizer;

	@Parameter(label = "Tile size", description = "Longest side of what is computed at once, in pixels. Smaller " +
		"takes less memory and more time; the network sets a least size. 0 takes what there is memory for.", min = "0",
		max = "16384",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = LATER_INPUT) })
	private Integer tileSize;

	// NB: Not remembered, as it is of one style.
	@Parameter(label = "Start network", description = "What paints the picture to start from: a style network by its " +
		"name, or a file (.h5, .onnx); empty for one that was trained for the style.", style = FileWidget.OPEN_STYLE,
		required = false, persist = false, attrs = { @Attr(name = NETWORKS), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = "weightsFile") })
	private String startNetwork = "";

	/** @param label the command's name in menus and macros */
	RecipeCommand(final String label) {
		super(label);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		super.check();
		checkChoice("resulttype", resultType, RecipeInputs.RGB, RecipeInputs.AS_CONTENT);
	}

	@Override
	int neededLongerSide(final Map<String, Object> given) {
		return RecipeInputs.neededLongerSide(given);
	}

	// -- RecipeCommand methods --

	/** Whether a grey content gives a result of its own type. */
	final boolean isAsContent() {
		return resultType.equals(RecipeInputs.AS_CONTENT);
	}
}
