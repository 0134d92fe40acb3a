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

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Turns what ImageIO reads into ImageJ's pixels: grey values as they are, with a
 * display range where they have more than 8 bits; colours as red, green and blue of
 * 8 bits; and how opaque they are, apart from their colours.
 */
final class Pixels {

	private final ColorModel model;
	private final Raster raster;
	private final boolean grey;
	/** Whether values are whole numbers, of which 0 is black and the largest is white; else they have fractions. */
	private final boolean whole;
	private final int[] line;
	/** 0 (transparent) to 255; null as long as all are opaque. */
	private ByteProcessor alpha;

	private Pixels(final ColorModel model, final Raster raster) {
		this.model = model;
		this.raster = raster;
		line = new int[raster.getWidth()];
		whole = raster.getTransferType() == DataBuffer.TYPE_BYTE || raster.getTransferType() == DataBuffer.TYPE_USHORT ||
			raster.getTransferType() == DataBuffer.TYPE_INT && model instanceof DirectColorModel;
		grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel);
	}

	/** Reads a whole raster; what is transparent has the colours that the file has there. */
	static Layer of(final ColorModel model, final Raster raster) {
		final Pixels pixels = new Pixels(model, raster);
		final ImageProcessor result = pixels.grey ? pixels.grey() : pixels.colours();
		return new Layer(result, pixels.alpha);
	}

	// -- Helper methods --

	private ImageProcessor grey() {
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final ImageProcessor result = !whole ? new FloatProcessor(width, height) : bits() <= 8 ? new ByteProcessor(width,
			height) : new ShortProcessor(width, height);
		final float white = white();
		// NB: Values of fewer than 8 bits are stretched to 0..255, as they look on the screen.
		final float gain = whole && bits() < 8 ? 255 / white : 1;
		final float[] values = new float[width];
		final float[] alphas = new float[width];
		for (int y = 0; y < height; y++) {
			readLine(0, y, values);
			final boolean translucent = readAlpha(y, alphas, white);
			for (int x = 0; x < width; x++) {
				if (translucent) values[x] = ownValue(values[x], alphas[x], white);
				if (whole) result.set(x, y, (int) (values[x] * gain + 0.5f));
				else result.setf(x, y, values[x]);
			}
		}
		if (!(result instanceof ByteProcessor)) result.resetMinAndMax();
		return result;
	}

	private ImageProcessor colours() {
		final boolean plain = model.getColorSpace().getType() == ColorSpace.TYPE_RGB && !(model instanceof IndexColorModel) &&
			raster.getNumBands() >= 3 && bits() >= 8;
		return plain ? samples(whole ? white() : largest()) : packed();
	}

	/** Reads colours through their palette or colour model. */
	private ImageProcessor packed() {
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final int[] colours = new int[width * height];
		Object element = null;
		for (int i = 0; i < colours.length; i++) {
			element = raster.getDataElements(raster.getMinX() + i % width, raster.getMinY() + i / width, element);
			// NB: Also where pixels are stored multiplied by their alpha, the model gives the colour itself.
			final int colour = model.getRGB(element);
			setAlpha(i, colour >>> 24);
			colours[i] = 0xff000000 | colour;
		}
		return new ColorProcessor(width, height, colours);
	}

	/** Reads red, green and blue, of which 0 is black and {@code white} is white. */
	private ImageProcessor samples(final float white) {
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final int[] colours = new int[width * height];
		final float[][] bands = new float[3][width];
		final float[] alphas = new float[width];
		for (int y = 0; y < height; y++) {
			for (int band = 0; band < 3; band++) {
				readLine(band, y, bands[band]);
			}
			final boolean translucent = readAlpha(y, alphas, white);
			for (int x = 0; x < width; x++) {
				for (final float[] band : bands) {
					if (translucent) band[x] = ownValue(band[x], alphas[x], white);
					band[x] *= 255 / white;
				}
				colours[y * width + x] = rgb(bands[0][x], bands[1][x], bands[2][x]);
			}
		}
		convertToSrgb(colours, width);
		return new ColorProcessor(width, height, colours);
	}

	/** Converts colours that a file's own profile describes. */
	private void convertToSrgb(final int[] colours, final int width) {
		final ColorSpace space = model.getColorSpace();
		if (space.isCS_sRGB()) return;
		final ColorConvertOp conversion = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
		final WritableRaster from = raster(colours, width);
		conversion.filter(from, from);
	}

	private static WritableRaster raster(final int[] colours, final int width) {
		return Raster.createPackedRaster(new DataBufferInt(colours, colours.length), width, colours.length /
			width, width, new int[] { 0xff0000, 0xff00, 0xff }, null);
	}

	/** Returns whether any pixel of the line is not opaque; alphas are from 0 to 1. */
	private boolean readAlpha(final int y, final float[] alphas, final float white) {
		if (!model.hasAlpha()) return false;
		readLine(raster.getNumBands() - 1, y, alphas);
		boolean translucent = false;
		for (int x = 0; x < alphas.length; x++) {
			alphas[x] /= white;
			translucent |= alphas[x] < 1;
			setAlpha(y * alphas.length + x, clipped(alphas[x] * 255));
		}
		return translucent;
	}

	/** @param opacity 0..255 */
	private void setAlpha(final int pixel, final int opacity) {
		if (opacity == 255 && alpha == null) return;
		if (alpha == null) {
			alpha = new ByteProcessor(raster.getWidth(), raster.getHeight());
			alpha.set(255);
		}
		alpha.set(pixel, opacity);
	}

	private void readLine(final int band, final int y, final float[] values) {
		if (!whole) {
			raster.getSamples(raster.getMinX(), raster.getMinY() + y, values.length, 1, band, values);
			return;
		}
		raster.getSamples(raster.getMinX(), raster.getMinY() + y, values.length, 1, band, line);
		for (int x = 0; x < values.length; x++) {
			values[x] = line[x];
		}
	}

	private int bits() {
		return raster.getSampleModel().getSampleSize(0);
	}

	/** The value of white, and of what is opaque. */
	private float white() {
		return whole ? (1 << bits()) - 1 : 1;
	}

	/** Returns a value as it is without what is behind it. */
	private float ownValue(final float value, final float opacity, final float white) {
		return model.isAlphaPremultiplied() && opacity > 0 ? Math.min(white, value / opacity) : value;
	}

	/** Returns what is white of colours in floating-point numbers: 1, or the largest one if that is larger. */
	private float largest() {
		float largest = 1;
		final float[] values = new float[raster.getWidth()];
		for (int band = 0; band < 3; band++) {
			for (int y = 0; y < raster.getHeight(); y++) {
				readLine(band, y, values);
				for (final float value : values) {
					if (Float.isFinite(value)) largest = Math.max(largest, value);
				}
			}
		}
		return largest;
	}

	private static int rgb(final float red, final float green, final float blue) {
		return 0xff000000 | clipped(red) << 16 | clipped(green) << 8 | clipped(blue);
	}

	/** NaN becomes 0. */
	private static int clipped(final float value) {
		return Math.round(Math.max(0, Math.min(255, Float.isNaN(value) ? 0 : value)));
	}
}
