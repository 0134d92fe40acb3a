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

package net.neuralstyle.imagej.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.picture.FinitePixels;

/**
 * The grey values of an image's slice on show as the engine reads them, 0 to 255, and the way back to values of the
 * image's own kind. The display range decides which values are 0 and 255; the lookup table takes no part in either
 * way, so with an inverted or a coloured one the engine sees other brightness than the screen shows. Pixels that are
 * NaN or infinite are what {@link FinitePixels} makes of them.
 */
public final class GreyValues {

	private static final float WHITE = 255;

	private final Img<FloatType> pixels;
	/** The image's own values. */
	private final ImageProcessor slice;
	private final double black;
	private final double range;

	/**
	 * Takes the slice that is on show now, whatever is shown later.
	 *
	 * @param image for which {@link #areIn} is true; not modified
	 * @throws net.neuralstyle.StyleTransferException if no pixel is finite
	 */
	public GreyValues(final ImagePlus image) {
		slice = FinitePixels.of(image).getProcessor().duplicate();
		black = slice.getMin();
		// NB: May be negative, where somebody has set white below black. Where both are one value, all is black.
		range = slice.getMax() - black;
		final float[] values = new float[slice.getPixelCount()];
		for (int i = 0; i < values.length; i++) {
			values[i] = range == 0 ? 0 : (float) Math.max(0, Math.min(WHITE, WHITE * (slice.getf(i) - black) / range));
		}
		pixels = ArrayImgs.floats(values, slice.getWidth(), slice.getHeight());
	}

	/** Whether an image has grey values: of 8, 16 or 32 bits, and no channels that are shown in one another's colours. */
	public static boolean areIn(final ImagePlus image) {
		return image.getBitDepth() != 24 && !image.isComposite();
	}

	/** The values, 0..255, not rounded; to be read only. */
	public Img<FloatType> pixels() {
		return pixels;
	}

	/**
	 * Returns a picture as values of the image's kind and range, with its display range and lookup table. A pixel that is
	 * as the engine has read it has its own value again, also one outside of the display range.
	 *
	 * @param luminance 0..255, of any size
	 */
	ImageProcessor toProcessor(final Img<FloatType> luminance) {
		final ImageProcessor result = slice.createProcessor((int) luminance.dimension(0), (int) luminance.dimension(1));
		final boolean isOfSameSize = result.getWidth() == slice.getWidth() && result.getHeight() == slice.getHeight();
		final Cursor<FloatType> before = isOfSameSize ? VggImage.of(pixels).toLuminance().cursor() : null;
		final Cursor<FloatType> after = Views.flatIterable(luminance).cursor();
		for (int i = 0; i < result.getPixelCount(); i++) {
			final float grey = after.next().get();
			final double value = black + grey / WHITE * range;
			if (isOfSameSize && grey == before.next().get()) result.setf(i, slice.getf(i));
			else if (slice.getBitDepth() == 32) result.setf(i, (float) value);
			else result.set(i, (int) Math.round(value));
		}
		result.setLut(slice.getLut());
		return result;
	}
}
