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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What a convolution reads: a map, or the map enlarged twice by nearest neighbours, with a margin in which it is
 * mirrored, the outermost positions not repeated. A view of memory that belongs to someone else.
 */
final class MirroredMap {

	private static final long[] NO_ARGUMENTS = {};

	private final INDArray whole;
	private final int height;
	private final int width;
	private final int margin;

	/**
	 * @param memory vector of as many values as {@link #length} says
	 * @param height without the margin
	 * @param width without the margin
	 * @param margin less than height and width
	 */
	MirroredMap(final INDArray memory, final int height, final int width, final int channels, final int margin) {
		whole = memory.reshape('c', 1, height + 2 * margin, width + 2 * margin, channels);
		this.height = height;
		this.width = width;
		this.margin = margin;
	}

	/** How many values a map takes with its margin. */
	static long length(final int height, final int width, final int channels, final int margin) {
		return (long) (height + 2 * margin) * (width + 2 * margin) * channels;
	}

	/** The map with its margin, [1, H + 2 margin, W + 2 margin, C]. */
	INDArray whole() {
		return whole;
	}

	/** Some rows of the whole, [1, to - from, W + 2 margin, C], which lie in one piece. */
	INDArray rows(final long from, final long to) {
		return rows(whole, from, to);
	}

	/** Some rows of a map [1, H, W, C], [1, to - from, W, C]. */
	static INDArray rows(final INDArray map, final long from, final long to) {
		final long row = map.size(2) * map.size(3);
		return map.reshape(map.length()).get(NDArrayIndex.interval(from * row, to * row)).reshape('c', 1, to - from, map
			.size(2), map.size(3));
	}

	/**
	 * Prepares what fills this.
	 *
	 * @param map [1, H, W, C], or half as high and wide, if it is to be enlarged
	 */
	List<Operation> filling(final INDArray map, final TensorScope scope) {
		final List<Operation> operations = new ArrayList<>();
		for (final INDArray part : parts(map)) {
			operations.add(scope.operation("assign", new INDArray[] { part, map }, part, NO_ARGUMENTS));
		}
		for (final INDArray[] pair : mirrored()) {
			operations.add(scope.operation("assign", pair, pair[0], NO_ARGUMENTS));
		}
		return operations;
	}

	/**
	 * Prepares what adds up the gradient of a map from that of its margin and its enlargement, which this holds and loses.
	 *
	 * @param gradient of the map's shape; this is added to it
	 */
	List<Operation> folding(final INDArray gradient, final TensorScope scope) {
		final List<Operation> operations = new ArrayList<>();
		final List<INDArray[]> pairs = mirrored();
		for (int i = pairs.size() - 1; i >= 0; i--) {
			final INDArray source = pairs.get(i)[1];
			operations.add(scope.operation("add", new INDArray[] { source, pairs.get(i)[0] }, source, NO_ARGUMENTS));
		}
		for (final INDArray part : parts(gradient)) {
			operations.add(scope.operation("add", new INDArray[] { gradient, part }, gradient, NO_ARGUMENTS));
		}
		return operations;
	}

	// -- Helper methods --

	/** The inner part of this, or the four positions of each square, if a map is enlarged. */
	private List<INDArray> parts(final INDArray map) {
		final int scale = (int) (height / map.size(1));
		final List<INDArray> parts = new ArrayList<>();
		for (int y = 0; y < scale; y++) {
			for (int x = 0; x < scale; x++) {
				parts.add(part(NDArrayIndex.interval(margin + y, scale, margin + height), NDArrayIndex.interval(margin + x, scale,
					margin + width)));
			}
		}
		return parts;
	}

	/** Rows, then columns, each of the margin with the one that it repeats. */
	private List<INDArray[]> mirrored() {
		final List<INDArray[]> pairs = new ArrayList<>();
		final INDArrayIndex inner = NDArrayIndex.interval(margin, margin + width);
		for (int i = 1; i <= margin; i++) {
			pairs.add(new INDArray[] { part(one(margin - i), inner), part(one(margin + i), inner) });
			final int last = margin + height - 1;
			pairs.add(new INDArray[] { part(one(last + i), inner), part(one(last - i), inner) });
		}
		for (int i = 1; i <= margin; i++) {
			pairs.add(new INDArray[] { part(NDArrayIndex.all(), one(margin - i)), part(NDArrayIndex.all(), one(margin + i)) });
			final int last = margin + width - 1;
			pairs.add(new INDArray[] { part(NDArrayIndex.all(), one(last + i)), part(NDArrayIndex.all(), one(last - i)) });
		}
		return pairs;
	}

	private INDArray part(final INDArrayIndex rows, final INDArrayIndex columns) {
		return whole.get(NDArrayIndex.all(), rows, columns, NDArrayIndex.all());
	}

	private static INDArrayIndex one(final int position) {
		return NDArrayIndex.interval(position, position + 1);
	}
}
