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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The convolutions of a transformation network, forward, for what is read, and for the kernels, with nothing in
 * between: what a step of its training is measured by.
 */
public final class BareTransformation implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<Runnable> forward = new ArrayList<>();
	private final List<Runnable> backward = new ArrayList<>();
	private final double operations;

	public BareTransformation(final TransformationTopology topology, final ImageSize size, final float[] parameters) {
		final OneDnnTransformationEngine engine = scope.own(new OneDnnTransformationEngine(topology, parameters));
		final TransformationPlan plan = new TransformationPlan(topology, size, true, ValueType.FLOAT32);
		final Primitives primitives = new Primitives(scope);
		final Pointer block = Primitives.address(scope.zeros(plan.length()));
		final INDArray image = scope.zeros(size.pixels() * 3);
		final FloatPointer sums = new FloatPointer(Primitives.address(scope.zeros(topology.parameterCount())));
		double sum = 0;
		double positions = size.pixels();
		for (int i = 0; i < plan.steps().size(); i++) {
			final TransformationPlan.Step step = plan.steps().get(i);
			final TransformationTopology.Convolution convolution = step.convolution();
			final boolean isLast = convolution.role() == Role.LAST;
			final DenseMap result = isLast ? step.output(Primitives.address(image)) : step.convolved(block);
			final DenseMap gradient = isLast ? result : step.convolvedGradient(block);
			final MirroredConvolution computed = new MirroredConvolution(engine.numbers().get(i), step.input(block), result,
				true, primitives);
			forward.add(computed::run);
			backward.add(computed.numbersGradient(gradient, sums));
			if (i > 0) backward.add(computed.inputGradient(gradient, step.inputGradient(block), step.otherInputGradient(block)));
			if (convolution.role() == Role.REDUCES) positions /= 4;
			if (convolution.role() == Role.ENLARGES) positions *= 4;
			sum += (i > 0 ? 3 : 2) * 2 * positions * convolution.kernelLength();
		}
		operations = sum;
	}

	/** Runs each of them once, forward. */
	public void runForward() {
		forward.forEach(Runnable::run);
	}

	/** Runs each of them once, backward. */
	public void runBackward() {
		backward.forEach(Runnable::run);
	}

	/** Multiplications and additions that the definition asks for, both ways. */
	public double operations() {
		return operations;
	}

	@Override
	public void close() {
		scope.close();
	}
}
