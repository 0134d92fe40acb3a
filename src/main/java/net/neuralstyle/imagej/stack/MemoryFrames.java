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
import java.util.Locale;

import net.neuralstyle.StyleTransferException;

/** Frames in Java's memory. */
final class MemoryFrames implements FrameStore {

	private final ImageStack stack;

	/**
	 * @param like has size, type, display range and colours of all
	 * @param labels of the slices, null for those that have none
	 * @throws StyleTransferException if there is not enough memory
	 */
	MemoryFrames(final ImageProcessor like, final List<String> labels) {
		stack = new ImageStack(like.getWidth(), like.getHeight());
		try {
			labels.forEach(label -> stack.addSlice(label, like.createProcessor(like.getWidth(), like.getHeight())));
		}
		catch (final OutOfMemoryError exc) {
			final double bytes = (double) labels.size() * like.getPixelCount() * like.getBitDepth() / Byte.SIZE;
			throw new StyleTransferException(String.format(Locale.ROOT, "There is not enough memory for %d frames of %dx%d " +
				"pixels, which take %.0f MB: give an output folder, into which they are written one by one, or give Java more " +
				"memory with -Xmx.", labels.size(), like.getWidth(), like.getHeight(), bytes / 1e6), exc);
		}
	}

	@Override
	public ImageStack stack() {
		return stack;
	}

	@Override
	public void draft(final int slice, final ImageProcessor pixels) {
		// NB: In place, as an image that shows the slice has the same array.
		System.arraycopy(pixels.getPixels(), 0, stack.getPixels(slice), 0, pixels.getPixelCount());
	}

	@Override
	public void keep(final int slice, final ImagePlus frame) {
		draft(slice, frame.getProcessor());
	}

	@Override
	public ImageStack stackOf(final List<Integer> slices) {
		final ImageStack some = new ImageStack(stack.getWidth(), stack.getHeight());
		slices.forEach(slice -> some.addSlice(stack.getSliceLabel(slice), stack.getProcessor(slice)));
		return some;
	}

	@Override
	public void describe(final ImagePlus image) {
		// NB: ImageJ then asks before the window is closed without saving.
		image.changes = true;
	}

	@Override
	public boolean isInMemory() {
		return true;
	}

	@Override
	public String note() {
		return "";
	}

	@Override
	public void close() {
		// NB: Memory is given back by itself.
	}
}
