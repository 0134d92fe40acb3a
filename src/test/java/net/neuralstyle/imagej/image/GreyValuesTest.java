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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.image.VggImage;

import org.junit.jupiter.api.Test;

class GreyValuesTest {

	@Test
	void valuesAreSeenThroughTheDisplayRange() {
		final ImagePlus image = shorts(500, 1000, 2000, 3000, 4000);
		image.setDisplayRange(1000, 3000);
		assertArrayEquals(new float[] { 0, 0, 127.5f, 255, 255 }, values(new GreyValues(image).pixels()), 1e-4f);
	}

	@Test
	void pictureIsMappedBackThroughTheDisplayRange() {
		final ImagePlus image = shorts(0);
		image.setDisplayRange(1000, 3000);
		final ImageProcessor result = new GreyValues(image).toProcessor(ArrayImgs.floats(new float[] { 0, 100.3f, 255 }, 3,
			1));
		assertArrayEquals(new short[] { 1000, 1787, 3000 }, (short[]) result.getPixels());
		assertEquals(1000, result.getMin());
		assertEquals(3000, result.getMax());
	}

	@Test
	void whiteBelowBlackIsSeenAndMappedBackSo() {
		final ImagePlus image = shorts(1000, 1500, 3000);
		image.setDisplayRange(3000, 1000);
		final GreyValues values = new GreyValues(image);
		assertArrayEquals(new float[] { 255, 191.25f, 0 }, values(values.pixels()), 1e-4f);
		assertArrayEquals(new short[] { 3000, 2000, 1000 }, (short[]) values.toProcessor(ArrayImgs.floats(new float[] { 0,
			127.5f, 255 }, 3, 1)).getPixels());
	}

	@Test
	void rangeOfOneValueIsBlack() {
		final ImagePlus image = shorts(70, 70);
		image.setDisplayRange(70, 70);
		assertArrayEquals(new float[] { 0, 0 }, values(new GreyValues(image).pixels()));
	}

	@Test
	void everyValueOf16BitsComesBack() {
		final short[] all = new short[1 << 16];
		for (int i = 0; i < all.length; i++) {
			all[i] = (short) i;
		}
		final ImagePlus image = new ImagePlus("all", new ShortProcessor(256, 256, all, null));
		image.setDisplayRange(0, 65535);
		final GreyValues values = new GreyValues(image);
		assertArrayEquals(all, (short[]) values.toProcessor(values.pixels()).getPixels());
	}

	@Test
	void pixelThatIsAsItWasKeepsItsValueOutsideOfTheRange() {
		final ImagePlus image = shorts(10, 1500, 60000);
		image.setDisplayRange(1000, 2000);
		final GreyValues values = new GreyValues(image);
		assertArrayEquals((short[]) image.getProcessor().getPixels(), (short[]) values.toProcessor(VggImage.of(values
			.pixels()).toLuminance()).getPixels());
	}

	@Test
	void floatsAreNotRounded() {
		final ImagePlus image = new ImagePlus("a", new FloatProcessor(2, 1, new float[] { -1, 1 }));
		image.setDisplayRange(-1, 1);
		assertEquals(-0.5f, new GreyValues(image).toProcessor(ArrayImgs.floats(new float[] { 63.75f }, 1, 1)).getf(0), 1e-6);
	}

	@Test
	void lookupTableIsKeptAndTakesNoPart() {
		final ImagePlus image = new ImagePlus("a", new ByteProcessor(2, 1, new byte[] { 0, (byte) 200 }));
		image.setLut(LUT.createLutFromColor(Color.RED));
		image.getProcessor().invertLut();
		image.setDisplayRange(10, 210);
		final GreyValues values = new GreyValues(image);
		assertArrayEquals(new float[] { 0, 255 * 0.95f }, values(values.pixels()), 1e-4f);
		final ImagePlus result = new ImagePlus("b", values.toProcessor(ArrayImgs.floats(new float[] { 0, 255 * 0.95f }, 2,
			1)));
		assertEquals(200, result.getProcessor().get(1));
		assertEquals(10, result.getDisplayRangeMin());
		assertEquals(210, result.getDisplayRangeMax());
		assertEquals(image.getProcessor().convertToRGB().get(1), result.getProcessor().convertToRGB().get(1));
		result.resetDisplayRange();
		image.resetDisplayRange();
		assertEquals(image.getProcessor().convertToRGB().get(1), result.getProcessor().convertToRGB().get(1));
	}

	@Test
	void pixelsThatAreNotFiniteAreBlack() {
		final ImagePlus image = new ImagePlus("a", new FloatProcessor(4, 1, new float[] { Float.NaN, 2,
			Float.POSITIVE_INFINITY, 4 }));
		final GreyValues values = new GreyValues(image);
		assertArrayEquals(new float[] { 0, 0, 0, 255 }, values(values.pixels()), 1e-4f);
		assertEquals(3, values.toProcessor(ArrayImgs.floats(new float[] { 127.5f }, 1, 1)).getf(0), 1e-6);
	}

	@Test
	void oneValueEverywhereIsBlackAndComesBack() {
		final ImagePlus image = new ImagePlus("a", new FloatProcessor(2, 1, new float[] { 7, 7 }));
		final GreyValues values = new GreyValues(image);
		assertArrayEquals(new float[] { 0, 0 }, values(values.pixels()));
		assertEquals(7, values.toProcessor(values.pixels()).getf(0));
	}

	@Test
	void coloursAndCompositesHaveNone() {
		assertTrue(GreyValues.areIn(shorts(1)));
		assertFalse(GreyValues.areIn(new ImagePlus("a", new ColorProcessor(1, 1))));
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ByteProcessor(1, 1));
		stack.addSlice(new ByteProcessor(1, 1));
		final ImagePlus channels = new ImagePlus("a", stack);
		channels.setDimensions(2, 1, 1);
		assertFalse(GreyValues.areIn(new CompositeImage(channels)));
	}

	// -- Helper methods --

	private static ImagePlus shorts(final int... values) {
		final ShortProcessor pixels = new ShortProcessor(values.length, 1);
		for (int i = 0; i < values.length; i++) {
			pixels.set(i, values[i]);
		}
		return new ImagePlus("shorts", pixels);
	}

	private static float[] values(final Img<FloatType> image) {
		final float[] values = new float[(int) image.size()];
		int i = 0;
		for (final FloatType value : image) {
			values[i++] = value.get();
		}
		return values;
	}
}
