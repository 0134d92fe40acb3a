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

package net.neuralstyle.network.nd4j;

import net.neuralstyle.network.FeatureMap;
import net.neuralstyle.network.MapComparison;
import net.neuralstyle.network.NetworkPlan;
import net.neuralstyle.network.Scratch;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A feature map in a tensor. */
final class TensorMap implements FeatureMap {

	private final NetworkPlan.Step step;
	private final PaddedMap output;
	private final PaddedMap gradient;
	private final Scratch scratch;

	/** @param gradient null for a network that only runs forward */
	TensorMap(final NetworkPlan.Step step, final PaddedMap output, final PaddedMap gradient, final Scratch scratch) {
		this.step = step;
		this.output = output;
		this.gradient = gradient;
		this.scratch = scratch;
	}

	/** The map with its padding. */
	PaddedMap output() {
		return output;
	}

	/** The gradient with respect to the map, likewise; may be null. */
	PaddedMap gradient() {
		return gradient;
	}

	@Override
	public long[] shape() {
		return step.shape();
	}

	@Override
	public int reduction() {
		return step.reduction();
	}

	@Override
	public void copyTo(final INDArray values) {
		values.assign(output.positions());
	}

	@Override
	public void clearGradient() {
		gradient.image().assign(0);
	}

	@Override
	public MapComparison comparison(final INDArray weights, final double factor, final TensorScope scope) {
		return new TensorComparison(output.positions(), gradient.positions(), weights, factor, scope);
	}

	@Override
	public Runnable addGramMatrix(final INDArray weights, final double factor, final INDArray sum,
		final TensorScope scope)
	{
		final INDArray map = output.positions();
		final Operation multiply = scope.product(map, true, weighted(weights), false, sum, factor, 1);
		return weighing(weights, multiply, scope);
	}

	@Override
	public Runnable addProductToGradient(final INDArray weights, final double factor, final INDArray matrix,
		final TensorScope scope)
	{
		final Operation multiply = scope.product(weighted(weights), false, matrix, false, gradient.positions(), factor, 1);
		return weighing(weights, multiply, scope);
	}

	// -- Helper methods --

	private INDArray weighted(final INDArray weights) {
		final INDArray map = output.positions();
		if (weights == null) return map;
		return scratch.memory().get(NDArrayIndex.interval(0, map.length())).reshape(map.shape());
	}

	/** Makes the weighted copy before an operation, if there are weights. */
	private Runnable weighing(final INDArray weights, final Operation operation, final TensorScope scope) {
		if (weights == null) return operation::run;
		final Operation weigh = scope.operation("multiply", new INDArray[] { output.positions(), weights.reshape(weights
			.length(), 1) }, weighted(weights), new long[0]);
		return () -> {
			weigh.run();
			operation.run();
		};
	}
}
