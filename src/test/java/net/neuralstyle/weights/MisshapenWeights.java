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

package net.neuralstyle.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Weights that no reader would let through, to see how what computes fails. */
public final class MisshapenWeights {

	private MisshapenWeights() {
		// NB: Not instantiable.
	}

	/** Makes weights with a convolution that reads more channels than the one before it has. */
	public static NetworkWeights ofWrongChannels() {
		final Random random = new Random(1);
		return with(KerasWeightsWriter.randomConvolution("block2_conv1", 9, 6, random));
	}

	// -- Helper methods --

	/** As a network of random weights, but for the first convolution of the second block. */
	private static NetworkWeights with(final ConvolutionWeights wrong) {
		final NetworkWeights right = KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6, 7 }, new int[] {
			8 });
		final List<List<ConvolutionWeights>> blocks = new ArrayList<>(right.blocks());
		blocks.set(1, List.of(wrong, blocks.get(1).get(1)));
		return new NetworkWeights(blocks, "misshapen", () -> {});
	}
}
