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

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.optimize.SurrogateFunction;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A sum of terms as a function of an image's pixels (Gatys et al., CVPR 2016,
 * equation 7).
 * <p>
 * An image that is larger than a tile may be is computed tile by tile, twice:
 * first terms gather from all tiles, then each tile's gradient is formed. Loss and
 * gradient are those of the whole image, up to rounding.
 * </p>
 * <p>
 * Owns its terms' buffers; the network stays with whoever made it, and must not be
 * used for anything else while an evaluation is under way. Not thread-safe.
 * </p>
 */
public final class Objective implements DifferentiableFunction, AutoCloseable {

	/** So often softened terms are revised. */
	private static final int EVALUATIONS_PER_REVISION = 8;

	private final TensorScope scope = new TensorScope();
	private final FeatureNetwork network;
	private final Binding binding;
	private final List<Term> terms = new ArrayList<>();
	private final Map<String, List<Term>> termsOfLayers = new LinkedHashMap<>();
	private final Projection projection;
	private Loss lastLoss;
	private final SurrogateFunction softened = new Softened();

	/**
	 * Binds terms to a network.
	 *
	 * @param network with gradient, for windows of the tiling and the layers of all
	 *          terms
	 * @throws IllegalArgumentException if the network is for windows of another size
	 */
	public Objective(final FeatureNetwork network, final Tiling tiling, final Collection<TermDefinition> definitions) {
		this(network, tiling, definitions, Projection.NONE);
	}

