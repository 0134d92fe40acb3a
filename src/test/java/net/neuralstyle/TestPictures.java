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
