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

import net.neuralstyle.network.Layer;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** 2x2 pooling, stride 2: the largest or the mean of four; a last odd row or column is dropped. */
final class PoolingLayer extends Layer {

	/** Window 2x2, stride 2x2, no padding, dilation 1x1, no same mode, divided by all four where that matters, NHWC. */
	private static final long[] ARGUMENTS = { 2, 2, 2, 2, 0, 0, 1, 1, 0, 1, 1 };

	private final Runnable clearPadding;
	private final Operation pool;
	private final Operation poolBack;

	/** Parameters as for {@link ConvolutionLayer}. */
	PoolingLayer(final String name, final Pooling kind, final PaddedMap input, final TensorMap map,
		final PaddedMap inputGradient, final TensorScope scope)
	{
		super(name, map);
		final PaddedMap output = map.output();
		final PaddedMap outputGradient = map.gradient();
		clearPadding = output.paddingCleaner(scope);
		final String operation = kind == Pooling.MAX ? "maxpool2d" : "avgpool2d";
		pool = scope.operation(operation, new INDArray[] { input.image() }, output.image(), ARGUMENTS);
		poolBack = outputGradient == null ? null : scope.operation(operation + "_bp", new INDArray[] { input
			.image(), outputGradient.image() }, inputGradient.image(), ARGUMENTS);
	}

	@Override
	public void forward() {
		clearPadding.run();
		pool.run();
	}

	@Override
	public void backward() {
		poolBack.run();
	}
}
