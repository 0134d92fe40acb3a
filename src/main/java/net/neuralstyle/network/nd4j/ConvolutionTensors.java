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

import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.ConvolutionWeights;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One convolution's weights on the device. */
final class ConvolutionTensors {

	final String name;
	final int inputChannels;
	final int outputChannels;
	/** [3, 3, in, out] */
	final INDArray kernel;
	/** [out] */
	final INDArray bias;
	/**
	 * The kernel flipped in space with its channels swapped, [3, 3, out, in]: a
	 * forward convolution of the output's gradient with it is the input's
	 * gradient, as the convolution has stride 1 and same-size padding.
	 */
	final INDArray backwardKernel;

	/** @param scope owns the tensors */
	ConvolutionTensors(final ConvolutionWeights weights, final TensorScope scope) {
		name = weights.name();
		inputChannels = weights.inputChannels();
		outputChannels = weights.outputChannels();
		final int side = ConvolutionWeights.KERNEL_SIDE;
		kernel = scope.tensor(weights.kernel(), side, side, inputChannels, outputChannels);
		bias = scope.tensor(weights.bias(), outputChannels);
		backwardKernel = scope.zeros(side, side, outputChannels, inputChannels);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				tap(backwardKernel, side - 1 - y, side - 1 - x).assign(tap(kernel, y, x).transpose());
			}
		}
	}

	private static INDArray tap(final INDArray kernel, final int y, final int x) {
		return kernel.get(NDArrayIndex.point(y), NDArrayIndex.point(x), NDArrayIndex.all(), NDArrayIndex.all());
	}
}
