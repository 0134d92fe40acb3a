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

package net.neuralstyle.network.onednn;

import net.neuralstyle.network.MatrixProducts;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.nd4j.linalg.api.ndarray.INDArray;

/** oneDNN's products of matrices. */
final class OneDnnProducts implements MatrixProducts {

	private final Scratchpad scratchpad;

	OneDnnProducts(final Scratchpad scratchpad) {
		this.scratchpad = scratchpad;
	}

	@Override
	public Runnable product(final INDArray a, final boolean aTransposed, final INDArray b, final boolean bTransposed,
		final INDArray result, final TensorScope scope)
	{
		final Primitives primitives = new Primitives(scope, scratchpad);
		return primitives.product(factor(a, aTransposed, primitives), factor(b, bTransposed, primitives), factor(result,
			false, primitives), primitives.attributes());
	}

	private static memory factor(final INDArray matrix, final boolean transposed, final Primitives primitives) {
		final memory.desc description = transposed ? primitives.transpose(matrix.size(0), matrix.size(1), data_type.f32)
			: primitives.matrix(matrix.size(0), matrix.size(1), data_type.f32);
		return primitives.of(description, matrix);
	}
}
