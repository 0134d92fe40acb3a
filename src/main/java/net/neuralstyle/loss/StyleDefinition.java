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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.StyleNormalization;

/**
 * The style term: sum over layers of weight * sum (G - G_s)^2 / normalization, with
 * G the Gram matrix of the generated image's feature map and G_s that of the style
 * scaled to as many positions (Gatys et al., CVPR 2016, equations 4 and 5). In a
 * region, a position counts as much as the region has weight there (Gatys et al.,
 * "Controlling perceptual factors in neural style transfer", CVPR 2017).
 * <p>
 * The term is multiplied by (H * W) / (512 * 512). It does not grow with the image
 * while other terms do; so weights made for 512 x 512 keep their balance at every
 * size.
 * </p>
 */
public final class StyleDefinition implements TermDefinition {

	private final Map<String, Double> weights;
	private final StyleNormalization normalization;
	private final WeightMap region;
	private final int margin;
	private final Function<ImageSize, StyleTargets> targets;

	/**
	 * @param weights positive, by layer
	 * @param region how much each pixel of the generated image belongs to the term; of
	 *          any size, it is resized to that of the generated image
	 * @param targets gives what to compare with for a size of the generated image;
	 *          the caller's own
	 */
	public StyleDefinition(final Map<String, Double> weights, final StyleNormalization normalization,
		final WeightMap region, final int margin, final Function<ImageSize, StyleTargets> targets)
	{
		this.weights = new LinkedHashMap<>(weights);
		this.normalization = normalization;
		this.region = region;
		this.margin = margin;
		this.targets = targets;
	}

	@Override
	public String name() {
		return "style";
	}

	@Override
	public Set<String> layers() {
		return weights.keySet();
	}

	@Override
	public long bytes(final NetworkEngine engine, final Tiling tiling) {
		long bytes = 0;
		for (final String layer : weights.keySet()) {
			final long channels = engine.topology().channels(layer);
			bytes += StyleLayer.MATRICES * Float.BYTES * channels * channels;
		}
		return bytes;
	}

	@Override
	public Term bind(final Binding binding) {
		return new StyleTerm(name(), weights, normalization, region.resizedTo(binding.size().withMargin(-margin))
			.withMargin(margin), targets.apply(binding.size()),
			binding);
	}
}