	/** @param projection limits which images are looked for; otherwise as the other constructor */
	public Objective(final FeatureNetwork network, final Tiling tiling, final Collection<TermDefinition> definitions,
		final Projection projection)
	{
		if (!network.size().equals(tiling.window())) {
			throw new IllegalArgumentException("The network is for " + network.size() + " pixels, the tiles have " + tiling
				.window() + ".");
		}
		this.network = network;
		this.projection = projection;
		binding = new Binding(network, tiling, scope);
		try {
			for (final TermDefinition definition : definitions) {
				final Term term = definition.bind(binding);
				terms.add(term);
				definition.layers().forEach(layer -> termsOfLayers.computeIfAbsent(layer, name -> new ArrayList<>()).add(term));
			}
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/** The layers that any of the terms looks at. */
	public static Set<String> layers(final Collection<TermDefinition> definitions) {
		final Set<String> layers = new LinkedHashSet<>();
		definitions.forEach(definition -> layers.addAll(definition.layers()));
		return layers;
	}

	/**
	 * Estimates the memory that an objective and its network take, in bytes: the
	 * network's buffers, those of the terms, weighted copies of feature maps, and
	 * what the engine takes for itself.
	 */
	public static long bytes(final NetworkEngine engine, final Collection<TermDefinition> definitions,
		final Tiling tiling)
	{
		final Set<String> layers = layers(definitions);
		final long scratch = layers.stream().mapToLong(layer -> engine.mapBytes(tiling.window(), layer)).max().orElse(0);
		return Float.BYTES * engine.length(tiling.window(), layers, true) + scratch + engine.workingBytes() + definitions
			.stream().mapToLong(definition -> definition.bytes(engine, tiling)).sum();
	}

	// -- DifferentiableFunction methods --

	/**
	 * @param point vector of H * W * 3: the pixels as {@link VggImage} orders them
	 * @param gradient vector of the same length
	 */
	@Override
	public double evaluate(final INDArray point, final INDArray gradient) {
		evaluate(point, gradient, Term::compare);
		return lastLoss.total();
	}

	// -- Objective methods --

	/**
	 * Lets terms that compare with a content compare with another one from now on.
	 *
	 * @param content of any size
	 */
	public void setContent(final VggImage content) {
		terms.forEach(term -> term.setContent(content));
	}

	/**
	 * Returns a function that is easier to minimise: the same sum with those terms
	 * softened that can be. Shares this one's buffers, and is the same function each
	 * time.
	 */
	public SurrogateFunction softened() {
		return softened;
	}

	/** How the image is cut. */
	public Tiling tiling() {
		return binding.tiling();
	}

	/**
	 * The value of the last evaluation, in parts; null before the first. The true
	 * one also when the softened function was evaluated.
	 */
	public Loss lastLoss() {
		return lastLoss;
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	/** Sets the last loss, which is the true one whatever the terms' gradient is. */
	private void evaluate(final INDArray point, final INDArray gradient, final Consumer<Term> comparison) {
		gradient.assign(0);
		terms.forEach(Term::clear);
		terms.forEach(term -> term.addPixelGradient(point, gradient));
		gather(point);
		terms.forEach(comparison);

		// NB: To read a value is to wait for the device; of a single tile it is done
		// once all else is under way, so that a GPU never runs out of work in between.
		for (final Tile tile : tiling().tiles()) {
			if (!tiling().isWhole()) lookAgain(point, tile);
			final INDArray sum = binding.window(gradient, tile);
			sum.addi(network.gradient(termsOfLayers.keySet(), layer -> addGradient(layer, tile)).reshape(sum.shape()));
		}
		projection.apply(gradient);
		lastLoss = Loss.of(terms);
	}

	/** Lets terms see all tiles; a single one stays in the network. */
	private void gather(final INDArray point) {
		if (!tiling().isWhole() && terms.stream().noneMatch(Term::gathers)) return;
		for (final Tile tile : tiling().tiles()) {
			network.run(binding.window(point, tile));
			terms.forEach(term -> term.gather(tile));
		}
	}

	/** Computes a tile's feature maps once more, as there is no room to keep those of all tiles. */
	private void lookAgain(final INDArray point, final Tile tile) {
		terms.forEach(term -> term.prepare(tile));
		network.run(binding.window(point, tile));
	}

	private void addGradient(final String layer, final Tile tile) {
		termsOfLayers.get(layer).forEach(term -> term.addGradient(layer, tile));
	}

	/** The sum with softened terms. */
	private final class Softened implements SurrogateFunction {

		private int evaluationsSinceRevision;

		@Override
		public double evaluate(final INDArray point, final INDArray gradient) {
			evaluationsSinceRevision++;
			Objective.this.evaluate(point, gradient, softly(SoftenedTerm::compareSoftly));
			return total(SoftenedTerm::softenedValue);
		}

		@Override
		public double trueValue() {
			return lastLoss.total();
		}

		@Override
		public boolean isStale() {
			return evaluationsSinceRevision >= EVALUATIONS_PER_REVISION;
		}

		@Override
		public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
			Objective.this.evaluate(point, gradient, softly(SoftenedTerm::reviseAndCompareSoftly));
			// NB: Not a comparison with >, so that NaN is too high.
			if (!(total(SoftenedTerm::softenedValueBeforeRevision) <= highestValue)) {
				softenedTerms().forEach(SoftenedTerm::undoRevision);
				return Double.NaN;
			}
			evaluationsSinceRevision = 0;
			return total(SoftenedTerm::softenedValue);
		}

		private Consumer<Term> softly(final Consumer<SoftenedTerm> action) {
			return term -> {
				if (term instanceof SoftenedTerm) action.accept((SoftenedTerm) term);
				else term.compare();
			};
		}

		private Stream<SoftenedTerm> softenedTerms() {
			return terms.stream().filter(SoftenedTerm.class::isInstance).map(SoftenedTerm.class::cast);
		}

		private double total(final ToDoubleFunction<SoftenedTerm> softenedValue) {
			final Set<String> names = softenedTerms().map(Term::name).collect(Collectors.toSet());
			return softenedTerms().mapToDouble(softenedValue).sum() + lastLoss.terms().entrySet().stream().filter(
				term -> !names.contains(term.getKey())).mapToDouble(Map.Entry::getValue).sum();
		}
	}
}
