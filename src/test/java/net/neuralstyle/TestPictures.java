package net.neuralstyle;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Small pictures with some structure. */
public final class TestPictures {

	private TestPictures() {
		// NB: Not instantiable.
	}

	/** Waves of colour with some noise; other seeds give other waves. */
	public static Img<ARGBType> waves(final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final double[] frequencies = random.doubles(6, 0.05, 0.6).toArray();
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width;
			final int y = i / width;
			final int[] colour = new int[3];
			for (int channel = 0; channel < 3; channel++) {
				final double wave = Math.sin(x * frequencies[channel] + y * frequencies[channel + 3]);
				colour[channel] = (int) (127 + 100 * wave + 20 * random.nextDouble());
			}
			pixels[i] = ARGBType.rgba(colour[0], colour[1], colour[2], 255);
		}
		return ArrayImgs.argbs(pixels, width, height);
	}

	/** The pixels of an image, row by row. */
	public static int[] pixels(final Img<ARGBType> image) {
		final int[] pixels = new int[(int) image.size()];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(image)) {
			pixels[i++] = pixel.get();
		}
		return pixels;
	}
}
