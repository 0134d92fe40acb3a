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

package net.neuralstyle;

import java.util.List;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/** A network of random weights with three blocks of a few channels, so that whole runs take a moment. */
public final class SmallNetwork implements WeightsSource {

	/** Smallest tile that it can be computed in. */
	static final int SMALLEST_TILE = 56;

	/** Starts a recipe that fits it: one iteration at the content's size. */
	public static Recipe.Builder recipe() {
		return Recipe.builder().set(Settings.SIZE, 0).set(Settings.ITERATIONS, 1).set(Settings.CONTENT_LAYERS, List.of(
			"block2_conv2")).set(Settings.STYLE_LAYERS, List.of("block1_conv2", "block2_conv1", "block3_conv1")).set(
				Settings.STYLE_LAYER_WEIGHTS, List.of());
	}

	@Override
	public String name() {
		return "Small network";
	}

	@Override
	public NetworkWeights load() {
		return KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6, 7 }, new int[] { 8 });
	}
}
