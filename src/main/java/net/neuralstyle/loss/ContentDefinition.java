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

import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NetworkEngine;

/**
 * The content term: sum over layers of weight * sum (F - F_c)^2, with F the feature
 * map of the generated image and F_c that of the content (Gatys et al., "Image
 * style transfer using convolutional neural networks", CVPR 2016, equation 1,
 * without its factor 1/2).
 */
public final class ContentDefinition implements TermDefinition {

	private final Map<String, Double> weights;
	private final VggImage content;
	private final int margin;

	/**
	 * @param weights positive, by layer
	 * @param content of any size; it is resized to that of the generated image
	 * @param margin how many pixels the generated image has more on each side, where
	 *          the content is mirrored
	 */
	public ContentDefinition(final Map<String, Double> weights, final VggImage content, final int margin) {
		this.weights = new LinkedHashMap<>(weights);
		this.content = content;
		this.margin = margin;
	}

	@Override
	public String name() {
		return "content";
	}

	@Override
	public Set<String> layers() {
		return weights.keySet();
	}

	@Override
	public long bytes(final NetworkEngine engine, final Tiling tiling) {
		long bytes = tiling.isWhole() ? 0 : tiling.image().pixels() * VggImage.CHANNELS * Float.BYTES;
		for (final String layer : weights.keySet()) {
			bytes += engine.comparisonBytes(tiling.window(), layer);
		}
		return bytes;
	}

	@Override
	public Term bind(final Binding binding) {
		return new ContentTerm(name(), weights, content, margin, binding);
	}
}
