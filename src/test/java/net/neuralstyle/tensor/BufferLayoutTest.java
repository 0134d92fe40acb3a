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

package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.neuralstyle.tensor.BufferLayout.Use;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferLayoutTest {

	@Test
	void buffersOfDifferentTimesShareTheirPlace() {
		final BufferLayout layout = BufferLayout.of(List.of(new Use(100, 0, 1), new Use(80, 2, 3), new Use(64, 4, 4)));
		assertEquals(100, layout.length());
		assertEquals(0, layout.offset(0));
		assertEquals(0, layout.offset(1));
		assertEquals(0, layout.offset(2));
	}

	@Test
	void buffersThatMeetAtOneMomentLieApart() {
		final BufferLayout layout = BufferLayout.of(List.of(new Use(32, 0, 1), new Use(32, 1, 2)));
		assertEquals(64, layout.length());
	}

	@Test
	void gapBetweenTwoOthersIsUsed() {
		// NB: The second is gone when the last one comes, and the first and the third are still there.
		final BufferLayout layout = BufferLayout.of(List.of(new Use(64, 0, 9), new Use(48, 0, 3), new Use(32, 0, 9), new Use(
			16, 4, 9)));
		assertEquals(64, layout.offset(3));
		assertEquals(144, layout.length());
	}

	@Test
	void buffersStartAtCacheLines() {
		final BufferLayout layout = BufferLayout.of(List.of(new Use(17, 0, 1), new Use(5, 0, 1)));
		assertEquals(32, layout.offset(1));
		assertEquals(37, layout.length());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void noTwoBuffersOverlapInPlaceAndTime(final long seed) {
		final Random random = new Random(seed);
		final List<long[]> needs = new ArrayList<>();
		final List<Use> uses = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			final int first = random.nextInt(30);
			final long[] need = { 1 + random.nextInt(1000), first, first + random.nextInt(8) };
			needs.add(need);
			uses.add(new Use(need[0], (int) need[1], (int) need[2]));
		}
		final BufferLayout layout = BufferLayout.of(uses);
		for (int i = 0; i < needs.size(); i++) {
			final long[] a = needs.get(i);
			assertTrue(layout.offset(i) + a[0] <= layout.length());
			for (int j = 0; j < i; j++) {
				final long[] b = needs.get(j);
				final boolean together = a[1] <= b[2] && b[1] <= a[2];
				final boolean apart = layout.offset(i) + a[0] <= layout.offset(j) || layout.offset(j) + b[0] <= layout.offset(i);
				assertTrue(apart || !together, i + " and " + j);
			}
		}
	}
}
