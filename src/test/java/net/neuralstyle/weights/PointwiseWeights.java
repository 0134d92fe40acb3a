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

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;

/**
 * A network of one convolution, {@code block1_conv1}, that mixes the colours of each
 * pixel, without its neighbours: what happens to a feature map can be told from it, and
 * what happens to the map's gradient from that of the pixels.
 */
public final class PointwiseWeights {

	private static final int COLOURS = 3;
	private static final int STEPS = 64;

	private final float[][] mix;

	/** Makes a mix of positive numbers that bfloat16 has, too. */
	public PointwiseWeights(final int channels, final long seed) {
		final Random random = new Random(seed);
		mix = new float[COLOURS][channels];
		for (final float[] row : mix) {
			for (int channel = 0; channel < channels; channel++) {
				row[channel] = (float) (1 + random.nextInt(STEPS)) / STEPS;
			}
		}
	}

	/** Lets two channels be the same mix. */
	public PointwiseWeights alike(final int channel, final int other) {
		for (final float[] row : mix) {
			row[other] = row[channel];
		}
		return this;
	}

	public NetworkWeights network() {
		final int channels = mix[0].length;
		final float[] kernel = new float[3 * 3 * COLOURS * channels];
		for (int colour = 0; colour < COLOURS; colour++) {
			// NB: The kernel's centre is the fifth of its nine places.
			System.arraycopy(mix[colour], 0, kernel, (4 * COLOURS + colour) * channels, channels);
		}
		return new NetworkWeights(List.of(List.of(new ConvolutionWeights("block1_conv1", COLOURS, channels, FloatBuffer
			.wrap(kernel), new float[channels]))), "pointwise", () -> {});
	}

	/**
	 * Returns what the gradient with respect to the pixels is.
	 *
	 * @param gradient with respect to the feature map, [positions, channels]
	 * @return [positions, 3]
	 */
	public double[] ofPixels(final double[] gradient) {
		final int channels = mix[0].length;
		final double[] result = new double[gradient.length / channels * COLOURS];
		for (int i = 0; i < result.length; i++) {
			for (int channel = 0; channel < channels; channel++) {
				result[i] += mix[i % COLOURS][channel] * gradient[i / COLOURS * channels + channel];
			}
		}
		return result;
	}
}
