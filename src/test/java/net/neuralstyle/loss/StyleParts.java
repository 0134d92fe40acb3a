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

package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.tensor.TensorScope;

/** The work of the style term, without that of the network, to be timed. */
public final class StyleParts implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<StyleLayer> losses = new ArrayList<>();
	private final Tile tile;

	public StyleParts(final FeatureNetwork network, final List<String> layers) {
		final Tiling tiling = Tiling.of(network.size(), network.size().longerSide(), new Halo(0, 1));
		tile = tiling.tiles().get(0);
		final Binding binding = new Binding(network, tiling, scope);
		for (final String layer : layers) {
			final long channels = network.map(layer).shape()[3];
			losses.add(new StyleLayer(layer, 1, StyleNormalization.NOTEBOOK, WeightMap.ones(network.size()),
				new StyleTargets.Target(scope.zeros(channels, channels), scope), binding));
		}
	}

	/** The Gram matrices and the gradients. */
	public void run() {
		losses.forEach(StyleLayer::clear);
		losses.forEach(loss -> loss.gather(tile));
		losses.forEach(StyleLayer::compare);
		losses.forEach(loss -> loss.addGradient(tile));
	}

	@Override
	public void close() {
		scope.close();
	}
}
