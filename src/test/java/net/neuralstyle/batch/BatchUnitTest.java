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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchUnitTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 64).build();

	@Test
	void jsonTellsEverythingOfAStyleTransfer() {
		final BatchUnit unit = new BatchUnit("/a \"1\".png", "2-5", new TransferWay(List.of("/b.jpg", "great-wave"), "2,1",
			RECIPE, "VGG16 (ImageNet)"), "/o/c.tif", true);
		final BatchUnit read = BatchUnit.fromJson(unit.toJson());
		assertEquals("/a \"1\".png", read.content());
		assertEquals("2-5", read.slices());
		assertEquals("/o/c.tif", read.output());
		assertTrue(read.isAsContent());
		final TransferWay way = (TransferWay) read.way();
		assertEquals(List.of("/b.jpg", "great-wave"), way.styles());
		assertEquals("2,1", way.blend());
		assertEquals(RECIPE, way.recipe());
		assertEquals("VGG16 (ImageNet)", way.network());
		assertEquals(unit.toJson(), read.toJson());
	}

	@Test
	void jsonTellsEverythingOfAPainting() {
		final PaintingRecipe recipe = PaintingRecipe.builder().set(PaintingSettings.STRENGTH, 0.25).build();
		final BatchUnit unit = new BatchUnit("/a.png", "", new PaintingWay("/n/waves.h5", recipe), "/o/c.png", false);
		final BatchUnit read = BatchUnit.fromJson(unit.toJson());
		final PaintingWay way = (PaintingWay) read.way();
		assertEquals("/n/waves.h5", way.network());
		assertEquals(recipe, way.recipe());
		assertEquals(unit.toJson(), read.toJson());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"content\":\"a\"}", "{\"format\":9}",
		"{\"content\":\"a\",\"output\":\"b\",\"way\":{}}",
		"{\"content\":\"a\",\"output\":\"b\",\"way\":{\"painter\":\"n\"}}" })
	void whatIsNoUnitIsRefused(final String json) {
		assertThrows(IllegalArgumentException.class, () -> BatchUnit.fromJson(json));
	}

	@Test
	void waysAreEqualByAllThatTheyTell() {
		assertEquals(way("s", RECIPE), way("s", Recipe.fromJson(RECIPE.toJson())));
		assertNotEquals(way("s", RECIPE), way("t", RECIPE));
		assertNotEquals(way("s", RECIPE), way("s", Recipe.builder().build()));
		assertNotEquals(way("s", RECIPE), new PaintingWay("s", PaintingRecipe.builder().build()));
	}

	private static UnitWay way(final String style, final Recipe recipe) {
		return new TransferWay(List.of(style), "", recipe, "w");
	}
}
