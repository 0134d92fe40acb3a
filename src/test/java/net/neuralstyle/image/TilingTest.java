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

package net.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that tiles cover an image once, see their halo, and are pooled as the image is. */
class TilingTest {

	/** Sees 5 pixels far, after three poolings. */
	private static final Halo HALO = new Halo(5, 8);
	private static final int LARGEST_TILE = 64;

	static Stream<ImageSize> sizes() {
		return Stream.of(new ImageSize(64, 64), new ImageSize(65, 64), new ImageSize(71, 97), new ImageSize(72, 49),
			new ImageSize(57, 200), new ImageSize(300, 65), new ImageSize(311, 257), new ImageSize(1000, 96), new ImageSize(30,
				777));
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void interiorsCoverTheImageOnce(final ImageSize size) {
		assertCoveredOnce(size, 1);
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void interiorsCoverTheCoarsestMapOnce(final ImageSize size) {
		assertCoveredOnce(size, 8);
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void windowsAreNoLargerThanAllowed(final ImageSize size) {
		assertTrue(tiling(size).window().longerSide() <= LARGEST_TILE);
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void windowsStartWherePoolingDoes(final ImageSize size) {
		assertTrue(tiling(size).tiles().stream().allMatch(tile -> tile.left() % 8 == 0 && tile.top() % 8 == 0));
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void interiorsAreAHaloAwayFromTheWindowsEndOrEndWithTheImage(final ImageSize size) {
		final ImageSize window = tiling(size).window();
		for (final Tile tile : tiling(size).tiles()) {
			assertHalo(tile.left(), tile.interiorLeft(1), tile.interiorRight(1), window.width(), size.width());
			assertHalo(tile.top(), tile.interiorTop(1), tile.interiorBottom(1), window.height(), size.height());
		}
	}

	@Test
	void imageThatFitsIsOneTile() {
		assertTrue(tiling(new ImageSize(64, 40)).isWhole());
	}

	@Test
	void tilesAreAsFewAsTheyCanBe() {
		// NB: Two tiles of 64 cover 2 * 64 - 2 * 8 = 112.
		assertEquals(2, tiling(new ImageSize(112, 40)).tiles().size());
		assertEquals(3, tiling(new ImageSize(113, 40)).tiles().size());
	}

	@Test
	void tilesAreNoLargerThanTheirNumberNeeds() {
		// NB: 2 * 48 - 2 * 8 = 80
		assertEquals(48, tiling(new ImageSize(80, 40)).window().width());
	}

	@Test
	void tooSmallTileIsRefused() {
		final ImageSize size = new ImageSize(100, 40);
		assertThrows(IllegalArgumentException.class, () -> Tiling.of(size, HALO.smallestWindow() - 1, HALO));
	}

	@Test
	void haloIsRoundedUpToTheAlignment() {
		assertEquals(8, HALO.width());
		assertEquals(16, new Halo(16, 8).width());
	}

	@Test
	void tilingIsDescribedForPeople() {
		assertEquals("2 tiles of 48x40 pixels", tiling(new ImageSize(80, 40)).toString());
	}

	// -- Helper methods --

	private static Tiling tiling(final ImageSize size) {
		return Tiling.of(size, LARGEST_TILE, HALO);
	}

	private static void assertCoveredOnce(final ImageSize size, final int reduction) {
		final int[][] counts = new int[size.height() / reduction][size.width() / reduction];
		for (final Tile tile : tiling(size).tiles()) {
			for (int y = tile.interiorTop(reduction); y < tile.interiorBottom(reduction); y++) {
				for (int x = tile.interiorLeft(reduction); x < tile.interiorRight(reduction); x++) {
					counts[tile.top() / reduction + y][tile.left() / reduction + x]++;
				}
			}
		}
		assertTrue(Stream.of(counts).allMatch(row -> Arrays.stream(row).allMatch(count -> count == 1)));
	}

	private static void assertHalo(final int start, final int from, final int to, final int window, final int image) {
		assertTrue(from >= HALO.width() || start == 0 && from == 0);
		assertTrue(window - to >= HALO.width() || start + window == image && to == window);
	}
}
