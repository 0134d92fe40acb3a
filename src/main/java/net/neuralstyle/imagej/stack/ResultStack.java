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

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.macro.Interpreter;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.image.ResultPixels;
import net.neuralstyle.imagej.image.ShownPicture;
import net.neuralstyle.picture.AlphaChannel;
import net.neuralstyle.picture.InfoText;

/**
 * The stack that a style transfer makes of frames, in a window of its own from the start where there are windows. It
 * has the z and t of the frames that were chosen, the content's calibration, scaled to its size, and the labels of its
 * slices; it is in colours, or of the content's own kind of grey values. A frame is seen as soon as it is done.
 */
public final class ResultStack implements ShownPicture {

	private final ImagePlus content;
	private final FrameSelection selection;
	private final StackFrames frames;
	private final FrameStore store;
	private final ImagePlus image;
	private final SeriesInfo info;
	/** Those that are done, in the order in which they were. */
	private final List<Integer> done = new ArrayList<>();
	private boolean shown;
	/** Null before the end, or if no frame is done. */
	private ImagePlus result;
	/** The frame under way. */
	private int current;

	/**
	 * @param content that the frames are of
	 * @param how what the title says of how the content is redrawn
	 * @param store stays the caller's
	 * @param macro that makes the stack again
	 */
	ResultStack(final ImagePlus content, final String how, final FrameSelection selection, final StackFrames frames,
		final FrameStore store, final String macro)
	{
		this.content = content;
		this.selection = selection;
		this.frames = frames;
		this.store = store;
		info = new SeriesInfo(selection, macro);
		image = image(OpenImages.unusedTitle(content.getTitle() + " " + how), store.stack(), selection.zCount(), selection
			.tCount());
	}

	/**
	 * Returns a frame as it is before it is redrawn, in the size, the type and the display range of the result.
	 *
	 * @param longerSide of the result in pixels, 0 for that of the content
	 */
	static ImageProcessor start(final StackFrames frames, final int index, final int longerSide) {
		final VggImage pixels = VggImage.of(frames.pixels(index));
		return ResultPixels.of(pixels.resizedTo(size(pixels.size(), longerSide)), frames.kind(index).orElse(null));
	}

	private static ImageSize size(final ImageSize content, final int longerSide) {
		return longerSide == 0 ? content : content.withLongerSide(longerSide);
	}

	/** Opens the window if ImageJ shows windows now. */
	public void open() {
		if (IJ.getInstance() == null || Interpreter.isBatchMode()) return;
		// NB: Otherwise what is done would be lost when the window is closed.
		image.setIgnoreFlush(true);
		image.show();
		shown = true;
	}

	/** Shows that a frame is under way, unless the user looks at another one. */
	public void begin(final int index) {
		final boolean isFollowed = image.getCurrentSlice() == selection.slice(current);
		current = index;
		if (!isShown()) return;
		store.draft(selection.slice(index), start(frames, index, Math.max(image.getWidth(), image.getHeight())));
		if (isFollowed) image.setPosition(selection.slice(index));
		update(selection.slice(index));
	}

	/**
	 * Takes a frame: keeps it if it is whole, or if there is no other and it is not thrown away with its window.
	 *
	 * @throws net.neuralstyle.StyleTransferException if it cannot be written; says why
	 */
	public void take(final int index, final FinishedPicture finished) {
		if (finished.isCancelled() && (!done.isEmpty() || isClosed())) return;
		final ImagePlus frame = new ImagePlus(frames.name(index), ResultPixels.of(finished, frames.kind(index)
			.orElse(null)));
		complete(frame, index);
		InfoText.set(frame, finished.info(info.macro()));
		store.keep(selection.slice(index), frame);
		info.add(index, finished);
		done.add(index);
		if (isShown()) update(selection.slice(index));
	}

	/** Returns what the frame that was begun last is on the way, as an image of its own. */
	public ImagePlus intermediate(final Img<ARGBType> picture) {
		final ImagePlus intermediate = new ImagePlus(frames.name(current), ResultPixels.of(VggImage.of(picture), frames.kind(
			current).orElse(null)));
		complete(intermediate, current);
		return intermediate;
	}

