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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves the arithmetic of image sizes. */
class ImageSizeTest {

	@Test
	void pixelsDoNotOverflow() {
		assertEquals(10_000_000_000L, new ImageSize(100_000, 100_000).pixels());
	}

	@ParameterizedTest
	@CsvSource({ "30, 20", "20, 30" })
	void longerSideIsTheLarger(final int width, final int height) {
		assertEquals(30, new ImageSize(width, height).longerSide());
	}

	@ParameterizedTest
	@CsvSource({ "30, 20", "20, 30" })
	void shorterSideIsTheSmaller(final int width, final int height) {
		assertEquals(20, new ImageSize(width, height).shorterSide());
	}

	@ParameterizedTest
	@CsvSource({ //
		"640, 480, 320, 320, 240", // wide
		"480, 640, 320, 240, 320", // high
		"100, 100, 7, 7, 7", // square
		"75, 53, 512, 512, 362", // enlarged: 361.8
		"3, 2, 4, 4, 3", // rounded: 2.67
		"640, 480, 640, 640, 480", // the same
		"1000, 1, 10, 10, 1" }) // never less than one pixel
	void longerSideSetsTheScale(final int width, final int height, final int length, final int newWidth,
		final int newHeight)
	{
		assertEquals(new ImageSize(newWidth, newHeight), new ImageSize(width, height).withLongerSide(length));
	}

	@Test
	void marginIsAddedOnAllSidesAndTakenAwayAgain() {
		assertEquals(new ImageSize(46, 36), new ImageSize(30, 20).withMargin(8));
		assertEquals(new ImageSize(30, 20), new ImageSize(46, 36).withMargin(-8));
		assertEquals(new ImageSize(30, 20), new ImageSize(30, 20).withMargin(0));
	}

	@Test
	void marginThatLeavesNothingIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ImageSize(30, 16).withMargin(-8));
	}

	@ParameterizedTest
	@CsvSource({ "0, 5", "5, 0", "-1, 5", "5, -1", "0, 0" })
	void emptySizeIsRefused(final int width, final int height) {
		assertThrows(IllegalArgumentException.class, () -> new ImageSize(width, height));
	}

	@Test
	void sizesOfTheSameSidesAreEqual() {
		assertEquals(new ImageSize(3, 4), new ImageSize(3, 4));
		assertEquals(new ImageSize(3, 4).hashCode(), new ImageSize(3, 4).hashCode());
	}

	@Test
	void turnedSizeIsNotEqual() {
		assertNotEquals(new ImageSize(3, 4), new ImageSize(4, 3));
	}

	@Test
	void textIsWidthTimesHeight() {
		assertEquals("3x4", new ImageSize(3, 4).toString());
	}
}
