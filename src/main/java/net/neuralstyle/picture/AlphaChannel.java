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

package net.neuralstyle.picture;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;

/**
 * How opaque each pixel of an image is, which an ImageJ image cannot say: it goes with the image as a property. The
 * image has the pixels' own colours, whatever is behind them, and colours near by where it is transparent. Immutable.
 */
public final class AlphaChannel {

	private static final String PROPERTY = "neuralstyle.alpha";
	private static final int OPAQUE = 255;
	private static final int WHITE = 255;

	private final ByteProcessor values;

	/** @param values 0 (transparent) to 255 (opaque); not to be changed any more */
	AlphaChannel(final ByteProcessor values) {
		this.values = values;
	}

	/** Returns that of an image; empty if it is opaque everywhere. */
	public static Optional<AlphaChannel> of(final ImagePlus image) {
		final Object property = image.getProperty(PROPERTY);
		// NB: Somebody may have given the image another size. Another class of this name is that of a second class loader.
		return Optional.ofNullable(property instanceof AlphaChannel ? (AlphaChannel) property : null).filter(
			alpha -> alpha.values.getWidth() == image.getWidth() && alpha.values.getHeight() == image.getHeight());
	}

	/** Returns an image as it looks on white: itself if it is opaque, else another one. */
	public static ImagePlus onWhite(final ImagePlus image) {
		return of(image).map(alpha -> alpha.blended(image)).orElse(image);
	}

	/** Makes this the alpha channel of an image of the same size. */
	public void attachTo(final ImagePlus image) {
		image.setProperty(PROPERTY, this);
	}

	/** Returns this channel for the same image in another size. */
	public AlphaChannel resizedTo(final ImageSize size) {
		final float[] weights = weights().resizedTo(size).reduced(1);
		final ByteProcessor resized = new ByteProcessor(size.width(), size.height());
		for (int i = 0; i < weights.length; i++) {
			resized.set(i, Math.round(weights[i] * OPAQUE));
		}
		return new AlphaChannel(resized);
	}

	/** How much each pixel counts: as much as it is opaque. */
	public WeightMap weights() {
		final float[] weights = new float[values.getPixelCount()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (float) values.get(i) / OPAQUE;
		}
		return WeightMap.of(new ImageSize(values.getWidth(), values.getHeight()), weights);
	}

	/** Returns this channel for the same image set upright. */
	AlphaChannel upright(final int orientation) {
		return new AlphaChannel((ByteProcessor) Orientation.upright(values.duplicate(), orientation));
	}

	/** The values, 0 to 255; not to be changed. */
	ByteProcessor values() {
		return values;
	}

	// -- Helper methods --

	private ImagePlus blended(final ImagePlus image) {
		final ImageProcessor pixels = image.getProcessor().duplicate();
		final double white = pixels.isInvertedLut() ? pixels.getMin() : pixels.getMax();
		for (int i = 0; i < values.getPixelCount(); i++) {
			final double alpha = (double) values.get(i) / OPAQUE;
			if (alpha == 1) continue;
			if (pixels instanceof ColorProcessor) pixels.set(i, onWhite(pixels.get(i), alpha));
			else if (pixels.getBitDepth() == 32) pixels.setf(i, (float) (pixels.getf(i) * alpha + white * (1 - alpha)));
			else pixels.set(i, (int) Math.round(pixels.get(i) * alpha + white * (1 - alpha)));
		}
		final ImagePlus blended = image.createImagePlus();
		blended.setProcessor(image.getTitle(), pixels);
		return blended;
	}

	private static int onWhite(final int colour, final double alpha) {
		int blended = 0xff000000;
		for (int shift = 0; shift < 24; shift += 8) {
			blended |= (int) Math.round((colour >> shift & 0xff) * alpha + WHITE * (1 - alpha)) << shift;
		}
		return blended;
	}
}
