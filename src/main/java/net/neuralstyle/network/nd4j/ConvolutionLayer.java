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

import net.neuralstyle.network.Layer;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A 3x3 convolution, stride 1, zero padding, followed by ReLU in place. Computed in
 * bands of rows: what a band needs stays in the processor's cache, and so does what
 * oneDNN copies into the layout that it prefers.
 */
final class ConvolutionLayer extends Layer {

	/**
	 * Kernel 3x3, stride 1x1, padding 0 above and below (a {@link PaddedMap} has its own) and 1 to the sides, dilation
	 * 1x1, no same mode, NHWC, kernel [kH, kW, in, out].
	 */
	private static final long[] ARGUMENTS = { 3, 3, 1, 1, 0, 1, 1, 1, 0, 1, 0 };

	private final Runnable clearPadding;
	private final Runnable clearGradientPadding;
	private final List<Operation> convolutions = new ArrayList<>();
	private final List<Operation> rectifications = new ArrayList<>();
	private final List<Step> activeMasks = new ArrayList<>();
	private final List<Operation> masks = new ArrayList<>();
	private final List<Operation> backwardConvolutions = new ArrayList<>();
	private final OpExecutioner executioner = Nd4j.getExecutioner();

	/**
	 * @param map with a gradient, that which comes from deeper layers, but for a network
	 *          that only runs forward
	 * @param inputGradient buffer that receives the gradient with respect to the
	 *          input, or null likewise
	 */
	ConvolutionLayer(final ConvolutionTensors parameters, final PaddedMap input, final TensorMap map,
		final PaddedMap inputGradient, final TensorScope scope)
	{
		super(parameters.name, map);
		final PaddedMap output = map.output();
		final PaddedMap outputGradient = map.gradient();
		clearPadding = output.paddingCleaner(scope);
		clearGradientPadding = outputGradient == null ? null : outputGradient.paddingCleaner(scope);
		final long height = output.height();
		final long bandHeight = BandHeight.of(parameters, output.width());
		for (long from = 0; from < height; from += bandHeight) {
			final long to = Math.min(height, from + bandHeight);
			final INDArray band = output.rows(from, to);
			convolutions.add(scope.operation("conv2d", new INDArray[] { input.rows(from - 1, to + 1), parameters.kernel,
				parameters.bias }, band, ARGUMENTS));
			rectifications.add(scope.operation("relu", new INDArray[] { band }, band, new long[0], 0));
			if (outputGradient == null) continue;
			// NB: A convolution sees one row more, which must be masked before.
			addMask(output, outputGradient, from == 0 ? 0 : from + 1, Math.min(height, to + 1), scope);
			backwardConvolutions.add(scope.operation("conv2d", new INDArray[] { outputGradient.rows(from - 1, to + 1),
				parameters.backwardKernel }, inputGradient.rows(from, to), ARGUMENTS));
		}
	}

	@Override
	public void forward() {
		clearPadding.run();
		for (int i = 0; i < convolutions.size(); i++) {
			convolutions.get(i).run();
			rectifications.get(i).run();
		}
	}

	@Override
	public void backward() {
		clearGradientPadding.run();
		for (int i = 0; i < backwardConvolutions.size(); i++) {
			// NB: The gradient passes where ReLU's output is positive. Two plain passes
			// are faster than ND4J's relu_bp.
			if (i < masks.size()) {
				executioner.exec(activeMasks.get(i));
				masks.get(i).run();
			}
			backwardConvolutions.get(i).run();
		}
	}

	private void addMask(final PaddedMap output, final PaddedMap outputGradient, final long from, final long to,
		final TensorScope scope)
	{
		// NB: Nothing is left for a last band of one row.
		if (from >= to) return;
		final INDArray active = output.rowsAsVector(from, to);
		final INDArray gradient = outputGradient.rowsAsVector(from, to);
		activeMasks.add(new Step(active, active, 0));
		masks.add(scope.operation("multiply", new INDArray[] { gradient, active }, gradient, new long[0]));
	}
}
