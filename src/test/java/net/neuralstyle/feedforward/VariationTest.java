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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

import org.junit.jupiter.api.Test;

/** What changes of training squares leave as it is. */
class VariationTest {

	private static final int SIDE = 8;
	private static final int TRIALS = 400;
	private static final double ROUNDING = 1e-3;

	private final VggImage square = square(new Random(3));

	@Test
	void aboutHalfOfTheSquaresStay() {
		final Random random = new Random(1);
		int same = 0;
		for (int i = 0; i < TRIALS; i++) {
			if (Variation.of(square, random) == square) same++;
		}
		// NB: Four standard deviations of 400 throws of a coin.
		assertEquals(TRIALS / 2.0, same, 40);
	}

	@Test
	void changeFollowsFromTheRandomNumbers() {
		final Random seeds = new Random(8);
		for (int trial = 0; trial < 20; trial++) {
			final long seed = seeds.nextLong();
			assertArrayEquals(Variation.of(square, new Random(seed)).values(), Variation.of(square, new Random(seed)).values());
		}
	}

	@Test
	void squareItselfIsNotChanged() {
		final float[] before = square.values().clone();
		final Random random = new Random(7);
		for (int trial = 0; trial < 20; trial++) {
			Variation.of(square, random);
		}
		assertArrayEquals(before, square.values());
	}

	@Test
	void levelsStayBetweenBlackAndWhite() {
		final Random random = new Random(4);
		for (int trial = 0; trial < TRIALS; trial++) {
			final float[] values = Variation.of(square, random).values();
			for (int i = 0; i < values.length; i++) {
				final double level = values[i] + VggImage.mean(i % VggImage.CHANNELS);
				assertTrue(level > -ROUNDING && level < 255 + ROUNDING, () -> "level " + level);
			}
		}
	}

	@Test
	void blackStaysBlack() {
		final float[] black = new float[SIDE * SIDE * VggImage.CHANNELS];
		for (int i = 0; i < black.length; i++) {
			black[i] = -VggImage.mean(i % VggImage.CHANNELS);
		}
		final Random random = new Random(6);
		for (int trial = 0; trial < TRIALS; trial++) {
			assertArrayEquals(black, Variation.of(VggImage.of(square.size(), black), random).values(),
				(float) ROUNDING);
		}
	}

	@Test
	void brighterGreysStayBrighter() {
		final float[] greys = new float[SIDE * SIDE * VggImage.CHANNELS];
		for (int i = 0; i < greys.length; i++) {
			greys[i] = i / VggImage.CHANNELS - VggImage.mean(i % VggImage.CHANNELS);
		}
		final Random random = new Random(5);
		for (int trial = 0; trial < TRIALS; trial++) {
			final float[] values = Variation.of(VggImage.of(square.size(), greys), random).values();
			// NB: Along the diagonal, which stays where it is if rows become columns.
			for (int position = 1; position < SIDE; position++) {
				for (int channel = 0; channel < VggImage.CHANNELS; channel++) {
					final int at = VggImage.CHANNELS * (SIDE + 1) * position + channel;
					assertTrue(values[at] > values[at - VggImage.CHANNELS * (SIDE + 1)], "channel " + channel);
				}
			}
		}
	}

	@Test
	void rowsOfSomeSquaresBecomeColumns() {
		final Random random = new Random(2);
		int columns = 0;
		int rows = 0;
		for (int i = 0; i < TRIALS; i++) {
			final VggImage varied = Variation.of(rowsOfTwoLevels(), random);
			if (varied.values()[0] == varied.values()[VggImage.CHANNELS]) rows++;
			else columns++;
		}
		// NB: A quarter of them.
		assertEquals(TRIALS / 4.0, columns, 40);
		assertEquals(TRIALS, rows + columns);
	}

	@Test
	void unchangedSquareIsTheSquareItself() {
		final Random low = new Random() {

			@Override
			public double nextDouble() {
				return 0.49;
			}
		};
		assertSame(square, Variation.of(square, low));
	}

	/** Dark and bright rows in turn. */
	private static VggImage rowsOfTwoLevels() {
		final float[] values = new float[SIDE * SIDE * VggImage.CHANNELS];
		for (int i = 0; i < values.length; i++) {
			final int row = i / (SIDE * VggImage.CHANNELS);
			values[i] = (row % 2 == 0 ? 20 : 60) - VggImage.mean(i % VggImage.CHANNELS);
		}
		return VggImage.of(new ImageSize(SIDE, SIDE), values);
	}

	private static VggImage square(final Random random) {
		final float[] values = new float[SIDE * SIDE * VggImage.CHANNELS];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(256) - VggImage.mean(i % VggImage.CHANNELS);
		}
		return VggImage.of(new ImageSize(SIDE, SIDE), values);
	}
}
