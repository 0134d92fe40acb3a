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

package net.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Proves which way fields point, and what they rely on. */
class FlowFieldTest {

	private static final ImageSize SIZE = new ImageSize(20, 16);
	private static final VggImage IMAGE = VggImage.noise(SIZE, 1);

	@Test
	void pixelHasTheColourOfWhereItIsFound() {
		final float[] warped = IMAGE.warpedBy(field(3, -2)).values();
		assertArrayEquals(pixel(IMAGE.values(), 8, 3), pixel(warped, 5, 5));
	}

	@Test
	void noMotionLeavesTheImageBitForBit() {
		assertArrayEquals(IMAGE.values(), IMAGE.warpedBy(field(0, 0)).values());
	}

	@Test
	void rampIsFoundBetweenItsPixels() {
		final float[] ramp = new float[(int) SIZE.pixels()];
		for (int i = 0; i < ramp.length; i++) {
			ramp[i] = 2 * (i % SIZE.width()) + 5 * (i / SIZE.width());
		}
		final float[] warped = field(0.25f, 1.5f).warp(ramp, 1);
		assertEquals(2 * 7.25 + 5 * 9.5, warped[8 * SIZE.width() + 7], 1e-4);
	}

	@Test
	void imageIsMirroredBeyondItsBorder() {
		final float[] warped = IMAGE.warpedBy(field(-4, 0)).values();
		assertArrayEquals(pixel(IMAGE.values(), 3, 5), pixel(warped, 1, 5));
		assertArrayEquals(pixel(IMAGE.values(), 2, 5), pixel(IMAGE.warpedBy(field(2 * 19 + 1, 0)).values(), 1, 5));
	}

	@Test
	void greyStaysGrey() {
		assertTrue(IMAGE.toGrey().warpedBy(field(0.3f, 0.7f)).isGrey());
	}

	@Test
	void shiftsGrowWithTheImage() {
		final FlowField large = field(3, -2).resizedTo(new ImageSize(40, 48));
		assertEquals(6, large.right(20, 20), 1e-5);
		assertEquals(-6, large.down(20, 20), 1e-5);
	}

	@Test
	void pixelThatLeadsBackIsReliable() {
		assertEquals(1, field(3, -2).reliability(field(-3, 2)).weight(5, 5));
	}

	@Test
	void pixelThatDoesNotLeadBackIsNot() {
		assertEquals(1, field(3, -2).reliability(field(-3.6f, 2)).weight(5, 5));
		assertEquals(0, field(3, -2).reliability(field(-4, 2)).weight(5, 5));
	}

	@Test
	void whatComesInFromOutsideIsNotReliable() {
		final WeightMap map = field(3, 0).reliability(field(-3, 0));
		assertEquals(1, map.weight(16, 8));
		assertEquals(0, map.weight(17, 8));
	}

	@Test
	void borderIsReliableWhenNothingMovesButNoise() {
		assertTrue(field(0.2f, -0.2f).reliability(field(-0.2f, 0.2f)).isOnes());
	}

	@Test
	void placeWhereMotionsMeetIsNotReliable() {
		final float[] right = new float[(int) SIZE.pixels()];
		final float[] back = new float[right.length];
		for (int i = 0; i < right.length; i++) {
			right[i] = i % SIZE.width() < 10 ? 0.2f : -0.2f;
			back[i] = -right[i];
		}
		final float[] zeros = new float[right.length];
		final WeightMap map = FlowField.of(SIZE, right, zeros).reliability(FlowField.of(SIZE, back, zeros));
		assertEquals(0, map.weight(9, 8));
		assertEquals(0, map.weight(10, 8));
		assertEquals(1, map.weight(7, 8));
		assertEquals(1, map.weight(12, 8));
	}

	@Test
	void slowZoomIsReliable() {
		assertTrue(zoom(1 / 1.02f).reliability(zoom(1.02f)).weight(3, 3) == 1);
	}

	@Test
	void fastZoomIsReliableWhereItsMotionIsLargeAgainstItsSlope() {
		assertEquals(0, zoom(1 / 1.1f).reliability(zoom(1.1f)).weight(10, 8));
	}

	@Test
	void fieldOfAnotherSizeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> FlowField.of(SIZE, new float[3], new float[3]));
		assertThrows(IllegalArgumentException.class, () -> VggImage.noise(new ImageSize(3, 3), 1).warpedBy(field(0, 0)));
	}

	// -- Helper methods --

	private static FlowField field(final float right, final float down) {
		final float[] rights = new float[(int) SIZE.pixels()];
		final float[] downs = new float[rights.length];
		Arrays.fill(rights, right);
		Arrays.fill(downs, down);
		return FlowField.of(SIZE, rights, downs);
	}

	/** A field that leads to the same place of an image that is so many times larger. */
	private static FlowField zoom(final float factor) {
		final float[] right = new float[(int) SIZE.pixels()];
		final float[] down = new float[right.length];
		for (int i = 0; i < right.length; i++) {
			right[i] = (factor - 1) * (i % SIZE.width() - 9.5f);
			down[i] = (factor - 1) * (i / SIZE.width() - 7.5f);
		}
		return FlowField.of(SIZE, right, down);
	}

	private static float[] pixel(final float[] values, final int x, final int y) {
		final int start = (y * SIZE.width() + x) * VggImage.CHANNELS;
		return Arrays.copyOfRange(values, start, start + VggImage.CHANNELS);
	}
}
