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

package net.neuralstyle.feedforward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Keeps a network from painting grids. An enlargement repeats each value, so that a map has stairs, which come again
 * every two positions after one enlargement and every four after both. A style that asks for fine texture has a network
 * make a grid of them that lies on all flat areas. A kernel paints none if a map that repeats itself gives the same
 * everywhere (Y. Sugawara, S. Shiota and H. Kiya, "Checkerboard artifacts free convolutional neural networks", APSIPA
 * Transactions on Signal and Information Processing 8, 2019), that is, if it is orthogonal to all waves of that period.
 * The last kernel, which is large enough for it, also gives a mere slope of a map that repeats itself and grows
 * evenly, as a grid does where the picture changes: it is orthogonal to the waves times the position as well. This
 * moves kernels to the nearest ones that are so: those that follow an enlargement for its period of 2, and the last one
 * for that of both.
 * <p>
 * Not thread-safe.
 * </p>
 */
final class GridFreeKernels {

	private static final int PERIOD_OF_ENLARGEMENT = 2;
	/** Length of what is left of a vector that is made of others; those that are not have lengths of about 1 and more. */
	private static final double DEPENDENT = 1e-6;

	/** One for each kernel. */
	private final List<Runnable> projections = new ArrayList<>();

	/**
	 * @param parameters the network's numbers, a vector in the order of the topology; {@link #project} changes them
	 * @param scope owns the buffers
	 */
	GridFreeKernels(final TransformationTopology topology, final INDArray parameters, final TensorScope scope) {
		for (final Convolution convolution : topology.convolutions()) {
			if (period(convolution.role()) == 1) continue;
			final int positions = convolution.side() * convolution.side();
			final INDArray kernel = parameters.get(NDArrayIndex.interval(convolution.kernelOffset(), convolution
				.kernelOffset() + convolution.kernelLength())).reshape('c', positions, convolution.kernelLength() / positions);
			final INDArray projector = scope.tensor(projector(convolution), positions, positions);
			final INDArray projected = scope.zeros(kernel.shape());
			final Operation projection = scope.product(projector, kernel, projected);
			projections.add(() -> {
				projection.run();
				kernel.assign(projected);
			});
		}
	}

	/** Moves the kernels. Doing it twice is doing it once, to rounding. */
	void project() {
		projections.forEach(Runnable::run);
	}

	/** How many positions there are until the map that a convolution reads may repeat itself; 1 for every position. */
	private static int period(final Role role) {
		switch (role) {
			case ENLARGES:
				return PERIOD_OF_ENLARGEMENT;
			case LAST:
				return TransformationTopology.ALIGNMENT;
			default:
				return 1;
		}
	}

	/** Returns what a kernel is multiplied by, [side * side, side * side]: all but its part along the waves. */
	private static float[] projector(final Convolution convolution) {
		final int positions = convolution.side() * convolution.side();
		final float[] projector = new float[positions * positions];
		for (int i = 0; i < positions; i++) {
			projector[i * positions + i] = 1;
		}
		for (final double[] wave : orthonormal(waves(convolution))) {
			for (int i = 0; i < projector.length; i++) {
				projector[i] -= (float) (wave[i / positions] * wave[i % positions]);
			}
		}
		return projector;
	}

	/** All waves of a period but the constant one, some of them more than once. */
	private static List<double[]> waves(final Convolution convolution) {
		final int period = period(convolution.role());
		final boolean growing = convolution.role() == Role.LAST;
		final List<double[]> waves = new ArrayList<>();
		for (int across = 0; across < period; across++) {
			for (int down = 0; down < period; down++) {
				if (across == 0 && down == 0) continue;
				for (final double phase : new double[] { 0, Math.PI / 2 }) {
					final double frequencyAcross = 2 * Math.PI * across / period;
					final double frequencyDown = 2 * Math.PI * down / period;
					final DoubleBinaryOperator wave = (x, y) -> Math.cos(frequencyAcross * x + frequencyDown * y - phase);
					waves.add(sampled(wave, convolution.side()));
					if (!growing) continue;
					waves.add(sampled((x, y) -> x * wave.applyAsDouble(x, y), convolution.side()));
					waves.add(sampled((x, y) -> y * wave.applyAsDouble(x, y), convolution.side()));
				}
			}
		}
		return waves;
	}

	/** The values at a kernel's positions, row by row; the middle is at 0, 0. */
	private static double[] sampled(final DoubleBinaryOperator function, final int side) {
		final double[] values = new double[side * side];
		for (int i = 0; i < values.length; i++) {
			values[i] = function.applyAsDouble(i % side - side / 2, i / side - side / 2);
		}
		return values;
	}

	/** An orthonormal basis of what vectors span (Gram and Schmidt, twice for accuracy). */
	private static List<double[]> orthonormal(final List<double[]> vectors) {
		final List<double[]> basis = new ArrayList<>();
		for (final double[] vector : vectors) {
			final double[] rest = vector.clone();
			for (int time = 0; time < 2; time++) {
				basis.forEach(known -> add(rest, -dot(rest, known), known));
			}
			final double length = Math.sqrt(dot(rest, rest));
			if (length < DEPENDENT) continue;
			basis.add(Arrays.stream(rest).map(value -> value / length).toArray());
		}
		return basis;
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	private static void add(final double[] sum, final double factor, final double[] summand) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += factor * summand[i];
		}
	}
}
