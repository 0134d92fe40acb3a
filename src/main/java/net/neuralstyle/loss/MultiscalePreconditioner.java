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
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.optimize.Preconditioner;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lets the large shapes of an image change more easily than its small ones. The
 * loss of a style transfer resists a change of fine detail more than one of whole
 * areas, and an optimiser that knows it from the start needs fewer evaluations
 * (docs/performance-notes.md). So the matrix is the identity plus, for each octave, D^T D
 * with D the means of 4x4 pixels, of 4x4 of those, and so on, each twice as far
 * apart as the ones before, weighted so that an octave changes {@link #GAIN} times
 * as easily as the next finer one. The windows overlap: with those that do not,
 * their edges show in the picture.
 */
public final class MultiscalePreconditioner implements Preconditioner, AutoCloseable {

	/** How much more easily an octave changes than the next finer one. */
	static final double GAIN = 1.5625;
	/** Coarser ones are as easily changed as the last one. */
	static final int MOST_OCTAVES = 6;
	private static final int SMALLEST_SIDE = 2;

	/** Window 4x4, stride 2x2, no padding, dilation 1x1, same mode, divided by the whole window, NHWC. */
	private static final long[] POOLING = { 4, 4, 2, 2, 0, 0, 1, 1, 1, 1, 1 };

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final List<Octave> octaves = new ArrayList<>();
	private Operation reduceFinest;
	private Operation enlargeFinest;

	/** @param size of the images */
	public MultiscalePreconditioner(final ImageSize size) {
		this.size = size;
		int width = size.width();
		int height = size.height();
		while (octaves.size() < MOST_OCTAVES && Math.min(width, height) > SMALLEST_SIDE) {
			width = (width + 1) / 2;
			height = (height + 1) / 2;
			octaves.add(new Octave(width, height));
		}
		for (int i = 1; i < octaves.size(); i++) {
			octaves.get(i).bind(octaves.get(i - 1));
		}
	}

	/** Estimates the memory that it takes, in bytes: two buffers for each octave, which has a quarter of the pixels. */
	public static long bytes(final ImageSize size) {
		return 2 * Float.BYTES * VggImage.CHANNELS * size.pixels() / 3;
	}

	@Override
	public void apply(final INDArray vector, final INDArray result) {
		if (octaves.isEmpty()) {
			result.assign(vector);
			return;
		}
		reduce(vector);
		for (int i = octaves.size() - 1; i >= 0; i--) {
			final Octave octave = octaves.get(i);
			octave.values.muli(weight(i));
			if (i + 1 < octaves.size()) Vectors.addScaled(octave.values, 4, octave.coarser);
			if (i > 0) octave.enlarge.run();
		}
		final INDArray finest = octaves.get(0).values;
		enlargeFinest = bind(enlargeFinest, "avgpool2d_bp", new INDArray[] { image(vector), finest }, image(result));
		enlargeFinest.run();
		// NB: The back-propagation of the means is D^T, which leaves a quarter of what is the same everywhere.
		result.muli(4);
		Vectors.addScaled(result, 1, vector);
	}

	@Override
	public double squaredNorm(final INDArray vector) {
		double sum = Vectors.dot(vector, vector);
		if (octaves.isEmpty()) return sum;
		reduce(vector);
		for (int i = 0; i < octaves.size(); i++) {
			final INDArray values = octaves.get(i).values;
			sum += weight(i) * Math.pow(4, i + 1) * Vectors.dot(values, values);
		}
		return sum;
	}

	private void reduce(final INDArray vector) {
		reduceFinest = bind(reduceFinest, "avgpool2d", new INDArray[] { image(vector) }, octaves.get(0).values);
		reduceFinest.run();
		for (int i = 1; i < octaves.size(); i++) {
			octaves.get(i).reduce.run();
		}
	}

	private static double weight(final int octave) {
		return Math.pow(GAIN, octave) * (GAIN - 1);
	}

	private INDArray image(final INDArray vector) {
		return vector.reshape(1, size.height(), size.width(), VggImage.CHANNELS);
	}

	private Operation bind(final Operation operation, final String name, final INDArray[] inputs, final INDArray output) {
		if (operation == null) return scope.operation(name, inputs, output, POOLING);
		operation.bind(inputs, output);
		return operation;
	}

	@Override
	public void close() {
		scope.close();
	}

	/** The means over windows of one size. */
	private final class Octave {

		private final INDArray values;
		/** A quarter of what the coarser octaves add. */
		private final INDArray coarser;
		private Operation reduce;
		/** Writes to {@link #coarser} of the finer octave. */
		private Operation enlarge;

		private Octave(final int width, final int height) {
			values = scope.zeros(1, height, width, VggImage.CHANNELS);
			coarser = scope.zeros(1, height, width, VggImage.CHANNELS);
		}

		private void bind(final Octave finer) {
			reduce = scope.operation("avgpool2d", new INDArray[] { finer.values }, values, POOLING);
			enlarge = scope.operation("avgpool2d_bp", new INDArray[] { finer.values, values }, finer.coarser, POOLING);
		}
	}
}
