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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes a transformation network with ND4J's operations, in float32, on whatever device ND4J does. */
public final class Nd4jTransformationEngine implements TransformationEngine {

	private final TensorScope scope = new TensorScope();
	private final TransformationTopology topology;
	private final INDArray parameters;

	/** Makes an engine of a network whose numbers are all 0. */
	public Nd4jTransformationEngine(final TransformationTopology topology) {
		this.topology = topology;
		parameters = scope.zeros(topology.parameterCount());
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
		// NB: Networks read the numbers in every run.
	}

	@Override
	public TransformationNetwork network(final ImageSize size, final boolean training) {
		return new Nd4jTransformationNetwork(topology, parameters, size, training);
	}

	@Override
	public long bytes(final ImageSize size, final boolean training) {
		return Float.BYTES * Nd4jTransformationNetwork.length(topology, size, training) + 2 * BandedConvolution.COPIED_BYTES;
	}

	@Override
	public void close() {
		scope.close();
	}

	@Override
	public String toString() {
		return "ND4J, float32";
	}
}
