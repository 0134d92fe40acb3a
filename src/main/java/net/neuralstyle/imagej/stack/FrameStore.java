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

package net.neuralstyle.imagej.stack;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.util.List;

/** Where the frames of a result are: those that are done, and the one under way. Slices are counted from 1. */
public interface FrameStore extends AutoCloseable {

	/** The stack of all slices; what is neither done nor under way is black. */
	ImageStack stack();

	/**
	 * Shows in the stack what a slice looks like so far.
	 *
	 * @param pixels of the stack's size and type
	 */
	void draft(int slice, ImageProcessor pixels);

	/**
	 * Keeps a slice that is done.
	 *
	 * @param frame of the stack's size and type, with all that is to be told of it
	 * @throws net.neuralstyle.StyleTransferException if it cannot be written; says why
	 */
	void keep(int slice, ImagePlus frame);

	/** Returns a stack of slices that are done, and of no others. */
	ImageStack stackOf(List<Integer> slices);

	/** Tells an image that shows the frames where these are. */
	void describe(ImagePlus image);

	/** Whether the frames are gone when nobody has the image any more. */
	boolean isInMemory();

	/** What is to be said, before anything is done, of where the frames go; empty for nothing. */
	String note();

	/** Leaves nothing behind if no frame is done. */
	@Override
	void close();
}
