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

import net.neuralstyle.StyleTransferException;

/**
 * An image that goes with a stack: a mask, labels, what to start from. With as many frames as the stack it goes frame
 * by frame; with one, that is for all.
 */
final class AccompanyingFrames {

	/** Null for none. */
	private final ImagePlus image;
	/** Null where there are not several. */
	private final DisplayedFrames frames;

	/**
	 * @param image null for none
	 * @param what it is, for messages, as in "mask"
	 * @throws StyleTransferException if it has another number of frames than the stack
	 */
	AccompanyingFrames(final ImagePlus image, final String what, final ImagePlus stack) {
		this.image = image;
		check(image, what, stack);
		frames = image == null || DisplayedFrames.count(image) == 1 ? null : new DisplayedFrames(image);
	}

	/** @throws StyleTransferException if an image that goes with a stack has another number of frames */
	static void check(final ImagePlus image, final String what, final ImagePlus stack) {
		if (image == null) return;
		final int count = DisplayedFrames.count(image);
		final int needed = DisplayedFrames.count(stack);
		if (count == 1 || count == needed) return;
		throw new StyleTransferException("The " + what + " " + image.getTitle() + " has " + count + " slices, and " + stack
			.getTitle() + " has " + needed + ": use one with as many, or with a single slice for all.");
	}

	/** Whether each frame has one of its own. */
	boolean areSeveral() {
		return frames != null;
	}

	/**
	 * Returns the image for a frame, null if there is none.
	 *
	 * @param position of the frame in the stack, as {@link DisplayedFrames#image} counts
	 */
	ImagePlus image(final int position) {
		if (frames == null) return image;
		final ImagePlus frame = frames.image(position);
		frame.setTitle(image.getTitle());
		return frame;
	}
}
