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

package net.neuralstyle;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An image as people see it: each value is kept between black and white, 0 and 255 before the mean is subtracted. Also
 * says how a loss of what is seen changes with the image itself.
 */
public final class VisiblePixels {

	private final INDArray seen;
	/** What is cut off, and then where the gradient does not count: 1, elsewhere 0. */
	private final INDArray rest;
	private final INDArray image;
	private final Operation raise;
	private final Operation lower;
	private final Step mask;

	/**
	 * @param size of images
	 * @param scope owns the buffers
	 */
	public VisiblePixels(final ImageSize size, final TensorScope scope) {
		final int length = (int) size.pixels() * VggImage.CHANNELS;
		seen = scope.zeros(length);
		rest = scope.zeros(length);
		image = scope.zeros(length);
		raise = scope.operation("maximum", new INDArray[] { image, bound(0, length, scope) }, seen, new long[0]);
		lower = scope.operation("minimum", new INDArray[] { seen, bound(255, length, scope) }, seen, new long[0]);
		mask = new Step(rest, rest, 0);
	}

	/**
	 * Takes an image.
	 *
	 * @param pixels [H, W, 3], or any shape with as many values in that order, as {@link VggImage} describes them; not
	 *          modified
	 * @return what is seen of it, a vector; owned by this
	 */
	public INDArray see(final INDArray pixels) {
		image.assign(pixels.reshape(image.shape()));
		raise.run();
		lower.run();
		return seen;
	}

	/**
	 * Turns the gradient with respect to what is seen of the last image into that with respect to the image: 0 where a
	 * descent would lead beyond black or white. Where a value is beyond already, what leads back counts, though nothing
	 * would be seen of a small step, or it could never come back.
	 *
	 * @param gradient of any shape with as many values; receives the result
	 */
	public void turn(final INDArray gradient) {
		final INDArray vector = gradient.reshape(seen.shape());
		rest.assign(seen);
		rest.subi(image);
		rest.muli(vector);
		Nd4j.getExecutioner().exec(mask);
		rest.muli(vector);
		vector.subi(rest);
	}

	// -- Helper methods --

	/** A grey level less the mean colour, for each value of an image. */
	private static INDArray bound(final float level, final int length, final TensorScope scope) {
		final float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = level - VggImage.mean(i % VggImage.CHANNELS);
		}
		return scope.tensor(values, length);
	}
}
