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

package net.neuralstyle.image;

/**
 * Where each pixel of an image is found in another image of the same size: the one at (x, y) at (x + right, y + down),
 * both in pixels, y from the top down. Immutable, on the heap.
 */
public final class FlowField {

	/** What forward and backward fields may differ by, squared: this much of their own squares, and this much beside. */
	private static final double DISAGREEMENT_SHARE = 0.01;
	private static final double DISAGREEMENT = 0.5;
	/** How fast a field may change from pixel to pixel, squared: this much of its own square, and this much beside. */
	private static final double BOUNDARY_SHARE = 0.01;
	private static final double BOUNDARY = 0.002;
	/** A pixel reaches so far around its middle. */
	private static final double HALF_PIXEL = 0.5;
	private static final int TAPS = 4;

	private final ImageSize size;
	private final float[] right;
	private final float[] down;

	private FlowField(final ImageSize size, final float[] right, final float[] down) {
		this.size = size;
		this.right = right;
		this.down = down;
	}

	/**
	 * Makes a field.
	 *
	 * @param right [H, W], pixels to the right, finite; copied
	 * @param down [H, W], pixels down, finite; copied
	 * @throws IllegalArgumentException if there are more or fewer than the image has pixels
	 */
	public static FlowField of(final ImageSize size, final float[] right, final float[] down) {
		if (right.length != size.pixels() || down.length != size.pixels()) {
			throw new IllegalArgumentException("A field of " + size + " pixels has " + size.pixels() +
				" shifts in both directions, not " + right.length + " and " + down.length + ".");
		}
		return new FlowField(size, right.clone(), down.clone());
	}

	/** Size of both images. */
	public ImageSize size() {
		return size;
	}

	/** How far to the right a pixel is found, in pixels. */
	public float right(final int x, final int y) {
		return right[y * size.width() + x];
	}

	/** How far down a pixel is found, in pixels. */
	public float down(final int x, final int y) {
		return down[y * size.width() + x];
	}

	/** Returns the field of the same images in another size, by {@link BicubicResampling}. */
	public FlowField resizedTo(final ImageSize target) {
		if (target.equals(size)) return this;
		return new FlowField(target, resized(right, target, (float) target.width() / size.width()), resized(down, target,
			(float) target.height() / size.height()));
	}

	/**
	 * Tells which pixels are found reliably (Ruder, Dosovitskiy and Brox, "Artistic style transfer for videos", GCPR 2016,
	 * section 4.2): not those that are found outside of the other image; whose way there, w, and back, v, do not agree,
	 * |w + v|^2 &gt; 0.01 (|w|^2 + |v|^2) + 0.5; or at which motions meet, |grad w|^2 &gt; 0.01 |w|^2 + 0.002, the squares
	 * of both parts' slopes added up.
	 *
	 * @param back where the other image's pixels are found in this one
	 * @return 1 for a pixel that is found reliably, 0 for any other
	 */
	public WeightMap reliability(final FlowField back) {
		final float[] backRight = warp(back.right, 1);
		final float[] backDown = warp(back.down, 1);
		final float[] weights = new float[right.length];
		for (int y = 0, i = 0; y < size.height(); y++) {
			for (int x = 0; x < size.width(); x++, i++) {
				final double square = square(right[i], down[i]);
				final boolean agree = square(right[i] + backRight[i], down[i] + backDown[i]) <= DISAGREEMENT_SHARE * (square +
					square(backRight[i], backDown[i])) + DISAGREEMENT;
				final boolean smooth = squaredSlopes(right, x, y) + squaredSlopes(down, x, y) <= BOUNDARY_SHARE * square +
					BOUNDARY;
				if (agree && smooth && isInside(x + right[i], size.width()) && isInside(y + down[i], size.height())) weights[i] = 1;
			}
		}
		return WeightMap.of(size, weights);
	}

	/**
	 * Returns what the other image has at the places of this one's pixels, by cubic convolution as
	 * {@link BicubicResampling} has it. Beyond its border the other image is mirrored. Where pixels are found exactly at
	 * pixels, the values are theirs, bit for bit.
	 *
	 * @param values [H, W, channels], of the other image; not modified
	 * @return [H, W, channels]
	 */
	float[] warp(final float[] values, final int channels) {
		final float[] result = new float[values.length];
		final float[] across = new float[TAPS];
		final float[] along = new float[TAPS];
		for (int pixel = 0; pixel < right.length; pixel++) {
			final double x = pixel % size.width() + (double) right[pixel];
			final double y = pixel / size.width() + (double) down[pixel];
			final int left = (int) Math.floor(x) - 1;
			final int top = (int) Math.floor(y) - 1;
			for (int tap = 0; tap < TAPS; tap++) {
				across[tap] = (float) BicubicResampling.kernel(left + tap - x);
				along[tap] = (float) BicubicResampling.kernel(top + tap - y);
			}
			for (int row = 0; row < TAPS; row++) {
				final int start = MirroredMargin.mirrored(top + row, size.height()) * size.width();
				for (int column = 0; column < TAPS; column++) {
					final float weight = along[row] * across[column];
					final int from = (start + MirroredMargin.mirrored(left + column, size.width())) * channels;
					for (int channel = 0; channel < channels; channel++) {
						result[pixel * channels + channel] += weight * values[from + channel];
					}
				}
			}
		}
		return result;
	}

	// -- Helper methods --

	private float[] resized(final float[] shifts, final ImageSize target, final float factor) {
		final float[] result = BicubicResampling.resample(shifts, size, target, 1);
		for (int i = 0; i < result.length; i++) {
			result[i] *= factor;
		}
		return result;
	}

	private double squaredSlopes(final float[] shifts, final int x, final int y) {
		final int row = y * size.width();
		final int left = Math.max(0, x - 1);
		final int rightmost = Math.min(size.width() - 1, x + 1);
		final int top = Math.max(0, y - 1);
		final int bottom = Math.min(size.height() - 1, y + 1);
		return square((shifts[row + rightmost] - shifts[row + left]) / Math.max(1, rightmost - left), (shifts[bottom * size
			.width() + x] - shifts[top * size.width() + x]) / Math.max(1, bottom - top));
	}

	private static double square(final double a, final double b) {
		return a * a + b * b;
	}

	private static boolean isInside(final double position, final int length) {
		return position >= -HALF_PIXEL && position <= length - 1 + HALF_PIXEL;
	}
}
