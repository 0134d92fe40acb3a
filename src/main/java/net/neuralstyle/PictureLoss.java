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

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.Exemplar;
import net.neuralstyle.loss.Loss;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss that a recipe asks for, of any pictures of one size, each beside its own content: what a network that paints
 * is trained by. The terms are those of a style transfer at a single scale, of the whole picture, in the style's
 * colours.
 * <p>
 * A style transfer computes a margin around its picture and cuts it off in the end, since the network's zeros beyond
 * the edge look like an edge to it; here the picture is mirrored there.
 * </p>
 * <p>
 * Made by a {@link LossSession}. Not thread-safe. Holds native memory until it, or its session, is closed.
 * </p>
 */
public final class PictureLoss implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final RecipeTerms terms;
	private final FeatureNetwork network;
	private final Tiling tiling;
	/** Null if no term looks at styles. */
	private final StyleTargets targets;
	private final MirroredPixels point;
	private final MirroredPixels pointGradient;
	private final StyleTransferSetup setup;
	/** Null before the first content. */
	private Objective objective;

	/**
	 * @param engine of the network that compares; not closed with this
	 * @param recipe of which the stroke size counts
	 * @param styles at least one; several are blended
	 * @throws StyleTransferException if the size is too small for the network; says what to do
	 */
	PictureLoss(final NetworkEngine engine, final RecipeTerms terms, final Recipe recipe, final List<Style> styles,
		final ImageSize size, final StyleTransferSetup setup)
	{
		this.terms = terms;
		this.size = size;
		this.setup = setup;
		try {
			final Collection<TermDefinition> definitions = definitions(VggImage.noise(size, 0));
			SessionMemory.checkSize(engine, styles, recipe, size, definitions);
			final Collection<String> layers = Objective.layers(definitions);
			tiling = Tiling.of(size.withMargin(LevelPlan.MARGIN), Integer.MAX_VALUE, engine.topology().halo(layers));
			final List<Exemplar> exemplars = styles.stream().map(style -> style.exemplar(LevelPlan.styleSize(style.image()
				.size(), size, recipe.get(Settings.STROKE_SIZE)))).collect(Collectors.toList());
			targets = terms.styleLayers().isEmpty() ? null : scope.own(new StyleTargets(engine, terms.styleLayers(), exemplars,
				tiling.window().longerSide(), null));
			network = scope.own(engine.withGradient(tiling.window(), layers));
			point = new MirroredPixels(size, LevelPlan.MARGIN, scope);
			pointGradient = new MirroredPixels(size, LevelPlan.MARGIN, scope);
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/** Size of the pictures. */
	public ImageSize size() {
		return size;
	}

	/** What it is computed with. */
	public StyleTransferSetup setup() {
		return setup;
	}

	/**
	 * Sets what pictures are compared with from now on.
	 *
	 * @param content of any size
	 */
	public void setContent(final VggImage content) {
		if (objective == null) objective = scope.own(new Objective(network, tiling, definitions(content)));
		else objective.setContent(content);
	}

	/**
	 * Evaluates the loss of a picture beside the content that was set last.
	 *
	 * @param pixels [H, W, 3], or any shape with as many values in that order, as {@link VggImage} describes them; not
	 *          modified
	 * @param gradient of the same kind; receives the gradient with respect to the pixels
	 */
	public Loss evaluate(final INDArray pixels, final INDArray gradient) {
		return evaluate(objective, pixels, gradient);
	}

	/**
	 * As {@link #evaluate(INDArray, INDArray)}, but the gradient is that of the function with softened style terms, always
	 * the same one, in which no direction is far stiffer than others. Its minimum is another one.
	 *
	 * @return the true loss
	 */
	public Loss evaluateSoftened(final INDArray pixels, final INDArray gradient) {
		return evaluate(objective.softened()::evaluate, pixels, gradient);
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private Loss evaluate(final DifferentiableFunction function, final INDArray pixels, final INDArray gradient) {
		point.set(pixels);
		function.evaluate(point.vector(), pointGradient.vector());
		pointGradient.foldInto(gradient);
		return objective.lastLoss();
	}

	private Collection<TermDefinition> definitions(final VggImage content) {
		return terms.definitions(content, List.of(WeightMap.ones(size)), LevelPlan.MARGIN, (region, level) -> targets);
	}
}
