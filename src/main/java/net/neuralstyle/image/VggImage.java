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

import java.util.Random;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A colour image in the form that VGG networks read: float32, [H, W, 3], blue
 * first (BGR), minus the mean colour (103.939, 116.779, 123.68) of ImageNet
 * (Simonyan and Zisserman, 2015, section 2.1). A value of 0..255 in the original
 * image is therefore about -124..151 here. Immutable, on the heap.
 */
public final class VggImage {

	/** Channels of a pixel: blue, green, red. */
	public static final int CHANNELS = 3;

	private static final float[] MEAN_BGR = { 103.939f, 116.779f, 123.68f };

	private final ImageSize size;
	private final float[] values;

	private VggImage(final ImageSize size, final float[] values) {
		this.size = size;
		this.values = values;
	}

	/**
	 * What is subtracted from a channel's levels.
	 *
	 * @param channel 0 to 2: blue, green, red
	 */
	public static float mean(final int channel) {
		return MEAN_BGR[channel];
	}

	// -- Factories --

	/**
	 * Reads an image with ImgLib2. Transparency is ignored.
	 *
	 * @param image two dimensions (x, y) of ARGB or real type; or three, the
	 *          third with 3 entries (red, green, blue), of real type. Real
	 *          values are taken as 0..255, other values are clipped to that.
	 * @throws IllegalArgumentException if the image is of another kind, or empty
	 */
	public static VggImage of(final RandomAccessibleInterval<? extends NumericType<?>> image) {
		final int dimensions = image.numDimensions();
		final boolean colourPlanes = dimensions == 3 && image.dimension(2) == CHANNELS;
		if (dimensions != 2 && !colourPlanes) {
			throw new IllegalArgumentException("An image must have two dimensions, or a third one of 3 colours; this one has " +
				dimensions + " dimensions.");
		}
		if (image.dimension(0) < 1 || image.dimension(1) < 1) {
			throw new IllegalArgumentException("The image is empty.");
		}
		final ImageSize size = new ImageSize(Math.toIntExact(image.dimension(0)), Math.toIntExact(image.dimension(1)));
		final float[] values = new float[Math.toIntExact(size.pixels() * CHANNELS)];
		final Object type = image.getType();
		if (type instanceof ARGBType && !colourPlanes) {
			readColours(Cast.unchecked(image), values);
		}
		else if (type instanceof RealType) {
			for (int channel = 0; channel < CHANNELS; channel++) {
				final RandomAccessibleInterval<? extends RealType<?>> plane = Cast.unchecked( //
					colourPlanes ? Views.hyperSlice(image, 2, image.min(2) + 2 - channel) : image);
				readPlane(plane, channel, values);
			}
		}
		else {
			throw new IllegalArgumentException("An image must have pixels of ARGB or real type, not " +
				type.getClass().getSimpleName() + (colourPlanes ? " in three planes." : "."));
		}
		return new VggImage(size, values);
	}

	/**
	 * Copies an image from a tensor.
	 *
	 * @param pixels [1, H, W, 3], or any other shape with as many values in the
	 *          same row-major order; may be a view, or laid out in another order
	 * @throws IllegalArgumentException if the tensor has more or fewer values than
	 *           the image
	 */
	public static VggImage of(final INDArray pixels, final ImageSize size) {
		if (pixels.length() != size.pixels() * CHANNELS) {
			throw new IllegalArgumentException("An image of " + size + " pixels has " + size.pixels() * CHANNELS +
				" values, not " + pixels.length() + ".");
		}
		return new VggImage(size, TensorScope.values(pixels));
	}

	/**
	 * Makes an image of given values.
	 *
	 * @param values [H, W, 3], as {@link #values()} gives them; copied
	 * @throws IllegalArgumentException if there are more or fewer than the image has
	 */
	public static VggImage of(final ImageSize size, final float[] values) {
		if (values.length != size.pixels() * CHANNELS) {
			throw new IllegalArgumentException("An image of " + size + " pixels has " + size.pixels() * CHANNELS +
				" values, not " + values.length + ".");
		}
		return new VggImage(size, values.clone());
	}

	/** Makes uniform noise of 0..255 in every channel; the same seed gives the same image. */
	public static VggImage noise(final ImageSize size, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[Math.toIntExact(size.pixels() * CHANNELS)];
		for (int i = 0; i < values.length; i++) {
			values[i] = 255 * random.nextFloat() - MEAN_BGR[i % CHANNELS];
		}
		return new VggImage(size, values);
	}

	// -- VggImage methods --

	public ImageSize size() {
		return size;
	}

