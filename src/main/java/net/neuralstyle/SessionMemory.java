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

package net.neuralstyle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.loss.Exemplar;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a session keeps from one image to the next: the network's engine and,
 * for the levels of the last image, its buffers and operations and the styles'
 * Gram matrices. The levels' networks take turns in one block of memory, so that
 * they take no more than the finest one.
 */
final class SessionMemory implements AutoCloseable {

	private final NetworkEngine engine;
	private final RecipeTerms terms;
	private final List<Style> styles;
	private final MachineShare share;
	private List<LevelPlan> levels = List.of();
	/** Of the loss for which the levels were planned. */
	private int termCount;
	private TensorScope scope;
	private INDArray block;
	private final Map<ImageSize, FeatureNetwork> networks = new HashMap<>();
	private List<ColourTransform> colours = List.of();
	/** The styles in these colours. */
	private List<Style> recoloured = List.of();
	/** By the styles, as a list of their own, and the size of the generated image. */
	private final Map<List<Object>, StyleTargets> targets = new HashMap<>();
	private final TensorScope targetsScope = new TensorScope();

	/** @param engine of the network; closed with this */
	SessionMemory(final NetworkEngine engine, final RecipeTerms terms, final List<Style> styles,
		final MachineShare share)
	{
		this.engine = engine;
		this.terms = terms;
		this.styles = styles;
		this.share = share;
	}

	/** The terms of the loss. */
	RecipeTerms terms() {
		return terms;
	}

	/**
	 * Prepares for images of some sizes, and forgets those of others.
	 *
	 * @param recipe always the same
	 * @param definitions of the loss, for any content
	 * @return a plan for each level, coarse to fine
	 * @throws WrongSettingException if the recipe does not fit the network
	 * @throws StyleTransferException if there is not enough memory; says what to do
	 */
	List<LevelPlan> prepare(final Recipe recipe, final Pyramid pyramid, final Collection<TermDefinition> definitions) {
		final List<ImageSize> sizes = levels.stream().map(LevelPlan::size).collect(Collectors.toList());
		if (sizes.equals(pyramid.sizes()) && termCount == definitions.size()) return levels;
		forget();
		termCount = definitions.size();
		final MemoryPlan memory = new MemoryPlan(recipe, engine, definitions, styles.size());
		final List<LevelPlan> plans = new ArrayList<>();
		// NB: The finest level first, to see whether it can be computed.
		for (int i = pyramid.sizes().size() - 1; i >= 0; i--) {
			plans.add(0, memory.level(pyramid.sizes().get(i), share));
		}
		scope = new TensorScope();
		block = scope.zeros(blockLength(plans, Objective.layers(definitions)));
		levels = plans;
		return levels;
	}

	/** As {@link #checkSize(NetworkEngine, List, Recipe, ImageSize, Collection)}, of the session's styles. */
	void checkSize(final Recipe recipe, final ImageSize size, final Collection<TermDefinition> definitions) {
		checkSize(engine, styles, recipe, size, definitions);
	}

	/**
	 * Checks that neither the result nor a style becomes so small that a layer has
	 * nothing to look at.
	 *
	 * @param size of the result
	 * @throws StyleTransferException if so; says what to do
	 */
	static void checkSize(final NetworkEngine engine, final List<Style> styles, final Recipe recipe, final ImageSize size,
		final Collection<TermDefinition> definitions)
	{
		// NB: The halo starts where the deepest layer's positions do.
		final int smallest = Math.max(2, engine.topology().halo(Objective.layers(definitions)).alignment());
		// NB: A margin mirrors as many pixels as it has and the one where it starts.
		check(size, Math.max(smallest, LevelPlan.MARGIN + 1), size, "the result");
		for (final Style style : styles) {
			final ImageSize styleSize = LevelPlan.styleSize(style.image().size(), size, recipe.get(Settings.STROKE_SIZE));
			check(styleSize, smallest, size, "the style image");
		}
	}

	/** The network for a level; belongs to this. */
	FeatureNetwork network(final LevelPlan level, final Collection<TermDefinition> definitions) {
		return networks.computeIfAbsent(level.tiling().window(), window -> scope.own(engine.withGradient(window, Objective
			.layers(definitions), block)));
	}

	/**
	 * Returns the session's styles in other colours, and forgets what they look like in
	 * any others.
	 *
	 * @param changes one for each style
	 */
	List<Style> recoloured(final List<ColourTransform> changes) {
		if (!changes.equals(colours)) {
			forgetTargets();
			colours = List.copyOf(changes);
			recoloured = IntStream.range(0, styles.size()).mapToObj(i -> styles.get(i).recoloured(changes.get(i))).collect(
				Collectors.toList());
		}
		return recoloured;
	}

	/**
	 * What a blend of styles looks like in a size of the generated image, with its
	 * margin; belongs to this. Runs over the networks' memory.
	 *
	 * @param blend some or all of those that were {@link #recoloured} last
	 */
	StyleTargets targets(final List<Style> blend, final ImageSize size) {
		return targets.computeIfAbsent(List.of(blend, size), key -> {
			final LevelPlan level = levels.stream().filter(plan -> plan.tiling().image().equals(size)).findFirst().orElseThrow();
			final List<Exemplar> exemplars = blend.stream().map(style -> style.exemplar(level.styleSize(style.image().size())))
				.collect(Collectors.toList());
			return targetsScope.own(new StyleTargets(engine, terms.styleLayers(), exemplars, level.largestTile(), block));
		});
	}

	@Override
	public void close() {
		forget();
		engine.close();
	}

	// -- Helper methods --

	private long blockLength(final List<LevelPlan> plans, final Collection<String> layers) {
		long length = 1;
		for (final LevelPlan plan : plans) {
			length = Math.max(length, engine.length(plan.tiling().window(), layers, true));
			if (terms.styleLayers().isEmpty()) continue;
			for (final Style style : styles) {
				final Tiling tiling = StyleTargets.tiling(engine, terms.styleLayers(), plan.styleSize(style.image().size()), plan
					.largestTile());
				length = Math.max(length, engine.length(tiling.window(), terms.styleLayers(), false));
			}
		}
		return length;
	}

	private static void check(final ImageSize what, final int smallest, final ImageSize size, final String name) {
		if (what.shorterSide() >= smallest) return;
		throw new StyleTransferException("At a size of " + size.longerSide() + " the shorter side of " + name +
			" would have only " + what.shorterSide() + " pixels: choose a larger size.");
	}

	private void forget() {
		levels = List.of();
		networks.clear();
		forgetTargets();
		if (scope != null) scope.close();
		scope = null;
	}

	private void forgetTargets() {
		targets.clear();
		targetsScope.close();
	}
}
