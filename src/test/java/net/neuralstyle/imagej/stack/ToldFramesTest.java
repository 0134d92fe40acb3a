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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ToldFramesTest {

	@Test
	void framesOfAnInfoAreFound() {
		final ToldFrames told = ToldFrames.in("Neural Style Transfer: {}\nMacro: run();\nFrames: 2-5,7, the first 2 of 5\n" +
			"a: content b, slice 2: content 1a2b, 20 evaluations, loss 3.0E8, 1.5 s\n" +
			"a, slice 3: content 3c4d, 2 evaluations (stopped), loss 1.0E8, 0.5 s\n").orElseThrow();
		assertEquals("2-5,7", told.slices());
		assertEquals(List.of("1a2b", "3c4d"), told.contents());
		assertEquals(2e8, told.loss());
	}

	@Test
	void paintedFramesHaveNoLoss() {
		final ToldFrames told = ToldFrames.in("Style Network: {}\nFrames: 1-2\na: content 1a2b, 0.15 s\n" +
			"b: content 3c4d (stopped), 0.5 s\n").orElseThrow();
		assertEquals(List.of("1a2b", "3c4d"), told.contents());
		assertTrue(Double.isNaN(told.loss()));
	}

	@Test
	void allIsAllOfThem() {
		assertEquals("all", ToldFrames.in("Frames: all\na: content 1a, 20 evaluations, loss 3.0, 1.5 s\n").orElseThrow()
			.slices());
	}

	@Test
	void otherInfosHaveNone() {
		assertTrue(ToldFrames.in("Neural Style Transfer: {}\n").isEmpty());
		assertTrue(ToldFrames.in("Frames: all\n").isEmpty());
	}
}
