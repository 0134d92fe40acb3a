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

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What style terms compare with: a style's Gram matrix at each layer, for one
 * position, and its eigenvectors. Owns its tensors, and may be used by the terms of
 * many images.
 * <p>
 * Several styles are blended by their Gram matrices: sum_k w_k |G - G_k|^2 differs
 * from |G - sum_k w_k G_k|^2 by a constant if the weights' sum is 1.
 * </p>
 */
public final class StyleTargets implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final Map<String, Target> targets = new LinkedHashMap<>();

	/**
	 * Runs the network over exemplars of the style. What their regions leave out does not count.
	 *
	 * @param layers whose Gram matrices are needed
	 * @param exemplars at least one, of any size
	 * @param largestTile largest width and height, in pixels, that are computed at
	 *          once, if the network can do with it
	 * @param memory where the network may have its buffers, see
	 *          {@link NetworkEngine#forward}
	 */
	public StyleTargets(final NetworkEngine engine, final Collection<String> layers,
		final Collection<Exemplar> exemplars, final int largestTile, final INDArray memory)
	{
		try {
			final double sum = exemplars.stream().mapToDouble(Exemplar::share).sum();
			final Map<String, INDArray> grams = new LinkedHashMap<>();
			layers.forEach(layer -> grams.put(layer, scope.zeros(engine.topology().channels(layer), engine.topology().channels(
				layer))));
			exemplars.forEach(exemplar -> add(engine, grams, exemplar, exemplar.share() / sum, largestTile, memory));
			grams.forEach((layer, gram) -> targets.put(layer, new Target(gram, scope)));
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/** How a style of a size is cut, so that one knows what its network will take. */
	public static Tiling tiling(final NetworkEngine engine, final Collection<String> layers, final ImageSize style,
		final int largestTile)
	{
		final Halo halo = engine.topology().halo(layers);
		// NB: A tile of a small image may be the whole of it, while the style is larger and has to be cut.
		return Tiling.of(style, Math.max(largestTile, halo.smallestWindow()), halo);
	}

	/** What a layer is compared with. */
	Target of(final String layer) {
		return targets.get(layer);
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	/** Adds an exemplar's Gram matrices, for one position, to those of its layers. */
	private static void add(final NetworkEngine engine, final Map<String, INDArray> sums, final Exemplar exemplar,
		final double weight, final int largestTile, final INDArray memory)
	{
		final VggImage style = exemplar.image();
		final Tiling tiling = tiling(engine, sums.keySet(), style.size(), largestTile);
		try (TensorScope start = new TensorScope()) {
			final FeatureNetwork network = start.own(engine.forward(tiling.window(), sums.keySet(), memory));
			final Binding binding = new Binding(network, tiling, start);
			final float[] values = style.values();
			final INDArray pixels = start.tensor(values, values.length);
			final Map<PositionWeights, Runnable> grams = new LinkedHashMap<>();
			sums.forEach((layer, sum) -> {
				final FeatureMap map = network.map(layer);
				final int reduction = map.reduction();
				// NB: A region may be so small that the layer, as pooling drops columns, sees nothing of it.
				final WeightMap region = exemplar.region().sum(reduction) > 0 ? exemplar.region() : WeightMap.ones(style.size());
				final PositionWeights weights = binding.weights(layer, region);
				grams.put(weights, map.addGramMatrix(weights.values(), weight / region.sum(reduction), sum, start));
			});
			for (final Tile tile : tiling.tiles()) {
				network.run(binding.window(pixels, tile));
				grams.forEach((weights, addGramMatrix) -> {
					weights.select(tile);
					addGramMatrix.run();
				});
			}
		}
	}

	/** What one layer is compared with. */
	static final class Target {

		private final INDArray gram;
		private final INDArray eigenvectors;
		private final double[] eigenvalues;

		/**
		 * @param gram [C, C], symmetric
		 * @param scope owns the eigenvectors
		 */
		Target(final INDArray gram, final TensorScope scope) {
			this.gram = gram;
			final EigenDecomposition decomposition = new EigenDecomposition(TensorScope.values(gram));
			eigenvectors = scope.tensor(decomposition.eigenvectors(), gram.shape());
			// NB: Rounding makes some of the smallest ones negative.
			eigenvalues = Arrays.stream(decomposition.eigenvalues()).map(value -> Math.max(0, value)).toArray();
		}

		/** [C, C], for one position: F^T F divided by the positions. */
		INDArray gram() {
			return gram;
		}

		/** [C, C], a column for each. */
		INDArray eigenvectors() {
			return eigenvectors;
		}

		/** None is negative. */
		double[] eigenvalues() {
			return eigenvalues;
		}
	}
}
