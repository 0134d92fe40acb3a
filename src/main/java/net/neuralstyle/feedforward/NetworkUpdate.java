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

package net.neuralstyle.feedforward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.optimize.AdamUpdate;
import net.neuralstyle.optimize.MuonUpdate;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Makes the steps of a training: kernels between the first and the last convolution move by Muon, all other numbers by
 * Adam. What it remembers of the gradients are two vectors, from which it can go on.
 */
public final class NetworkUpdate {

	/** NB: The last convolution gives grey levels, which count in dozens, and all others normalised maps. */
	private static final float LAST_LENGTH = 20;

	/** How long a gradient may be, as a multiple of what those before were. */
	private static final double LONGEST = 5;

	private final INDArray gradient;
	private final AdamUpdate adam;
	private final List<Kernel> kernels = new ArrayList<>();

	/**
	 * @param parameters the network's numbers, a vector in the order of the topology; steps change them
	 * @param gradient vector of the same length, from which a step is made
	 * @param scope owns the buffers
	 */
	public NetworkUpdate(final TransformationTopology topology, final INDArray parameters, final INDArray gradient,
		final TensorScope scope)
	{
		this.gradient = gradient;
		for (final Convolution convolution : topology.convolutions()) {
			if (isHidden(convolution)) kernels.add(new Kernel(convolution, parameters, gradient, scope));
		}
		adam = new AdamUpdate(parameters, gradient, scope.tensor(lengths(topology), topology.parameterCount()), scope);
	}

	/**
	 * Makes a step; uses the gradient up. One that is far longer than those before is shortened, or its direction would be
	 * kept for dozens of steps.
	 *
	 * @param length about how far a number moves, positive
	 */
	public void step(final double length) {
		final double own = Vectors.norm(gradient);
		final double longest = LONGEST * adam.usualLength();
		if (longest > 0 && own > longest) gradient.muli(longest / own);
		kernels.forEach(kernel -> kernel.update.step(length));
		adam.step(length);
	}

	/** The decaying mean of the gradients; a copy. */
	float[] mean() {
		final float[] mean = TensorScope.values(adam.mean());
		for (final Kernel kernel : kernels) {
			final float[] own = TensorScope.values(kernel.update.mean());
			System.arraycopy(own, 0, mean, kernel.offset, own.length);
		}
		return mean;
	}

	/** The decaying mean of their squares; a copy. */
	float[] meanSquare() {
		return TensorScope.values(adam.meanSquare());
	}

	/**
	 * Goes on from where another one stood.
	 *
	 * @param steps that it had made
	 * @param mean its {@link #mean()}
	 * @param meanSquare its {@link #meanSquare()}
	 */
	void resume(final int steps, final float[] mean, final float[] meanSquare) {
		try (TensorScope scope = new TensorScope()) {
			final INDArray former = scope.tensor(mean, mean.length);
			adam.resume(steps, former, scope.tensor(meanSquare, meanSquare.length));
			kernels.forEach(kernel -> kernel.update.mean().assign(kernel.part(former)));
		}
	}

	// -- Helper methods --

	/**
	 * Returns how long Adam's steps of each number are, compared with those of most.
	 *
	 * @return in the order of the topology; 0 for what Muon moves
	 */
	private static float[] lengths(final TransformationTopology topology) {
		final float[] lengths = new float[topology.parameterCount()];
		for (final Convolution convolution : topology.convolutions()) {
			Arrays.fill(lengths, convolution.kernelOffset(), lengths.length, convolution.role() == Role.LAST ? LAST_LENGTH : 1);
			if (isHidden(convolution)) Arrays.fill(lengths, convolution.kernelOffset(), convolution.scaleOffset(), 0);
		}
		return lengths;
	}

	/** Whether a convolution reads and gives maps, not pixels. */
	private static boolean isHidden(final Convolution convolution) {
		return convolution.role() != Role.PLAIN && convolution.role() != Role.LAST;
	}

	/** A kernel as a matrix: [height * width * input channels, output channels]. */
	private static final class Kernel {

		private final int offset;
		private final int length;
		private final int outputs;
		private final MuonUpdate update;

		private Kernel(final Convolution convolution, final INDArray parameters, final INDArray gradient,
			final TensorScope scope)
		{
			offset = convolution.kernelOffset();
			length = convolution.kernelLength();
			outputs = convolution.outputChannels();
			update = new MuonUpdate(part(parameters), part(gradient), scope);
		}

		/** Its part of a vector in the order of the topology. */
		private INDArray part(final INDArray vector) {
			return vector.get(NDArrayIndex.interval(offset, offset + length)).reshape('c', length / outputs, outputs);
		}
	}
}
