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
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link Style} and {@link StyleTransferJob}. */
class StyleTest {

	private final Img<ARGBType> image = TestPictures.waves(40, 36, 1);

	@Test
	void styleHasNoNameAndCountsOnceUnlessToldOtherwise() {
		assertEquals("", Style.of(image).name());
		assertEquals(1, Style.of(image).record().share());
	}

	@Test
	void nameAndWeightDoNotTouchEachOther() {
		final Style style = Style.of(image).named("waves").weighted(3).named("other waves");
		assertEquals("other waves", style.name());
		assertEquals(3, style.record().share());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void shareMustBePositive(final double share) {
		final Style style = Style.of(image);
		assertThrows(IllegalArgumentException.class, () -> style.weighted(share));
	}

	@Test
	void pictureMayChangeAfterwards() {
		final Style style = Style.of(image);
		final StyleTransferJob job = StyleTransferJob.of(image);
		final float[] before = style.image().values();
		image.forEach(pixel -> pixel.set(0));
		assertArrayEquals(before, style.image().values());
		assertArrayEquals(before, job.content().values());
	}

	@Test
	void pictureThatIsTooSmallIsNamedByItsRole() {
		final Img<ARGBType> small = TestPictures.waves(40, 31, 1);
		assertEquals("The style image is too small (40x31 pixels): use one of at least 32 pixels in width and height.",
			assertThrows(StyleTransferException.class, () -> Style.of(small)).getMessage());
		assertEquals("The content image is too small (40x31 pixels): use one of at least 32 pixels in width and height.",
			assertThrows(StyleTransferException.class, () -> StyleTransferJob.of(small)).getMessage());
	}

	@Test
	void jobKeepsItsName() {
		assertEquals("", StyleTransferJob.of(image).name());
		assertEquals("waves", StyleTransferJob.of(image).named("waves").name());
	}

	@Test
	void recolouredStyleIsSeenInOtherColoursAndRecordedInItsOwn() {
		final Style style = Style.of(image);
		final ColourTransform change = ColourTransform.matching(style.colours(), ColourStatistics.of(VggImage.of(TestPictures
			.waves(40, 36, 2))));
		final Style recoloured = style.recoloured(change);
		final ImageSize size = new ImageSize(20, 18);
		assertArrayEquals(style.image().croppedTo(size).recoloured(change).values(), recoloured.croppedTo(size).values());
		assertArrayEquals(style.image().values(), recoloured.image().values());
		assertEquals(style.record().checksum(), recoloured.record().checksum());
	}
}
