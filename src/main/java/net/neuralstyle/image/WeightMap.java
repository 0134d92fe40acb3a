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

import java.nio.ByteBuffer;
import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * How much each pixel of an image counts, from 0 (not at all) to 1 (fully): a
 * region with soft or hard edges, a mask, or the whole image. A network's layer
 * sees the map reduced to its own size, by area (Gatys et al., "Controlling
 * perceptual factors in neural style transfer", CVPR 2017).
 * <p>
 * A map in which every weight is 1 takes no memory. Immutable, on the heap.
 * </p>
 */
public final class WeightMap {

	private final ImageSize size;
	/** [H, W]; null if all are 1. */
	private final float[] weights;

	private WeightMap(final ImageSize size, final float[] weights) {
		this.size = size;
		this.weights = weights;
	}

	// -- Factories --

	/** Makes a map in which every pixel counts fully. */
	public static WeightMap ones(final ImageSize size) {
		return new WeightMap(size, null);
	}

	/**
	 * Makes a map of given weights.
	 *
	 * @param weights [H, W], row-major, each 0..1; copied
	 * @throws IllegalArgumentException if there are more or fewer than the image has
	 *           pixels, or one is not a number or outside 0..1
	 */
	public static WeightMap of(final ImageSize size, final float[] weights) {
		if (weights.length != size.pixels()) {
			throw new IllegalArgumentException("An image of " + size + " pixels has " + size.pixels() + " weights, not " +
				weights.length + ".");
		}
		for (final float weight : weights) {
			// NB: So that NaN is refused, too.
			if (!(weight >= 0 && weight <= 1)) {
				throw new IllegalArgumentException("A weight must be from 0 to 1, not " + weight + ".");
			}
		}
		return ofOwn(size, weights.clone());
	}

	/**
	 * Reads a mask.
	 *
	 * @param mask two dimensions (x, y)
	 * @param full the value of a pixel that counts fully, positive, for instance 255;
	 *          smaller values count in part, larger ones fully, and none that is not
	 *          above 0
	 * @throws IllegalArgumentException if it has another number of dimensions, or is
	 *           empty
	 */
	public static WeightMap of(final RandomAccessibleInterval<? extends RealType<?>> mask, final double full) {
		if (mask.numDimensions() != 2 || mask.dimension(0) < 1 || mask.dimension(1) < 1) {
			throw new IllegalArgumentException("A mask must have two dimensions and at least one pixel.");
		}
		final ImageSize size = new ImageSize(Math.toIntExact(mask.dimension(0)), Math.toIntExact(mask.dimension(1)));
		final float[] weights = new float[Math.toIntExact(size.pixels())];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(mask).cursor();
		for (int i = 0; i < weights.length; i++) {
			final double weight = cursor.next().getRealDouble() / full;
			// NB: So that NaN does not count.
			weights[i] = weight > 0 ? (float) Math.min(1, weight) : 0;
		}
		return ofOwn(size, weights);
	}

	// -- WeightMap methods --

	/** Size of the image whose pixels are weighted. */
	public ImageSize size() {
		return size;
	}

	/** Whether every pixel counts fully. */
	public boolean isOnes() {
		return weights == null;
	}

	/** Whether no pixel counts. */
	public boolean isZeros() {
		if (isOnes()) return false;
		for (final float weight : weights) {
			if (weight > 0) return false;
		}
		return true;
	}

	/** The weight of a pixel, 0..1. */
	public float weight(final int x, final int y) {
		return isOnes() ? 1 : weights[y * size.width() + x];
	}

	/** The mean weight: the map's share of the image, 0..1. */
	public double share() {
		return sum(1) / size.pixels();
	}

	/**
	 * Returns the product of both weights for each pixel.
	 *
	 * @throws IllegalArgumentException if the other map is of another size
	 */
	public WeightMap times(final WeightMap other) {
		checkSize(other);
		if (other.isOnes()) return this;
		if (isOnes()) return other;
		final float[] product = new float[weights.length];
		for (int i = 0; i < product.length; i++) {
			product[i] = weights[i] * other.weights[i];
		}
		return ofOwn(size, product);
	}

	/** Returns 1 - weight for each pixel: what this map leaves out. */
	public WeightMap inverse() {
		final float[] rest = new float[Math.toIntExact(size.pixels())];
		if (isOnes()) return new WeightMap(size, rest);
		for (int i = 0; i < rest.length; i++) {
			rest[i] = 1 - weights[i];
		}
		return ofOwn(size, rest);
	}

	/**
	 * Returns, for each pixel, the sum of both weights, but at most 1.
	 *
	 * @throws IllegalArgumentException if the other map is of another size
	 */
	public WeightMap plus(final WeightMap other) {
		checkSize(other);
		if (isOnes() || other.isOnes()) return ones(size);
		final float[] sum = new float[weights.length];
		for (int i = 0; i < sum.length; i++) {
			sum[i] = Math.min(1, weights[i] + other.weights[i]);
		}
		return ofOwn(size, sum);
	}

	/**
	 * Returns this map with a soft edge, which lies inside: a pixel that is next to one
	 * without weight counts least, and those that are further from one than the edge is
	 * wide as before. The image's own border is no edge.
	 *
	 * @param width of the edge in pixels, 0 for none
	 */
	public WeightMap withSoftEdge(final double width) {
		if (isOnes() || width == 0) return this;
		final double[] squares = DistanceTransform.squares(weights, size);
		final float[] soft = new float[weights.length];
		for (int i = 0; i < soft.length; i++) {
			soft[i] = weights[i] * (float) Math.min(1, Math.sqrt(squares[i]) / (width + 1));
		}
		return ofOwn(size, soft);
	}

	/** SHA-256, in hexadecimal digits, of width and height and all weights. */
	public String checksum() {
		final Checksum checksum = new Checksum();
		checksum.add(size.width(), size.height());
		for (int y = 0; y < size.height(); y++) {
			final ByteBuffer row = ByteBuffer.allocate(size.width() * Float.BYTES);
			for (int x = 0; x < size.width(); x++) {
				row.putFloat(weight(x, y));
			}
			checksum.add(row.array());
		}
		return checksum.digits();
	}

	/**
	 * Returns the weights as a layer of a network sees them, whose positions are
	 * squares of pixels. Columns and rows at the right and at the bottom that do
	 * not fill a square, which pooling drops, take no part.
	 *
	 * @param reduction side of a position's square, in pixels: 1 or more, and no
	 *          longer than the image's shorter side
	 * @return [H / reduction, W / reduction], rounded down, row-major: the mean
	 *         weight of each square, 0..1; the caller's own
	 * @throws IllegalArgumentException if the reduction is outside its range
	 */
	public float[] reduced(final int reduction) {
		final float[] means = new float[Math.toIntExact(positions(reduction))];
		if (isOnes()) {
			Arrays.fill(means, 1);
			return means;
		}
		final int columns = size.width() / reduction;
		for (int i = 0; i < means.length; i++) {
			means[i] = mean(i % columns * reduction, i / columns * reduction, reduction);
		}
		return means;
	}

	/** Returns this map with every weight multiplied by a factor of 0..1. */
	public WeightMap times(final double factor) {
		if (factor == 1) return this;
		final float[] product = reduced(1);
		for (int i = 0; i < product.length; i++) {
			product[i] *= (float) factor;
		}
		return ofOwn(size, product);
	}

	/**
	 * Returns the weights of a part of the image.
	 *
	 * @param left column where the part begins
	 * @param top row where the part begins
	 * @param part size of the part, which is all inside of the image
	 */
	public WeightMap part(final int left, final int top, final ImageSize part) {
		if (isOnes()) return ones(part);
		return ofOwn(part, MirroredMargin.part(weights, size, 1, left, top, part));
	}

	/**
	 * Returns the sum of the {@link #reduced} weights: how many of the layer's
	 * positions count, where those that count in part are added up.
	 *
	 * @throws IllegalArgumentException as {@link #reduced} does
	 */
	public double sum(final int reduction) {
		if (isOnes()) return positions(reduction);
		double sum = 0;
		for (final float weight : reduced(reduction)) {
			sum += weight;
		}
		return sum;
	}

	/** Returns this map for the same image in another size, by {@link AreaResampling}. */
	public WeightMap resizedTo(final ImageSize target) {
		if (target.equals(size)) return this;
		if (isOnes()) return ones(target);
		final float[] resized = AreaResampling.resample(weights, size, target);
		for (int i = 0; i < resized.length; i++) {
			// NB: A mean of ones may be rounded up.
			resized[i] = Math.min(1, resized[i]);
		}
		return ofOwn(target, resized);
	}

	/**
	 * Returns the weights of an image with a margin in which it is mirrored, as
	 * {@link VggImage#withMargin} does.
	 *
	 * @param margin on each side, in pixels; less than each side of the image
	 */
	public WeightMap withMargin(final int margin) {
		if (isOnes()) return ones(size.withMargin(margin));
		return ofOwn(size.withMargin(margin), MirroredMargin.around(weights, size, 1, margin));
	}

	// -- Helper methods --

	/** Takes an array that nobody else has. */
	private static WeightMap ofOwn(final ImageSize size, final float[] weights) {
		for (final float weight : weights) {
			if (weight != 1) return new WeightMap(size, weights);
		}
		return ones(size);
	}

	private void checkSize(final WeightMap other) {
		if (size.equals(other.size)) return;
		throw new IllegalArgumentException("Two weight maps must be of one size, not " + size + " and " + other.size +
			" pixels.");
	}

	private long positions(final int reduction) {
		if (reduction < 1 || reduction > size.shorterSide()) {
			throw new IllegalArgumentException("A map of " + size + " pixels cannot be reduced by a factor of " + reduction +
				".");
		}
		return (long) (size.width() / reduction) * (size.height() / reduction);
	}

	private float mean(final int left, final int top, final int side) {
		double sum = 0;
		for (int y = top; y < top + side; y++) {
			for (int x = left; x < left + side; x++) {
				sum += weights[y * size.width() + x];
			}
		}
		return (float) (sum / ((double) side * side));
	}
}
