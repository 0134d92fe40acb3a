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

package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.BufferLayout;

/**
 * The steps of a network up to the deepest layer asked for, with the shapes of their
 * outputs, and when each of its buffers is in use. Immutable.
 */
public final class NetworkPlan {

	private final List<Step> steps = new ArrayList<>();
	private final long[] inputShape;
	private final Collection<String> layerNames;

	/**
	 * @throws NoSuchElementException if the network has no layer of such a name
	 * @throws IllegalArgumentException if the image is so small that pooling
	 *           leaves nothing of it for a layer asked for
	 */
	public NetworkPlan(final Topology topology, final ImageSize size, final Collection<String> layerNames) {
		inputShape = new long[] { 1, size.height(), size.width(), VggImage.CHANNELS };
		this.layerNames = layerNames;
		final List<String> missing = new ArrayList<>(layerNames);
		long height = size.height();
		long width = size.width();
		long channels = VggImage.CHANNELS;
		int reduction = 1;
		int block = 0;
		for (final List<Topology.Convolution> convolutions : topology.blocks()) {
			if (block > 0 && !missing.isEmpty()) {
				height /= 2;
				width /= 2;
				reduction *= 2;
				if (height == 0 || width == 0) {
					throw new IllegalArgumentException("An image of " + size + " pixels is too small for layer " +
						missing.get(0) + ".");
				}
				steps.add(new Step("block" + block + "_pool", null, reduction, height, width, channels));
			}
			block++;
			for (final Topology.Convolution convolution : convolutions) {
				if (missing.isEmpty()) break;
				channels = convolution.outputChannels();
				steps.add(new Step(convolution.name(), convolution, reduction, height, width, channels));
				missing.removeIf(convolution.name()::equals);
			}
		}
		if (!missing.isEmpty()) {
			throw new NoSuchElementException("The network has no layer " + missing.get(0) + ".");
		}
	}

	/**
	 * A convolution sees one position of its map further to each side, a pooling
	 * nothing, as long as windows start where its own do.
	 */
	static Halo halo(final Topology topology, final Collection<String> layerNames) {
		final ImageSize large = new ImageSize(1 << topology.blocks().size(), 1 << topology.blocks().size());
		int reduction = 1;
		int reach = 0;
		for (final Step step : new NetworkPlan(topology, large, layerNames).steps) {
			if (step.isPooling()) reduction *= 2;
			else reach += reduction;
		}
		return new Halo(reach, reduction);
	}

	/** From the pixels on. */
	public List<Step> steps() {
		return Collections.unmodifiableList(steps);
	}

	/** [1, H, W, 3] */
	public long[] inputShape() {
		return inputShape.clone();
	}

	/**
	 * Lays the network's buffers over one another: the input, the output of each
	 * step, and, if it runs backward, the gradients with respect to all of these in
	 * the same order; then what each step keeps from its forward run for its backward
	 * run.
	 *
	 * @param inputLength of the buffer for the input, and of that for its gradient
	 * @param length of the buffer for a map [1, H, W, C]
	 * @param kept length of what a step keeps
	 */
	public BufferLayout layout(final boolean backward, final long inputLength, final ToLongFunction<long[]> length,
		final ToLongFunction<Step> kept)
	{
		final List<BufferLayout.Use> uses = new ArrayList<>();
		uses.add(new BufferLayout.Use(inputLength, 0, 0));
		for (int i = 0; i < steps.size(); i++) {
			uses.add(new BufferLayout.Use(length.applyAsLong(steps.get(i).shape), i, lastUse(i, backward)));
		}
		if (!backward) return BufferLayout.of(uses);
		uses.add(new BufferLayout.Use(inputLength, backward(0), backward(0) + 1));
		for (int i = 0; i < steps.size(); i++) {
			final int first = i + 1 < steps.size() ? backward(i + 1) : backward(i);
			uses.add(new BufferLayout.Use(length.applyAsLong(steps.get(i).shape), first, backward(i)));
		}
		for (int i = 0; i < steps.size(); i++) {
			uses.add(new BufferLayout.Use(kept.applyAsLong(steps.get(i)), i, backward(i)));
		}
		return BufferLayout.of(uses);
	}

	// -- Helper methods --

	/** Moment of the last use of a step's output. The forward pass takes one moment for each step, from 0. */
	private int lastUse(final int step, final boolean backward) {
		// NB: A pooling's output is not needed backward, but a convolution's is, for its ReLU and for a pooling after it.
		if (backward && !steps.get(step).isPooling()) return backward(step);
		if (layerNames.contains(steps.get(step).name)) return backward ? backward(step) : losses();
		return step + 1;
	}

	/** Moment at which the maps asked for are looked at. */
	private int losses() {
		return steps.size();
	}

	/** Moment at which a step runs backward. */
	private int backward(final int step) {
		return losses() + steps.size() - step;
	}

	/** A convolution or a pooling. Immutable. */
	public static final class Step {

		private final String name;
		private final Topology.Convolution convolution;
		private final int reduction;
		private final long[] shape;

		private Step(final String name, final Topology.Convolution convolution, final int reduction, final long height,
			final long width, final long channels)
		{
			this.name = name;
			this.convolution = convolution;
			this.reduction = reduction;
			shape = new long[] { 1, height, width, channels };
		}

		/** Name of the layer. */
		public String name() {
			return name;
		}

		public boolean isPooling() {
			return convolution == null;
		}

		/** Null for a pooling. */
		public Topology.Convolution convolution() {
			return convolution;
		}

		/** Of the output, [1, H, W, C]. */
		public long[] shape() {
			return shape.clone();
		}

		/** How many pixels of the image, along each axis, one position of the output stands for. */
		public int reduction() {
			return reduction;
		}
	}
}
