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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;

/** Each of ImageJ's image types is read as it is seen. A pixel at (3, 2) is marked. */
class DisplayedPixelsTest {

	@Test
	void greyOf8Bits() {
		final ByteProcessor pixels = new ByteProcessor(5, 4);
		pixels.set(3, 2, 100);
		assertMarked(0x646464, 0, new ImagePlus("", pixels));
	}

	@Test
	void lookupTableColours8Bits() {
		final ByteProcessor pixels = new ByteProcessor(5, 4);
		pixels.set(3, 2, 255);
		pixels.setLut(LUT.createLutFromColor(Color.GREEN));
		assertMarked(0x00ff00, 0, new ImagePlus("", pixels));
	}

	@Test
	void displayRangeScales16Bits() {
		final ShortProcessor pixels = new ShortProcessor(5, 4);
		pixels.set(3, 2, 3000);
		final ImagePlus image = new ImagePlus("", pixels);
		image.setDisplayRange(1000, 5000);
		assertMarked(0x808080, 0, image);
	}

	@Test
	void displayRangeScales32Bits() {
		final FloatProcessor pixels = new FloatProcessor(5, 4);
		pixels.setf(3, 2, 0.5f);
		final ImagePlus image = new ImagePlus("", pixels);
		image.setDisplayRange(-1, 1);
		assertEquals(0xbf, channel(DisplayedPixels.of(image), 3, 2), 1);
		assertEquals(0x7f, channel(DisplayedPixels.of(image), 0, 0), 1);
	}

	@Test
	void whatIsFiniteDecidesTheDisplayRange() {
		final FloatProcessor pixels = new FloatProcessor(5, 4);
		pixels.setf(3, 2, 10);
		pixels.setf(1, 1, Float.NaN);
		pixels.setf(2, 1, Float.POSITIVE_INFINITY);
		pixels.setf(3, 1, Float.NEGATIVE_INFINITY);
		pixels.resetMinAndMax();
		final ImagePlus image = new ImagePlus("", pixels);
		assertMarked(0xffffff, 0, image);
		assertMarkedAt(0, image, 1, 1);
		assertMarkedAt(0, image, 2, 1);
		assertMarkedAt(0, image, 3, 1);
		assertEquals(Float.POSITIVE_INFINITY, image.getProcessor().getf(2, 1), "the image is not modified");
	}

	@Test
	void displayRangeThatIsFiniteIsKeptBesideInfinity() {
		final FloatProcessor pixels = new FloatProcessor(5, 4);
		pixels.setf(3, 2, 10);
		pixels.setf(2, 1, Float.POSITIVE_INFINITY);
		final ImagePlus image = new ImagePlus("", pixels);
		image.setDisplayRange(0, 20);
		assertMarked(0x808080, 0, image);
		assertMarkedAt(0, image, 2, 1);
	}

	@Test
	void whatIsNotFiniteIsBlackUnderAnInvertedLookupTable() {
		final FloatProcessor pixels = new FloatProcessor(5, 4);
		pixels.setf(3, 2, Float.NaN);
		pixels.setf(0, 0, 1);
		pixels.invertLut();
		assertMarked(0x000000, 0xffffff, new ImagePlus("", pixels));
	}

	@Test
	void whatIsNotFiniteIsBlackInItsChannel() {
		final ImagePlus image = channelsWithInfinity();
		assertMarked(0x00ff00, 0, image);
		assertMarkedAt(0xff0000, image, 0, 0);
	}

	@Test
	void selectionInChannelsThatAreNotFiniteChangesNothing() {
		final ImagePlus image = channelsWithInfinity();
		image.setRoi(0, 0, 2, 2);
		assertMarked(0x00ff00, 0, image);
		assertMarkedAt(0xff0000, image, 0, 0);
	}

	@Test
	void imageWithoutAnyFinitePixelIsRefused() {
		final FloatProcessor pixels = new FloatProcessor(5, 4);
		pixels.set(Float.NaN);
		final ImagePlus image = new ImagePlus("a", pixels);
		assertEquals("The image a has no pixel with a finite value, only NaN or infinite ones: use another one.",
			assertThrows(StyleTransferException.class, () -> DisplayedPixels.of(image)).getMessage());
	}

