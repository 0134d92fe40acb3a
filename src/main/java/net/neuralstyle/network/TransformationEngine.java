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
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes an image transformation network in one way: holds its numbers, and makes networks of every image size, which
 * share them. Close it after these. The text of an engine says for people what computes and in which arithmetic.
 */
public interface TransformationEngine extends AutoCloseable {

	/** What the network consists of. */
	TransformationTopology topology();

	/**
	 * The network's numbers, [P], float32, in the order of {@link TransformationTopology}; owned by this. Whoever changes
	 * them says so by {@link #parametersChanged()}.
	 */
	INDArray parameters();

	/** Takes over what the numbers are now, for all networks of this engine. */
	void parametersChanged();

	/**
	 * Sets all numbers of the network.
	 *
	 * @param values [P], in the order of {@link TransformationTopology}; copied
	 */
	default void setParameters(final float[] values) {
		try (TensorScope scope = new TensorScope()) {
			parameters().assign(scope.tensor(values, values.length));
			parametersChanged();
		}
	}

	/**
	 * Makes a network.
	 *
	 * @param size of the images; each side a multiple of {@link TransformationTopology#ALIGNMENT}, and at least 16, so
	 *          that there is something to mirror
	 * @param training whether it computes gradients, beside images
	 */
	TransformationNetwork network(ImageSize size, boolean training);

	/** Returns how much memory a network takes, in bytes. */
	long bytes(ImageSize size, boolean training);

	@Override
	void close();
}
