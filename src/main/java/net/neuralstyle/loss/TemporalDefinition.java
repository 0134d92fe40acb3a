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

import java.util.Set;

import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.NetworkEngine;

/**
 * The temporal term, weight * sum over pixels and channels of c (x - w)^2, with w what the former frame of a movie has
 * become, moved to where this frame has it, and c how far that can be relied on (Ruder, Dosovitskiy and Brox, "Artistic
 * style transfer for videos", GCPR 2016, equation 7, without its division by the number of pixels): it keeps strokes
 * where they are.
 */
public final class TemporalDefinition implements TermDefinition {

	/** It is computed in strips of at most so many values. */
	private static final long STRIP_VALUES = 3 * 512 * 512;

	private final double weight;
	private final VggImage former;
	private final WeightMap reliable;
	private final int margin;

	/**
	 * @param weight positive
	 * @param former of any size; it is resized to that of the generated image
	 * @param reliable of the same size; resized, too
	 * @param margin how many pixels the generated image has more on each side, where both are mirrored
	 */
	public TemporalDefinition(final double weight, final VggImage former, final WeightMap reliable, final int margin) {
		this.weight = weight;
		this.former = former;
		this.reliable = reliable;
		this.margin = margin;
	}

	@Override
	public String name() {
		return "temporal";
	}

	@Override
	public Set<String> layers() {
		return Set.of();
	}

	@Override
	public long bytes(final NetworkEngine engine, final Tiling tiling) {
		final long values = tiling.image().pixels() * VggImage.CHANNELS;
		return Float.BYTES * (TemporalTerm.VECTORS * values + TemporalTerm.STRIPS * Math.min(STRIP_VALUES, values));
	}

	@Override
	public Term bind(final Binding binding) {
		final VggImage target = former.resizedTo(binding.size().withMargin(-margin)).withMargin(margin);
		final WeightMap weights = reliable.resizedTo(binding.size().withMargin(-margin)).withMargin(margin);
		return new TemporalTerm(name(), weight, target, weights, STRIP_VALUES, binding.scope());
	}
}
