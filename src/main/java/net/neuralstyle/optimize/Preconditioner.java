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

package net.neuralstyle.optimize;

import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is known beforehand of the inverse of a function's Hessian matrix, up to a
 * factor: a symmetric and positive definite matrix. The better it tells stiff from
 * soft directions, the fewer evaluations a minimisation needs (Nocedal and
 * Wright, 2006, section 7.2, the initial matrix H0).
 */
public interface Preconditioner {

	/** Knows nothing: all directions are alike. */
	Preconditioner IDENTITY = new Preconditioner() {

		@Override
		public void apply(final INDArray vector, final INDArray result) {
			result.assign(vector);
		}

		@Override
		public double squaredNorm(final INDArray vector) {
			return Vectors.dot(vector, vector);
		}
	};

	/**
	 * Multiplies a vector by the matrix P.
	 *
	 * @param vector not modified
	 * @param result another vector of the same length, which receives the product
	 */
	void apply(INDArray vector, INDArray result);

	/** Returns v^T P v. Waits for the device. */
	double squaredNorm(INDArray vector);
}
