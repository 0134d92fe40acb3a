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

import java.util.Collection;
import java.util.List;

import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.optimize.SurrogateFunction;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Objective} of the notebook's three terms with all that it needs, for one content and one style. */
public final class NotebookObjective implements DifferentiableFunction, AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final Objective objective;

	/** Takes the image whole. */
	public NotebookObjective(final NetworkEngine engine, final LossWeights weights, final VggImage content,
		final VggImage style)
	{
		this(engine, weights, content, style, Integer.MAX_VALUE);
	}

	/** @param largestTile longest side of what is computed at once, in pixels */
	public NotebookObjective(final NetworkEngine engine, final LossWeights weights, final VggImage content,
		final VggImage style, final int largestTile)
	{
		try {
			final StyleTargets targets = weights.style() > 0 ? scope.own(new StyleTargets(engine, weights.styleLayers(),
				List.of(new Exemplar(style, WeightMap.ones(style.size()), 1)), largestTile, null)) : null;
			final Collection<TermDefinition> definitions = weights.definitions(content, size -> targets);
			final Tiling tiling = Tiling.of(content.size(), largestTile, engine.topology().halo(weights.layersInUse()));
			objective = scope.own(new Objective(scope.own(engine.withGradient(tiling.window(), weights
				.layersInUse())), tiling, definitions));
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	@Override
	public double evaluate(final INDArray point, final INDArray gradient) {
		return objective.evaluate(point, gradient);
	}

	public SurrogateFunction softened() {
		return objective.softened();
	}

	public Tiling tiling() {
		return objective.tiling();
	}

	public Loss lastLoss() {
		return objective.lastLoss();
	}

	@Override
	public void close() {
		scope.close();
	}
}
