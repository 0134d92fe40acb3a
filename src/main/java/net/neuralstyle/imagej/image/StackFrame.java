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
import ij.ImageStack;
import ij.process.ImageProcessor;

/** One frame of a stack as an image of its own: as the stack would show it, without a copy of its pixels. */
public final class StackFrame {

	private StackFrame() {
		// NB: Not instantiable.
	}

	/**
	 * Returns a slice of a stack that shows one slice at a time.
	 *
	 * @param like has display range and colours
	 * @param index of the slice, from 1
	 */
	public static ImagePlus slice(final ImageStack stack, final ImageProcessor like, final int index) {
		final ImageProcessor pixels = like.createProcessor(stack.getWidth(), stack.getHeight());
		pixels.setPixels(stack.getPixels(index));
		return new ImagePlus("", pixels);
	}

	/** Returns the channels that are on show. */
	public static ImagePlus composite(final CompositeImage image) {
		return composite(image.getStack(), image, image.getStackIndex(1, image.getZ(), image.getT()) - 1);
	}

	/**
	 * Returns channels of a stack as they are merged.
	 *
	 * @param like has the channels' display ranges, colours and which of them are shown how
	 * @param before how many slices come before the channels
	 */
	public static ImagePlus composite(final ImageStack stack, final CompositeImage like, final int before) {
		final ImageStack slices = new ImageStack(stack.getWidth(), stack.getHeight());
		for (int channel = 1; channel <= like.getNChannels(); channel++) {
			slices.addSlice(stack.getProcessor(before + channel));
		}
		final ImagePlus channels = new ImagePlus("", slices);
		channels.setDimensions(slices.size(), 1, 1);
		final CompositeImage composite = new CompositeImage(channels, like.getMode());
		composite.copyLuts(like);
		System.arraycopy(like.getActiveChannels(), 0, composite.getActiveChannels(), 0, slices.size());
		composite.setC(like.getC());
		return composite;
	}
}
