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
import java.util.Locale;
import java.util.Optional;

/**
 * Judges whether a network lets anything of a picture through, by the size of its
 * numbers.
 * <p>
 * A convolution multiplies a map's size by about its gain, the norm of a filter
 * (root mean square over its filters). Trained networks and random ones of the
 * usual scale (He et al., ICCV 2015: the square root of 2) have gains from 0.4 to
 * 15, and one first layer that brings grey values to another range may have a
 * hundredth or a hundred more. The limits are far from all of these, and where the
 * squares of a map, its Gram matrix, still are float32 numbers.
 * </p>
 */
final class Plausibility {

	private static final double LARGEST_GAIN = 1e4;
	/** Of the gains of all layers up to one. */
	private static final double LARGEST_PRODUCT = 1e12;
	/** A bias, relative to what pixels contribute, beyond which a map is the same everywhere. */
	private static final double LARGEST_BIAS = 1e4;
	/** About what the values of a pixel are, in grey levels. */
	private static final double PIXEL = 100;

	private Plausibility() {
		// NB: Not instantiable.
	}

	/**
	 * Finds what makes a network useless.
	 *
	 * @param blocks the convolutions of each block
	 * @return what is wrong with the first such layer, as a part of a sentence;
	 *         nothing if all are plausible
	 */
	static Optional<String> flaw(final List<List<ConvolutionWeights>> blocks) {
		double product = 1;
		for (final List<ConvolutionWeights> block : blocks) {
			for (final ConvolutionWeights layer : block) {
				final double[] squares = squares(layer.numbers());
				final double sum = squares[0];
				final double gain = Math.sqrt(sum / layer.outputChannels());
				product *= gain;
				final double bias = Math.sqrt(squares(FloatBuffer.wrap(layer.bias()))[0] / layer.outputChannels());
				final String flaw = flaw(layer, squares, gain, product, bias);
				if (flaw != null) return Optional.of("layer " + layer.name() + " " + flaw);
			}
		}
		return Optional.empty();
	}

	// -- Helper methods --

	private static String flaw(final ConvolutionWeights layer, final double[] squares, final double gain,
		final double product, final double bias)
	{
		final double sum = squares[0];
		if (!Double.isFinite(sum + bias)) return "has values that are no numbers";
		if (sum == 0) return "has a kernel of zeros only";
		final String size = String.format(Locale.ROOT, "%.0e", Math.sqrt(sum / layer.numbers().remaining()));
		if (gain < 1 / LARGEST_GAIN) return "has a kernel with too small numbers (about " + size + ")";
		if (gain > LARGEST_GAIN) return "has a kernel with too large numbers (about " + size + ")";
		// NB: Damage to a single byte can make one number huge.
		if (squares[1] > sum / 2) {
			return "has one number that outweighs all others together";
		}
		if (product < 1 / LARGEST_PRODUCT) {
			return "and those before it leave nothing of a picture, so small are their numbers";
		}
		if (product > LARGEST_PRODUCT) return "and those before it have too large numbers";
		if (bias > LARGEST_BIAS * PIXEL * product) return "has a bias that hides every picture";
		return null;
	}

	/** The sum of all numbers' squares, and the largest of them. */
	private static double[] squares(final FloatBuffer numbers) {
		double sum = 0;
		double largest = 0;
		for (int i = numbers.position(); i < numbers.limit(); i++) {
			final double value = numbers.get(i);
			sum += value * value;
			largest = Math.max(largest, value * value);
		}
		return new double[] { sum, largest };
	}
}
