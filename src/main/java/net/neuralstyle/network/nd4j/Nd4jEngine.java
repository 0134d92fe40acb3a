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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Layer;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.network.NetworkPlan;
import net.neuralstyle.network.Scratch;
import net.neuralstyle.network.Topology;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.BufferLayout;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes with ND4J's operations, in float32, on whatever device ND4J does: a processor or a GPU. */
public final class Nd4jEngine implements NetworkEngine {

	/** What ND4J takes for itself while it computes: copies of bands in oneDNN's layout, and of kernels. */
	private static final long OPERATION_BYTES = 128L << 20;

	private final TensorScope scope = new TensorScope();
	private final Topology topology;
	private final Pooling pooling;
	private final Map<String, ConvolutionTensors> tensors = new HashMap<>();

	/** @param pooling how feature maps are halved */
	public Nd4jEngine(final NetworkWeights weights, final Pooling pooling) {
		topology = new Topology(weights);
		this.pooling = pooling;
		weights.blocks().forEach(block -> block.forEach(convolution -> tensors.put(convolution.name(), new ConvolutionTensors(
			convolution, scope))));
	}

	@Override
	public Topology topology() {
		return topology;
	}

	@Override
	public Precision precision() {
		return Precision.FLOAT32;
	}

	@Override
	public FeatureNetwork network(final ImageSize size, final Collection<String> layerNames, final boolean backward,
		final INDArray memory)
	{
		final NetworkPlan plan = new NetworkPlan(topology, size, layerNames);
		final TensorScope owner = new TensorScope();
		final BufferLayout layout = layout(plan, backward);
		final INDArray block = memory == null ? owner.zeros(layout.length()) : memory;
		final Scratch scratch = new Scratch(owner, layerNames.stream().mapToLong(layer -> length(topology.mapShape(size,
			layer))).max().orElse(0));
		final int firstGradient = 1 + plan.steps().size();
		PaddedMap previous = new PaddedMap(block, layout.offset(0), plan.inputShape());
		PaddedMap previousGradient = backward //
			? new PaddedMap(block, layout.offset(firstGradient), plan.inputShape()) : null;
		final PixelMap input = new PixelMap(previous, previousGradient, owner);
		final List<Layer> layers = new ArrayList<>();
		for (int i = 0; i < plan.steps().size(); i++) {
			final NetworkPlan.Step step = plan.steps().get(i);
			final PaddedMap output = new PaddedMap(block, layout.offset(i + 1), step.shape());
			final PaddedMap gradient = backward //
				? new PaddedMap(block, layout.offset(firstGradient + i + 1), step.shape()) : null;
			final TensorMap map = new TensorMap(step, output, gradient, scratch);
			layers.add(step.isPooling() //
				? new PoolingLayer(step.name(), pooling, previous, map, previousGradient, owner) //
				: new ConvolutionLayer(tensors.get(step.name()), previous, map, previousGradient, owner));
			previous = output;
			previousGradient = gradient;
		}
		return new FeatureNetwork(size, layerNames, input, layers, new Nd4jProducts(), owner);
	}

	@Override
	public long length(final ImageSize size, final Collection<String> layerNames, final boolean backward) {
		return layout(new NetworkPlan(topology, size, layerNames), backward).length();
	}

	@Override
	public long mapBytes(final ImageSize size, final String layerName) {
		return Float.BYTES * PaddedMap.length(topology.mapShape(size, layerName));
	}

	@Override
	public long comparisonBytes(final ImageSize size, final String layerName) {
		return TensorComparison.MAPS * mapBytes(size, layerName);
	}

	@Override
	public long workingBytes() {
		return OPERATION_BYTES;
	}

	@Override
	public void close() {
		scope.close();
	}

	@Override
	public String toString() {
		return "ND4J, float32";
	}

	// -- Helper methods --

	private static BufferLayout layout(final NetworkPlan plan, final boolean backward) {
		return plan.layout(backward, PaddedMap.length(plan.inputShape()), PaddedMap::length, step -> 0);
	}

	private static long length(final long[] shape) {
		return shape[1] * shape[2] * shape[3];
	}
}
