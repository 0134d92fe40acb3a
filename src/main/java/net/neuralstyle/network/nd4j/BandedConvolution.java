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

/**
 * A convolution of a map with a margin. Computed in bands of rows: for each position ND4J copies all that the kernel
 * sees, which is many times as much as the map.
 */
final class BandedConvolution implements MirroredConvolution {

	/** What ND4J may copy for a band, in bytes. */
	static final long COPIED_BYTES = 64L << 20;

	private final Convolution convolution;
	private final MirroredMap input;
	/** [kernel side, kernel side, in, out] */
	private final INDArray kernel;
	private final long[] arguments;
	private final int stride;
	private final TensorScope scope;

	/**
	 * @param kernel [side * side * in * out], or a view
	 * @param scope owns what this needs
	 */
	BandedConvolution(final Convolution convolution, final MirroredMap input, final INDArray kernel,
		final TensorScope scope)
	{
		this.convolution = convolution;
		this.input = input;
		this.kernel = shaped(kernel);
		this.scope = scope;
		final int side = convolution.side();
		stride = convolution.role() == Role.REDUCES ? 2 : 1;
		// NB: Kernel, stride, padding 0x0, dilation 1x1, no same mode, NHWC, kernel [kH, kW, in, out].
		arguments = new long[] { side, side, stride, stride, 0, 0, 1, 1, 0, 1, 0 };
	}

	@Override
	public List<Operation> forward(final INDArray bias, final INDArray output) {
		final List<Operation> operations = new ArrayList<>();
		for (long from = 0; from < output.size(1); from += bandHeight(output)) {
			final long to = Math.min(output.size(1), from + bandHeight(output));
			final INDArray band = inputRows(input, from, to);
			operations.add(scope.operation("conv2d", bias == null ? new INDArray[] { band, kernel } : new INDArray[] { band,
				kernel, bias }, MirroredMap.rows(output, from, to), arguments));
		}
		return operations;
	}

	@Override
	public List<Operation> backward(final INDArray gradient, final MirroredMap inputGradient,
		final INDArray kernelGradient)
	{
		final List<Operation> operations = new ArrayList<>();
		final INDArray kernelSum = shaped(kernelGradient);
		final INDArray kernelPart = scope.zeros(kernelSum.shape());
		INDArray inputPart = null;
		for (long from = 0; from < gradient.size(1); from += bandHeight(gradient)) {
			final long to = Math.min(gradient.size(1), from + bandHeight(gradient));
			final INDArray inputSum = inputRows(inputGradient, from, to);
			// NB: The last band may be lower.
			if (inputPart == null || inputPart.size(1) != inputSum.size(1)) inputPart = scope.zeros(inputSum.shape());
			operations.add(scope.operation("conv2d_bp", new INDArray[] { inputRows(input, from, to), kernel, MirroredMap.rows(
				gradient, from, to) }, new INDArray[] { inputPart, kernelPart }, arguments));
			operations.add(scope.operation("add", new INDArray[] { inputSum, inputPart }, inputSum, new long[0]));
			operations.add(scope.operation("add", new INDArray[] { kernelSum, kernelPart }, kernelSum, new long[0]));
		}
		return operations;
	}

	// -- Helper methods --

	private INDArray shaped(final INDArray vector) {
		return vector.reshape('c', convolution.side(), convolution.side(), convolution.inputChannels(), convolution
			.outputChannels());
	}

	/** What rows of the output are computed from. */
	private INDArray inputRows(final MirroredMap map, final long from, final long to) {
		return map.rows(from * stride, (to - 1) * stride + convolution.side());
	}

	private long bandHeight(final INDArray output) {
		return bandHeight((long) convolution.side() * convolution.side() * convolution.inputChannels(), output.size(2));
	}

	/**
	 * Returns how many rows a band has.
	 *
	 * @param copied how many values ND4J copies for a position
	 * @param width of the output
	 */
	static long bandHeight(final long copied, final long width) {
		return Math.max(1, COPIED_BYTES / (copied * width * Float.BYTES));
	}
}
