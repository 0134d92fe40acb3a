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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.IdentityWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests {@link Engine}. */
class EngineTest {

	@ParameterizedTest
	@EnumSource(names = "AUTOMATIC", mode = Mode.EXCLUDE)
	void textAndArithmeticAreTheNetworkEngines(final Precision precision) {
		try (NetworkEngine network = Engines.open(IdentityWeights.of(3, 1), precision)) {
			final Engine engine = Engine.of(network, Precision.AUTOMATIC);
			assertEquals(network.toString(), engine.toString());
			assertEquals(network.precision(), engine.precision());
			assertTrue(engine.toString().endsWith(", " + Settings.PRECISION.text(engine.precision())), engine.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "FLOAT32, AUTOMATIC", "FLOAT32, FLOAT32", "BFLOAT16, AUTOMATIC", "BFLOAT16, BFLOAT16" })
	void nothingIsNotedWhereItIsAsAskedFor(final Precision precision, final Precision asked) {
		assertEquals(List.of(), new Engine("any", precision, asked).notes());
	}

	@Test
	void arithmeticThatCannotBeHadIsNotedInOneSentence() {
		assertEquals(List.of("The precision is to be bfloat16, which this machine's engine does not have, so the network " +
			"computes in float32."), new Engine("any", Precision.FLOAT32, Precision.BFLOAT16).notes());
	}
}
