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
package net.neuralstyle.network;

import net.neuralstyle.image.ImageSize;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image transformation network for images of one size. Made by a {@link TransformationEngine} with all buffers and
 * operations; running allocates nothing. Owns its buffers; the engine stays with whoever made it. Not thread-safe.
 */
public interface TransformationNetwork extends AutoCloseable {

	/** Size of the images that go in and come out. */
	ImageSize size();

	/**
	 * Transforms an image, each channel normalised by its own mean and variance in this image.
	 *
	 * @param pixels [1, H, W, 3], or any shape with as many values in that order, as
	 *          {@link net.neuralstyle.image.VggImage} describes them; copied
	 * @return [1, H, W, 3] in the same form, not clipped; owned by this network and overwritten when it runs again
	 */
	INDArray run(INDArray pixels);

	/**
	 * Transforms an image, or a part of one, each channel normalised by a given mean and variance.
	 *
	 * @param statistics [{@link TransformationTopology#statisticsCount()}], as {@link #copyStatistics} gives them
	 */
	INDArray run(INDArray pixels, INDArray statistics);

	/** Copies the means and variances that {@link #run(INDArray)} found last, in the order of the topology. */
	void copyStatistics(INDArray target);

	/**
	 * Adds the gradient of a function of the image that {@link #run(INDArray)} made last, with respect to the network's
	 * numbers; uses up what the network holds of that run.
	 *
	 * @param imageGradient [1, H, W, 3], or any shape with as many values in that order: the function's gradient with
	 *          respect to the image
	 * @param sum [P], in the order of the topology
	 * @throws IllegalStateException if the network was not made for training
	 */
	void addGradient(INDArray imageGradient, INDArray sum);

	@Override
	void close();
}
