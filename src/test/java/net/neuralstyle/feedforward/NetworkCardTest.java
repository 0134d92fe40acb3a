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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import net.neuralstyle.Provenance.Picture;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a network's card tells everything again, and refuses what it cannot tell. */
class NetworkCardTest {

	@Test
	void jsonTellsEverythingAgain() {
		final NetworkCard card = NetworkCard.fromJson(RandomNetworks.card().toJson());
		assertEquals(RandomNetworks.card(), card);
		assertEquals("Waves", card.name());
		assertEquals(List.of("waves.jpg", "größer.png"), List.of(card.styles().get(0).name(), card.styles().get(1).name()));
		assertEquals(0.75, card.styles().get(0).share());
		assertEquals(List.of("cd34"), card.styles().get(0).regions());
		assertEquals(12.5, card.recipe().orElseThrow().get(Settings.STYLE_WEIGHT));
		assertEquals("{\"seed\":7}", card.training().orElseThrow());
		assertEquals(List.of(2000, 4, 256), List.of(card.steps(), card.picturesPerStep(), card.pictureSize()));
		assertEquals("landscapes", card.photographs());
		assertEquals(120, card.photographCount());
		assertEquals("Compact VGG (bundled)", card.lossNetwork());
		assertEquals("0123", card.lossNetworkChecksum());
		assertEquals("Ripples", card.beganWith());
		assertEquals("4567", card.beganWithChecksum());
		assertEquals(OptionalDouble.of(1234.5), card.loss());
		assertEquals("1.2.3", card.version());
		assertEquals("2026-11-27T12:34:56Z", card.date().orElseThrow().toString());
		assertEquals("CC0-1.0", card.licence());
		assertEquals("Somebody", card.author());
		assertEquals("waves.onnx", card.importedFrom());
	}

	@Test
	void networkIsOfItsStylesWhateverTheyAreCalled() {
		final NetworkCard card = RandomNetworks.card();
		final Picture first = new Picture("other", "ab12", 3, List.of("cd34"));
		final Picture second = new Picture("another", "ef56", 1, List.of());
		assertTrue(card.isOf(List.of(first, second)));
		assertFalse(card.isOf(List.of(first)));
		assertFalse(card.isOf(List.of(second, first)));
		assertFalse(card.isOf(List.of(new Picture("waves.jpg", "ab12", 0.5, List.of("cd34")), second)));
		assertFalse(card.isOf(List.of(new Picture("waves.jpg", "ab12", 3, List.of()), second)));
		assertFalse(card.isOf(List.of(new Picture("waves.jpg", "00", 3, List.of("cd34")), second)));
	}

	@Test
	void networkOfUnknownStylesIsOfNone() {
		assertFalse(NetworkCard.builder("Candy").build().isOf(List.of(new Picture("candy", "ab12", 1, List.of()))));
	}

	@Test
	void prettyJsonTellsTheSame() {
		assertEquals(RandomNetworks.card(), NetworkCard.fromJson(RandomNetworks.card().toPrettyJson()));
	}

	@Test
	void nameAloneIsEnough() {
		final NetworkCard card = NetworkCard.fromJson(NetworkCard.builder("Candy").build().toJson());
		assertEquals("Candy", card.name());
		assertEquals(List.of(), card.styles());
		assertEquals(Optional.empty(), card.recipe());
		assertEquals(Optional.empty(), card.date());
		assertEquals(OptionalDouble.empty(), card.loss());
		assertEquals("", card.licence());
		assertEquals(0, card.steps());
	}

	@Test
	void builderOfACardLeavesTheCardAsItIs() {
		final NetworkCard card = RandomNetworks.card();
		final NetworkCard other = card.toBuilder().name("Other").build();
		assertEquals("Waves", card.name());
		assertEquals(card, other.toBuilder().name("Waves").build());
	}

	@Test
	void recipeOfANewerVersionDoesNotMakeTheCardUnreadable() {
		final NetworkCard card = NetworkCard.fromJson(RandomNetworks.card().toJson().replace("\"recipe\":{",
			"\"recipe\":{\"brushes\":3,"));
		assertEquals("Waves", card.name());
		assertTrue(assertThrows(IllegalArgumentException.class, card::recipe).getMessage().contains("brushes"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "waves", "[]", "{}", "{\"name\":\" \"}", "{\"name\":3,\"steps\":\"many\"}",
		"{\"name\":\"a\",\"steps\":-1}", "{\"name\":\"a\",\"date\":\"yesterday\"}", "{\"name\":\"a\",\"recipe\":[]}",
		"{\"name\":\"a\",\"styles\":[null]}", "{\"name\":\"a\",\"styles\":[{\"name\":\"b\",\"share\":0}]}",
		"{\"name\":\"a\",\"loss\":1e999}", "{\"name\":{}}",
		"{\"name\":\"a\",\"styles\":[{\"share\":1,\"regions\":[null]}]}" })
	void whatIsNoCardIsRefused(final String json) {
		final String message = assertThrows(IllegalArgumentException.class, () -> NetworkCard.fromJson(json)).getMessage();
		assertTrue(message.matches("What the network tells of itself cannot be read: .*[^.]\\."), message);
	}

	@Test
	void newerFormatIsRefused() {
		final String json = RandomNetworks.card().toJson().replace("\"format\":1", "\"format\":2");
		final String message = assertThrows(IllegalArgumentException.class, () -> NetworkCard.fromJson(json)).getMessage();
		assertTrue(message.contains("newer version of the plugin"), message);
	}

	@Test
	void blankNameIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> NetworkCard.builder(" "));
	}

	@Test
	void numbersThatCannotBeAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> NetworkCard.builder("a").steps(-1, 4, 256).build());
		assertThrows(IllegalArgumentException.class, () -> NetworkCard.builder("a").loss(Double.NaN).build());
		assertThrows(IllegalArgumentException.class, () -> NetworkCard.builder("a").styles(List.of(new Picture("b", "", 0,
			List.of()))).build());
	}
}
