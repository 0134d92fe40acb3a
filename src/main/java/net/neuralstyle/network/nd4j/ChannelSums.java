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
 * Adds up maps over their positions, channel by channel. A product of matrices adds up with many partial sums, which
 * keeps float32's rounding small over a million of positions, where a plain running sum would lose digits.
 */
final class ChannelSums {

	private final TensorScope scope;
	private final INDArray ones;

	/**
	 * @param positions of the largest map
	 * @param scope owns what this needs
	 */
	ChannelSums(final long positions, final TensorScope scope) {
		this.scope = scope;
		ones = scope.zeros(1, positions);
		ones.assign(1);
	}

	/**
	 * Prepares a sum.
	 *
	 * @param map [N, C]
	 * @param factor that each sum is multiplied by
	 * @param sum [1, C]
	 */
	Operation of(final INDArray map, final double factor, final INDArray sum) {
		final INDArray row = ones.get(NDArrayIndex.all(), NDArrayIndex.interval(0, map.size(0)));
		return scope.product(row, false, map, false, sum, factor, 0);
	}
}
