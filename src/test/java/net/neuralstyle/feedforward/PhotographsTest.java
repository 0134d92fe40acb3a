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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

import org.junit.jupiter.api.Test;

/** Proves that the squares of photographs are what was asked for, follow from their indices alone, and miss none. */
class PhotographsTest {

	private static final int SIDE = 64;

	private final List<String> notes = new ArrayList<>();

	@Test
	void squareHasItsSize() {
		assertEquals(new ImageSize(SIDE, SIDE), photographs(new TestPhotographs(3), 1).square(0).size());
	}

	@Test
	void squareFollowsFromItsIndexWhateverWasAskedForBefore() {
		final Photographs first = photographs(new TestPhotographs(4), 1);
		final List<float[]> squares = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			squares.add(first.square(i).values());
		}
		final Photographs second = photographs(new TestPhotographs(4), 1);
		for (final int i : new int[] { 7, 2, 5 }) {
			assertArrayEquals(squares.get(i), second.square(i).values(), "square " + i);
		}
	}

	@Test
	void anotherSeedGivesOtherSquares() {
		assertFalse(Arrays.equals(photographs(new TestPhotographs(4), 1).square(0).values(), photographs(new TestPhotographs(
			4), 2).square(0).values()));
	}

	@Test
	void eachPhotographComesOnceBeforeAnyComesAgainAndTheHeldOutOneNever() {
		final Photographs flat = photographs(new FlatPhotographs(6), 3);
		final int heldOut = level(flat.heldOut()) / FlatPhotographs.STEP;
		for (int epoch = 0; epoch < 3; epoch++) {
			final Set<Integer> seen = new HashSet<>();
			for (int i = 0; i < 5; i++) {
				seen.add(flat.photographOf(5 * epoch + i));
			}
			assertEquals(5, seen.size());
			assertFalse(seen.contains(heldOut));
		}
	}

	@Test
	void orderIsAnotherOneEachTime() {
		final Photographs flat = photographs(new FlatPhotographs(8), 3);
		final List<Integer> first = new ArrayList<>();
		final List<Integer> second = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			first.add(flat.photographOf(i));
			second.add(flat.photographOf(7 + i));
		}
		assertFalse(first.equals(second));
	}

	@Test
	void squareIsCutFromThePhotographThatItsIndexTells() {
		final Photographs flat = photographs(new FlatPhotographs(6), 3);
		int unchanged = 0;
		for (int i = 0; i < 40; i++) {
			if (level(flat.square(i)) == FlatPhotographs.STEP * flat.photographOf(i)) unchanged++;
		}
		// NB: All but those with other colours, which are half of them; black stays black.
		assertTrue(unchanged >= 15, () -> "Too few show it.");
	}

	@Test
	void squaresShowSomethingWhereAPhotographIsBlankInLargeParts() {
		final Photographs nights = photographs(new NightPhotographs(), 3);
		for (int i = 0; i < 60; i++) {
			final float[] values = nights.square(i).values();
			float least = values[0];
			float most = values[0];
			for (int blue = 0; blue < values.length; blue += VggImage.CHANNELS) {
				least = Math.min(least, values[blue]);
				most = Math.max(most, values[blue]);
			}
			assertTrue(most - least > 5, "square " + i);
		}
	}

	@Test
	void onlyPhotographIsHeldOutAndCutAlike() {
		final Photographs flat = photographs(new FlatPhotographs(1), 3);
		assertEquals(0, flat.photographOf(0));
		assertEquals(0, level(flat.heldOut()));
	}

	@Test
	void pictureThatCannotBeReadIsToldOnceAndAnotherOneTaken() {
		final Photographs photographs = photographs(new TestPhotographs(4, 1, 2), 1);
		for (int i = 0; i < 12; i++) {
			photographs.square(i);
		}
		assertEquals(Set.of("Photograph 1 is damaged.", "Photograph 2 is damaged."), Set.copyOf(notes));
		assertEquals(2, notes.size());
	}

	@Test
	void squaresAreOfTheHeldOutPhotographIfNoOtherOneCanBeUsed() {
		final Photographs photographs = photographs(new TestPhotographs(3, 0, 2), 1);
		photographs.square(0);
		assertEquals(2, notes.size());
	}

	@Test
	void noPhotographAtAllIsRefused() {
		final StyleTransferException refusal = assertThrows(StyleTransferException.class, () -> photographs(
			new TestPhotographs(3, 0, 1, 2), 1));
		assertTrue(refusal.getMessage().startsWith("There is no photograph in test photographs that can be used"), refusal
			::getMessage);
	}

	@Test
	void photographsAreKeptInMemory() {
		final TestPhotographs source = new TestPhotographs(4);
		final Photographs photographs = photographs(source, 1);
		for (int i = 0; i < 20; i++) {
			photographs.square(i);
		}
		assertEquals(4, source.reads);
	}

	@Test
	void photographForWhichThereIsNoRoomIsReadOnceForASquare() {
		final TestPhotographs source = new TestPhotographs(4);
		final Photographs photographs = new Photographs(source, SIDE, 1, notes::add, 0);
		final int reads = source.reads;
		for (int i = 0; i < 3; i++) {
			photographs.square(i);
		}
		assertEquals(reads + 3, source.reads);
	}

	private Photographs photographs(final PhotographSource source, final long seed) {
		return new Photographs(source, SIDE, seed, notes::add);
	}

	private static int level(final VggImage image) {
		return image.toArgb().firstElement().get() & 255;
	}

	/** Waves below a black sky, which is two thirds of them. */
	private static final class NightPhotographs implements PhotographSource {

		private final PhotographSource waves = new TestPhotographs(4);

		@Override
		public String name() {
			return "nights";
		}

		@Override
		public int count() {
			return waves.count();
		}

		@Override
		public String fingerprint() {
			return "nights";
		}

		@Override
		public RandomAccessibleInterval<ARGBType> read(final int index) {
			final RandomAccessibleInterval<ARGBType> photograph = waves.read(index);
			final long bottom = 2 * photograph.dimension(1) / 3;
			Views.interval(photograph, new long[2], new long[] { photograph.dimension(0) - 1, bottom }).forEach(pixel -> pixel
				.set(ARGBType.rgba(0, 0, 0, 255)));
			return photograph;
		}
	}

	/** Each of one grey level. */
	private static final class FlatPhotographs implements PhotographSource {

		/** In grey levels, from one to the next. */
		private static final int STEP = 20;

		private final int count;

		private FlatPhotographs(final int count) {
			this.count = count;
		}

		@Override
		public String name() {
			return "flat";
		}

		@Override
		public int count() {
			return count;
		}

		@Override
		public String fingerprint() {
			return "flat";
		}

		@Override
		public RandomAccessibleInterval<ARGBType> read(final int index) {
			final int[] pixels = new int[80 * 70];
			Arrays.fill(pixels, ARGBType.rgba(STEP * index, STEP * index, STEP * index, 255));
			return ArrayImgs.argbs(pixels, 80, 70);
		}
	}
}
