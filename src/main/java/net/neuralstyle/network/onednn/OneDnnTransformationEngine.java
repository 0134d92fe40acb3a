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
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes an image transformation network with oneDNN's primitives, on the processor. */
public final class OneDnnTransformationEngine implements TransformationEngine {

	private final TensorScope scope = new TensorScope();
	private final TransformationTopology topology;
	private final ValueType type;
	private final String version;
	private final INDArray parameters;
	private final List<ConvolutionNumbers> numbers = new ArrayList<>();
	private int changes;

	/** In float32; parameters are as for the other constructor. */
	public OneDnnTransformationEngine(final TransformationTopology topology, final float[] parameters) {
		this(topology, parameters, Precision.FLOAT32);
	}

	/**
	 * @param parameters the network's numbers, in the order of the topology; copied
	 * @param precision of the maps, kernels and gradients that convolutions multiply; their sums, normalisations, the
	 *          blocks' trunk and all gradients that are given back are float32
	 * @throws IllegalStateException if oneDNN cannot be used here
	 */
	public OneDnnTransformationEngine(final TransformationTopology topology, final float[] parameters,
		final Precision precision)
	{
		if (parameters.length != topology.parameterCount()) {
			throw new IllegalArgumentException("A network of " + topology.parameterCount() + " numbers is given " +
				parameters.length + ".");
		}
		this.topology = topology;
		type = ValueType.of(precision);
		version = OneDnn.version();
		try {
			this.parameters = scope.tensor(parameters, parameters.length);
			final Primitives primitives = new Primitives(scope);
			topology.convolutions().forEach(convolution -> numbers.add(new ConvolutionNumbers(convolution, this.parameters,
				primitives)));
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	@Override
	public TransformationTopology topology() {
		return topology;
	}

	@Override
	public INDArray parameters() {
		return parameters;
	}

	@Override
	public void parametersChanged() {
		numbers.forEach(ConvolutionNumbers::update);
		changes++;
	}

	@Override
	public TransformationNetwork network(final ImageSize size, final boolean training) {
		final TransformationPlan plan = new TransformationPlan(topology, size, training, type);
		return new OneDnnTransformationNetwork(this, plan, size, training);
	}

	@Override
	public long bytes(final ImageSize size, final boolean training) {
		return OneDnnTransformationNetwork.bytes(topology, new TransformationPlan(topology, size, training, type), size,
			training);
	}

	@Override
	public void close() {
		scope.close();
	}

	@Override
	public String toString() {
		return "oneDNN " + version + ", " + type;
	}

	/** One for each convolution. */
	List<ConvolutionNumbers> numbers() {
		return numbers;
	}

	/** How often the numbers have changed. */
	int changes() {
		return changes;
	}
}
