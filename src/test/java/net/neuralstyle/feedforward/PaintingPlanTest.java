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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.network.TransformationTopology;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which parts pictures of many sizes are painted. */
class PaintingPlanTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(16, 5);

	@ParameterizedTest
	@CsvSource({ "512, 512, 512x512", "1024, 1024, 1024x1024", "1250, 1000, 1252x1000", "33, 34, 36x36", "5, 3, 16x16",
		"40000, 20, 40000x20" })
	void pictureOfAMegapixelIsPaintedAtOnce(final int width, final int height, final String window) {
		final PaintingPlan plan = plan(width, height);
		assertTrue(plan.tiling().isWhole());
		assertEquals(window, plan.tiling().window().toString());
		assertEquals(1, plan.partCount());
		assertEquals(plan.size(), plan.thumbnail());
	}

	@ParameterizedTest
	@CsvSource({ "1251, 1000", "8192, 8192", "4000, 3000", "100000, 32", "1201, 16001" })
	void largePictureIsPaintedInPartsThatAreNoLarger(final int width, final int height) {
		final PaintingPlan plan = plan(width, height);
		assertTrue(plan.tiling().window().pixels() < 1_260_000, plan.tiling().toString());
		assertTrue(plan.thumbnail().pixels() <= 1_251_000, plan.thumbnail().toString());
		assertTrue(plan.thumbnail().pixels() > 1_200_000, plan.thumbnail().toString());
		assertEquals(1 + plan.tiling().tiles().size(), plan.partCount());
	}

	@ParameterizedTest
	@CsvSource({ "1251, 1003", "2049, 1501", "1122, 3333" })
	void partsCoverThePictureOnce(final int width, final int height) {
		final PaintingPlan plan = plan(width, height);
		final int[] count = new int[width * height];
		for (final Tile tile : plan.tiling().tiles()) {
			final ImageSize interior = plan.interior(tile);
			for (int i = 0; i < interior.pixels(); i++) {
				final int x = tile.left() + tile.interiorLeft(1) + i % interior.width();
				final int y = tile.top() + tile.interiorTop(1) + i / interior.width();
				count[y * width + x]++;
			}
		}
		final int[] once = new int[count.length];
		Arrays.fill(once, 1);
		assertArrayEquals(once, count);
	}

	@Test
	void partsOfALargePictureHaveLittleInCommon() {
		final PaintingPlan plan = plan(8192, 8192);
		final double painted = (double) plan.tiling().window().pixels() * plan.tiling().tiles().size();
		assertTrue(painted < 1.35 * 8192 * 8192, plan.tiling().toString());
	}

	private static PaintingPlan plan(final int width, final int height) {
		return PaintingPlan.of(new ImageSize(width, height), TOPOLOGY);
	}
}
