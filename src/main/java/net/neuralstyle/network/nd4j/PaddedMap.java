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

package net.neuralstyle.network.nd4j;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A feature map, or its gradient, [H, W, C], with a row of zeros above it and one
 * below: the padding of a 3x3 convolution, which can so be computed for some of the
 * rows at a time. A view of memory that belongs to someone else.
 */
final class PaddedMap {

	private final INDArray memory;
	private final long height;
	private final long width;
	private final long channels;

	/**
	 * @param block vector of float32
	 * @param offset where in the block the map's memory starts;
	 *          {@link #length(long[])} values of it are used
	 * @param shape [1, H, W, C]
	 */
	PaddedMap(final INDArray block, final long offset, final long[] shape) {
		memory = block.get(NDArrayIndex.interval(offset, offset + length(shape)));
		height = shape[1];
		width = shape[2];
		channels = shape[3];
	}

	/** How many values the map of a shape [1, H, W, C] takes with its padding. */
	static long length(final long[] shape) {
		return (shape[1] + 2) * shape[2] * shape[3];
	}

	long height() {
		return height;
	}

	long width() {
		return width;
	}

	/** Prepares what writes zeros to the padding, which somebody else may have used. */
	Runnable paddingCleaner(final TensorScope scope) {
		final Operation above = cleaner(rows(-1, 0), scope);
		final Operation below = cleaner(rows(height, height + 1), scope);
		return () -> {
			above.run();
			below.run();
		};
	}

	/** The map without its padding, [1, H, W, C]. */
	INDArray image() {
		return rows(0, height);
	}

	/** The map without its padding, [H * W, C], a row for each position. */
	INDArray positions() {
		return image().reshape(height * width, channels);
	}

	/**
	 * Some of the rows, [1, to - from, W, C].
	 *
	 * @param from -1 is the padding above
	 * @param to exclusive; the padding below is row H
	 */
	INDArray rows(final long from, final long to) {
		return rowsAsVector(from, to).reshape('c', 1, to - from, width, channels);
	}

	/** The same rows as a vector. */
	INDArray rowsAsVector(final long from, final long to) {
		final long row = width * channels;
		return memory.get(NDArrayIndex.interval((from + 1) * row, (to + 1) * row));
	}

	private static Operation cleaner(final INDArray rows, final TensorScope scope) {
		return scope.operation("zeros_as", new INDArray[] { rows }, rows, new long[0]);
	}
}
