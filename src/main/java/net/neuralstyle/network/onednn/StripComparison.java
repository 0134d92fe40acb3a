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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
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
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Compares a feature map some positions at a time, so that only what it is compared
 * with, in the map's own type, takes as much memory as the map.
 */
final class StripComparison implements MapComparison {

	/** About how many values are compared at once. */
	private static final long STRIP = 1 << 20;

	private final Primitives primitives;
	private final data_type type;
	private final long channels;
	private final Runnable keep;
	private final List<Strip> strips = new ArrayList<>();
	private double sum;

	/** @param weights as in {@link net.neuralstyle.network.FeatureMap#comparison} */
	StripComparison(final OneDnnMap map, final INDArray weights, final double factor, final TensorScope scope) {
		primitives = new Primitives(scope);
		type = map.type();
		final long[] shape = map.shape();
		final long positions = shape[1] * shape[2];
		channels = shape[3];
		final Pointer target = Primitives.address(scope.zeros((map.bytes() + Float.BYTES - 1) / Float.BYTES));
		keep = primitives.copy(at(map.values(), 0, positions, type), at(target, 0, positions, type));
		final long length = Math.min(positions, Math.max(1, STRIP / channels));
		final INDArray difference = scope.zeros(length * channels);
		final INDArray kept = type == data_type.f32 ? null : scope.zeros(length * channels);
		final memory scale = primitives.of(primitives.vector(1, data_type.f32), scope.tensor(new float[] { (float) factor },
			1));
		for (long from = 0; from < positions; from += length) {
			strips.add(new Strip(map, target, weights, from, Math.min(length, positions - from), difference, kept, scale));
		}
	}

	/** How much memory a comparison takes, in bytes, for a map of so many bytes. */
	static long bytes(final long mapBytes) {
		return mapBytes + 2 * STRIP * Float.BYTES;
	}

	@Override
	public void keep() {
		keep.run();
	}

	@Override
	public void addToGradient() {
		sum = 0;
		strips.forEach(Strip::add);
	}

	@Override
	public double sumOfSquares() {
		return sum;
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

	/** Prepares sum += scale * summand. */
	private Runnable addScaled(final memory summand, final memory scale, final memory result) {
		final primitive_attr attributes = primitives.attributes();
		attributes.set_scales_mask(DNNL_ARG_SRC_1, 0);
		final memory.desc results = primitives.own(result.get_desc());
		final binary.primitive_desc description = primitives.own(new binary.primitive_desc(Primitives.processor(),
			algorithm.binary_add, results, primitives.own(summand.get_desc()), results, attributes, false));
		return primitives.bind(new binary(description), description, DNNL_ARG_SRC_0, result, DNNL_ARG_SRC_1, summand,
			DNNL_ARG_DST, result, DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_1, scale);
	}

	/** Some positions. */
	private final class Strip {

		private final List<Runnable> steps = new ArrayList<>();
		private final INDArray differences;
		private final Runnable addToGradient;

		private Strip(final OneDnnMap map, final Pointer target, final INDArray weights, final long from,
			final long positions, final INDArray difference, final INDArray kept, final memory scale)
		{
			differences = difference.get(NDArrayIndex.interval(0, positions * channels));
			final memory result = at(Primitives.address(difference), 0, positions, data_type.f32);
			final memory now = at(map.values(), from, positions, type);
			final memory before = at(target, from, positions, type);
			if (kept == null) steps.add(combine(algorithm.binary_sub, now, before, result));
			else {
				// NB: oneDNN is slow where a difference has another type than what it is of.
				final memory other = at(Primitives.address(kept), 0, positions, data_type.f32);
				steps.add(primitives.copy(now, result));
				steps.add(primitives.copy(before, other));
				steps.add(combine(algorithm.binary_sub, result, other, result));
			}
			if (weights != null) {
				final memory column = primitives.at(primitives.matrix(positions, 1, data_type.f32), new BytePointer(Primitives
					.address(weights)).getPointer(from * Float.BYTES));
				steps.add(combine(algorithm.binary_mul, result, column, result));
			}
			addToGradient = addScaled(result, scale, at(map.gradient(), from, positions, type));
		}

		private void add() {
			steps.forEach(Runnable::run);
			// NB: A position counts or does not, so that the square of its weight is its weight.
			sum += Vectors.dot(differences, differences);
			addToGradient.run();
		}
	}
}
