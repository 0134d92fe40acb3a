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

package net.neuralstyle.network;

import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer's feature map F after its ReLU, a row of C values for each of H * W
 * positions, and the gradient of a function with respect to it. Shows what
 * {@link FeatureNetwork#run} computed last, until {@link FeatureNetwork#gradient}
 * uses it up.
 * <p>
 * In which arithmetic and where the values are kept is the engine's; what is
 * compared and summed up outside is float32. What is prepared here is run again and
 * again without allocating anything, and lives as long as both the network and the
 * scope that it was prepared for.
 * </p>
 */
public interface FeatureMap {

	/** [1, H, W, C] */
	long[] shape();

	/** How many pixels of the image, along each axis, one position stands for. */
	int reduction();

	/**
	 * Copies the values, exactly.
	 *
	 * @param values [H * W, C], float32
	 */
	void copyTo(INDArray values);

	/** Sets the gradient to zero. Not for a network that only runs forward. */
	void clearGradient();

	/**
	 * Prepares a comparison with another state of this map.
	 *
	 * @param weights w, [H * W], each 0 or 1, looked at whenever this runs; null for 1
	 *          everywhere
	 * @param factor of what is added to the gradient
	 */
	MapComparison comparison(INDArray weights, double factor, TensorScope scope);

	/**
	 * Prepares a sum over positions p, sum += factor * sum_p w(p) F(p)^T F(p), formed in
	 * float32.
	 *
	 * @param weights w, [H * W], looked at whenever this runs; null for 1 everywhere
	 * @param sum [C, C], float32
	 */
	Runnable addGramMatrix(INDArray weights, double factor, INDArray sum, TensorScope scope);

	/**
	 * Prepares what adds factor * w(p) F(p) M to the gradient at each position p.
	 *
	 * @param weights as for {@link #addGramMatrix}
	 * @param matrix M, [C, C], float32
	 */
	Runnable addProductToGradient(INDArray weights, double factor, INDArray matrix, TensorScope scope);
}
