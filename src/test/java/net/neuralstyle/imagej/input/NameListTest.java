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

package net.neuralstyle.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several names in one text. */
class NameListTest {

	private static final Set<String> KNOWN = Set.of("a.png", "b.png", "b.png,c", "x, y", " z");

	@ParameterizedTest
	@CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = { //
		"'';''", //
		"' ';''", //
		"a.png;a.png", //
		"a.png,b.png;a.png|b.png", //
		"b.png, a.png;b.png|a.png", //
		"a.png,b.png,c;a.png|b.png,c", //
		"x, y,a.png;x, y|a.png", //
		"a.png, z;a.png| z", //
		"a.png,unknown,x;a.png|unknown|x", //
		"unknown,a.png;unknown|a.png", //
		"a.png,;a.png|", //
		"a.png,a.png;a.png|a.png" //
	})
	void longestKnownNameIsMeant(final String text, final String names) {
		assertEquals(names, String.join("|", NameList.split(text, KNOWN::contains)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "a.png|b.png", "x, y|b.png,c|a.png" })
	void joinedNamesAreReadAgain(final String names) {
		final List<String> list = List.of(names.split("[|]"));
		assertEquals(list, NameList.split(NameList.join(list), KNOWN::contains));
	}
}
