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

package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * The image that a style transfer makes, in a window of its own from the start
 * where there are windows. It has the content's calibration, scaled to its size.
 */
final class ResultImage {

	/** What tells a result from other images, as long as it is open. */
	private static final String MARK = "neuralstyle.result";


	private final ImagePlus content;
	private final ImagePlus image;
	private boolean shown;

	ResultImage(final ImagePlus content, final ImagePlus style) {
		this.content = content;
		image = new ImagePlus(unique(content.getTitle() + " in the style of " + style.getTitle()), new ColorProcessor(1, 1));
		image.setProperty(MARK, true);
	}

	/** Whether an image was made by a style transfer. */
	static boolean isResult(final ImagePlus image) {
		return image.getProperty(MARK) != null;
	}

	/** The ImageJ image. */
	ImagePlus image() {
		return image;
	}

	/**
	 * Opens the window, with the content in it, if ImageJ shows windows now.
	 *
	 * @param longerSide of the result in pixels, 0 for that of the content
	 */
	void preview(final Img<ARGBType> contentPixels, final int longerSide) {
		if (IJ.getInstance() == null || Interpreter.isBatchMode()) return;
		final VggImage start = VggImage.of(contentPixels);
		final ImageSize size = longerSide == 0 ? start.size() : start.size().withLongerSide(longerSide);
		setPixels(start.resizedTo(size).toArgb());
		image.show();
		shown = true;
	}

	/** Shows a picture in the window, if there is one. */
	void refresh(final Img<ARGBType> picture) {
		if (shown && !isClosed()) setPixels(picture);
	}

	/** Whether a picture given to {@link #refresh} would be seen. */
	boolean isShown() {
		return shown && !isClosed();
	}

	/** Whether the user has closed the window. */
	boolean isClosed() {
		return shown && image.getWindow() == null;
	}

	/**
	 * Sets the final picture, and how it was made as the image's Info; it is up to the
	 * host to show it where it has no window yet.
	 *
	 * @param macro that makes it again
	 */
	void finish(final StyleTransferResult result, final String macro) {
		setPixels(result.image());
		image.setProperty("Info", ResultInfo.of(result.provenance(), macro));
		// NB: ImageJ then asks before the window is closed without saving.
		image.changes = true;
	}

	/** Closes the window without asking. */
	void discard() {
		image.changes = false;
		if (isShown()) image.close();
	}

	// -- Helper methods --

	/** Adds a number to a title that an open image has, before its extension, as ImageJ does. */
	private static String unique(final String title) {
		final String extension = title.replaceFirst("(?s).*?(\\.[^.\\s]{1,4})?$", "$1");
		final String name = title.substring(0, title.length() - extension.length());
		String result = title;
		// NB: ImageJ's own method overlooks the images that a macro has in batch mode.
		for (int number = 1; WindowManager.getImage(result) != null; number++) {
			result = name + "-" + number + extension;
		}
		return result;
	}

	private void setPixels(final Img<ARGBType> picture) {
		final int width = (int) picture.dimension(0);
		final int height = (int) picture.dimension(1);
		if (width != image.getWidth() || height != image.getHeight()) {
			image.setProcessor(new ColorProcessor(width, height));
			image.setCalibration(scaledCalibration(width, height));
		}
		final int[] pixels = (int[]) image.getProcessor().getPixels();
		final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = cursor.next().get();
		}
		image.updateAndDraw();
	}

	private Calibration scaledCalibration(final int width, final int height) {
		final Calibration calibration = content.getCalibration().copy();
		final double factorX = (double) content.getWidth() / width;
		final double factorY = (double) content.getHeight() / height;
		// NB: Where the content has no unit, a pixel stays a pixel.
		if (calibration.scaled()) {
			calibration.pixelWidth *= factorX;
			calibration.pixelHeight *= factorY;
		}
		calibration.xOrigin /= factorX;
		calibration.yOrigin /= factorY;
		// NB: Grey values mean nothing in an RGB image.
		calibration.disableDensityCalibration();
		return calibration;
	}
}
