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
 * Mean and covariance of an image's colours, in levels of 0..255, blue first. A
 * pixel counts as much as it has weight. Immutable.
 */
public final class ColourStatistics {

	/** Of blue, green and red in the luminance Y of YIQ and of ITU-R BT.601. */
	private static final double[] LUMINANCE = { 0.114, 0.587, 0.299 };

	private final double[] mean;
	private final double[][] covariance;

	private ColourStatistics(final double[] mean, final double[][] covariance) {
		this.mean = mean;
		this.covariance = covariance;
	}

	/** Takes all pixels of an image alike. */
	public static ColourStatistics of(final VggImage image) {
		return of(image, WeightMap.ones(image.size()));
	}

	/**
	 * Takes the pixels of an image by their weights.
	 *
	 * @throws IllegalArgumentException if the weights are for another size, or all 0
	 */
	public static ColourStatistics of(final VggImage image, final WeightMap weights) {
		if (!image.size().equals(weights.size())) {
			throw new IllegalArgumentException("An image of " + image.size() + " pixels cannot be weighted by a map of " +
				weights.size() + ".");
		}
		final int pixels = Math.toIntExact(image.size().pixels());
		// NB: Null for 1 each, as an array of ones would be a third of the image.
		final float[] given = weights.isOnes() ? null : weights.reduced(1);
		final double sum = weights.sum(1);
		if (sum == 0) throw new IllegalArgumentException("No pixel has a weight, so there are no colours.");
		final double[] mean = new double[VggImage.CHANNELS];
		for (int pixel = 0; pixel < pixels; pixel++) {
			final double weight = given == null ? 1 : given[pixel];
			for (int channel = 0; channel < VggImage.CHANNELS; channel++) {
				mean[channel] += weight * image.level(pixel, channel) / sum;
			}
		}
		final double[][] covariance = new double[VggImage.CHANNELS][VggImage.CHANNELS];
		final double[] deviation = new double[VggImage.CHANNELS];
		for (int pixel = 0; pixel < pixels; pixel++) {
			final double weight = given == null ? 1 : given[pixel];
			for (int channel = 0; channel < VggImage.CHANNELS; channel++) {
				deviation[channel] = image.level(pixel, channel) - mean[channel];
			}
			for (int row = 0; row < VggImage.CHANNELS; row++) {
				for (int column = 0; column < VggImage.CHANNELS; column++) {
					covariance[row][column] += weight * deviation[row] * deviation[column] / sum;
				}
			}
		}
		return new ColourStatistics(mean, covariance);
	}

	/** Returns a copy of the mean blue, green and red. */
	public double[] mean() {
		return mean.clone();
	}

	/** Returns a copy of the covariances, [3, 3], symmetric. */
	public double[][] covariance() {
		final double[][] copy = new double[covariance.length][];
		for (int row = 0; row < copy.length; row++) {
			copy[row] = covariance[row].clone();
		}
		return copy;
	}

	/** Mean luminance, 0..255. */
	public double luminance() {
		return luminance(mean[0], mean[1], mean[2]);
	}

	/** Standard deviation of the luminance. */
	public double luminanceDeviation() {
		final double[] rows = new double[VggImage.CHANNELS];
		for (int row = 0; row < rows.length; row++) {
			rows[row] = luminance(covariance[row][0], covariance[row][1], covariance[row][2]);
		}
		// NB: Rounding can make it negative.
		return Math.sqrt(Math.max(0, luminance(rows[0], rows[1], rows[2])));
	}

	/** Standard deviation of blue, green and red, the root of the mean of their variances. */
	public double deviation() {
		return Math.sqrt((covariance[0][0] + covariance[1][1] + covariance[2][2]) / VggImage.CHANNELS);
	}

	/** The luminance of a colour: 0.299 red + 0.587 green + 0.114 blue. */
	static double luminance(final double blue, final double green, final double red) {
		return LUMINANCE[0] * blue + LUMINANCE[1] * green + LUMINANCE[2] * red;
	}
}
