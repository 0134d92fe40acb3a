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

import java.util.Collection;
import java.util.NoSuchElementException;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Precision;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes a network of VGG topology in one way: holds its weights, prepared once,
 * and makes feature networks of every image size, which share them. Close it after
 * these.
 * <p>
 * The text of an engine says for people what computes and in which arithmetic.
 * </p>
 */
public interface NetworkEngine extends AutoCloseable {

	/** What the network consists of. */
	Topology topology();

	/** The arithmetic that feature maps are computed in, not automatic. */
	Precision precision();

	/**
	 * Makes a network.
	 *
	 * @param size of the images
	 * @param layerNames the layers whose maps will be asked for
	 * @param backward whether it computes gradients, beside feature maps
	 * @param memory for the buffers, a vector of at least {@link #length} values that
	 *          belongs to someone else; null for memory of the network's own. Several
	 *          networks may share it and take turns: what one holds is lost when another
	 *          one runs.
	 * @throws NoSuchElementException if the network has no layer of such a name
	 * @throws IllegalArgumentException if the image is so small that pooling
	 *           leaves nothing of it for a layer asked for
	 */
	FeatureNetwork network(ImageSize size, Collection<String> layerNames, boolean backward, INDArray memory);

	/**
	 * Returns how much memory the buffers of a network take, in float32 values.
	 *
	 * @param backward whether it computes gradients, too
	 */
	long length(ImageSize size, Collection<String> layerNames, boolean backward);

	/** Returns how much memory a layer's feature map takes, in bytes, in this engine's arithmetic. */
	long mapBytes(ImageSize size, String layerName);

	/** Returns how much memory a {@link FeatureMap#comparison} of a layer's map takes, in bytes. */
	long comparisonBytes(ImageSize size, String layerName);

	/** Estimates what an evaluation takes beside all buffers, in bytes. */
	long workingBytes();

	/** Makes a network that computes feature maps; parameters as for {@link #network}. */
	default FeatureNetwork forward(final ImageSize size, final Collection<String> layerNames, final INDArray memory) {
		return network(size, layerNames, false, memory);
	}

	/** As {@link #forward(ImageSize, Collection, INDArray)}, in memory of the network's own. */
	default FeatureNetwork forward(final ImageSize size, final Collection<String> layerNames) {
		return forward(size, layerNames, null);
	}

	/** Makes a network that computes feature maps and gradients; parameters as for {@link #network}. */
	default FeatureNetwork withGradient(final ImageSize size, final Collection<String> layerNames,
		final INDArray memory)
	{
		return network(size, layerNames, true, memory);
	}

	/** As {@link #withGradient(ImageSize, Collection, INDArray)}, in memory of the network's own. */
	default FeatureNetwork withGradient(final ImageSize size, final Collection<String> layerNames) {
		return withGradient(size, layerNames, null);
	}

	@Override
	void close();
}
