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
 * vector do; where that runs over the end of a row, a mask takes it out. Buffers
 * hold a strip of rows, so that they need not grow with the image.
 * </p>
 */
final class TotalVariationTerm implements Term {

	/** How many buffers as long as a strip this takes. */
	static final int STRIPS = 5;

	private final String name;
	private final ImageSize size;
	private final double weight;
	private final long row;
	private final long stripRows;
	/** 2.5 * weight, but 0 where a pixel has no right neighbour */
	private final INDArray factors;
	private final INDArray right;
	private final INDArray down;
	private final INDArray squares;
	/** factors * squares^0.25 */
	private final INDArray slopes;
	private final Pow power;
	private final OpExecutioner executioner = Nd4j.getExecutioner();
	private long lastLength;
	private double sumBeforeLast;

	/**
	 * @param size at least 2 x 2 pixels
	 * @param stripPixels about how many pixels are computed at once
	 */
	TotalVariationTerm(final String name, final ImageSize size, final double weight, final long stripPixels,
		final TensorScope scope)
	{
		this.name = name;
		this.size = size;
		this.weight = weight;
		row = (long) size.width() * VggImage.CHANNELS;
		stripRows = Math.max(1, Math.min(size.height() - 1, stripPixels / size.width()));
		factors = scope.tensor(factors(), stripRows * row);
		right = scope.zeros(stripRows * row);
		down = scope.zeros(stripRows * row);
		squares = scope.zeros(stripRows * row);
		slopes = scope.zeros(stripRows * row);
		power = new Pow(squares, slopes, 0.25);
	}

	@Override
	public String name() {
		return name;
	}

	/** Does not wait for the device, unless there are several strips. */
	@Override
	public void addPixelGradient(final INDArray pixels, final INDArray gradient) {
		sumBeforeLast = 0;
		for (long top = 0; top < size.height() - 1; top += stripRows) {
			if (top > 0) sumBeforeLast += lastSum();
			lastLength = Math.min(stripRows, size.height() - 1 - top) * row;
			addGradientOfStrip(pixels, gradient, top * row);
		}
	}

	@Override
	public double value() {
		return (sumBeforeLast + lastSum()) / 2.5;
	}

	// -- Helper methods --

	private double lastSum() {
		return Vectors.dot(strip(squares, 0), strip(slopes, 0));
	}

	private void addGradientOfStrip(final INDArray pixels, final INDArray gradient, final long start) {
		final INDArray stripRight = strip(right, 0);
		final INDArray stripDown = strip(down, 0);
		final INDArray stripSquares = strip(squares, 0);
		final INDArray stripSlopes = strip(slopes, 0);
		final INDArray here = strip(pixels, start);
		here.subi(strip(pixels, start + VggImage.CHANNELS), stripRight);
		here.subi(strip(pixels, start + row), stripDown);
		stripRight.muli(stripRight, stripSquares);
		stripDown.muli(stripDown, stripSlopes);
		stripSquares.addi(stripSlopes);
		executioner.exec(power);
		stripSlopes.muli(strip(factors, 0));
		stripRight.muli(stripSlopes);
		stripDown.muli(stripSlopes);
		Vectors.addScaled(strip(gradient, start), 1, stripRight);
		Vectors.addScaled(strip(gradient, start), 1, stripDown);
		Vectors.addScaled(strip(gradient, start + VggImage.CHANNELS), -1, stripRight);
		Vectors.addScaled(strip(gradient, start + row), -1, stripDown);
	}

	private INDArray strip(final INDArray vector, final long start) {
		return vector.get(NDArrayIndex.interval(start, start + lastLength));
	}

	private float[] factors() {
		final float[] values = new float[Math.toIntExact(stripRows * row)];
		for (int i = 0; i < values.length; i++) {
			values[i] = i / VggImage.CHANNELS % size.width() < size.width() - 1 ? (float) (2.5 * weight) : 0;
		}
		return values;
	}
}
