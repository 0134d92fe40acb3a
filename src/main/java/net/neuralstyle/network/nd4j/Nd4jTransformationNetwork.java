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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A transformation network of ND4J's operations. */
final class Nd4jTransformationNetwork implements TransformationNetwork {

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final INDArray input;
	private final List<TransformationStep> steps = new ArrayList<>();
	private final INDArray image;
	/** What the normalisations use. */
	private final INDArray statistics;
	/** What they found last. */
	private final INDArray found;
	/** Null if this is not for training, as is what follows. */
	private final INDArray imageGradient;
	private final INDArray gradients;

	/** @param parameters [P], in the order of the topology; read in every run */
	Nd4jTransformationNetwork(final TransformationTopology topology, final INDArray parameters, final ImageSize size,
		final boolean training)
	{
		this.size = size;
		final TransformationPlan plan = new TransformationPlan(topology, size, training);
		final INDArray block = scope.zeros(plan.length());
		final ChannelSums sums = new ChannelSums(plan.positions(), scope);
		input = scope.zeros(1, size.height(), size.width(), VggImage.CHANNELS);
		statistics = scope.zeros(topology.statisticsCount());
		found = scope.zeros(topology.statisticsCount());
		final List<Convolution> convolutions = topology.convolutions();
		final int last = convolutions.size() - 1;
		for (int i = 0; i <= last; i++) {
			final boolean endsBlock = convolutions.get(i).role() == Role.ENDS_BLOCK;
			steps.add(new TransformationStep(convolutions.get(i), plan.buffers(i, block), i == 0 ? input : plan.buffers(i - 1,
				block).output(), endsBlock ? plan.buffers(i - 2, block).output() : null, parameters, statistics, sums, scope));
		}
		image = plan.buffers(last, block).output();
		imageGradient = training ? plan.buffers(last, block).gradient() : null;
		gradients = training ? scope.zeros(topology.parameterCount()) : null;
		for (int i = 0; training && i <= last; i++) {
			final boolean endsBlock = convolutions.get(i).role() == Role.ENDS_BLOCK;
			steps.get(i).prepareBackward(i == 0 ? null : plan.buffers(i - 1, block).gradient(), endsBlock ? plan.buffers(i - 2,
				block).gradient() : null, gradients);
		}
	}

	/** How many values a network takes. */
	static long length(final TransformationTopology topology, final ImageSize size, final boolean training) {
		final TransformationPlan plan = new TransformationPlan(topology, size, training);
		return plan.length() + plan.positions() + size.pixels() * VggImage.CHANNELS + 2L * topology.statisticsCount() +
			(training ? topology.parameterCount() : 0);
	}

	@Override
	public ImageSize size() {
		return size;
	}

	@Override
	public INDArray run(final INDArray pixels) {
		forward(pixels, true);
		found.assign(statistics);
		return image;
	}

	@Override
	public INDArray run(final INDArray pixels, final INDArray given) {
		statistics.assign(given.reshape(statistics.shape()));
		forward(pixels, false);
		return image;
	}

	@Override
	public void copyStatistics(final INDArray target) {
		target.assign(found.reshape(target.shape()));
	}

	@Override
	public void addGradient(final INDArray gradient, final INDArray sum) {
		if (gradients == null) throw new IllegalStateException("This network was not made for training.");
		imageGradient.assign(gradient.reshape(imageGradient.shape()));
		for (int i = steps.size() - 1; i >= 0; i--) {
			steps.get(i).backward();
		}
		Vectors.addScaled(sum, 1, gradients);
	}

	@Override
	public void close() {
		scope.close();
	}

	private void forward(final INDArray pixels, final boolean own) {
		input.assign(pixels.reshape(input.shape()));
		steps.forEach(step -> step.forward(own));
	}
}
