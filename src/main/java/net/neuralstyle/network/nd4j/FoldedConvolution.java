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
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution of stride 1 to few channels. The rows of its kernel become channels: a convolution by a kernel of one
 * row gives what each row of the whole kernel adds, and then these are added up, each moved by its row. So ND4J copies
 * a kernel's side less, and multiplies by a matrix that is not as narrow. In bands, as in {@link BandedConvolution}.
 */
final class FoldedConvolution implements MirroredConvolution {

	private static final long[] NO_ARGUMENTS = {};

	private final MirroredMap input;
	private final TensorScope scope;
	private final int side;
	private final int inputs;
	private final int outputs;
	/** [side, in, side, out]: column, input, row, output. */
	private final INDArray kernel;
	/** The same values in this order, [1, side, in, side * out]. */
	private final INDArray folded;
	private final long[] arguments;

	/** Parameters as for {@link BandedConvolution}. */
	FoldedConvolution(final Convolution convolution, final MirroredMap input, final INDArray kernel,
		final TensorScope scope)
	{
		this.input = input;
		this.scope = scope;
		side = convolution.side();
		inputs = convolution.inputChannels();
		outputs = convolution.outputChannels();
		this.kernel = byColumns(kernel);
		folded = scope.zeros(1, side, inputs, (long) side * outputs);
		// NB: Kernel, stride 1x1, padding 0x0, dilation 1x1, no same mode, NHWC, kernel [kH, kW, in, out].
		arguments = new long[] { 1, side, 1, 1, 0, 0, 1, 1, 0, 1, 0 };
	}

	@Override
	public List<Operation> forward(final INDArray bias, final INDArray output) {
		final List<Operation> operations = new ArrayList<>();
		final INDArray foldedByColumns = folded.reshape('c', kernel.shape());
		operations.add(operation("assign", foldedByColumns, kernel, foldedByColumns));
		INDArray parts = null;
		for (long from = 0; from < output.size(1); from += bandHeight(output)) {
			final long to = Math.min(output.size(1), from + bandHeight(output));
			// NB: The last band may be lower.
			if (parts == null || parts.size(1) != to - from + side - 1) parts = parts(output, to - from);
			final INDArray band = MirroredMap.rows(output, from, to);
			operations.add(operation("conv2d", input.rows(from, to + side - 1), folded, parts, arguments));
			for (int row = 0; row < side; row++) {
				final INDArray part = part(parts, row, to - from);
				if (row > 0) operations.add(operation("add", band, part, band));
				else if (bias == null) operations.add(operation("assign", band, part, band));
				else operations.add(operation("add", part, bias, band));
			}
		}
		return operations;
	}

	@Override
	public List<Operation> backward(final INDArray gradient, final MirroredMap inputGradient,
		final INDArray kernelGradient)
	{
		final List<Operation> operations = new ArrayList<>();
		final INDArray kernelSum = byColumns(kernelGradient);
		final INDArray kernelPart = scope.zeros(folded.shape());
		INDArray inputPart = null;
		INDArray parts = null;
		for (long from = 0; from < gradient.size(1); from += bandHeight(gradient)) {
			final long to = Math.min(gradient.size(1), from + bandHeight(gradient));
			final INDArray inputSum = inputGradient.rows(from, to + side - 1);
			if (inputPart == null || inputPart.size(1) != inputSum.size(1)) {
				inputPart = scope.zeros(inputSum.shape());
				// NB: What no row of the gradient is put to stays 0.
				parts = parts(gradient, to - from);
			}
			for (int row = 0; row < side; row++) {
				final INDArray part = part(parts, row, to - from);
				operations.add(operation("assign", part, MirroredMap.rows(gradient, from, to), part));
			}
			operations.add(scope.operation("conv2d_bp", new INDArray[] { input.rows(from, to + side - 1), folded, parts },
				new INDArray[] { inputPart, kernelPart }, arguments));
			operations.add(operation("add", inputSum, inputPart, inputSum));
			operations.add(operation("add", kernelSum, kernelPart.reshape('c', kernel.shape()), kernelSum));
		}
		return operations;
	}

	// -- Helper methods --

	/** @param vector in the order [side, side, in, out] */
	private INDArray byColumns(final INDArray vector) {
		return vector.reshape('c', side, side, inputs, outputs).permute(1, 2, 0, 3);
	}

	/** What each row of the kernel adds to a band, and to the rows around it. */
	private INDArray parts(final INDArray output, final long height) {
		return scope.zeros(1, height + side - 1, output.size(2), (long) side * outputs);
	}

	/** What one row of the kernel adds to a band. */
	private INDArray part(final INDArray parts, final int row, final long height) {
		return parts.get(NDArrayIndex.all(), NDArrayIndex.interval(row, row + height), NDArrayIndex.all(), NDArrayIndex
			.interval((long) row * outputs, (row + 1L) * outputs));
	}

	private long bandHeight(final INDArray output) {
		return BandedConvolution.bandHeight((long) side * inputs, output.size(2));
	}

	private Operation operation(final String name, final INDArray a, final INDArray b, final INDArray result,
		final long... integers)
	{
		return scope.operation(name, new INDArray[] { a, b }, result, integers.length == 0 ? NO_ARGUMENTS : integers);
	}
}
