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

import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The term of {@link TemporalDefinition}. Buffers other than what it compares with hold a strip of the image, so that
 * they need not grow with it.
 */
final class TemporalTerm implements Term {

	/** How many buffers as long as the image this takes. */
	static final int VECTORS = 2;
	/** How many buffers as long as a strip this takes. */
	static final int STRIPS = 2;

	private final String name;
	private final List<Strip> strips = new ArrayList<>();
	private double sumBeforeLast;

	/**
	 * @param target what the image should be like
	 * @param reliable how much each pixel counts, of the target's size
	 * @param stripValues how many values are computed at once
	 */
	TemporalTerm(final String name, final double weight, final VggImage target, final WeightMap reliable,
		final long stripValues, final TensorScope scope)
	{
		this.name = name;
		final long length = target.size().pixels() * VggImage.CHANNELS;
		final long stripLength = Math.min(stripValues, length);
		final INDArray targets = scope.tensor(target.values(), length);
		final INDArray factors = scope.tensor(factors(weight, reliable), length);
		final INDArray differences = scope.zeros(stripLength);
		final INDArray slopes = scope.zeros(stripLength);
		for (long start = 0; start < length; start += stripLength) {
			strips.add(new Strip(start, Math.min(stripLength, length - start), targets, factors, differences, slopes));
		}
	}

	@Override
	public String name() {
		return name;
	}

	/** Does not wait for the device, unless there are several strips. */
	@Override
	public void addPixelGradient(final INDArray pixels, final INDArray gradient) {
		sumBeforeLast = 0;
		Strip last = null;
		for (final Strip strip : strips) {
			if (last != null) sumBeforeLast += last.sum();
			strip.addGradient(pixels, gradient);
			last = strip;
		}
	}

	@Override
	public double value() {
		return (sumBeforeLast + strips.get(strips.size() - 1).sum()) / 2;
	}

	// -- Helper methods --

	private static float[] factors(final double weight, final WeightMap reliable) {
		final int width = reliable.size().width();
		final float[] values = new float[Math.toIntExact(reliable.size().pixels() * VggImage.CHANNELS)];
		for (int i = 0; i < values.length; i++) {
			final int pixel = i / VggImage.CHANNELS;
			values[i] = (float) (2 * weight * reliable.weight(pixel % width, pixel / width));
		}
		return values;
	}

	// -- Helper classes --

	/** Some values; all strips have the same buffers. */
	private static final class Strip {

		private final long start;
		private final long length;
		private final INDArray target;
		/** 2 * weight * c */
		private final INDArray factors;
		private final INDArray differences;
		private final INDArray slopes;

		/**
		 * @param targets of all strips
		 * @param allFactors likewise
		 * @param differences a buffer of the longest strip, as the other one
		 */
		private Strip(final long start, final long length, final INDArray targets, final INDArray allFactors,
			final INDArray differences, final INDArray slopes)
		{
			this.start = start;
			this.length = length;
			target = part(targets, start);
			factors = part(allFactors, start);
			this.differences = part(differences, 0);
			this.slopes = part(slopes, 0);
		}

		private void addGradient(final INDArray pixels, final INDArray gradient) {
			part(pixels, start).subi(target, differences);
			differences.muli(factors, slopes);
			Vectors.addScaled(part(gradient, start), 1, slopes);
		}

		/** Waits for the device. */
		private double sum() {
			return Vectors.dot(differences, slopes);
		}

		private INDArray part(final INDArray vector, final long from) {
			return vector.get(NDArrayIndex.interval(from, from + length));
		}
	}
}
