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

package net.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.WrongSettingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPartTest {

	private static final List<Integer> LIST = List.of(0, 1, 2, 3, 4, 5, 6, 7);

	@Test
	void partTakesEverySoManieth() {
		assertEquals(List.of(2, 5), BatchPart.of("3/3").of(LIST));
		assertEquals(List.of(0, 3, 6), BatchPart.of(" 1 / 3 ").of(LIST));
	}

	@Test
	void partsAreTogetherTheWhole() {
		final List<Integer> all = new ArrayList<>();
		for (int number = 1; number <= 16; number++) {
			all.addAll(BatchPart.of(number + "/16").of(LIST));
		}
		assertEquals(LIST, all);
	}

	@Test
	void nothingSaidMeansTheWhole() {
		assertTrue(BatchPart.of("").isAll());
		assertEquals(LIST, BatchPart.of(" ").of(LIST));
		assertEquals("3-of-16", BatchPart.of("3/16").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/16", "17/16", "3", "3/", "/16", "-1/3", "a/b", "3/16/2", "1/0" })
	void whatIsNoPartIsRefused(final String text) {
		assertEquals("The part must be a number and how many there are, as in 3/16, from 1/16 to 16/16, not \"" + text +
			"\".", assertThrows(WrongSettingException.class, () -> BatchPart.of(text)).getMessage());
	}
}
