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

import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A float32 tensor as the sum of two of bfloat16, a high part and what that leaves,
 * which together have 16 bits of mantissa.
 */
final class SplitMatrix {

	private final memory high;
	private final memory low;
	private final Runnable[] steps;

	/**
	 * @param given where the tensor is
	 * @param values the same, as a tensor of ND4J's
	 * @param rest another one of its shape, for what is needed in between
	 * @param high where the parts go
	 */
	SplitMatrix(final memory given, final INDArray values, final INDArray rest, final memory high, final memory low,
		final Primitives primitives)
	{
		this.high = high;
		this.low = low;
		final memory restMemory = primitives.of(primitives.own(given.get_desc()), rest);
		steps = new Runnable[] { //
			primitives.copy(given, high), //
			primitives.copy(high, restMemory), //
			() -> rest.rsubi(values), //
			primitives.copy(restMemory, low) };
	}

	/**
	 * The parts of a matrix, in memory of their own.
	 *
	 * @param scope owns it
	 */
	SplitMatrix(final memory given, final INDArray values, final Primitives primitives, final TensorScope scope) {
		this(given, values, scope.zeros(values.shape()), primitives.allocate(parts(values, primitives)), primitives.allocate(
			parts(values, primitives)), primitives);
	}

	memory high() {
		return high;
	}

	memory low() {
		return low;
	}

	/** Takes the parts of what the tensor holds now. */
	void split() {
		for (final Runnable step : steps) {
			step.run();
		}
	}

	private static memory.desc parts(final INDArray values, final Primitives primitives) {
		return primitives.matrix(values.size(0), values.size(1), data_type.bf16);
	}
}
