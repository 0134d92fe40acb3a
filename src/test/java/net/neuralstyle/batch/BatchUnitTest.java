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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchUnitTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 64).build();

	@Test
	void jsonTellsEverything() {
		final BatchUnit unit = new BatchUnit("/a \"1\".png", "2-5", List.of("/b.jpg", "great-wave"), "2,1", "/o/c.tif",
			RECIPE, "VGG16 (ImageNet)", true);
		final BatchUnit read = BatchUnit.fromJson(unit.toJson());
		assertEquals("/a \"1\".png", read.content());
		assertEquals(List.of("/b.jpg", "great-wave"), read.styles());
		assertEquals("2,1", read.blend());
		assertEquals("/o/c.tif", read.output());
		assertEquals(RECIPE, read.recipe());
		assertEquals("VGG16 (ImageNet)", read.weights());
		assertTrue(read.isAsContent());
		assertEquals(unit.toJson(), read.toJson());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"content\":\"a\"}", "{\"format\":9}" })
	void whatIsNoUnitIsRefused(final String json) {
		assertThrows(IllegalArgumentException.class, () -> BatchUnit.fromJson(json));
	}

	@Test
	void unitsOfOneStyleShareASession() {
		assertTrue(unit("a", "s", RECIPE).sharesSession(unit("b", "s", Recipe.fromJson(RECIPE.toJson()))));
		assertFalse(unit("a", "s", RECIPE).sharesSession(unit("a", "t", RECIPE)));
		assertFalse(unit("a", "s", RECIPE).sharesSession(unit("a", "s", Recipe.builder().build())));
	}

	private static BatchUnit unit(final String content, final String style, final Recipe recipe) {
		return new BatchUnit(content, "", List.of(style), "", content + ".png", recipe, "w", false);
	}
}
