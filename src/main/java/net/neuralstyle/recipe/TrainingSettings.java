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

/**
 * All settings of a network's training beside those of {@link Settings}, which say what it is trained for; the only
 * place where they are defined.
 */
public final class TrainingSettings {

	/** What the sides of the pictures are multiples of: a network halves its maps twice. */
	public static final int SIZE_STEP = 4;

	/** How many steps there are, unless {@link #MINUTES} says otherwise. */
	public static final Setting<Integer> STEPS = Setting.whole("steps", "Steps", MAIN, 16000).range(1, 100_000)
		.description("How many times the network is made a little better. More give a better network, up to some 50000.");

	/** How long it may take; the number of steps follows from the time that the first ones take. */
	public static final Setting<Double> MINUTES = Setting.number("minutes", "Minutes", MAIN, 0).range(0.01, 100_000).unit(
		"minutes").zeroMeans("the number of steps above").description("About how long to train: as many steps as there is " +
			"time for, whatever their number above; 0 for that number.");

	/** How many photographs a step looks at. */
	public static final Setting<Integer> PICTURES_PER_STEP = Setting.whole("picturesPerStep", "Pictures per step",
		ADVANCED, 1).range(1, 64).unit("pictures").description("How many photographs the network paints at each step. More " +
			"make the steps surer, but as many photographs in more steps make a better network.");

	/** Side of the squares that are cut from photographs. */
	public static final Setting<Integer> PICTURE_SIZE = Setting.whole("pictureSize", "Picture size", ADVANCED, 256)
		.range(64, 2048).unit("pixels").description("Side of the squares that are cut from the photographs, a multiple of " +
			"4. Strokes come out as large as in a picture of this size, whatever the network is applied to.");

	/** Channels of the network's first convolution. */
	public static final Setting<Integer> WIDTH = Setting.whole("width", "Network width", ADVANCED, 16).range(4, 128)
		.description("How many feature maps the network begins with. Twice as many take about three times as long, to " +
			"train and to apply, and four times the space.");

	/** Residual blocks of the network. */
	public static final Setting<Integer> RESIDUAL_BLOCKS = Setting.whole("residualBlocks", "Residual blocks", ADVANCED, 5)
		.range(1, 20).description("How deep the network is. More can paint larger strokes, and take longer.");

	/** About how far a number of the network moves in a step. */
	public static final Setting<Double> LEARNING_RATE = Setting.number("learningRate", "Learning rate", ADVANCED, 0.005)
		.range(1e-6, 1).description("About how far each of the network's numbers moves in a step, at first; it falls " +
			"towards the end. Choose a smaller one if the loss jumps.");

	/** Steps from one checkpoint to the next. */
	public static final Setting<Integer> CHECKPOINT_EVERY = Setting.whole("checkpointEvery", "Checkpoint every", ADVANCED,
		500).range(1, 100_000).unit("steps").description("After how many steps it is written how far the training has " +
			"come, so that it can go on from there, whatever happens.");

	private static final List<Setting<?>> ALL = List.of(STEPS, MINUTES, PICTURES_PER_STEP, PICTURE_SIZE, WIDTH,
		RESIDUAL_BLOCKS, LEARNING_RATE, CHECKPOINT_EVERY);

	private TrainingSettings() {
		// NB: Not instantiable.
	}

	/** Returns all of them, in the order in which people should see them. */
	public static List<Setting<?>> all() {
		return ALL;
	}
}
