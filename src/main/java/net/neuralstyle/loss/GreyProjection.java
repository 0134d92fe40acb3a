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

import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Leaves grey images grey: every colour of a pixel gets the mean of the pixel's gradient. Owns its tensors. */
public final class GreyProjection implements Projection, AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final INDArray colours;
	private final INDArray means;
	private final Operation average;

	/** @param pixels of the image */
	public GreyProjection(final long pixels) {
		colours = scope.zeros(pixels, VggImage.CHANNELS);
		means = scope.zeros(pixels, VggImage.CHANNELS);
		final INDArray mean = scope.zeros(VggImage.CHANNELS, VggImage.CHANNELS);
		mean.assign(1.0 / VggImage.CHANNELS);
		average = scope.product(colours, mean, means);
	}

	@Override
	public void apply(final INDArray gradient) {
		colours.assign(gradient.reshape(colours.shape()));
		average.run();
		gradient.assign(means.reshape(gradient.shape()));
	}

	@Override
	public void close() {
		scope.close();
	}
}
