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

package net.neuralstyle.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An ND4J operation bound to its input and output tensors. Made by a {@link TensorScope},
 * which owns it.
 */
public final class Operation implements AutoCloseable {

	private final OpExecutioner executioner = Nd4j.getExecutioner();
	private final CustomOp operation;
	private final OpContext context;

	Operation(final String name, final INDArray[] inputs, final INDArray[] outputs, final long[] integers,
		final double[] numbers)
	{
		operation = DynamicCustomOp.builder(name).build();
		context = executioner.buildContext();
		context.setInputArrays(inputs);
		context.setOutputArrays(outputs);
		context.setIArguments(integers);
		context.setTArguments(numbers);
	}

	/** Takes other tensors of the same shapes from now on. */
	public void bind(final INDArray[] inputs, final INDArray output) {
		context.setInputArrays(inputs);
		context.setOutputArrays(output);
	}

	/** Computes the output tensors from what the input tensors hold now. */
	public void run() {
		executioner.exec(operation, context);
	}

	@Override
	public void close() {
		try {
			context.close();
		}
		catch (final Exception exc) {
			throw new IllegalStateException(exc);
		}
	}
}
