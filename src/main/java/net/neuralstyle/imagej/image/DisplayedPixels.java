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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ColorProcessor;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.picture.FinitePixels;

/**
 * Reads what an ImageJ image shows: grey values through the display range and
 * lookup table, the channels of a composite as they are merged on the screen, of
 * a stack the current slice. Pixels that are NaN or infinite are black.
 */
public final class DisplayedPixels {

	private DisplayedPixels() {
		// NB: Not instantiable.
	}

	/**
	 * @param image of any type, not empty; not modified
	 * @return the colours; of an RGB image without a copy, so read only
	 * @throws net.neuralstyle.StyleTransferException if no pixel is finite
	 */
	public static Img<ARGBType> of(final ImagePlus image) {
		final ImagePlus finite = FinitePixels.of(image);
		// NB: Without a window ImageJ does not draw channels anew when another slice or display range is chosen.
		final ColorProcessor colours = finite.isComposite() //
			? new ColorProcessor(StackFrame.composite((CompositeImage) finite).getImage()) //
			: finite.getProcessor().convertToColorProcessor();
		return ArrayImgs.argbs((int[]) colours.getPixels(), colours.getWidth(), colours.getHeight());
	}
}
