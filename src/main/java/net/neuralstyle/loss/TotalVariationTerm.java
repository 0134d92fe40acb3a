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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The term of {@link TotalVariationDefinition}.
 * <p>
 * The image is one long vector here. A pixel's lower neighbour lies one row
 * further, its right neighbour one pixel further, so that shifted views of the
 * vector do; where that runs over the end of a row, what comes out is set to zero.
 * Buffers hold a strip of rows, so that they need not grow with the image.
 * </p>
 */
final class TotalVariationTerm implements Term {

	/** How many buffers as long as a strip this takes. */
	static final int STRIPS = 4;

	private final String name;
	private final double weight;
	private final double exponent;
	private final double smoothing;
	/** What the sum is where there are no slopes. */
	private final double flat;
	private final long row;
	private final List<Strip> strips = new ArrayList<>();
	private double sumBeforeLast;

	/**
	 * @param size at least 2 x 2 pixels
	 * @param exponent of the squares, p
	 * @param smoothing what is added to the squares, e
	 * @param stripPixels about how many pixels are computed at once
	 */
	TotalVariationTerm(final String name, final ImageSize size, final double weight, final double exponent,
		final double smoothing, final long stripPixels, final TensorScope scope)
	{
		this.name = name;
		this.weight = weight;
		this.exponent = exponent;
		this.smoothing = smoothing;
		flat = (size.width() - 1.0) * (size.height() - 1) * VggImage.CHANNELS * Math.pow(smoothing, exponent);
		row = (long) size.width() * VggImage.CHANNELS;
		final long rows = size.height() - 1L;
		final long stripRows = Math.max(1, Math.min(rows, stripPixels / size.width()));
		final INDArray[] buffers = new INDArray[STRIPS];
		for (int i = 0; i < STRIPS; i++) {
			buffers[i] = scope.zeros(stripRows * row);
		}
		for (long top = 0; top < rows; top += stripRows) {
			strips.add(new Strip(top, Math.min(stripRows, rows - top), buffers));
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
		return weight * (sumBeforeLast + strips.get(strips.size() - 1).sum() - flat);
	}

	/** Some rows; all strips have the same buffers. */
	private final class Strip {

		private final OpExecutioner executioner = Nd4j.getExecutioner();
		private final long start;
		private final long length;
		private final INDArray right;
		private final INDArray down;
		private final INDArray squares;
		/** (squares + smoothing)^(exponent - 1), but 0 where a pixel has no right neighbour */
		private final INDArray slopes;
		private final INDArray lastColumn;
		private final Pow power;

		private Strip(final long top, final long rows, final INDArray[] buffers) {
			start = top * row;
			length = rows * row;
			right = part(buffers[0], 0);
			down = part(buffers[1], 0);
			squares = part(buffers[2], 0);
			slopes = part(buffers[3], 0);
			lastColumn = slopes.reshape(rows, row).get(NDArrayIndex.all(), NDArrayIndex.interval(row - VggImage.CHANNELS,
				row));
			power = new Pow(squares, slopes, exponent - 1);
		}

		private void addGradient(final INDArray pixels, final INDArray gradient) {
			final INDArray here = part(pixels, start);
			here.subi(part(pixels, start + VggImage.CHANNELS), right);
			here.subi(part(pixels, start + row), down);
			right.muli(right, squares);
			down.muli(down, slopes);
			squares.addi(slopes);
			if (smoothing > 0) squares.addi(smoothing);
			executioner.exec(power);
			lastColumn.assign(0);
			right.muli(slopes);
			down.muli(slopes);
			final INDArray sum = part(gradient, start);
			final double factor = 2 * exponent * weight;
			Vectors.addScaled(sum, factor, right);
			Vectors.addScaled(sum, factor, down);
			Vectors.addScaled(part(gradient, start + VggImage.CHANNELS), -factor, right);
			Vectors.addScaled(part(gradient, start + row), -factor, down);
		}

		/** Of (squares + smoothing)^exponent. Waits for the device. */
		private double sum() {
			return Vectors.dot(squares, slopes);
		}

		private INDArray part(final INDArray vector, final long from) {
			return vector.get(NDArrayIndex.interval(from, from + length));
		}
	}
}
