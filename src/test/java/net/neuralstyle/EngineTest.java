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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import net.neuralstyle.recipe.Precision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link Engine}. */
class EngineTest {

	@Test
	void textIsTheNetworkEngines() {
		assertEquals("oneDNN 3.3.4, bfloat16", Engine.of("oneDNN 3.3.4, bfloat16", Precision.AUTOMATIC).toString());
	}

	@ParameterizedTest
	@CsvSource({ "'oneDNN 3.3.4, bfloat16', BFLOAT16", "'oneDNN 3.3.4, float32', FLOAT32", "'ND4J, float32', FLOAT32" })
	void arithmeticIsReadFromTheText(final String text, final Precision precision) {
		assertEquals(precision, Engine.of(text, Precision.AUTOMATIC).precision());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bfloat16", "oneDNN 3.3.4, bfloat16, or not", "any, half" })
	void textThatTellsNoArithmeticMeansFloat32(final String text) {
		assertEquals(Precision.FLOAT32, Engine.precision(text));
	}

	@ParameterizedTest
	@CsvSource({ "float32, AUTOMATIC", "float32, FLOAT32", "bfloat16, AUTOMATIC", "bfloat16, BFLOAT16" })
	void nothingIsNotedWhereItIsAsAskedFor(final String arithmetic, final Precision asked) {
		assertEquals(List.of(), Engine.of("any, " + arithmetic, asked).notes());
	}

	@Test
	void arithmeticThatCannotBeHadIsNotedInOneSentence() {
		assertEquals(List.of("The precision is to be bfloat16, which this machine's engine does not have, so the network " +
			"computes in float32."), Engine.of("ND4J, float32", Precision.BFLOAT16).notes());
	}
}
