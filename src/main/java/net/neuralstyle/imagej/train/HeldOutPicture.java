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

package net.neuralstyle.imagej.train;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** What becomes of the held-out photograph as a network paints it. */
public final class HeldOutPicture {

	private HeldOutPicture() {
		// NB: Not instantiable.
	}

	/** Returns the bytes of a PNG file. */
	public static byte[] png(final Img<ARGBType> painted) {
		final int width = (int) painted.dimension(0);
		final BufferedImage image = new BufferedImage(width, (int) painted.dimension(1), BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, image.getHeight(), pixels(painted), 0, width);
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ImageIO.write(image, "png", out);
			return out.toByteArray();
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** Gives an image other pixels. */
	static void set(final ImagePlus image, final Img<ARGBType> painted) {
		image.setProcessor(new ColorProcessor((int) painted.dimension(0), (int) painted.dimension(1), pixels(painted)));
	}

	private static int[] pixels(final Img<ARGBType> painted) {
		final int[] pixels = new int[Math.toIntExact(painted.size())];
		final Cursor<ARGBType> cursor = Views.flatIterable(painted).cursor();
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = cursor.next().get();
		}
		return pixels;
	}
}
