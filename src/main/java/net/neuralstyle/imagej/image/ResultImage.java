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

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.picture.AlphaChannel;
import net.neuralstyle.picture.InfoText;

/**
 * The image that a style transfer makes, in a window of its own from the start
 * where there are windows. It has the content's calibration, scaled to its size, and
 * is in colours, or of the content's own kind of grey values.
 */
public final class ResultImage implements ShownPicture {

	/** What tells a result from other images, as long as it is open. */
	private static final String MARK = "neuralstyle.result";

	private final ImagePlus content;
	private final GreyValues kind;
	private final ImagePlus image;
	private boolean shown;

	/**
	 * @param how what the title says of how the content is redrawn
	 * @param kind the content's grey values, whose kind the result's are; null for colours
	 */
	public ResultImage(final ImagePlus content, final String how, final GreyValues kind) {
		this.content = content;
		this.kind = kind;
		image = new ImagePlus(OpenImages.unusedTitle(content.getTitle() + " " + how), new ColorProcessor(1, 1));
		mark(image);
	}

	/** Marks an image as made by a style transfer. */
	public static void mark(final ImagePlus image) {
		image.setProperty(MARK, true);
	}

	/** Whether an image was made by a style transfer. */
	static boolean isResult(final ImagePlus image) {
		return image.getProperty(MARK) != null;
	}

	/** The ImageJ image. */
	public ImagePlus image() {
		return image;
	}

	/**
	 * Opens the window, with the content in it, if ImageJ shows windows now.
	 *
	 * @param longerSide of the result in pixels, 0 for that of the content
	 */
	public void preview(final RandomAccessibleInterval<? extends NumericType<?>> contentPixels, final int longerSide) {
		if (IJ.getInstance() == null || Interpreter.isBatchMode()) return;
		final VggImage start = VggImage.of(contentPixels);
		final ImageSize size = longerSide == 0 ? start.size() : start.size().withLongerSide(longerSide);
		setPicture(start.resizedTo(size));
		image.show();
		shown = true;
	}

	@Override
	public void refresh(final Img<ARGBType> picture) {
		if (isShown()) setPicture(VggImage.of(picture));
	}

	@Override
	public boolean isShown() {
		return shown && !isClosed();
	}

	@Override
	public boolean isClosed() {
		return shown && image.getWindow() == null;
	}

	/**
	 * Sets the final picture, as transparent as the content, and how it was made as the
	 * image's Info; it is up to the host to show it where it has no window yet.
	 *
	 * @param macro that makes it again
	 */
	public void finish(final FinishedPicture result, final String macro) {
		setPixels(ResultPixels.of(result, kind));
		addTransparency(image);
		InfoText.set(image, result.info(macro));
		// NB: ImageJ then asks before the window is closed without saving.
		image.changes = true;
	}

	/** Returns what {@link #refresh} would show, as an image of its own, as transparent as the content. */
	public ImagePlus intermediate(final Img<ARGBType> picture) {
		setPicture(VggImage.of(picture));
		final ImagePlus intermediate = new ImagePlus(image.getTitle(), image.getProcessor().duplicate());
		intermediate.setCalibration(image.getCalibration());
		addTransparency(intermediate);
		return intermediate;
	}

	/** Closes the window without asking. */
	public void discard() {
		image.changes = false;
		if (isShown()) image.close();
	}

	// -- Helper methods --

	private void addTransparency(final ImagePlus target) {
		final ImageSize size = new ImageSize(target.getWidth(), target.getHeight());
		AlphaChannel.of(content).ifPresent(alpha -> alpha.resizedTo(size).attachTo(target));
	}

	private void setPixels(final ImageProcessor pixels) {
		final int width = pixels.getWidth();
		final int height = pixels.getHeight();
		if (width == image.getWidth() && height == image.getHeight()) {
			System.arraycopy(pixels.getPixels(), 0, image.getProcessor().getPixels(), 0, pixels.getPixelCount());
		}
		else {
			image.setProcessor(pixels);
			image.setCalibration(ResultPixels.calibration(content, width, height, kind == null));
		}
		image.updateAndDraw();
	}

	private void setPicture(final VggImage picture) {
		setPixels(ResultPixels.of(picture, kind));
	}
}
