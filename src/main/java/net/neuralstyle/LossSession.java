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

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/**
 * The losses that a recipe asks for, of pictures of several sizes, all of which are computed by one network.
 * <p>
 * Not thread-safe. Holds native memory until it is closed, which closes its losses, too.
 * </p>
 */
public final class LossSession implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final String network;
	private final Recipe recipe;
	private final List<Style> styles;
	private final RecipeTerms terms;
	private final String weightsChecksum;
	private final NetworkEngine engine;

	/**
	 * @param styles at least one; several are blended
	 * @throws IOException if the weights cannot be read; the message is one sentence for the user
	 * @throws WrongSettingException if the recipe does not fit the network; says why
	 */
	LossSession(final WeightsSource source, final Recipe recipe, final List<Style> styles) throws IOException {
		this.recipe = recipe;
		this.styles = List.copyOf(styles);
		network = source.name();
		try (NetworkWeights weights = source.load()) {
			terms = new RecipeTerms(recipe, network, weights.layerNames());
			weightsChecksum = weights.checksum();
			engine = scope.own(EngineChoice.open(weights, recipe.get(Settings.POOLING), recipe.get(Settings.PRECISION)));
		}
	}

	/**
	 * Opens the loss of pictures of a size; it belongs to this.
	 *
	 * @throws StyleTransferException if the size is too small for the network; says what to do
	 */
	public PictureLoss loss(final ImageSize size) {
		return loss(size, recipe.get(Settings.STROKE_SIZE));
	}

	/**
	 * As {@link #loss(ImageSize)}, with strokes of another size than the recipe's.
	 *
	 * @param strokeSize a value of {@link Settings#STROKE_SIZE}
	 */
	public PictureLoss loss(final ImageSize size, final double strokeSize) {
		final Recipe used = recipe.toBuilder().set(Settings.STROKE_SIZE, strokeSize).build();
		return scope.own(new PictureLoss(engine, terms, used, styles, size, setup(size, strokeSize)));
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private StyleTransferSetup setup(final ImageSize size, final double strokeSize) {
		final List<String> notes = styles.stream().map(style -> style.noteOnEnlargement(LevelPlan.styleSize(style.image()
			.size(), size, strokeSize))).flatMap(Optional::stream).collect(Collectors.toList());
		return new StyleTransferSetup(network, weightsChecksum, Backend.device(), Engine.of(engine, recipe.get(
			Settings.PRECISION)), notes);
	}
}
