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
import net.neuralstyle.network.FeatureMap;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A weight for each position of a layer's feature map of a tile's window: that of
 * the image there, and 0 outside of the tile's interior. What has no weight adds
 * nothing to a sum over positions, nor to its gradient; so the sums over all tiles
 * are those of the whole image, and those of a region are the region's alone.
 */
final class PositionWeights {

	private final int reduction;
	/** [h, w] of the window's map; null if all weights are 1. */
	private final INDArray weights;
	/** [H, W] of the whole image's map; null if only the tile's interior decides. */
	private final INDArray imageWeights;

	/** @param image weights of the whole image's pixels */
	PositionWeights(final FeatureMap map, final Tiling tiling, final WeightMap image, final TensorScope scope) {
		reduction = map.reduction();
		final boolean plain = tiling.isWhole() && image.isOnes();
		weights = plain ? null : scope.zeros(tiling.window().height() / reduction, tiling.window().width() / reduction);
		imageWeights = image.isOnes() ? null : scope.tensor(image.reduced(reduction), tiling.image().height() / reduction,
			tiling.image().width() / reduction);
	}

	/** Takes the weights of a tile. */
	void select(final Tile tile) {
		if (weights == null) return;
		weights.assign(0);
		final int left = tile.interiorLeft(reduction);
		final int right = tile.interiorRight(reduction);
		final int top = tile.interiorTop(reduction);
		final int bottom = tile.interiorBottom(reduction);
		final INDArray interior = weights.get(NDArrayIndex.interval(top, bottom), NDArrayIndex.interval(left, right));
		if (imageWeights == null) interior.assign(1);
		else interior.assign(imageWeights.get(rows(tile, top, bottom), columns(tile, left, right)));
	}

	/** The weights that were selected, [h * w]; null if they are 1 whatever the tile. */
	INDArray values() {
		return weights == null ? null : weights.reshape(weights.length());
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
