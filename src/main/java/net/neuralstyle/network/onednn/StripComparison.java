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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.network.MapComparison;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.sum;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Compares a feature map some positions at a time, so that only what it is compared
 * with, in the map's own type, takes as much memory as the map.
 */
final class StripComparison implements MapComparison {

	/** About how many values are compared at once, so that they stay in the cache. */
	private static final long STRIP = 1 << 18;

	private final Primitives primitives;
	private final data_type type;
	private final long channels;
	private final Runnable keep;
	private final List<Strip> strips = new ArrayList<>();
	private double sumOfSquares;

	/**
	 * @param weights as in {@link net.neuralstyle.network.FeatureMap#comparison}
	 * @param scope owns the memory
	 */
	StripComparison(final OneDnnMap map, final INDArray weights, final double factor, final Primitives primitives,
		final TensorScope scope)
	{
		this.primitives = primitives;
		type = map.type();
		final long[] shape = map.shape();
		final long positions = shape[1] * shape[2];
		channels = shape[3];
		final Pointer target = Primitives.address(scope.zeros((map.bytes() + Float.BYTES - 1) / Float.BYTES));
		keep = primitives.copy(at(map.values(), 0, positions, type), at(target, 0, positions, type));
		final long length = Math.min(positions, Math.max(1, STRIP / channels));
		final INDArray difference = scope.zeros(length * channels);
		for (long from = 0; from < positions; from += length) {
			strips.add(new Strip(map, target, weights, from, Math.min(length, positions - from), difference, factor));
		}
	}

	/** How much memory a comparison takes, in bytes, for a map of so many bytes. */
	static long bytes(final long mapBytes) {
		return mapBytes + STRIP * Float.BYTES;
	}

	@Override
	public void keep() {
		keep.run();
	}

	@Override
	public void addToGradient() {
		sumOfSquares = 0;
		strips.forEach(Strip::add);
	}

	@Override
	public double sumOfSquares() {
		return sumOfSquares;
	}

	// -- Helper methods --

	private memory at(final Pointer map, final long from, final long positions, final data_type valueType) {
		return primitives.at(primitives.matrix(positions, channels, valueType), new BytePointer(map).getPointer(from *
			channels * memory.data_type_size(valueType)));
	}

	private Runnable combine(final algorithm operation, final memory a, final memory b, final memory result) {
		final binary.primitive_desc description = primitives.own(new binary.primitive_desc(Primitives.processor(), operation,
			primitives.own(a.get_desc()), primitives.own(b.get_desc()), primitives.own(result.get_desc()), primitives
				.attributes(), false));
		return primitives.bind(new binary(description), description, DNNL_ARG_SRC_0, a, DNNL_ARG_SRC_1, b, DNNL_ARG_DST,
			result);
	}

	/** Prepares result = a - b for maps in bfloat16, with a result in float32, which the other way takes oneDNN long. */
	private Runnable difference(final memory a, final memory b, final memory result) {
		final memory.desc operand = primitives.own(a.get_desc());
		final sum.primitive_desc description = primitives.own(new sum.primitive_desc(Primitives.processor(), primitives.own(
			result.get_desc()), new float[] { 1, -1 }, primitives.own(new memory_desc_vector(operand, operand)), primitives
				.attributes(), false));
		return primitives.bind(new sum(description), description, DNNL_ARG_MULTIPLE_SRC, a, DNNL_ARG_MULTIPLE_SRC + 1, b,
			DNNL_ARG_DST, result);
	}

	/** Some positions. */
	private final class Strip {

		private final List<Runnable> steps = new ArrayList<>();
		private final INDArray differences;
		private final Runnable addToGradient;

		private Strip(final OneDnnMap map, final Pointer target, final INDArray weights, final long from,
			final long positions, final INDArray difference, final double factor)
		{
			differences = difference.get(NDArrayIndex.interval(0, positions * channels));
			final memory result = at(Primitives.address(difference), 0, positions, data_type.f32);
			final memory now = at(map.values(), from, positions, type);
			final memory before = at(target, from, positions, type);
			steps.add(type == data_type.f32 ? combine(algorithm.binary_sub, now, before, result) : difference(now, before,
				result));
			if (weights != null) {
				final memory column = primitives.at(primitives.matrix(positions, 1, data_type.f32), new BytePointer(Primitives
					.address(weights)).getPointer(from * Float.BYTES));
				steps.add(combine(algorithm.binary_mul, result, column, result));
			}
			final memory gradient = at(map.gradient(), from, positions, type);
			addToGradient = primitives.sum(gradient, factor, result, gradient);
		}

		private void add() {
			steps.forEach(Runnable::run);
			// NB: A position counts or does not, so that the square of its weight is its weight.
			sumOfSquares += Vectors.dot(differences, differences);
			addToGradient.run();
		}
	}
}
