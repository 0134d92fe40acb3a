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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Roi;
import ij.plugin.AVI_Reader;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ImageProcessor;

import java.io.File;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.StackFrame;
import net.neuralstyle.picture.AlphaChannel;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.picture.PictureStack;

/**
 * The frames of an image as it displays them: with the display range, the colours, the channel and the selection that
 * are on show when this is made, whatever slice is on show then or later. One frame is read at a time; neither the
 * image nor what it shows is changed.
 */
public final class DisplayedFrames {

	private final ImagePlus image;
	private final ImageStack stack;
	private final int channels;
	/** Counted from 1. */
	private final int shownChannel;
	/** A frame with the display range and colours of all. */
	private final ImagePlus like;
	/** Null for none. */
	private final Roi selection;
	/** The frame that was read last; null before the first. */
	private ImagePlus last;
	private int lastPosition;

	/**
	 * @param image not empty
	 * @throws StyleTransferException if the slice on show has no finite pixel
	 */
	public DisplayedFrames(final ImagePlus image) {
		this.image = image;
		stack = image.getStack();
		channels = image.getNChannels();
		shownChannel = image.getC();
		selection = image.getRoi() == null ? null : (Roi) image.getRoi().clone();
		final ImagePlus finite = FinitePixels.of(image);
		like = finite.isComposite() ? StackFrame.composite((CompositeImage) finite) : new ImagePlus("", empty(finite
			.getProcessor()));
	}

	/** How many frames an image has. */
	public static int count(final ImagePlus image) {
		return image.getNSlices() * image.getNFrames();
	}

	/**
	 * Reads a frame.
	 *
	 * @param position from 0, z first, then t
	 * @return the same image as at the last call, if that was for the same frame; not to be changed
	 * @throws StyleTransferException if its file cannot be read any more
	 */
	public ImagePlus image(final int position) {
		if (last == null || lastPosition != position) {
			last = null;
			last = read(position);
			lastPosition = position;
		}
		return last;
	}

	/** The label of a frame's slice, or of the first of its channels; null for none. */
	String label(final int position) {
		return stack.getSliceLabel(position * channels + (like.isComposite() ? 1 : shownChannel));
	}

	// -- Helper methods --

	private ImagePlus read(final int position) {
		final int before = position * channels;
		checkIsThere(before + (like.isComposite() ? 1 : shownChannel));
		final ImagePlus frame = like.isComposite() ? StackFrame.composite(stack, (CompositeImage) like, before) : StackFrame
			.slice(stack, like.getProcessor(), before + shownChannel);
		frame.setTitle(image.getTitle());
		frame.setCalibration(image.getCalibration());
		if (selection != null) frame.setRoi((Roi) selection.clone());
		alpha(before + 1).ifPresent(alpha -> alpha.attachTo(frame));
		return frame;
	}

	private Optional<AlphaChannel> alpha(final int slice) {
		return stack instanceof PictureStack ? ((PictureStack) stack).alpha(slice) : AlphaChannel.of(image);
	}

	/** NB: Of what is not there ImageJ's virtual stacks give an empty picture, or one of a message. */
	private void checkIsThere(final int slice) {
		final boolean isMissing = stack instanceof AVI_Reader ? stack.getPixels(slice) == null : hasFiles() && isFileMissing(
			(VirtualStack) stack, slice);
		if (isMissing) {
			throw new StyleTransferException("Slice " + slice + " of " + image.getTitle() +
				" cannot be read: open it anew from a file or folder that is whole.");
		}
	}

	/** NB: Other virtual stacks may call their slices what is no file. */
	private boolean hasFiles() {
		return stack.getClass() == VirtualStack.class || stack instanceof FileInfoVirtualStack;
	}

	private static boolean isFileMissing(final VirtualStack stack, final int slice) {
		// NB: A stack that is computed has neither folder nor names.
		if (stack.getDirectory() == null) return false;
		final String name = stack.getFileName(slice);
		return name != null && !new File(stack.getDirectory(), name).isFile();
	}

	private static ImageProcessor empty(final ImageProcessor pixels) {
		return pixels.createProcessor(1, 1);
	}
}
