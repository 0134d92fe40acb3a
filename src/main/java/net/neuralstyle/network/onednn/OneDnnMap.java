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

package net.neuralstyle.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import net.neuralstyle.network.FeatureMap;
import net.neuralstyle.network.MapComparison;
import net.neuralstyle.network.NetworkPlan;
import net.neuralstyle.network.Scratch;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A feature map in memory that oneDNN's primitives work on, in float32 or bfloat16. */
final class OneDnnMap implements FeatureMap {

	private final NetworkPlan.Step step;
	private final long positions;
	private final long channels;
	private final data_type type;
	private final Pointer values;
	private final Pointer gradient;
	private final Scratch scratch;
	private final Scratchpad scratchpad;

	/**
	 * @param values where the map is
	 * @param gradient where the gradient is; null for a network that only runs forward
	 * @param scratch for weighted copies
	 * @param scratchpad for what is prepared here
	 */
	OneDnnMap(final NetworkPlan.Step step, final data_type type, final Pointer values, final Pointer gradient,
		final Scratch scratch, final Scratchpad scratchpad)
	{
		this.step = step;
		this.type = type;
		this.values = values;
		this.gradient = gradient;
		this.scratch = scratch;
		this.scratchpad = scratchpad;
		final long[] shape = step.shape();
		positions = shape[1] * shape[2];
		channels = shape[3];
	}

	@Override
	public long[] shape() {
		return step.shape();
	}

	@Override
	public int reduction() {
		return step.reduction();
	}

	/** The type of the values and of the gradient. */
	data_type type() {
		return type;
	}

	/** What the map takes, in bytes. */
	long bytes() {
		return positions * channels * memory.data_type_size(type);
	}

	/** Where the map is. */
	Pointer values() {
		return values;
	}

	/** Where the gradient is; may be null. */
	Pointer gradient() {
		return gradient;
	}

	@Override
	public void copyTo(final INDArray target) {
		try (TensorScope scope = new TensorScope()) {
			final Primitives primitives = new Primitives(scope);
			primitives.copy(primitives.at(matrix(primitives), values), primitives.of(primitives.matrix(positions, channels,
				data_type.f32), target)).run();
		}
	}

	@Override
	public void clearGradient() {
		Pointer.memset(gradient, 0, bytes());
	}

	@Override
	public MapComparison comparison(final INDArray weights, final double factor, final TensorScope scope) {
		return new StripComparison(this, weights, factor, new Primitives(scope, scratchpad), scope);
	}

	@Override
	public Runnable addGramMatrix(final INDArray weights, final double factor, final INDArray sum,
		final TensorScope scope)
	{
		final Primitives primitives = new Primitives(scope, scratchpad);
		final memory.desc transposed = primitives.transpose(positions, channels, type);
		final memory map = primitives.at(matrix(primitives), values);
		final memory weighted = primitives.at(transposed, weighted(weights));
		final memory result = primitives.of(primitives.matrix(channels, channels, data_type.f32), sum);
		return weighing(weights, product(weighted, map, result, factor, primitives), primitives);
	}

	@Override
	public Runnable addProductToGradient(final INDArray weights, final double factor, final INDArray matrix,
		final TensorScope scope)
	{
		final Primitives primitives = new Primitives(scope, scratchpad);
		final memory map = primitives.at(matrix(primitives), weighted(weights));
		final memory sum = primitives.at(matrix(primitives), gradient);
		final memory given = primitives.of(primitives.matrix(channels, channels, data_type.f32), matrix);
		if (type == data_type.f32) return weighing(weights, product(map, given, sum, factor, primitives), primitives);
		// NB: What the product leaves may be far smaller than its factors; so the matrix is taken in two parts, which
		// together are as good as float32: rounded, and by how much that is too high.
		final memory rounded = primitives.allocate(primitives.matrix(channels, channels, type));
		final memory excess = primitives.allocate(primitives.matrix(channels, channels, type));
		final Runnable round = primitives.copy(given, rounded);
		final Runnable subtract = primitives.sum(rounded, -1, given, excess);
		final Runnable addRounded = product(map, rounded, sum, factor, primitives);
		final Runnable subtractExcess = product(map, excess, sum, -factor, primitives);
		return weighing(weights, () -> {
			round.run();
			subtract.run();
			addRounded.run();
			subtractExcess.run();
		}, primitives);
	}

	// -- Helper methods --

	private memory.desc matrix(final Primitives primitives) {
		return primitives.matrix(positions, channels, type);
	}

	/** Prepares sum += factor * a b. */
	private static Runnable product(final memory a, final memory b, final memory sum, final double factor,
		final Primitives primitives)
	{
		if (factor == 0) return () -> {};
		// NB: factor * (a b + sum / factor), since without AVX-512 oneDNN is slow if the sum is not the first to be done.
		final post_ops operations = primitives.own(new post_ops());
		operations.append_sum((float) (1 / factor), 0, primitives.own(sum.get_desc()).get_data_type());
		operations.append_eltwise(algorithm.eltwise_linear, (float) factor, 0);
		final primitive_attr attributes = primitives.attributes();
		attributes.set_post_ops(operations);
		return primitives.product(a, b, sum, attributes);
	}

	private Pointer weighted(final INDArray weights) {
		return weights == null ? values : Primitives.address(scratch.memory());
	}

	/** Makes the weighted copy before an operation, if there are weights. */
	private Runnable weighing(final INDArray weights, final Runnable operation, final Primitives primitives) {
		if (weights == null) return operation;
		final memory.desc map = matrix(primitives);
		final memory.desc column = primitives.matrix(positions, 1, data_type.f32);
		final binary.primitive_desc description = primitives.own(new binary.primitive_desc(Primitives.processor(),
			algorithm.binary_mul, map, column, map, primitives.attributes(), false));
		final Runnable weigh = primitives.bind(new binary(description), description, DNNL_ARG_SRC_0, primitives.at(map,
			values), DNNL_ARG_SRC_1, primitives.of(column, weights), DNNL_ARG_DST, primitives.at(map, Primitives.address(scratch
			.memory())));
		return () -> {
			weigh.run();
			operation.run();
		};
	}
}
