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
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.image.VggImage;

/** What the engine makes, as ImageJ's pixels: colours, or grey values of the content's own kind. */
public final class ResultPixels {

	private ResultPixels() {
		// NB: Not instantiable.
	}

	/** @param kind null for colours */
	public static ImageProcessor of(final FinishedPicture result, final GreyValues kind) {
		return kind == null ? colours(result.image()) : kind.toProcessor(result.luminance());
	}

	/** @param kind null for colours */
	public static ImageProcessor of(final VggImage picture, final GreyValues kind) {
		return kind == null ? colours(picture.toArgb()) : kind.toProcessor(picture.toLuminance());
	}

	/**
	 * Returns a content's calibration for a result of another size.
	 *
	 * @param isColours whether the result is in colours, and not of the content's values
	 */
	public static Calibration calibration(final ImagePlus content, final int width, final int height,
		final boolean isColours)
	{
		final Calibration calibration = content.getCalibration().copy();
		final double factorX = (double) content.getWidth() / width;
		final double factorY = (double) content.getHeight() / height;
		// NB: Where the content has no unit, a pixel stays a pixel.
		if (calibration.scaled()) {
			calibration.pixelWidth *= factorX;
			calibration.pixelHeight *= factorY;
		}
		calibration.xOrigin /= factorX;
		calibration.yOrigin /= factorY;
		// NB: Grey values mean nothing in an RGB image.
		if (isColours) calibration.disableDensityCalibration();
		return calibration;
	}

	// -- Helper methods --

	private static ImageProcessor colours(final Img<ARGBType> picture) {
		final ColorProcessor result = new ColorProcessor((int) picture.dimension(0), (int) picture.dimension(1));
		final int[] pixels = (int[]) result.getPixels();
		final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = cursor.next().get();
		}
		return result;
	}
}
