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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.neuralstyle.network.TransformationTopology;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a network is a value that nobody can change. */
class StyleNetworkTest {

	private static final StyleNetwork NETWORK = RandomNetworks.make(1, 2, 1);

	@Test
	void arraysThatWentInOrOutAreCopies() {
		final float[] parameters = NETWORK.parameters();
		final byte[] preview = { 1, 2 };
		final StyleNetwork network = new StyleNetwork(NETWORK.topology(), parameters, NETWORK.card(), preview);
		parameters[0] = 17;
		preview[0] = 17;
		network.parameters()[1] = 17;
		network.preview().orElseThrow()[1] = 17;
		assertArrayEquals(NETWORK.parameters(), network.parameters());
		assertArrayEquals(new byte[] { 1, 2 }, network.preview().orElseThrow());
	}

	@Test
	void checksumIsOfWhatDecidesThePicture() {
		final StyleNetwork other = NETWORK.withPreview(new byte[0]).withCard(NetworkCard.builder("Other").build());
		assertEquals(NETWORK.checksum(), other.checksum());
		assertNotEquals(NETWORK, other);
		assertNotEquals(NETWORK.checksum(), RandomNetworks.make(2, 2, 1).checksum());
		assertEquals(64, NETWORK.checksum().length());
	}

	@Test
	void numbersOfAnotherTopologyAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new StyleNetwork(new TransformationTopology(2, 2), NETWORK
			.parameters(), NETWORK.card(), new byte[0]));
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY })
	void numbersThatAreNoneAreRefused(final float number) {
		final float[] parameters = NETWORK.parameters();
		parameters[parameters.length - 1] = number;
		assertThrows(IllegalArgumentException.class, () -> new StyleNetwork(NETWORK.topology(), parameters, NETWORK.card(),
			new byte[0]));
	}
}
