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

import net.neuralstyle.network.MapComparison;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares a feature map in a tensor; keeps the difference, so that nothing waits for its sum. */
final class TensorComparison implements MapComparison {

	/** How many tensors as large as the map this takes. */
	static final int MAPS = 2;

	private final INDArray map;
	private final INDArray gradient;
	private final double factor;
	private final INDArray target;
	private final INDArray difference;
	/** Null if all positions count. */
	private final Operation weigh;

	/**
	 * @param map [H * W, C]
	 * @param gradient likewise
	 * @param weights as in {@link net.neuralstyle.network.FeatureMap#comparison}
	 */
	TensorComparison(final INDArray map, final INDArray gradient, final INDArray weights, final double factor,
		final TensorScope scope)
	{
		this.map = map;
		this.gradient = gradient;
		this.factor = factor;
		target = scope.zeros(map.shape());
		difference = scope.zeros(map.shape());
		weigh = weights == null ? null : scope.operation("multiply", new INDArray[] { difference, weights.reshape(weights
			.length(), 1) }, difference, new long[0]);
	}

	@Override
	public void keep() {
		target.assign(map);
	}

	@Override
	public void addToGradient() {
		map.subi(target, difference);
		if (weigh != null) weigh.run();
		Vectors.addScaled(gradient, factor, difference);
	}

	@Override
	public double sumOfSquares() {
		// NB: A position counts or does not, so that the square of its weight is its weight.
		return Vectors.dot(difference, difference);
	}
}
