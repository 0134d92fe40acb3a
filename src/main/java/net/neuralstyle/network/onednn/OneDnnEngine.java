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
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.NetworkWeights;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Computes with oneDNN's primitives, which are made once for each size, on the
 * processor. In bfloat16, feature maps, their gradients and kernels have that type,
 * while every sum is formed in float32.
 */
public final class OneDnnEngine implements NetworkEngine {

	/** Scratchpads and generated code. */
	private static final long WORKING_BYTES = 64L << 20;

	private final TensorScope scope = new TensorScope();
	private final Topology topology;
	private final Pooling pooling;
	private final ValueType type;
	private final String version;
	private final Map<String, Kernels> kernels = new HashMap<>();
	/** The first convolution's, for the gradient. */
	private final Kernels firstBackwardKernels;

	/**
	 * @param pooling how feature maps are halved
	 * @param precision not automatic
	 */
	public OneDnnEngine(final NetworkWeights weights, final Pooling pooling, final Precision precision) {
		topology = new Topology(weights);
		this.pooling = pooling;
		type = ValueType.of(precision);
		version = OneDnn.version();
		final ConvolutionWeights first = weights.blocks().get(0).get(0);
		try {
			weights.blocks().forEach(block -> block.forEach(convolution -> kernels.put(convolution.name(), new Kernels(
				convolution, convolution == first ? PixelInput.copies(type.type()) : 1, type.type(), scope))));
			firstBackwardKernels = PixelInput.copies(type.type()) == 1 ? kernels.get(first.name()) : new Kernels(first, 1, type
				.type(), scope);
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	@Override
	public Topology topology() {
		return topology;
	}

	@Override
	public Precision precision() {
		return type.precision();
	}

	@Override
	public FeatureNetwork network(final ImageSize size, final Collection<String> layerNames, final boolean backward,
		final INDArray memory)
	{
		final NetworkPlan plan = new NetworkPlan(topology, size, layerNames);
		final TensorScope owner = new TensorScope();
		try {
			return network(plan, layerNames, backward, memory, owner, size);
		}
		catch (final RuntimeException | Error exc) {
			owner.close();
			throw exc;
		}
	}

	@Override
	public long length(final ImageSize size, final Collection<String> layerNames, final boolean backward) {
		return layout(new NetworkPlan(topology, size, layerNames), backward).length();
	}

	@Override
	public long mapBytes(final ImageSize size, final String layerName) {
		return Float.BYTES * mapLength(topology.mapShape(size, layerName));
	}

	@Override
	public long comparisonBytes(final ImageSize size, final String layerName) {
		return StripComparison.bytes(mapBytes(size, layerName));
	}

	@Override
	public long workingBytes() {
		return WORKING_BYTES;
	}

	@Override
	public void close() {
		scope.close();
	}

	@Override
	public String toString() {
		return "oneDNN " + version + ", " + type;
	}

	// -- Helper methods --

	/** In float32 values. */
	private long mapLength(final long[] shape) {
		return type.length(shape[1] * shape[2] * shape[3]);
	}

	/**
	 * In float32 values: the pixels; in bfloat16 the same again, for splitting them, and what the first convolution reads.
	 */
	private long inputLength(final long[] image) {
		final long pixels = image[1] * image[2] * image[3];
		return type == ValueType.BFLOAT16 ? 2 * pixels + mapLength(PixelInput.mapShape(image, type.type())) : pixels;
	}

	/** In float32 values; where the largest of four was, a byte for each. */
	private long keptLength(final NetworkPlan.Step step) {
		if (!step.isPooling() || pooling != Pooling.MAX) return 0;
		final long[] shape = step.shape();
		return (shape[1] * shape[2] * shape[3] + Float.BYTES - 1) / Float.BYTES;
	}

	private BufferLayout layout(final NetworkPlan plan, final boolean backward) {
		return plan.layout(backward, inputLength(plan.inputShape()), this::mapLength, this::keptLength);
	}

	private FeatureNetwork network(final NetworkPlan plan, final Collection<String> layerNames, final boolean backward,
		final INDArray given, final TensorScope owner, final ImageSize size)
	{
		final BufferLayout layout = layout(plan, backward);
		final INDArray block = given == null ? owner.zeros(layout.length()) : given;
		final FloatPointer start = new FloatPointer(Primitives.address(block));
		final Scratch scratch = new Scratch(owner, layerNames.stream().mapToLong(layer -> mapLength(topology.mapShape(size,
			layer))).max().orElse(0));
		final Scratchpad scratchpad = owner.own(new Scratchpad());
		final Primitives primitives = new Primitives(owner, scratchpad);
		final int count = plan.steps().size();
		final long[] image = plan.inputShape();
		final INDArray inputGradient = backward ? tensor(block, layout.offset(1 + count), image) : null;
		final long pixels = image[1] * image[2] * image[3];
		final INDArray rest = type == ValueType.BFLOAT16 ? tensor(block, layout.offset(0) + pixels, image) : null;
		final PixelInput input = new PixelInput(tensor(block, layout.offset(0), image), inputGradient, type.type(), rest,
			start.getPointer(FloatPointer.class, layout.offset(0) + 2 * pixels), primitives);
		memory previous = input.map();
		OneDnnMap previousMap = null;
		memory previousGradient = backward ? primitives.of(primitives.map(image, data_type.f32), inputGradient) : null;
		final List<Layer> layers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final NetworkPlan.Step step = plan.steps().get(i);
			final Pointer gradient = backward ? start.getPointer(FloatPointer.class, layout.offset(2 + count + i)) : null;
			final OneDnnMap map = new OneDnnMap(step, type.type(), start.getPointer(FloatPointer.class, layout.offset(1 + i)),
				gradient, scratch, scratchpad);
			if (step.isPooling()) {
				final Pointer kept = backward ? start.getPointer(FloatPointer.class, layout.offset(2 + 2 * count + i)) : null;
				layers.add(new PoolingLayer(step.name(), pooling, previousMap, map, kept, primitives));
			}
			else {
				final Kernels forward = kernels.get(step.name());
				layers.add(new ConvolutionLayer(step.name(), previous, map, previousGradient, forward, i == 0
					? firstBackwardKernels : forward, primitives));
			}
			previousMap = map;
			previous = primitives.at(primitives.map(step.shape(), type.type()), map.values());
			previousGradient = backward ? primitives.at(primitives.map(step.shape(), type.type()), gradient) : null;
		}
		return new FeatureNetwork(size, layerNames, input, layers, new OneDnnProducts(scratchpad), owner);
	}

	private static INDArray tensor(final INDArray block, final long offset, final long[] shape) {
		return block.get(NDArrayIndex.interval(offset, offset + shape[1] * shape[2] * shape[3])).reshape('c', shape);
	}
}
