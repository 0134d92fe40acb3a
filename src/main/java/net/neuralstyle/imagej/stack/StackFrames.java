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

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.sequence.FrameSource;

/** Frames of an image as they are displayed, with the masks, labels and start images that belong to each. */
public final class StackFrames implements FrameSource {

	private final FrameSelection selection;
	private final DisplayedFrames frames;
	private final AccompanyingFrames mask;
	private final AccompanyingFrames labels;
	private final AccompanyingFrames start;
	private final boolean isOfValues;
	private final int styleCount;
	/** Grey values of the frame that was asked for last; null before the first. */
	private GreyValues lastKind;
	private int lastKindIndex;

	/**
	 * @param frames of the image that the selection is of
	 * @param start may be of no image, as the mask and the labels may
	 * @param isOfValues whether the engine reads the grey values in their full depth, and not the colours on show
	 */
	StackFrames(final FrameSelection selection, final DisplayedFrames frames, final AccompanyingFrames mask,
		final AccompanyingFrames labels, final AccompanyingFrames start, final boolean isOfValues, final int styleCount)
	{
		this.selection = selection;
		this.frames = frames;
		this.mask = mask;
		this.labels = labels;
		this.start = start;
		this.isOfValues = isOfValues;
		this.styleCount = styleCount;
	}

	// -- FrameSource methods --

	@Override
	public int count() {
		return selection.count();
	}

	@Override
	public String name(final int index) {
		return selection.name(index);
	}

	@Override
	public StyleTransferJob read(final int index) {
		try {
			final int position = selection.position(index);
			return new ContentInputs(image(index), mask.image(position), labels.image(position), start.image(position)).job(
				pixels(index), styleCount);
		}
		catch (final StyleTransferException exc) {
			throw new StyleTransferException(name(index) + ": " + exc.getMessage(), exc);
		}
	}

	@Override
	public int previous(final int index) {
		return selection.previous(index);
	}

	// -- StackFrames methods --

	/**
	 * Reads what can be wrong, before hours are spent on what is not: the first frame, and all if each has a mask or
	 * labels of its own.
	 *
	 * @throws StyleTransferException if a frame cannot be redrawn; says which, and why
	 */
	void check() {
		for (int index = 0; index < (mask.areSeveral() || labels.areSeveral() ? count() : 1); index++) {
			read(index);
		}
	}

	/** A frame, not to be changed. */
	public ImagePlus image(final int index) {
		return frames.image(selection.position(index));
	}

	/** What the engine reads of a frame. */
	RandomAccessibleInterval<? extends NumericType<?>> pixels(final int index) {
		return kind(index).<RandomAccessibleInterval<? extends NumericType<?>>> map(GreyValues::pixels).orElseGet(
			() -> DisplayedPixels.of(image(index)));
	}

	/** The grey values of a frame, whose kind its result's are; nothing for colours. */
	Optional<GreyValues> kind(final int index) {
		if (!isOfValues) return Optional.empty();
		if (lastKind == null || lastKindIndex != index) {
			lastKind = new GreyValues(image(index));
			lastKindIndex = index;
		}
		return Optional.of(lastKind);
	}

	/** The label of a frame; null for none. */
	String label(final int index) {
		return frames.label(selection.position(index));
	}
}
