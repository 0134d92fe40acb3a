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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of the levels and how evaluations are shared out. */
class PyramidTest {

	private static final ImageSize SQUARE = new ImageSize(100, 100);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"512 | 512 | 0 | [128x128, 256x256, 512x512]", //
		"451 | 300 | 0 | [113x75, 226x150, 451x300]", //
		"150 | 100 | 0 | [150x100]", //
		"512 | 512 | 1 | [512x512]", //
		"512 | 256 | 2 | [256x128, 512x256]", //
		"512 | 100 | 0 | [256x50, 512x100]", //
		"128 | 128 | 8 | [32x32, 64x64, 128x128]" //
	})
	void levelsDoubleUntilTheResultsSize(final int width, final int height, final int levels, final String sizes) {
		assertEquals(sizes, Pyramid.of(new ImageSize(width, height), List.of(SQUARE), 1, levels).sizes().toString());
	}

	@Test
	void narrowStyleLimitsTheLevels() {
		assertEquals("[256x256, 512x512]", Pyramid.of(new ImageSize(512, 512), List.of(new ImageSize(400, 60)), 1, 0).sizes()
			.toString());
	}

	@Test
	void narrowestStyleLimitsTheLevelsWhereThereAreSeveral() {
		assertEquals("[256x256, 512x512]", Pyramid.of(new ImageSize(512, 512), List.of(SQUARE, new ImageSize(400, 60),
			SQUARE), 1, 0).sizes().toString());
	}

	@Test
	void largeStrokesMakeANarrowStyleWider() {
		assertEquals("[128x128, 256x256, 512x512]", Pyramid.of(new ImageSize(512, 512), List.of(new ImageSize(400, 60)), 2, 0)
			.sizes().toString());
	}

	@Test
	void finestLevelHasAFifthOfTheEvaluationsMiddleOnesATenthAndTheCoarsestTheRest() {
		final Pyramid pyramid = Pyramid.of(new ImageSize(1024, 1024), List.of(SQUARE), 1, 4);
		assertEquals(115, pyramid.evaluations(0, 200));
		assertEquals(20, pyramid.evaluations(1, 200));
		assertEquals(21, pyramid.evaluations(2, 200));
		assertEquals(44, pyramid.evaluations(3, 200));
	}

	@Test
	void onlyLevelHasAllEvaluations() {
		assertEquals(200, Pyramid.of(SQUARE, List.of(SQUARE), 1, 1).evaluations(0, 200));
	}

	@Test
	void startFromANetworkHasTheFullSizeAndAsManyEvaluationsAsAFinestLevel() {
		final Recipe recipe = Recipe.builder().set(Settings.START, Start.NETWORK).build();
		final Pyramid pyramid = Pyramid.of(recipe, new ImageSize(512, 512), List.of(SQUARE));
		assertEquals("[512x512]", pyramid.sizes().toString());
		assertEquals(44, pyramid.evaluations(200));
		assertEquals(44, pyramid.evaluations(0, 44));
		assertEquals(1, pyramid.evaluations(1));
	}

	@Test
	void levelsThatAreAskedForAreMadeFromANetworkToo() {
		final Recipe recipe = Recipe.builder().set(Settings.START, Start.NETWORK).set(Settings.PYRAMID, 2).build();
		final Pyramid pyramid = Pyramid.of(recipe, new ImageSize(512, 512), List.of(SQUARE));
		assertEquals("[256x256, 512x512]", pyramid.sizes().toString());
		assertEquals(200, pyramid.evaluations(200));
	}

	@Test
	void pictureThatGoesOnHasTheFullSizeAndATenthOfTheEvaluations() {
		assertEquals("[512x512]", Pyramid.following(new ImageSize(512, 512)).sizes().toString());
		assertEquals(20, Pyramid.following(SQUARE).evaluations(200));
		assertEquals(2, Pyramid.following(SQUARE).evaluations(20));
	}

	@ParameterizedTest
	@ValueSource(ints = { 512, 1024, 4096 })
	void workIsLessThanAThirdOfThatOfTheFinestLevelAlone(final int size) {
		final Pyramid pyramid = Pyramid.of(new ImageSize(size, size), List.of(SQUARE), 1, 0);
		double work = 0;
		for (int level = 0; level < pyramid.sizes().size(); level++) {
			work += (double) pyramid.sizes().get(level).pixels() * pyramid.evaluations(level, 200);
		}
		final double share = work / (200.0 * size * size);
		assertTrue(share > 0.25 && share < 0.32, () -> "work is " + share);
	}

	@ParameterizedTest
	@ValueSource(ints = { 20, 40, 100, 199, 200, 20000 })
	void noEvaluationIsLostAndEveryLevelHasOne(final int total) {
		final Pyramid pyramid = Pyramid.of(new ImageSize(8192, 8192), List.of(SQUARE), 1, 8);
		final int[] shares = IntStream.range(0, 8).map(level -> pyramid.evaluations(level, total)).toArray();
		assertEquals(total, IntStream.of(shares).sum());
		assertTrue(IntStream.of(shares).allMatch(share -> share >= 1), () -> Arrays.toString(shares));
	}
}
