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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that messages of protocol buffers are read as their format says, and that others end in an exception. */
class ProtobufMessageTest {

	@Test
	void wholeNumbersAreReadOneByOneAndPacked() {
		// NB: Field 1: 300, packed 3 and 270, and -1, which takes ten bytes.
		final ProtobufMessage message = message("\10\254\2" + "\12\3\3\216\2" +
			"\10\377\377\377\377\377\377\377\377\377\1");
		assertEquals(List.of(300L, 3L, 270L, -1L), message.integers(1));
		assertEquals(Optional.of(-1L), message.integer(1));
	}

	@Test
	void numbersAreReadOneByOneAndPacked() {
		final ProtobufMessage message = message("\25\0\0\200\77" + "\22\10\0\0\0\100\0\0\200\300");
		assertArrayEquals(new float[] { 1, 2, -4 }, message.numbers(2));
	}

	@Test
	void textsAndMessagesAreWhatIsInThem() {
		final ProtobufMessage message = message("\32\3caf" + "\32\5caf\303\251" + "\42\2\10\7");
		assertEquals(List.of("caf", "café"), message.texts(3));
		assertEquals("café", message.text(3));
		assertEquals(List.of(7L), message.messages(4).get(0).integers(1));
	}

	@Test
	void whatIsNotThereIsEmpty() {
		final ProtobufMessage message = message("");
		assertEquals(List.of(), message.messages(1));
		assertEquals("", message.text(1));
		assertEquals(Optional.empty(), message.integer(1));
		assertEquals(Optional.empty(), message.bytes(1));
		assertEquals(0, message.numbers(1).length);
	}

	@Test
	void fieldsThatNobodyAsksForArePassedOver() {
		assertEquals(Optional.of(5L), message("\111\1\2\3\4\5\6\7\10" + "\172\1x" + "\10\5").integer(1));
	}

	/** A length beyond the end, a number without one, no end of a number, a type that is none, the field 0. */
	@ParameterizedTest
	@ValueSource(strings = { "\12\5abc", "\10", "\10\377", "\10\377\377\377\377\377\377\377\377\377\377\1", "\13", "\0\1",
		"\15\0\0", "\12\377\377\377\377\7" })
	void damageIsAnException(final String bytes) {
		assertThrows(RuntimeException.class, () -> message(bytes));
	}

	@Test
	void attributesOfOperationsAreWholeNumbersOrOthers() {
		// NB: The scales of Upsample were an attribute before version 9, as pads still are.
		final OnnxNode node = new OnnxNode(message("\42\10Upsample" + //
			"\52\32\12\6scales\72\20\0\0\200\77\0\0\200\77\0\0\0\100\0\0\0\100" + "\52\12\12\4pads\100\1\100\2"));
		assertEquals("Upsample", node.operation());
		assertArrayEquals(new double[] { 1, 1, 2, 2 }, node.numbers("scales").orElseThrow());
		assertArrayEquals(new double[] { 1, 2 }, node.numbers("pads").orElseThrow());
		assertEquals(Optional.empty(), node.numbers("strides"));
	}

	private static ProtobufMessage message(final String bytes) {
		return new ProtobufMessage(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
	}
}
