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

package net.neuralstyle.readme;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import javax.imageio.ImageIO;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

/** What README shows. */
public class StyleTransferExample {

	public static void main(final String[] paths) throws IOException {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 0).build();
		final StyleTransferResult result = new StyleTransfer(new BundledWeights(), recipe).run(read(paths[0]), read(
			paths[1]), new StyleTransferListener() {});
		write(result.image(), paths[2]);
	}

	private static Img<ARGBType> read(final String path) throws IOException {
		final BufferedImage picture = ImageIO.read(new File(path));
		final int width = picture.getWidth();
		final int height = picture.getHeight();
		return ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width, height);
	}

	private static void write(final Img<ARGBType> image, final String path) throws IOException {
		final BufferedImage picture = new BufferedImage((int) image.dimension(0), (int) image.dimension(1),
			BufferedImage.TYPE_INT_RGB);
		final Cursor<ARGBType> cursor = Views.flatIterable(image).localizingCursor();
		while (cursor.hasNext()) {
			final int colour = cursor.next().get();
			picture.setRGB(cursor.getIntPosition(0), cursor.getIntPosition(1), colour);
		}
		ImageIO.write(picture, "png", new File(path));
	}
}
