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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Keeps a network from painting grids. An enlargement repeats each value, so that a map has stairs, which come again
 * every two positions after one enlargement and every four after both. A style that asks for fine texture has a network
 * make a grid of them that lies on all flat areas. A kernel paints none if a map that repeats itself gives the same
 * everywhere, that is, if its numbers have the same sum at each of the places that such a map distinguishes (Y.
 * Sugawara, S. Shiota and H. Kiya, "Checkerboard artifacts free convolutional neural networks", APSIPA Transactions on
 * Signal and Information Processing 8, 2019). This moves kernels to the nearest ones that are so: those that follow an
 * enlargement for its period of 2, and the last one for that of both.
 * <p>
 * Not thread-safe.
 * </p>
 */
final class GridFreeKernels {

	private static final int PERIOD_OF_ENLARGEMENT = 2;

	/** One for each kernel. */
	private final List<Runnable> projections = new ArrayList<>();

	/**
	 * @param parameters the network's numbers, a vector in the order of the topology; {@link #project} changes them
	 * @param scope owns the buffers
	 */
	GridFreeKernels(final TransformationTopology topology, final INDArray parameters, final TensorScope scope) {
		for (final Convolution convolution : topology.convolutions()) {
			final int period = period(convolution.role());
			if (period == 1) continue;
			final int positions = convolution.side() * convolution.side();
			final INDArray kernel = parameters.get(NDArrayIndex.interval(convolution.kernelOffset(), convolution
				.kernelOffset() + convolution.kernelLength())).reshape('c', positions, convolution.kernelLength() / positions);
			final INDArray projector = scope.tensor(projector(convolution.side(), period), positions, positions);
			final INDArray projected = scope.zeros(kernel.shape());
			final Operation projection = scope.operation("matmul", new INDArray[] { projector, kernel }, projected, new long[] {
				0, 0, 0 }, 1, 0);
			projections.add(() -> {
				projection.run();
				kernel.assign(projected);
			});
		}
	}

	/** Moves the kernels. Doing it twice is doing it once, to rounding. */
	void project() {
		projections.forEach(Runnable::run);
	}

	/** How many positions there are until the map that a convolution reads may repeat itself; 1 for every position. */
	private static int period(final Role role) {
		switch (role) {
			case ENLARGES:
				return PERIOD_OF_ENLARGEMENT;
			case LAST:
				return TransformationTopology.ALIGNMENT;
			default:
				return 1;
		}
	}

	/**
	 * Returns what a kernel is multiplied by, [side * side, side * side]. Of the kernels whose sums S of all n numbers at a
	 * place are one s, that is the nearest one which adds (s - S) / n to each of them, with s the mean of all S / n
	 * in proportion to 1 / n.
	 */
	private static float[] projector(final int side, final int period) {
		final int positions = side * side;
		final int[] counts = new int[period * period];
		for (int i = 0; i < positions; i++) {
			counts[place(i, side, period)]++;
		}
		double inverses = 0;
		for (final int count : counts) {
			inverses += 1.0 / count;
		}
		final float[] projector = new float[positions * positions];
		for (int to = 0; to < positions; to++) {
			final int place = place(to, side, period);
			for (int from = 0; from < positions; from++) {
				final int other = place(from, side, period);
				final double common = 1 / (counts[other] * inverses);
				projector[to * positions + from] = (float) ((to == from ? 1 : 0) + (common - (other == place ? 1 : 0)) /
					counts[place]);
			}
		}
		return projector;
	}

	private static int place(final int position, final int side, final int period) {
		return position / side % period * period + position % side % period;
	}
}
