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

package net.neuralstyle.feedforward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads how pictures were painted. */
class PaintingProvenanceTest {

	@Test
	void whatIsNotKnownIsEmpty() {
		final PaintingProvenance provenance = PaintingProvenance.fromJson(
			"{\"painter\":\"Waves\",\"recipe\":{},\"content\":{\"share\":1}}");
		assertEquals("Waves", provenance.network());
		assertEquals("", provenance.version() + provenance.networkChecksum() + provenance.device() + provenance.engine() +
			provenance.content().name());
		assertTrue(provenance.former().isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { //
		"{} | It is not told how the picture was painted: there is no network in \"{}\".", //
		"[] | How the picture was painted cannot be read: it must be a JSON object.", //
		"{\"painter\":{}} | How the picture was painted cannot be read: it must be a JSON object." })
	void whatIsNoProvenanceIsRefusedWithASentence(final String json, final String sentence) {
		assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> PaintingProvenance.fromJson(json))
			.getMessage());
	}

	@Test
	void newerFormatIsRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> PaintingProvenance.fromJson("{\"format\":99}"))
			.getMessage().contains("update the plugin"));
	}
}
