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

package net.neuralstyle.loss;

import java.util.HashMap;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What a term is bound to: a network, the tiles that it runs over, and whoever owns the buffers. */
public final class Binding {

	private final FeatureNetwork network;
	private final Tiling tiling;
	private final TensorScope scope;
	private final Map<String, PositionWeights> wholeMaps = new HashMap<>();

	/** @param scope owns what is made through this */
	Binding(final FeatureNetwork network, final Tiling tiling, final TensorScope scope) {
		this.network = network;
		this.tiling = tiling;
		this.scope = scope;
	}

	/** Size of the images. */
	public ImageSize size() {
		return tiling.image();
	}

	/** How images are cut. */
	public Tiling tiling() {
		return tiling;
	}

	/** The network, which runs over one tile's window at a time. */
	public FeatureNetwork network() {
		return network;
	}

	/** Owns the term's buffers. */
	public TensorScope scope() {
		return scope;
	}

	/**
	 * Returns the weights of a layer's positions.
	 *
	 * @param image weights of the image's pixels
	 */
	PositionWeights weights(final String layer, final WeightMap image) {
		if (!image.isOnes()) return newWeights(layer, image);
		return wholeMaps.computeIfAbsent(layer, name -> newWeights(name, image));
	}

	/** Returns the part of a vector of pixels that the network looks at for a tile, [h, w * 3]. */
	public INDArray window(final INDArray pixels, final Tile tile) {
		final ImageSize image = tiling.image();
		final INDArray rows = pixels.reshape(image.height(), (long) image.width() * VggImage.CHANNELS);
		if (tiling.isWhole()) return rows;
		final long left = (long) tile.left() * VggImage.CHANNELS;
		return rows.get(NDArrayIndex.interval(tile.top(), tile.top() + tiling.window().height()), //
			NDArrayIndex.interval(left, left + (long) tiling.window().width() * VggImage.CHANNELS));
	}

	// -- Helper methods --

	private PositionWeights newWeights(final String layer, final WeightMap image) {
		return new PositionWeights(network.map(layer), tiling, image, scope);
	}
}
