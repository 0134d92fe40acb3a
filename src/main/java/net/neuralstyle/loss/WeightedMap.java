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

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A layer's feature map of a tile's window, with a weight for each position: that
 * of the image there, and 0 outside of the tile's interior. What has no weight adds
 * nothing to a sum over positions, nor to its gradient; so the sums over all tiles
 * are those of the whole image, and those of a region are the region's alone.
 */
final class WeightedMap {

	private final INDArray map;
	private final INDArray values;
	private final int reduction;
	/** [h, w] of the window's map; null if all weights are 1. */
	private final INDArray weights;
	/** [H, W] of the whole image's map; null if only the tile's interior decides. */
	private final INDArray imageWeights;
	private final INDArray scratch;
	private final Operation weigh;
	private final TensorScope scope;

	private WeightedMap(final INDArray map, final int reduction, final INDArray weights, final INDArray imageWeights,
		final INDArray scratch, final TensorScope scope)
	{
		this.map = map;
		this.reduction = reduction;
		this.weights = weights;
		this.imageWeights = imageWeights;
		this.scratch = scratch;
		this.scope = scope;
		values = weights == null ? map : copyOf(map);
		weigh = weights == null ? null : weigher(map);
	}

	/** The feature map itself, for a tile that is the whole image, each position of which counts alike. */
	static WeightedMap plain(final FeatureNetwork network, final String layer) {
		return new WeightedMap(network.featureMap(layer), network.reduction(layer), null, null, null, null);
	}

	/**
	 * A feature map with a weighted copy.
	 *
	 * @param weights of the whole image
	 * @param scratch vector at least as long as the map. Maps may share it: then
	 *          each holds what it has selected until another one selects.
	 */
	static WeightedMap weighted(final FeatureNetwork network, final String layer, final Tiling tiling,
		final WeightMap weights, final INDArray scratch, final TensorScope scope)
	{
		final int reduction = network.reduction(layer);
		final INDArray windowWeights = scope.zeros(tiling.window().height() / reduction, tiling.window().width() / reduction);
		final INDArray imageWeights = weights.isOnes() ? null : scope.tensor(weights.reduced(reduction), tiling.image()
			.height() / reduction, tiling.image().width() / reduction);
		return new WeightedMap(network.featureMap(layer), reduction, windowWeights, imageWeights, scratch, scope);
	}

	/** Whether all positions have the weight 1, whatever the tile. */
	boolean isPlain() {
		return weights == null;
	}

	/** Takes the weights and the feature map of a tile whose window the network has run over last. */
	void select(final Tile tile) {
		if (isPlain()) return;
		selectWeights(tile);
		weigh.run();
	}

	/** Takes the weights of a tile, for {@link #weigher}. */
	void selectWeights(final Tile tile) {
		if (isPlain()) return;
		weights.assign(0);
		final int left = tile.interiorLeft(reduction);
		final int right = tile.interiorRight(reduction);
		final int top = tile.interiorTop(reduction);
		final int bottom = tile.interiorBottom(reduction);
		final INDArray interior = weights.get(NDArrayIndex.interval(top, bottom), NDArrayIndex.interval(left, right));
		if (imageWeights == null) interior.assign(1);
		else interior.assign(imageWeights.get(rows(tile, top, bottom), columns(tile, left, right)));
	}

	/** The feature map, [h * w, C]. */
	INDArray map() {
		return map;
	}

	/** The weighted map that was selected, [h * w, C]. */
	INDArray values() {
		return values;
	}

	/** Where weighted copies are made, in the shape of a tensor. */
	INDArray copyOf(final INDArray tensor) {
		return scratch.get(NDArrayIndex.interval(0, tensor.length())).reshape(tensor.shape());
	}

	/**
	 * Prepares what makes a weighted copy of a tensor as large as the map, in
	 * {@link #copyOf} it.
	 */
	Operation weigher(final INDArray tensor) {
		return scope.operation("multiply", new INDArray[] { tensor, weights.reshape(weights.length(), 1) }, copyOf(tensor),
			new long[0]);
	}

	// -- Helper methods --

	private INDArrayIndex rows(final Tile tile, final int from, final int to) {
		final int start = tile.top() / reduction;
		return NDArrayIndex.interval(start + from, start + to);
	}

	private INDArrayIndex columns(final Tile tile, final int from, final int to) {
		final int start = tile.left() / reduction;
		return NDArrayIndex.interval(start + from, start + to);
	}
}
