package net.neuralstyle.picture;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Collection;

/**
 * Turns what ImageIO reads into ImageJ's pixels: grey values as they are, with a
 * display range where they have more than 8 bits; colours as red, green and blue of
 * 8 bits; transparent ones as they look on white.
 */
final class Pixels {

	private final ColorModel model;
	private final Raster raster;
	private final boolean grey;
	private boolean transparent;

	private Pixels(final BufferedImage image) {
		model = image.getColorModel();
		raster = image.getRaster();
		grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel);
	}

	/**
	 * @param notes gets one if anything is transparent
	 * @param name of the file
	 */
	static ImageProcessor of(final BufferedImage image, final String name, final Collection<String> notes) {
		final Pixels pixels = new Pixels(image);
		final ImageProcessor result = pixels.grey ? pixels.grey() : pixels.colours(image);
		if (pixels.transparent) notes.add(name + " is transparent in places: it is taken as it looks on white.");
		return result;
	}

	// -- Helper methods --

	private ImageProcessor grey() {
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final int type = raster.getTransferType();
		final int bits = raster.getSampleModel().getSampleSize(0);
		final boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
		final ImageProcessor result = !whole ? new FloatProcessor(width, height) : type == DataBuffer.TYPE_BYTE
			? new ByteProcessor(width, height) : new ShortProcessor(width, height);
		final float white = whole ? (1 << bits) - 1 : 1;
		// NB: Fewer than 8 bits are spread over all of them, as they are seen.
		final float gain = bits < 8 ? 255 / white : 1;
		final float[] values = new float[width];
		final float[] alphas = new float[width];
		for (int y = 0; y < height; y++) {
			raster.getSamples(0, y, width, 1, 0, values);
			final boolean translucent = readAlpha(y, alphas, white);
			for (int x = 0; x < width; x++) {
				if (translucent) values[x] = onWhite(values[x], alphas[x], white);
				// NB: Integer pixels take set(), as ImageJ's setf() of 16 bits cuts fractions off.
				if (whole) result.set(x, y, Math.round(values[x] * gain));
				else result.setf(x, y, values[x]);
			}
		}
		if (!(result instanceof ByteProcessor)) result.resetMinAndMax();
		return result;
	}

	private ImageProcessor colours(final BufferedImage image) {
		final int type = raster.getTransferType();
		final boolean plain = model.getColorSpace().getType() == ColorSpace.TYPE_RGB && !(model instanceof IndexColorModel) &&
			raster.getNumBands() >= 3 && raster.getSampleModel().getSampleSize(0) >= 8;
		if (!plain) return packed(image);
		if (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_INT || type == DataBuffer.TYPE_USHORT) return samples((float) Math.pow(2, raster.getSampleModel().getSampleSize(0)) - 1);
		return samples(largest());
	}

	/** Reads colours through their palette or colour model. */
	private ImageProcessor packed(final BufferedImage image) {
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final int[] colours = new int[width * height];
		for (int y = 0; y < height; y++) {
			image.getRGB(0, y, width, 1, colours, y * width, width);
		}
		for (int i = 0; i < colours.length; i++) {
			final int alpha = colours[i] >>> 24;
			if (alpha < 255) {
				transparent = true;
				// NB: ImageIO has divided by the alpha, where the image is multiplied with it.
				final float white = 255 - alpha;
				colours[i] = rgb(white + (colours[i] >> 16 & 0xff) * alpha / 255f, white + (colours[i] >> 8 & 0xff) * alpha / 255f,
					white + (colours[i] & 0xff) * alpha / 255f);
			}
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
				raster.getSamples(0, y, width, 1, band, bands[band]);
			}
			final boolean translucent = readAlpha(y, alphas, white);
			for (int x = 0; x < width; x++) {
				for (final float[] band : bands) {
					if (translucent) band[x] = onWhite(band[x], alphas[x], white);
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
		raster.getSamples(0, y, alphas.length, 1, raster.getNumBands() - 1, alphas);
		boolean translucent = false;
		for (int x = 0; x < alphas.length; x++) {
			alphas[x] /= white;
			translucent |= alphas[x] < 1;
		}
		transparent |= translucent;
		return translucent;
	}

	private float onWhite(final float value, final float alpha, final float white) {
		return model.isAlphaPremultiplied() ? value + white * (1 - alpha) : value * alpha + white * (1 - alpha);
	}

	/** Returns what is white of colours in floating-point numbers: 1, or the largest one if that is larger. */
	private float largest() {
		float largest = 1;
		final float[] line = new float[raster.getWidth()];
		for (int band = 0; band < 3; band++) {
			for (int y = 0; y < raster.getHeight(); y++) {
				raster.getSamples(0, y, line.length, 1, band, line);
				for (final float value : line) {
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
