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
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options string of a macro's run call. */
class MacroOptionsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"a=1 b=two               | {a=1, b=two}", //
		"a=[with spaces] b=2     | {a=with spaces, b=2}", //
		"a=[x style=y.png] style=z | {a=x style=y.png, style=z}", //
		"a=[one [nested] two] b=2 | {a=one [nested] two, b=2}", //
		"a=[] b=2                | {a=, b=2}", //
		"a= b=2                  | {a=, b=2}", //
		"flag a=1                | {flag=true, a=1}", //
		"a=x=y                   | {a=x=y}", //
		"a=[b [1] & 'x' #50%.png] c=2 | {a=b [1] & 'x' #50%.png, c=2}", //
		"a=[half [open.png] b=2  | {a=half [open.png, b=2}", //
		"a=[half] open.png] b=[2] | {a=half] open.png, b=2}", //
		"a=[half [open.png]      | {a=half [open.png}", //
		"a=[x] flag              | {a=x, flag=true}", //
	})
	void readsKeysAndValues(final String options, final String values) {
		assertEquals(values, MacroOptions.parse(options).toString());
		assertEquals(values, MacroOptions.parse(" " + options + "  ").toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"a=1 b=2 a=3       | The key \"a\" is there twice: give it once, and put values with spaces in [brackets].", //
		"a=[never closed   | The bracket after a= is not closed: write a=[value].", //
		"a=1 =2            | There is an equals sign without a key before it in \"a=1 =2\": write key=value." //
	})
	void refusesWhatCannotBeMeant(final String options, final String sentence) {
		assertEquals(sentence, assertThrows(StyleTransferException.class, () -> MacroOptions.parse(options)).getMessage());
	}
}