	/** Returns a copy of the values, [H, W, 3]. */
	public float[] values() {
		return values.clone();
	}

	/** Returns this image enlarged or reduced, by {@link BicubicResampling}. */
	public VggImage resizedTo(final ImageSize target) {
		if (target.equals(size)) return this;
		return new VggImage(target, BicubicResampling.resample(values, size, target, CHANNELS));
	}

	/**
	 * Returns this image moved: each pixel has the colour that this image has where the field finds it; beyond the border
	 * this image is mirrored.
	 *
	 * @param field of this image's size, from the returned image to this one
	 */
	public VggImage warpedBy(final FlowField field) {
		if (!field.size().equals(size)) {
			throw new IllegalArgumentException("A field of " + field.size() + " pixels does not fit an image of " + size + ".");
		}
		return new VggImage(size, field.warp(values, CHANNELS));
	}

	/**
	 * Returns this image enlarged, with the fine detail that another image has in
	 * the larger size and loses in this one's.
	 * <p>
	 * What this image has of its own finest detail, waves of two or three pixels, would
	 * become a weave of twice the width in flat areas. So it is {@link #smoothed()}
	 * before, and so is the other image where it is reduced: with a gain of 1 an image
	 * enlarged by its own detail is the larger image again.
	 * </p>
	 *
	 * @param detailed an image of the larger size
	 * @param gain what that detail is multiplied by
	 */
	public VggImage enlargedWithDetailOf(final VggImage detailed, final float gain) {
		final float[] sum = smoothed().resizedTo(detailed.size).values.clone();
		final float[] blurred = detailed.resizedTo(size).smoothed().resizedTo(detailed.size).values;
		for (int i = 0; i < sum.length; i++) {
			sum[i] += gain * (detailed.values[i] - blurred[i]);
		}
		return new VggImage(detailed.size, sum);
	}

	/**
	 * Returns this image after the binomial filter 1/4, 1/2, 1/4 along rows and columns,
	 * which removes waves of two pixels; outside of the image its outermost pixels go
	 * on.
	 */
	public VggImage smoothed() {
		final float[] alongRows = smoothed(values, CHANNELS, size.width() * CHANNELS);
		return new VggImage(size, smoothed(alongRows, size.width() * CHANNELS, values.length));
	}

	/**
	 * Returns this image with a margin in which it is mirrored, the outermost pixels
	 * not repeated.
	 *
	 * @param margin on each side, in pixels; less than each side of the image
	 */
	public VggImage withMargin(final int margin) {
		return new VggImage(size.withMargin(margin), MirroredMargin.around(values, size, CHANNELS, margin));
	}

	/**
	 * Returns a part of this image; beyond the border this image is mirrored, the outermost pixels not repeated.
	 *
	 * @param left column where the part begins; may be outside, as may be all of the part
	 * @param top row where the part begins, likewise
	 * @param part size of the part
	 */
	public VggImage part(final int left, final int top, final ImageSize part) {
		if (left == 0 && top == 0 && part.equals(size)) return this;
		return new VggImage(part, MirroredMargin.part(values, size, CHANNELS, left, top, part));
	}

	/** Returns this image without a margin; undoes {@link #withMargin}. */
	public VggImage withoutMargin(final int margin) {
		final ImageSize smaller = size.withMargin(-margin);
		final float[] inner = new float[Math.toIntExact(smaller.pixels() * CHANNELS)];
		final int row = smaller.width() * CHANNELS;
		for (int y = 0; y < smaller.height(); y++) {
			System.arraycopy(values, ((y + margin) * size.width() + margin) * CHANNELS, inner, y * row, row);
		}
		return new VggImage(smaller, inner);
	}

