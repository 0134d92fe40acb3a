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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An image on the device with a margin in which it is mirrored, the outermost pixels not repeated, as
 * {@link VggImage#withMargin}. Also takes gradients back: what counts in the margin counts where the pixel came from.
 */
final class MirroredPixels {

	/** [H + 2 margin, W + 2 margin, 3] */
	private final INDArray whole;
	/** [H, W, 3], a view. */
	private final INDArray inner;
	/** From the inside to the outside: rows, then columns with those rows. */
	private final List<Line> lines = new ArrayList<>();

	/**
	 * @param size of the image, each side larger than the margin
	 * @param margin on each side, in pixels
	 * @param scope owns the buffer
	 */
	MirroredPixels(final ImageSize size, final int margin, final TensorScope scope) {
		final int bottom = margin + size.height() - 1;
		final int right = margin + size.width() - 1;
		whole = scope.zeros(bottom + 1 + margin, right + 1 + margin, VggImage.CHANNELS);
		inner = part(margin, bottom + 1, margin, right + 1);
		for (int i = 1; i <= margin; i++) {
			lines.add(new Line(row(margin + i), row(margin - i)));
			lines.add(new Line(row(bottom - i), row(bottom + i)));
		}
		for (int i = 1; i <= margin; i++) {
			lines.add(new Line(column(margin + i), column(margin - i)));
			lines.add(new Line(column(right - i), column(right + i)));
		}
	}

	/** Image and margin, a vector; a view of what this owns. */
	INDArray vector() {
		return whole.reshape(whole.length());
	}

	/**
	 * Takes an image, and fills its margin.
	 *
	 * @param pixels [H, W, 3], or any shape with as many values in that order
	 */
	void set(final INDArray pixels) {
		inner.assign(pixels.reshape(inner.shape()));
		lines.forEach(line -> line.outside.assign(line.inside));
	}

	/**
	 * Adds what the margin holds to where it is mirrored from; uses the margin up.
	 *
	 * @param target [H, W, 3], or any shape with as many values in that order; receives the sums
	 */
	void foldInto(final INDArray target) {
		for (int i = lines.size() - 1; i >= 0; i--) {
			final Line line = lines.get(i);
			line.inside.addi(line.outside);
		}
		target.reshape(inner.shape()).assign(inner);
	}

	// -- Helper methods --

	private INDArray row(final int y) {
		return part(y, y + 1, 0, whole.size(1));
	}

	private INDArray column(final int x) {
		return part(0, whole.size(0), x, x + 1);
	}

	private INDArray part(final long top, final long bottom, final long left, final long right) {
		return whole.get(NDArrayIndex.interval(top, bottom), NDArrayIndex.interval(left, right), NDArrayIndex.all());
	}

	/** A row or column of the margin, and the one that it mirrors. */
	private static final class Line {

		private final INDArray inside;
		private final INDArray outside;

		private Line(final INDArray inside, final INDArray outside) {
			this.inside = inside;
			this.outside = outside;
		}
	}
}
