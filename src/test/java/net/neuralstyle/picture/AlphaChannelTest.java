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

package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import net.neuralstyle.image.ImageSize;

import org.junit.jupiter.api.Test;

class AlphaChannelTest {

	private final AlphaChannel alpha = new AlphaChannel(new ByteProcessor(2, 1, new byte[] { 51, (byte) 255 }));

	@Test
	void goesWithAnImage() {
		final ImagePlus image = new ImagePlus("a", new ColorProcessor(2, 1));
		assertTrue(AlphaChannel.of(image).isEmpty());
		alpha.attachTo(image);
		assertSame(alpha, AlphaChannel.of(image).orElseThrow());
	}

	@Test
	void isLostWhenTheImageIsResized() {
		final ImagePlus image = new ImagePlus("a", new ColorProcessor(2, 1));
		alpha.attachTo(image);
		image.setProcessor(image.getProcessor().resize(4, 2));
		assertTrue(AlphaChannel.of(image).isEmpty());
	}

	@Test
	void isResizedWithoutLeavingItsRange() {
		final AlphaChannel resized = alpha.resizedTo(new ImageSize(8, 2));
		assertEquals(51, resized.values().get(0, 1));
		assertEquals(255, resized.values().get(7, 1));
		assertTrue(resized.values().get(3, 0) > 51 && resized.values().get(4, 0) < 255);
	}

	@Test
	void weighsAsMuchAsItIsOpaque() {
		assertEquals(0.2f, alpha.weights().weight(0, 0), 1e-6);
		assertEquals(1, alpha.weights().weight(1, 0));
	}

	@Test
	void opaqueImageIsItsOwnPictureOnWhite() {
		final ImagePlus image = new ImagePlus("a", new ColorProcessor(2, 1));
		assertSame(image, AlphaChannel.onWhite(image));
	}

	@Test
	void coloursAreBlendedWithWhite() {
		final ImagePlus image = new ImagePlus("a", new ColorProcessor(2, 1, new int[] { 0xff000064, 0xff000064 }));
		alpha.attachTo(image);
		final ImagePlus blended = AlphaChannel.onWhite(image);
		assertEquals(0xffcccce0, blended.getProcessor().get(0));
		assertEquals(0xff000064, blended.getProcessor().get(1));
		assertTrue(AlphaChannel.of(blended).isEmpty());
	}

	@Test
	void whiteOfGreyValuesIsTheEndOfTheDisplayRange() {
		final ImagePlus image = new ImagePlus("a", new ShortProcessor(2, 1, new short[] { 100, 100 }, null));
		image.setDisplayRange(0, 1000);
		image.getCalibration().setUnit("mm");
		alpha.attachTo(image);
		final ImagePlus blended = AlphaChannel.onWhite(image);
		assertEquals(820, blended.getProcessor().get(0));
		assertEquals(1000, blended.getDisplayRangeMax());
		assertEquals("mm", blended.getCalibration().getUnit());
		image.getProcessor().invertLut();
		assertEquals(20, AlphaChannel.onWhite(image).getProcessor().get(0));
	}
}