	@Test
	void invertedLookupTableInverts() {
		final ByteProcessor pixels = new ByteProcessor(5, 4);
		pixels.set(3, 2, 255);
		pixels.invertLut();
		assertMarked(0x000000, 0xffffff, new ImagePlus("", pixels));
	}

	@Test
	void redGreenBlue() {
		final ColorProcessor pixels = new ColorProcessor(5, 4);
		pixels.set(3, 2, 0x123456);
		assertMarked(0x123456, 0, new ImagePlus("", pixels));
	}

	@Test
	void indexedColour() {
		final ColorProcessor pixels = new ColorProcessor(5, 4);
		pixels.set(3, 2, 0xc800c8);
		final ImagePlus image = new ImagePlus("", pixels);
		new ImageConverter(image).convertRGBtoIndexedColor(16);
		assertEquals(ImagePlus.COLOR_256, image.getType());
		assertMarked(0xc800c8, 0, image);
	}

	@Test
	void compositeChannelsAreMerged() {
		final ImageProcessor red = new ByteProcessor(5, 4);
		final ImageProcessor green = new ByteProcessor(5, 4);
		red.set(3, 2, 255);
		green.set(3, 2, 128);
		final ImageStack stack = new ImageStack(5, 4);
		stack.addSlice(red);
		stack.addSlice(green);
		final CompositeImage image = new CompositeImage(new ImagePlus("", stack), CompositeImage.COMPOSITE);
		image.setChannelLut(LUT.createLutFromColor(Color.RED), 1);
		image.setChannelLut(LUT.createLutFromColor(Color.GREEN), 2);
		image.setDisplayRange(0, 255);
		image.setC(2);
		image.setDisplayRange(0, 255);
		assertMarked(0xff8000, 0, image);
	}

	@Test
	void currentSliceOfAStack() {
		final ImageProcessor second = new ByteProcessor(5, 4);
		second.set(3, 2, 90);
		final ImageStack stack = new ImageStack(5, 4);
		stack.addSlice(new ByteProcessor(5, 4));
		stack.addSlice(second);
		final ImagePlus image = new ImagePlus("", stack);
		image.setSlice(2);
		assertMarked(0x5a5a5a, 0, image);
		image.setSlice(1);
		assertMarked(0, 0, image);
	}

	/** Red in a corner; green where red is infinite. */
	private static ImagePlus channelsWithInfinity() {
		final FloatProcessor red = new FloatProcessor(5, 4);
		final FloatProcessor green = new FloatProcessor(5, 4);
		red.setf(3, 2, Float.POSITIVE_INFINITY);
		red.setf(0, 0, 1);
		green.setf(3, 2, 1);
		final ImageStack stack = new ImageStack(5, 4);
		stack.addSlice(red);
		stack.addSlice(green);
		final ImagePlus channels = new ImagePlus("", stack);
		channels.setDimensions(2, 1, 1);
		final CompositeImage image = new CompositeImage(channels, CompositeImage.COMPOSITE);
		image.setChannelLut(LUT.createLutFromColor(Color.RED), 1);
		image.setChannelLut(LUT.createLutFromColor(Color.GREEN), 2);
		image.setC(2);
		image.setDisplayRange(0, 1);
		return image;
	}

	private static void assertMarked(final int mark, final int background, final ImagePlus image) {
		final Img<ARGBType> pixels = DisplayedPixels.of(image);
		assertEquals(5, pixels.dimension(0));
		assertEquals(4, pixels.dimension(1));
		assertEquals(Integer.toHexString(mark), Integer.toHexString(pixels.getAt(3, 2).get() & 0xffffff));
		assertEquals(Integer.toHexString(background), Integer.toHexString(pixels.getAt(2, 3).get() & 0xffffff));
	}

	private static void assertMarkedAt(final int colour, final ImagePlus image, final int x, final int y) {
		final int pixel = DisplayedPixels.of(image).getAt(x, y).get() & 0xffffff;
		assertEquals(Integer.toHexString(colour), Integer.toHexString(pixel));
	}

	private static int channel(final Img<ARGBType> pixels, final int x, final int y) {
		return ARGBType.green(pixels.getAt(x, y).get());
	}
}
