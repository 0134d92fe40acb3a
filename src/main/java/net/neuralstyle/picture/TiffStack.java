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

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;

/** Writes stacks as TIFF as ImageJ does, slice by slice, so that a virtual one need not fit into memory. */
final class TiffStack {

	private static final int BUFFER_BYTES = 1 << 16;

	private TiffStack() {
		// NB: Not instantiable.
	}

	/**
	 * @param image not a composite
	 * @param out is flushed, and stays open
	 */
	static void write(final ImagePlus image, final OutputStream out) throws IOException {
		final ImageStack stack = image.getStack();
		final FileInfo file = image.getFileInfo();
		if (stack.isVirtual()) file.virtualStack = (VirtualStack) stack;
		file.info = image.getInfoProperty();
		file.description = new FileSaver(image).getDescriptionString();
		file.properties = image.getPropertiesAsArray();
		file.sliceLabels = IntStream.rangeClosed(1, stack.size()).mapToObj(stack::getSliceLabel).toArray(String[]::new);
		final OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
		new TiffEncoder(file).write(buffered);
		buffered.flush();
	}
}
