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
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * An image's pixels as PNG can hold them: colours as they are shown, or the values of 16-bit grey, each with its alpha
 * channel if it has one.
 */
final class PngPixels {

	private static final int SHORT_OF_BYTE = 257;

	private PngPixels() {
		// NB: Not instantiable.
	}

	/** Whether an image's values are kept, which are not always those that are shown. */
	static boolean areValuesOf(final ImagePlus image) {
		return image.getBitDepth() == 16 && !image.isComposite() && image.getProcessor().isDefaultLut();
	}

	static BufferedImage of(final ImagePlus image) {
		final ImageProcessor alpha = AlphaChannel.of(image).map(AlphaChannel::values).orElse(null);
		if (!areValuesOf(image)) return alpha == null ? image.getBufferedImage() : colours(image.getProcessor(), alpha);
		final ShortProcessor grey = (ShortProcessor) image.getProcessor();
		return alpha == null ? grey.get16BitBufferedImage() : values(grey, alpha);
	}

	// -- Helper methods --

	private static BufferedImage colours(final ImageProcessor pixels, final ImageProcessor alpha) {
		// NB: Java's own colours of a grey BufferedImage are lighter than they are shown.
		final ImageProcessor opaque = pixels.convertToRGB();
		final BufferedImage result = new BufferedImage(opaque.getWidth(), opaque.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < opaque.getPixelCount(); i++) {
			final int colour = opaque.get(i) & 0xffffff | alpha.get(i) << 24;
			result.setRGB(i % opaque.getWidth(), i / opaque.getWidth(), colour);
		}
		return result;
	}

	private static BufferedImage values(final ShortProcessor grey, final ImageProcessor alpha) {
		final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
			Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
		final WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, grey.getWidth(), grey
			.getHeight(), 2, null);
		final int[] pixel = new int[2];
		for (int i = 0; i < grey.getPixelCount(); i++) {
			pixel[0] = grey.get(i);
			pixel[1] = alpha.get(i) * SHORT_OF_BYTE;
			raster.setPixel(i % grey.getWidth(), i / grey.getWidth(), pixel);
		}
		return new BufferedImage(model, raster, false, null);
	}
}
