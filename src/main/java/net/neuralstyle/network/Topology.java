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
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.NetworkWeights;

/**
 * What a network of VGG topology (Simonyan and Zisserman, 2015) consists of, without
 * its weights: blocks of 3x3 convolutions, with a pooling between them. Immutable.
 */
public final class Topology {

	private final List<List<Convolution>> blocks = new ArrayList<>();

	/** What a network's weights are for. */
	public Topology(final NetworkWeights weights) {
		for (final List<ConvolutionWeights> block : weights.blocks()) {
			final List<Convolution> convolutions = new ArrayList<>();
			block.forEach(convolution -> convolutions.add(new Convolution(convolution)));
			blocks.add(Collections.unmodifiableList(convolutions));
		}
	}

	/** The convolutions of each block, in the order in which they are computed. */
	List<List<Convolution>> blocks() {
		return Collections.unmodifiableList(blocks);
	}

	/**
	 * Returns how many channels a layer's feature map has.
	 *
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public int channels(final String layerName) {
		return blocks.stream().flatMap(List::stream).filter(convolution -> convolution.name.equals(layerName)).findFirst()
			.orElseThrow(() -> new NoSuchElementException("The network has no layer " + layerName + ".")).outputChannels;
	}

	/**
	 * Returns the shape of a layer's feature map, [1, H, W, C].
	 *
	 * @param size of the image
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public long[] mapShape(final ImageSize size, final String layerName) {
		final List<NetworkPlan.Step> steps = new NetworkPlan(this, size, List.of(layerName)).steps();
		return steps.get(steps.size() - 1).shape();
	}

	/**
	 * Returns what has to be seen around a part of an image, so that the part's
	 * feature maps come out as those of the whole image.
	 *
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public Halo halo(final Collection<String> layerNames) {
		return NetworkPlan.halo(this, layerNames);
	}

	/** One convolution. Immutable. */
	public static final class Convolution {

		private final String name;
		private final int inputChannels;
		private final int outputChannels;

		private Convolution(final ConvolutionWeights weights) {
			name = weights.name();
			inputChannels = weights.inputChannels();
			outputChannels = weights.outputChannels();
		}

		/** Name of the layer, for instance {@code block1_conv2}. */
		public String name() {
			return name;
		}

		public int inputChannels() {
			return inputChannels;
		}

		public int outputChannels() {
			return outputChannels;
		}
	}
}
