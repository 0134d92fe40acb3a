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
import net.neuralstyle.network.NetworkEngine;

/**
 * The total variation, weight * sum ((s + e)^p - e^p) over i &lt; H-1, j &lt; W-1 and channels, where s = (x[i,j] -
 * x[i+1,j])^2 + (x[i,j] - x[i,j+1])^2 and p is the exponent (Mahendran and Vedaldi, "Understanding deep image
 * representations by inverting them", CVPR 2015, section 3, with beta = 2p): it keeps the picture free of noise. An
 * exponent of 1/2 is the total variation in its proper sense (Rudin, Osher and Fatemi, "Nonlinear total variation based
 * noise removal algorithms", 1992), to which a sharp edge costs no more than a soft one, and 1.25 the notebook's, to
 * which one costs more the sharper it is.
 * <p>
 * e is 0 from an exponent of 1 on, and 4 below, the square of 2 grey levels: there slopes would be infinite where
 * neighbours are alike. At 1 both are the same.
 * </p>
 */
public final class TotalVariationDefinition implements TermDefinition {

	/** It is computed in strips of at most so many pixels. */
	private static final long STRIP_PIXELS = 512 * 512;

	private static final double SMOOTHING = 4;

	private final double weight;
	private final double exponent;

	/**
	 * @param weight positive
	 * @param exponent of the squares, p, from 0.5 to 2
	 */
	public TotalVariationDefinition(final double weight, final double exponent) {
		this.weight = weight;
		this.exponent = exponent;
	}

	@Override
	public String name() {
		return "total variation";
	}

	@Override
	public Set<String> layers() {
		return Set.of();
	}

	@Override
	public long bytes(final NetworkEngine engine, final Tiling tiling) {
		return TotalVariationTerm.STRIPS * Float.BYTES * VggImage.CHANNELS * Math.min(STRIP_PIXELS, tiling.image().pixels());
	}

	@Override
	public Term bind(final Binding binding) {
		return new TotalVariationTerm(name(), binding.size(), weight, exponent, exponent < 1 ? SMOOTHING : 0,
			STRIP_PIXELS, binding.scope());
	}
}
