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

package net.neuralstyle.batch;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;

/**
 * Reads the pictures of units as the engine takes them. All methods throw a
 * {@link net.neuralstyle.StyleTransferException} with one sentence for the user if a picture cannot be used.
 */
public interface UnitPictures {

	/** Reads the styles of a unit, with their shares. */
	List<Style> styles(BatchUnit unit) throws IOException;

	/**
	 * Reads the content of a unit.
	 *
	 * @param styles how many there are
	 */
	Content content(BatchUnit unit, int styles) throws IOException;

	/** Reads a picture that is there already; nothing if it does not tell how it was made. */
	Optional<MadePicture> made(Path file);

	/** A content that was read, and the kind of image that is made of it. */
	interface Content {

		/** What the engine is to redraw. */
		StyleTransferJob job();

		/** What the user should know of how it was read, in sentences for the log. */
		List<String> notes();

		/** Returns the image that is to be written, which tells how it was made. */
		ImagePlus result(StyleTransferResult result);

		/** Returns an image of a picture on the way to a result; it tells nothing. */
		ImagePlus intermediate(Img<ARGBType> picture);
	}
}
