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
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureMap;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer's share of a {@link StyleTerm}: factor * sum (G - G_s)^2. */
final class StyleLayer {

	/** How many matrices as large as the Gram matrix this takes. */
	static final int MATRICES = 4 + StyleSoftening.MATRICES;

	private final PositionWeights weights;
	private final INDArray gram;
	private final Runnable addGramMatrix;
	private final INDArray target;
	private final INDArray difference;
	/** What the feature map is multiplied by for the gradient. */
	private final INDArray pull;
	private final StyleSoftening softening;
	private final Runnable addGradient;
	private final double factor;

	/** @param region of the generated image, in its size */
	StyleLayer(final String layer, final double weight, final StyleNormalization normalization,
		final WeightMap region, final StyleTargets.Target style, final Binding binding)
	{
		final TensorScope scope = binding.scope();
		final FeatureMap map = binding.network().map(layer);
		weights = binding.weights(layer, region);
		final int reduction = map.reduction();
		final double positions = region.sum(reduction);
		final double pixels = region.sum(1);
		// NB: A region may be so small that the layer sees nothing of it; then there is nothing to compare.
		final double perPixel = positions > 0 ? 1 / pixels : 0;
		final long channels = style.gram().size(0);
		// NB: The division by the pixels is inside the Gram matrices here, so that their squares stay far from float32's
		// limit for large images.
		gram = scope.zeros(channels, channels);
		addGramMatrix = map.addGramMatrix(weights.values(), perPixel, gram, scope);
		target = scope.zeros(channels, channels);
		target.assign(style.gram()).muli(positions * perPixel);
		difference = scope.zeros(channels, channels);
		pull = scope.zeros(channels, channels);
		softening = new StyleSoftening(style, reduction, difference, pull, binding.network().products(), scope);
		factor = weight * (normalization == StyleNormalization.NOTEBOOK || positions == 0 //
			? 1.0 / (4 * VggImage.CHANNELS * VggImage.CHANNELS) //
			: Math.pow(pixels / positions, 2) / (4.0 * channels * channels));
		addGradient = map.addProductToGradient(weights.values(), 4 * factor * perPixel, pull, scope);
	}

	/** Forgets the generated image's Gram matrix. */
	void clear() {
		gram.assign(0);
	}

	/** Adds the tile that the feature map holds now to the generated image's Gram matrix. */
	void gather(final Tile tile) {
		weights.select(tile);
		addGramMatrix.run();
	}

	/** Compares the Gram matrix with the style's, once all tiles have been added. Does not wait for the device. */
	void compare() {
		subtractTarget();
		pull.assign(difference);
	}

	/** As {@link #compare()}, but the gradient will be that of the softened term. */
	void compareSoftly() {
		subtractTarget();
		softening.apply();
	}

	/** As {@link #compareSoftly()}, after the softening has been revised. Waits for the device. */
	void reviseAndCompareSoftly() {
		subtractTarget();
		softening.revise();
	}

	/** Takes the last revision back; of no effect on the gradient before the next comparison. */
	void undoRevision() {
		softening.undoRevision();
	}

	/** Adds the gradient of the whole term with respect to the tile that the feature map holds now. */
	void addGradient(final Tile tile) {
		weights.select(tile);
		addGradient.run();
	}

	/** The layer's share, weighted. Waits for the device. */
	double value() {
		return factor * Vectors.dot(difference, difference);
	}

	/** The softened share, weighted, after a soft comparison. Waits for the device. */
	double softenedValue() {
		return factor * softening.value();
	}

	/** What the softened share, weighted, was at the last revision, before it. */
	double softenedValueBeforeRevision() {
		return factor * softening.valueBeforeRevision();
	}

	// -- Helper methods --

	private void subtractTarget() {
		gram.subi(target, difference);
	}
}
