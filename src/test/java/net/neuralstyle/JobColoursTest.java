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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Colours;

import org.junit.jupiter.api.Test;

/** Which pictures a transfer is made of, and in which colours it ends. */
class JobColoursTest {

	private static final VggImage CONTENT = VggImage.of(TestPictures.waves(61, 45, 1));
	private static final Style STYLE = Style.of(TestPictures.waves(40, 52, 2));
	private static final Style OTHER_STYLE = Style.of(TestPictures.waves(50, 45, 3));
	private static final ImageSize SIZE = new ImageSize(96, 71);

	@Test
	void stylesColoursStay() {
		final JobColours colours = colours(Colours.STYLE, CONTENT);
		assertEquals(List.of(ColourTransform.IDENTITY, ColourTransform.IDENTITY), colours.styles());
		assertSame(CONTENT, colours.content());
		assertFalse(colours.isGrey());
		final VggImage computed = VggImage.noise(SIZE, 1);
		assertSame(computed, colours.finished(computed));
	}

	@Test
	void everyStyleIsMatchedToItsRegion() {
		final WeightMap left = half(true);
		final WeightMap right = half(false);
		final JobColours colours = new JobColours(Colours.MATCHED, CONTENT, List.of(left, right), List.of(STYLE, OTHER_STYLE),
			Map.of(), SIZE);
		assertEquals(List.of(ColourTransform.matching(ColourStatistics.of(STYLE.image()), ColourStatistics.of(CONTENT, left)),
			ColourTransform.matching(ColourStatistics.of(OTHER_STYLE.image()), ColourStatistics.of(CONTENT, right))), colours
				.styles());
		assertSame(CONTENT, colours.content());
		assertFalse(colours.isGrey());
	}

	@Test
	void pixelsOfAStyleThatAreNotTakenDoNotCount() {
		final ImageSize size = STYLE.image().size();
		final float[] weights = new float[(int) size.pixels()];
		Arrays.fill(weights, 500, 900, 1);
		final WeightMap region = WeightMap.of(size, weights);
		final JobColours colours = new JobColours(Colours.MATCHED, CONTENT, List.of(WeightMap.ones(CONTENT.size())), List.of(
			STYLE.within(region)), Map.of(), SIZE);
		assertEquals(List.of(ColourTransform.matching(ColourStatistics.of(STYLE.image(), region), ColourStatistics.of(
			CONTENT))), colours.styles());
	}

	@Test
	void styleOfARegionWithoutPixelsIsLeftAlone() {
		final WeightMap everywhere = WeightMap.ones(CONTENT.size());
		final List<ColourTransform> styles = new JobColours(Colours.MATCHED, CONTENT, List.of(everywhere, everywhere
			.inverse()), List.of(STYLE, OTHER_STYLE), Map.of(), SIZE).styles();
		assertEquals(ColourTransform.matching(STYLE.colours(), ColourStatistics.of(CONTENT)), styles.get(0));
		assertEquals(ColourTransform.IDENTITY, styles.get(1));
	}

	@Test
	void luminanceAloneIsTransferredForTheContentsColours() {
		final JobColours colours = colours(Colours.CONTENT, CONTENT);
		assertTrue(colours.isGrey());
		assertArrayEquals(CONTENT.toGrey().values(), colours.content().values());
		final ColourStatistics wanted = ColourStatistics.of(CONTENT);
		assertEquals(List.of(ColourTransform.matchingLuminance(ColourStatistics.of(STYLE.image()), wanted), ColourTransform
			.matchingLuminance(ColourStatistics.of(OTHER_STYLE.image()), wanted)), colours.styles());
		final VggImage computed = VggImage.noise(SIZE, 1);
		assertArrayEquals(CONTENT.resizedTo(SIZE).withLuminanceOf(computed.toGrey()).values(), colours.finished(computed)
			.values());
	}

	@Test
	void greyContentHasNoColoursButItsLuminances() {
		final VggImage grey = CONTENT.toGrey();
		for (final Colours choice : List.of(Colours.CONTENT, Colours.MATCHED)) {
			final JobColours colours = colours(choice, grey);
			assertTrue(colours.isGrey());
			assertSame(grey, colours.content());
			assertEquals(ColourTransform.matchingLuminance(ColourStatistics.of(STYLE.image()), ColourStatistics.of(grey)),
				colours.styles().get(0));
			assertTrue(colours.finished(VggImage.noise(SIZE, 1)).isGrey());
		}
		assertFalse(colours(Colours.STYLE, grey).isGrey());
	}

	@Test
	void stylesOfALaterFrameAreMatchedToTheFirst() {
		final JobColours first = colours(Colours.MATCHED, CONTENT);
		final VggImage darker = VggImage.of(TestPictures.waves(61, 45, 4));
		final JobColours later = new JobColours(Colours.MATCHED, darker, List.of(WeightMap.ones(darker.size())), List
			.of(STYLE, OTHER_STYLE), first.scene(), SIZE);
		assertNotEquals(first.styles(), colours(Colours.MATCHED, darker).styles());
		assertEquals(first.styles(), later.styles());
		assertSame(darker, later.content());
	}

	@Test
	void regionThatComesInLaterIsMatchedToItsOwnFirstFrame() {
		final WeightMap everywhere = WeightMap.ones(CONTENT.size());
		final JobColours first = new JobColours(Colours.MATCHED, CONTENT, List.of(everywhere, everywhere.inverse()), List.of(
			STYLE, OTHER_STYLE), Map.of(), SIZE);
		final VggImage darker = VggImage.of(TestPictures.waves(61, 45, 4));
		final JobColours later = new JobColours(Colours.MATCHED, darker, List.of(half(true), half(false)), List.of(STYLE,
			OTHER_STYLE), first.scene(), SIZE);
		assertEquals(List.of(first.styles().get(0), ColourTransform.matching(OTHER_STYLE.colours(), ColourStatistics
			.of(darker, half(false)))), later.styles());
	}

	// -- Helper methods --

	private static JobColours colours(final Colours choice, final VggImage content) {
		return new JobColours(choice, content, List.of(WeightMap.ones(content.size())), List.of(STYLE, OTHER_STYLE), Map.of(),
			SIZE);
	}

	private static WeightMap half(final boolean left) {
		final ImageSize size = CONTENT.size();
		final float[] weights = new float[(int) size.pixels()];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i % size.width() < size.width() / 2 == left ? 1 : 0;
		}
		return WeightMap.of(size, weights);
	}
}
