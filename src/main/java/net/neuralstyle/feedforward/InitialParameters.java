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

package net.neuralstyle.feedforward;

import java.util.Random;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;

/** What a network's numbers are before the training. */
final class InitialParameters {

	/** Of the values of a normalised map after its ReLU. */
	private static final double MEAN_SQUARE = 0.5;
	/** Deviation, in grey levels, of the first image, which is nearly the mean colour. */
	private static final double FIRST_DEVIATION = 1;

	private InitialParameters() {
		// NB: Not instantiable.
	}

	/**
	 * Returns normally distributed kernels whose maps have a deviation of about 1 (K. He, X. Zhang, S. Ren and J. Sun,
	 * "Delving deep into rectifiers", ICCV 2015), scales of 1 and shifts of 0. The first image has little contrast.
	 *
	 * @return in the order of the topology; the same for a seed
	 */
	static float[] of(final TransformationTopology topology, final long seed) {
		final Random random = new Random(seed);
		final float[] parameters = new float[topology.parameterCount()];
		for (final Convolution convolution : topology.convolutions()) {
			final int inputs = convolution.side() * convolution.side() * convolution.inputChannels();
			final double deviation = Math.sqrt(1 / (MEAN_SQUARE * inputs)) * (convolution.role() == Role.LAST ? FIRST_DEVIATION
				: 1);
			for (int i = 0; i < convolution.kernelLength(); i++) {
				parameters[convolution.kernelOffset() + i] = (float) (deviation * random.nextGaussian());
			}
			if (!convolution.isNormalised()) continue;
			for (int i = 0; i < convolution.outputChannels(); i++) {
				parameters[convolution.scaleOffset() + i] = 1;
			}
		}
		return parameters;
	}
}