	/** Whether there are frames that nobody will have if the result is not shown or saved now: not all, and in memory. */
	public boolean isPartInMemory() {
		return store.isInMemory() && !done.isEmpty() && done.size() < selection.count();
	}

	/** Those that are done, in the order in which they were. */
	List<Integer> done() {
		return done;
	}

	/** Returns a frame that is done as an image of its own, after the end, with what is told of the stack. */
	ImagePlus frame(final int index) {
		final ImagePlus frame = new ImagePlus(frames.name(index), store.stackOf(List.of(selection.slice(index))));
		frame.setCalibration(image.getCalibration());
		InfoText.set(frame, info.toString());
		return frame;
	}

	/** How many frames are done. */
	public int doneCount() {
		return done.size();
	}

	/** Ends the stack with the frames that are done, and with what is to be told of them. */
	public void finish() {
		image.setIgnoreFlush(false);
		if (done.isEmpty()) {
			image.changes = false;
			if (isShown()) image.close();
			return;
		}
		// NB: An image keeps the pixels of the slice that is on show, here those from before it was done.
		if (!isClosed()) update(image.getCurrentSlice());
		final boolean isWhole = done.size() == selection.count();
		result = isWhole && !isClosed() ? image : ofThoseDone();
		InfoText.set(result, info.toString());
		store.describe(result);
	}

	/** The image, after the end; in its window if that is still open. Null if no frame is done. */
	public ImagePlus result() {
		return result;
	}

	// -- ShownPicture methods --

	@Override
	public void refresh(final Img<ARGBType> picture) {
		if (!isShown()) return;
		store.draft(selection.slice(current), ResultPixels.of(VggImage.of(picture), frames.kind(current).orElse(null)));
		update(selection.slice(current));
	}

	@Override
	public boolean isShown() {
		return shown && !isClosed();
	}

	@Override
	public boolean isClosed() {
		return shown && (image.getWindow() == null || image.getWindow().isClosed());
	}

	// -- Helper methods --

	/** Gives a frame what it has beside its pixels. */
	private void complete(final ImagePlus frame, final int index) {
		frame.setCalibration(image.getCalibration());
		AlphaChannel.of(frames.image(index)).ifPresent(alpha -> alpha.resizedTo(new ImageSize(frame.getWidth(), frame
			.getHeight())).attachTo(frame));
	}

	private ImagePlus image(final String title, final ImageStack stack, final int zCount, final int tCount) {
		final ImagePlus made = new ImagePlus(title, stack);
		made.setDimensions(1, zCount, tCount);
		made.setOpenAsHyperStack(zCount > 1 && tCount > 1);
		made.setCalibration(ResultPixels.calibration(content, stack.getWidth(), stack.getHeight(), made.getBitDepth() == 24));
		ResultImage.mark(made);
		return made;
	}

	/**
	 * Leaves out what is not done. Whole z are left as they are with all their t; else what is left is a stack of slices
	 * alone.
	 */
	private ImagePlus ofThoseDone() {
		final List<Integer> slices = done.stream().map(selection::slice).sorted().collect(Collectors.toList());
		final int tCount = selection.tCount();
		final boolean isOfWholeZ = slices.size() % tCount == 0;
		final int z = isOfWholeZ ? slices.size() / tCount : selection.zCount() == 1 ? 1 : slices.size();
		final int t = isOfWholeZ ? tCount : selection.zCount() == 1 ? slices.size() : 1;
		final ImageStack stack = store.stackOf(slices);
		if (isClosed()) return image(image.getTitle(), stack, z, t);
		image.setStack(stack, 1, z, t);
		return image;
	}

	/** Draws a slice anew if it is on show. */
	private void update(final int slice) {
		if (image.getCurrentSlice() != slice) return;
		final ImageProcessor shownPixels = image.getProcessor();
		final Object pixels = image.getStack().getPixels(slice);
		if (pixels != shownPixels.getPixels()) System.arraycopy(pixels, 0, shownPixels.getPixels(), 0, shownPixels
			.getPixelCount());
		image.updateAndDraw();
	}
}
