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

import java.util.LinkedHashMap;
import java.util.Map;

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.MapComparison;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The term of {@link ContentDefinition}: a sum over tiles, position by position. */
final class ContentTerm implements Term {

	private final String name;
	private final int margin;
	private final Binding binding;
	private final Map<String, LayerContent> layers = new LinkedHashMap<>();
	/** The deepest of the layers. */
	private final String lastLayer;
	/** Vector; null if one tile is the whole image. */
	private final INDArray pixels;

	/**
	 * @param content of any size
	 * @param margin around it, in pixels
	 */
	ContentTerm(final String name, final Map<String, Double> weights, final VggImage content, final int margin,
		final Binding binding)
	{
		this.name = name;
		this.margin = margin;
		this.binding = binding;
		weights.forEach((layer, weight) -> layers.put(layer, new LayerContent(layer, weight)));
		lastLayer = binding.network().deepest(layers.keySet());
		pixels = binding.tiling().isWhole() ? null : binding.scope().zeros(binding.size().pixels() * VggImage.CHANNELS);
		setContent(content);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public void setContent(final VggImage content) {
		final float[] values = content.resizedTo(binding.size().withMargin(-margin)).withMargin(margin).values();
		try (TensorScope start = new TensorScope()) {
			final INDArray tensor = start.tensor(values, values.length);
			if (pixels == null) setTargets(tensor, binding.tiling().tiles().get(0));
			else pixels.assign(tensor);
		}
	}

	@Override
	public void clear() {
		layers.values().forEach(layer -> layer.sum = 0);
	}

	/** Computes the content's feature maps of the tile once more, as there is no room to keep those of all tiles. */
	@Override
	public void prepare(final Tile tile) {
		setTargets(pixels, tile);
	}

	@Override
	public void addGradient(final String layer, final Tile tile) {
		layers.get(layer).addGradient(tile);
	}

	@Override
	public double value() {
		return layers.values().stream().mapToDouble(LayerContent::value).sum();
	}

	@Override
	public Map<String, Double> valuePerLayer() {
		final Map<String, Double> values = new LinkedHashMap<>();
		layers.forEach((layer, content) -> values.put(layer, content.value()));
		return values;
	}

	// -- Helper methods --

	private void setTargets(final INDArray content, final Tile tile) {
		binding.network().run(binding.window(content, tile), lastLayer);
		layers.values().forEach(layer -> layer.comparison.keep());
	}

	/** The term of one layer. */
	private final class LayerContent {

		private final double weight;
		private final PositionWeights positions;
		private final MapComparison comparison;
		private double sum;

		private LayerContent(final String layer, final double weight) {
			this.weight = weight;
			positions = binding.weights(layer, WeightMap.ones(binding.size()));
			comparison = binding.network().map(layer).comparison(positions.values(), 2 * weight, binding.scope());
		}

		private void addGradient(final Tile tile) {
			positions.select(tile);
			comparison.addToGradient();
			// NB: Of a single tile it is asked for when all else is under way.
			if (!binding.tiling().isWhole()) sum += comparison.sumOfSquares();
		}

		private double value() {
			return weight * (binding.tiling().isWhole() ? comparison.sumOfSquares() : sum);
		}
	}
}
