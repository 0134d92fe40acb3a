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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A convolution of a transformation network, with the margin that it reads and what comes after it. */
final class TransformationStep {

	private final List<Operation> convolve = new ArrayList<>();
	/** Null for the last step. */
	private final InstanceNormalisation normalisation;
	private final List<Operation> finish = new ArrayList<>();
	private final List<Operation> backward = new ArrayList<>();
	private final TransformationPlan.Buffers buffers;
	private final Convolution convolution;
	private final INDArray parameters;
	private final TensorScope scope;
	private final MirroredConvolution mirrored;
	private final ChannelSums sums;

	/**
	 * @param input what the step before gives, [1, H, W, C]
	 * @param blockInput what is added, for the last step of a block, else null
	 * @param parameters [P], in the order of the topology
	 * @param statistics in the order of the topology
	 * @param scope owns what this needs
	 */
	TransformationStep(final Convolution convolution, final TransformationPlan.Buffers buffers, final INDArray input,
		final INDArray blockInput, final INDArray parameters, final INDArray statistics, final ChannelSums sums,
		final TensorScope scope)
	{
		this.convolution = convolution;
		this.buffers = buffers;
		this.parameters = parameters;
		this.sums = sums;
		this.scope = scope;
		// NB: The last convolution has few outputs.
		mirrored = convolution.role() == Role.LAST ? new FoldedConvolution(convolution, buffers.padded(), kernel(
			parameters), scope) : new BandedConvolution(convolution, buffers.padded(), kernel(parameters), scope);
		convolve.addAll(buffers.padded().filling(input, scope));
		final INDArray output = buffers.output();
		if (!convolution.isNormalised()) {
			convolve.addAll(mirrored.forward(interval(parameters, convolution.scaleOffset(), convolution.outputChannels()),
				output));
			normalisation = null;
			return;
		}
		convolve.addAll(mirrored.forward(null, buffers.convolved()));
		normalisation = new InstanceNormalisation(convolution, parameters, statistics, positions(buffers.convolved()),
			positions(output), positions(buffers.scratch()), sums, scope);
		if (convolution.role() == Role.ENDS_BLOCK) finish.add(operation("add", output, blockInput, output));
		if (convolution.isRectified()) finish.add(scope.operation("relu", new INDArray[] { output }, output, new long[0], 0));
	}

	/** @param own whether the normalisation finds the statistics, else it takes those that are there */
	void forward(final boolean own) {
		convolve.forEach(Operation::run);
		if (normalisation == null) return;
		normalisation.forward(own);
		finish.forEach(Operation::run);
	}

	/**
	 * Prepares the way back.
	 *
	 * @param inputGradient gradient with respect to what the step reads, [1, H, W, C]; may be null
	 * @param blockInputGradient likewise of what is added, or null
	 * @param gradients [P]; what belongs to this step is set
	 */
	void prepareBackward(final INDArray inputGradient, final INDArray blockInputGradient, final INDArray gradients) {
		final INDArray gradient = buffers.gradient();
		if (blockInputGradient != null) backward.add(operation("assign", blockInputGradient, gradient, blockInputGradient));
		if (convolution.isRectified()) {
			// NB: The gradient passes where ReLU's output is positive.
			backward.add(scope.operation("relu_bp", new INDArray[] { buffers.output(), gradient }, gradient, new long[0], 0));
		}
		final int channels = convolution.outputChannels();
		final INDArray scaleGradient = interval(gradients, convolution.scaleOffset(), channels).reshape('c', 1, channels);
		if (normalisation == null) backward.add(sums.of(positions(gradient), 1, scaleGradient));
		else backward.addAll(normalisation.backward(positions(gradient), scaleGradient, interval(gradients, convolution
			.shiftOffset(), channels).reshape('c', 1, channels)));
		backward.add(clear(buffers.paddedGradient().whole()));
		backward.add(clear(kernel(gradients)));
		backward.addAll(mirrored.backward(gradient, buffers.paddedGradient(), kernel(gradients)));
		if (inputGradient == null) return;
		// NB: What a block reads has the gradient of the block's end already.
		if (convolution.role() != Role.BEGINS_BLOCK) backward.add(clear(inputGradient));
		backward.addAll(buffers.paddedGradient().folding(inputGradient, scope));
	}

	void backward() {
		backward.forEach(Operation::run);
	}

	// -- Helper methods --

	private INDArray kernel(final INDArray vector) {
		return interval(vector, convolution.kernelOffset(), convolution.kernelLength());
	}

	private Operation operation(final String name, final INDArray a, final INDArray b, final INDArray result) {
		return scope.operation(name, new INDArray[] { a, b }, result, new long[0]);
	}

	private Operation clear(final INDArray tensor) {
		return scope.operation("zeros_as", new INDArray[] { tensor }, tensor, new long[0]);
	}

	private static INDArray interval(final INDArray vector, final long offset, final long length) {
		return vector.get(NDArrayIndex.interval(offset, offset + length));
	}

	private static INDArray positions(final INDArray map) {
		return map.reshape(map.length() / map.size(3), map.size(3));
	}
}
