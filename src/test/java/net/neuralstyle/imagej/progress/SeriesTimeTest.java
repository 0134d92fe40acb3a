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

package net.neuralstyle.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** The time that is left for frames. */
class SeriesTimeTest {

	@Test
	void firstFrameTellsTheTimeOfOthersByTheirWork() {
		final SeriesTime time = new SeriesTime(11, 0.1);
		assertEquals(Duration.ofSeconds(60 + 10 * 10), time.remaining(Duration.ofSeconds(40), Duration.ofSeconds(60)));
	}

	@Test
	void framesAfterTheFirstTellTheTimeOfOthers() {
		final SeriesTime time = new SeriesTime(5, 0.1);
		time.add(Duration.ofSeconds(100));
		assertEquals(Duration.ofSeconds(20 + 3 * 30), time.remaining(Duration.ofSeconds(10), Duration.ofSeconds(20)));
		time.add(Duration.ofSeconds(30));
		assertEquals(Duration.ofSeconds(40 + 2 * 40), time.remaining(Duration.ofSeconds(10), Duration.ofSeconds(40)));
		assertEquals(Duration.ofSeconds(130), time.elapsed());
	}

	@Test
	void onePictureHasTheTimeOfItsOwn() {
		final SeriesTime time = new SeriesTime(1, 1);
		assertEquals(Duration.ofSeconds(7), time.remaining(Duration.ofSeconds(3), Duration.ofSeconds(7)));
		assertEquals(0.4, time.fractionDone(0.4), 1e-12);
	}

	@Test
	void fractionRisesByTheWorkAndEndsAtOne() {
		final SeriesTime time = new SeriesTime(3, 0.5);
		assertEquals(0.25, time.fractionDone(0.5), 1e-12);
		time.add(Duration.ofSeconds(1));
		assertEquals(0.5, time.fractionDone(0), 1e-12);
		assertEquals(0.75, time.fractionDone(1), 1e-12);
		time.add(Duration.ofSeconds(1));
		assertEquals(1, time.fractionDone(1), 1e-12);
	}
}
