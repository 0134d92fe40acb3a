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

package net.neuralstyle.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for slices, before there is an image. */
class FrameNumbersTest {

	@Test
	void whatIsOnShowIsNoFrame() {
		for (final String text : new String[] { null, " ", "Current " }) {
			assertFalse(FrameNumbers.areOfFrames(text));
			assertFalse(FrameNumbers.of(text).areOfFrames());
			assertEquals("current", FrameNumbers.of(text).toString());
		}
		assertTrue(FrameNumbers.areOfFrames("3"));
		// NB: Whoever reads it says what is wrong.
		assertTrue(FrameNumbers.areOfFrames("every"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ALL | all", " 3 - 5 | 3-5", "2,5-7 | 2,5-7", "1,2,3 | 1-3", "4-4 | 4" })
	void sameFramesHaveOneText(final String text, final String same) {
		assertEquals(same, FrameNumbers.of(text).toString());
	}

	@Test
	void numbersAreThoseThatAreGiven() {
		assertEquals(Optional.of(List.of(2, 5, 6)), FrameNumbers.of("2,5-6").numbers());
		assertEquals(Optional.empty(), FrameNumbers.of("all").numbers());
	}

	@Test
	void severalAreAllOrMoreThanOneNumber() {
		assertTrue(FrameNumbers.of("all").mayBeSeveral());
		assertTrue(FrameNumbers.of("2,4").mayBeSeveral());
		assertFalse(FrameNumbers.of("2").mayBeSeveral());
		assertFalse(FrameNumbers.of("current").mayBeSeveral());
	}
}
