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

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.Test;

class HiddenColoursTest {

	@Test
	void whatIsSeenStaysAsItIs() {
		final ColorProcessor colours = new ColorProcessor(3, 1, new int[] { 0xff102030, 0xff405060, 0xff000000 });
		HiddenColours.spread(colours, new ByteProcessor(3, 1, new byte[] { (byte) 255, 1, 0 }));
		assertEquals(0xff102030, colours.get(0));
		assertEquals(0xff405060, colours.get(1));
	}

	@Test
	void oneColourSpreadsEverywhere() {
		final ColorProcessor colours = new ColorProcessor(37, 21);
		colours.set(5, 20, 0xff102030);
		final ByteProcessor alpha = new ByteProcessor(37, 21);
		alpha.set(5, 20, 255);
		HiddenColours.spread(colours, alpha);
		for (int i = 0; i < colours.getPixelCount(); i++) {
			assertEquals(0xff102030, colours.get(i));
		}
	}

	@Test
	void numbersThatAreNoneDoNotSpread() {
		final FloatProcessor values = new FloatProcessor(3, 1, new float[] { 2, Float.NaN, 0 });
		HiddenColours.spread(values, new ByteProcessor(3, 1, new byte[] { (byte) 255, (byte) 255, 0 }));
		assertEquals(2, values.getf(2), 1e-6);
		assertEquals(Float.NaN, values.getf(1));
	}
}
