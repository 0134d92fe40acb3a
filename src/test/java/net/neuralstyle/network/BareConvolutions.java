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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The convolutions of a network, forward and backward, each as one call of ND4J's
 * conv2d on whole maps and with nothing else: what an evaluation is measured by.
 */
public final class BareConvolutions implements AutoCloseable {

	/** Kernel 3x3, stride 1x1, padding as "same" mode says, dilation 1x1, same mode, NHWC, kernel [kH, kW, in, out]. */
	private static final long[] ARGUMENTS = { 3, 3, 1, 1, 0, 0, 1, 1, 1, 1, 0 };

	private final TensorScope scope = new TensorScope();
	private final List<Operation> convolutions = new ArrayList<>();
	private double operations;

	public BareConvolutions(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames) {
		final List<NetworkPlan.Step> steps = new NetworkPlan(parameters, size, layerNames).steps();
		final long largest = steps.stream().mapToLong(step -> PaddedMap.length(step.shape)).max().orElseThrow();
		final INDArray input = scope.zeros(largest).assign(1);
		final INDArray output = scope.zeros(largest);
		for (final NetworkPlan.Step step : steps) {
			if (step.isPooling()) continue;
			final long[] inputShape = step.shape.clone();
			inputShape[3] = step.convolution.inputChannels;
			convolutions.add(scope.operation("conv2d", new INDArray[] { part(input, inputShape), step.convolution.kernel,
				step.convolution.bias }, part(output, step.shape), ARGUMENTS));
			convolutions.add(scope.operation("conv2d", new INDArray[] { part(input, step.shape),
				step.convolution.backwardKernel }, part(output, inputShape), ARGUMENTS));
			operations += 2 * 2.0 * 9 * step.shape[1] * step.shape[2] * step.shape[3] * inputShape[3];
		}
	}

	public void run() {
		convolutions.forEach(Operation::run);
	}

	/** Multiplications and additions of a run. */
	public double operations() {
		return operations;
	}

	@Override
	public void close() {
		scope.close();
	}

	private static INDArray part(final INDArray buffer, final long[] shape) {
		return buffer.get(NDArrayIndex.interval(0, shape[1] * shape[2] * shape[3])).reshape('c', shape);
	}
}
