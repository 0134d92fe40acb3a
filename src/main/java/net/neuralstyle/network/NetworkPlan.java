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

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.BufferLayout;

/** The steps of a network up to the deepest layer asked for, with the shapes of their outputs. Immutable. */
final class NetworkPlan {

	private final List<Step> steps = new ArrayList<>();
	private final long[] inputShape;
	private final Collection<String> layerNames;

	/**
	 * @throws NoSuchElementException if the network has no layer of such a name
	 * @throws IllegalArgumentException if the image is so small that pooling
	 *           leaves nothing of it for a layer asked for
	 */
	NetworkPlan(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames) {
		inputShape = new long[] { 1, size.height(), size.width(), VggImage.CHANNELS };
		this.layerNames = layerNames;
		final List<String> missing = new ArrayList<>(layerNames);
		long height = size.height();
		long width = size.width();
		long channels = VggImage.CHANNELS;
		int block = 0;
		for (final List<NetworkParameters.Convolution> convolutions : parameters.blocks()) {
			if (block > 0 && !missing.isEmpty()) {
				height /= 2;
				width /= 2;
				if (height == 0 || width == 0) {
					throw new IllegalArgumentException("An image of " + size + " pixels is too small for layer " +
						missing.get(0) + ".");
				}
				steps.add(new Step("block" + block + "_pool", null, height, width, channels));
			}
			block++;
			for (final NetworkParameters.Convolution convolution : convolutions) {
				if (missing.isEmpty()) break;
				channels = convolution.outputChannels;
				steps.add(new Step(convolution.name, convolution, height, width, channels));
				missing.removeIf(convolution.name::equals);
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
	static Halo halo(final NetworkParameters parameters, final Collection<String> layerNames) {
		final ImageSize large = new ImageSize(1 << parameters.blocks().size(), 1 << parameters.blocks().size());
		int reduction = 1;
		int reach = 0;
		for (final Step step : new NetworkPlan(parameters, large, layerNames).steps) {
			if (step.isPooling()) reduction *= 2;
			else reach += reduction;
		}
		return new Halo(reach, reduction);
	}

	/** From the pixels on. */
	List<Step> steps() {
		return Collections.unmodifiableList(steps);
	}

	/** [1, H, W, 3] */
	long[] inputShape() {
		return inputShape;
	}

	/**
	 * Lays the network's buffers over one another: the input, the output of each
	 * step, and, if it runs backward, the gradients with respect to all of these in
	 * the same order.
	 */
	BufferLayout layout(final boolean backward) {
		final List<BufferLayout.Use> uses = new ArrayList<>();
		uses.add(use(inputShape, 0, 0));
		for (int i = 0; i < steps.size(); i++) {
			uses.add(use(steps.get(i).shape, i, lastUse(i, backward)));
		}
		if (backward) {
			uses.add(use(inputShape, backward(0), backward(0) + 1));
			for (int i = 0; i < steps.size(); i++) {
				final int first = i + 1 < steps.size() ? backward(i + 1) : backward(i);
				uses.add(use(steps.get(i).shape, first, backward(i)));
			}
		}
		return BufferLayout.of(uses);
	}

	// -- Helper methods --

	private static BufferLayout.Use use(final long[] shape, final int first, final int last) {
		return new BufferLayout.Use(PaddedMap.length(shape), first, last);
	}

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
	static final class Step {

		final String name;
		/** Null for a pooling. */
		final NetworkParameters.Convolution convolution;
		/** Of the output, [1, H, W, C]. */
		final long[] shape;

		private Step(final String name, final NetworkParameters.Convolution convolution, final long height,
			final long width, final long channels)
		{
			this.name = name;
			this.convolution = convolution;
			shape = new long[] { 1, height, width, channels };
		}

		boolean isPooling() {
			return convolution == null;
		}
	}
}
