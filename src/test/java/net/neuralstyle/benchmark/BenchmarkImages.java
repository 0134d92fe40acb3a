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

package net.neuralstyle.benchmark;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;

import java.nio.file.Paths;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.VggImage;

/** The sample images, cut square. */
public final class BenchmarkImages {

	private BenchmarkImages() {
		// NB: Not instantiable.
	}

	static VggImage square(final String name, final int side) {
		return VggImage.of(squareArgb(name, side));
	}

	public static Img<ARGBType> squareArgb(final String name, final int side) {
		final ImagePlus image = new Opener().openImage(Paths.get("sample-images").resolve(name).toString());
		final int cut = Math.min(image.getWidth(), image.getHeight());
		image.setRoi((image.getWidth() - cut) / 2, (image.getHeight() - cut) / 2, cut, cut);
		final ImageProcessor cropped = image.getProcessor().crop();
		cropped.setInterpolationMethod(ImageProcessor.BICUBIC);
		final ImageProcessor resized = cropped.resize(side, side).convertToRGB();
		return ArrayImgs.argbs((int[]) resized.getPixels(), side, side);
	}
}