	/**
	 * Returns this image where a map has weight, and another one elsewhere; between the
	 * two where it has some. Where it has none the values are the other's, bit for bit.
	 *
	 * @param weights of this image's size
	 * @param other of this image's size
	 */
	public VggImage over(final VggImage other, final WeightMap weights) {
		if (weights.isOnes()) return this;
		final float[] blend = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			final int pixel = i / CHANNELS;
			final float weight = weights.weight(pixel % size.width(), pixel / size.width());
			blend[i] = weight == 0 ? other.values[i] : weight * values[i] + (1 - weight) * other.values[i];
		}
		return new VggImage(size, blend);
	}

	/**
	 * Returns this image where a map has weight, and elsewhere another one, in colours that go on smoothly from this
	 * image's: what the two differ by along the edge is taken along. So there is no seam.
	 *
	 * @param weights of this image's size
	 * @param other of this image's size
	 */
	public VggImage continuedBy(final VggImage other, final WeightMap weights) {
		if (weights.isOnes()) return this;
		final float[] differences = new float[values.length];
		for (int i = 0; i < differences.length; i++) {
			differences[i] = values[i] - other.values[i];
		}
		final float[] continued = SmoothFilling.fill(differences, weights.reduced(1), size, CHANNELS);
		for (int i = 0; i < continued.length; i++) {
			continued[i] += other.values[i];
		}
		return over(new VggImage(size, continued), weights);
	}

	/** Returns as much of the middle of this image as has the proportions of another size, in that size. */
	public VggImage croppedTo(final ImageSize target) {
		final double scale = Math.max((double) target.width() / size.width(), (double) target.height() / size.height());
		final int width = (int) Math.max(1, Math.min(size.width(), Math.round(target.width() / scale)));
		final int height = (int) Math.max(1, Math.min(size.height(), Math.round(target.height() / scale)));
		final float[] middle = new float[width * height * CHANNELS];
		final int left = (size.width() - width) / 2;
		final int top = (size.height() - height) / 2;
		for (int y = 0; y < height; y++) {
			System.arraycopy(values, ((y + top) * size.width() + left) * CHANNELS, middle, y * width * CHANNELS, width *
				CHANNELS);
		}
		return new VggImage(new ImageSize(width, height), middle).resizedTo(target);
	}

	/** Whether every value is a number, and none is infinite. */
	public boolean isFinite() {
		for (final float value : values) {
			if (!Float.isFinite(value)) return false;
		}
		return true;
	}

	/** Whether every pixel has the same red, green and blue. */
	public boolean isGrey() {
		for (int i = 0; i < values.length; i += CHANNELS) {
			final int blue = intensity(i, 0);
			if (blue != intensity(i + 1, 1) || blue != intensity(i + 2, 2)) return false;
		}
		return true;
	}

	/** Whether all pixels have the first one's colour, by less than half a grey level. */
	public boolean isOfOneColour() {
		for (int i = 0; i < values.length; i++) {
			if (Math.abs(values[i] - values[i % CHANNELS]) >= 0.5f) return false;
		}
		return true;
	}

	/** Returns the image with its luminance in place of red, green and blue: exactly grey. */
	public VggImage toGrey() {
		final float[] grey = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			grey[i] = value(luminance(i / CHANNELS), i % CHANNELS);
		}
		return new VggImage(size, grey);
	}

	/**
	 * Returns the image in other colours, as much of them as fits into 0..255; exactly
	 * grey where they are.
	 */
	public VggImage recoloured(final ColourTransform colours) {
		if (colours.equals(ColourTransform.IDENTITY)) return this;
		final float[] changed = new float[values.length];
		final double[] levels = new double[CHANNELS];
		for (int pixel = 0; pixel < changed.length / CHANNELS; pixel++) {
			for (int channel = 0; channel < CHANNELS; channel++) {
				levels[channel] = colours.level(channel, level(pixel, 0), level(pixel, 1), level(pixel, 2));
			}
			paint(changed, pixel, ColourStatistics.luminance(levels[0], levels[1], levels[2]), levels);
		}
		return new VggImage(size, changed);
	}

	/**
	 * Returns the image with the luminance of another one and the chroma of this one,
	 * I and Q of YIQ, as much of it as fits into 0..255. Grey pixels stay grey.
	 *
	 * @param other of the same size
	 */
	public VggImage withLuminanceOf(final VggImage other) {
		final float[] changed = new float[values.length];
		final double[] levels = new double[CHANNELS];
		for (int pixel = 0; pixel < changed.length / CHANNELS; pixel++) {
			for (int channel = 0; channel < CHANNELS; channel++) {
				levels[channel] = clipped(level(pixel, channel));
			}
			paint(changed, pixel, other.luminance(pixel), levels);
		}
		return new VggImage(size, changed);
	}

	/** SHA-256, in hexadecimal digits, of width and height and the rounded red, green and blue of all pixels. */
	public String checksum() {
		final Checksum checksum = new Checksum();
		checksum.add(size.width(), size.height());
		final byte[] row = new byte[size.width() * CHANNELS];
		for (int start = 0; start < values.length; start += row.length) {
			for (int i = 0; i < row.length; i++) {
				final int channel = CHANNELS - 1 - i % CHANNELS;
				row[i] = (byte) intensity(start + i / CHANNELS * CHANNELS + channel, channel);
			}
			checksum.add(row);
		}
		return checksum.digits();
	}

	/** Returns the image with red, green and blue rounded and clipped to 0..255, opaque. */
	public ArrayImg<ARGBType, IntArray> toArgb() {
		final int[] colours = new int[(int) size.pixels()];
		for (int pixel = 0, i = 0; pixel < colours.length; pixel++, i += CHANNELS) {
			colours[pixel] = ARGBType.rgba(intensity(i + 2, 2), intensity(i + 1, 1), intensity(i, 0), 255);
		}
		return ArrayImgs.argbs(colours, size.width(), size.height());
	}

	/**
	 * Returns how light the image is, 0..255, not rounded: the luminance by Rec. 601 of red, green and blue clipped to
	 * 0..255, which of a grey pixel is its grey value.
	 */
	public ArrayImg<FloatType, FloatArray> toLuminance() {
		final float[] luminance = new float[(int) size.pixels()];
		for (int pixel = 0; pixel < luminance.length; pixel++) {
			luminance[pixel] = (float) ColourStatistics.luminance(clipped(pixel, 0), clipped(pixel, 1), clipped(pixel, 2));
		}
		return ArrayImgs.floats(luminance, size.width(), size.height());
	}

	// -- Helper methods --

	/**
	 * Filters lines of values.
	 *
	 * @param step from a value to the next one of its line
	 * @param block how long a part of the array is that has whole lines
	 */
	private static float[] smoothed(final float[] values, final int step, final int block) {
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			final int position = i % block;
			final float before = values[position < step ? i : i - step];
			final float after = values[position >= block - step ? i : i + step];
			result[i] = values[i] / 2 + (before + after) / 4;
		}
		return result;
	}

	/** Blue, green or red of a pixel, not rounded or clipped. */
	double level(final int pixel, final int channel) {
		return (double) values[pixel * CHANNELS + channel] + MEAN_BGR[channel];
	}

	private double luminance(final int pixel) {
		return ColourStatistics.luminance(level(pixel, 0), level(pixel, 1), level(pixel, 2));
	}

	/**
	 * Sets a pixel to a luminance, and to the chroma of a colour, I and Q of YIQ, which
	 * stay if the same is added to red, green and blue. Where that would leave 0..255
	 * there is only as much of the chroma as fits, so that neither hue nor luminance
	 * change, as they would by clipping.
	 *
	 * @param luminance is clipped
	 * @param colour blue, green, red
	 */
	private static void paint(final float[] values, final int pixel, final double luminance, final double[] colour) {
		final double light = clipped(luminance);
		final double own = ColourStatistics.luminance(colour[0], colour[1], colour[2]);
		double share = 1;
		for (int channel = 0; channel < CHANNELS; channel++) {
			final double chroma = colour[channel] - own;
			final double room = chroma > 0 ? 255 - light : light;
			if (Math.abs(chroma) > room) share = Math.min(share, room / Math.abs(chroma));
		}
		for (int channel = 0; channel < CHANNELS; channel++) {
			values[pixel * CHANNELS + channel] = value(light + share * (colour[channel] - own), channel);
		}
	}

	private static double clipped(final double level) {
		return Math.max(0, Math.min(255, level));
	}

	/**
	 * Returns what the network reads for a level.
	 * <p>
	 * NB: Equal levels of blue, green and red are rounded alike, when the means are added
	 * again, because they were float32 before the means were subtracted.
	 * </p>
	 */
	private static float value(final double level, final int channel) {
		return (float) level - MEAN_BGR[channel];
	}

	/** A level of 0..255, not rounded. */
	private double clipped(final int pixel, final int channel) {
		return Math.max(0, Math.min(255, values[pixel * CHANNELS + channel] + MEAN_BGR[channel]));
	}

	private int intensity(final int index, final int channel) {
		return Math.max(0, Math.min(255, Math.round(values[index] + MEAN_BGR[channel])));
	}

	private static void readColours(final RandomAccessibleInterval<ARGBType> image, final float[] values) {
		final Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; cursor.hasNext(); i += CHANNELS) {
			final int colour = cursor.next().get();
			values[i] = ARGBType.blue(colour) - MEAN_BGR[0];
			values[i + 1] = ARGBType.green(colour) - MEAN_BGR[1];
			values[i + 2] = ARGBType.red(colour) - MEAN_BGR[2];
		}
	}

	private static void readPlane(final RandomAccessibleInterval<? extends RealType<?>> plane, final int channel,
		final float[] values)
	{
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
		for (int i = channel; cursor.hasNext(); i += CHANNELS) {
			final float value = cursor.next().getRealFloat();
			// NB: NaN, common in 32-bit images, becomes black.
			values[i] = (value > 0 ? Math.min(255, value) : 0) - MEAN_BGR[channel];
		}
	}
}
