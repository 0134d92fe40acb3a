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

package net.neuralstyle.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.TestPictures;
import net.neuralstyle.picture.PictureReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The style pictures that come with the plugin. */
class SampleStyleTest {

	private static final Path FOLDER = Paths.get("sample-images", "style");
	/** Of all pictures together, in bytes. */
	private static final long MOST = 1_200_000;

	@Test
	void everyPictureOfTheFolderHasAName() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertEquals(files.map(file -> file.getFileName().toString().replace(".jpg", "")).collect(Collectors.toSet()), Set
				.copyOf(SampleStyle.names()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void pictureIsThatOfTheFile(final SampleStyle style) {
		final int[] pixels = (int[]) PictureReader.read(file(style), 0).image().getProcessor().getPixels();
		final int[] opaque = Arrays.stream(pixels).map(pixel -> pixel | 0xff000000).toArray();
		assertArrayEquals(opaque, TestPictures.pixels(style.read()));
	}

	@ParameterizedTest
	@EnumSource
	void everySourceIsTold(final SampleStyle style) throws IOException {
		assertTrue(Files.readString(Paths.get("sample-images", "SOURCES.md")).contains("\n- " + style.styleName() +
			".jpg: "));
		assertTrue(style.title().contains(": "), style.title());
	}

	@Test
	void sourcesGoAlong() throws IOException {
		assertEquals(Files.readString(Paths.get("sample-images", "SOURCES.md")), new String(SampleStyle.class
			.getResourceAsStream("SOURCES.md").readAllBytes(), StandardCharsets.UTF_8));
	}

	@Test
	void theyAreSmall() {
		assertTrue(Stream.of(SampleStyle.values()).mapToLong(style -> file(style).toFile().length()).sum() < MOST);
	}

	@Test
	void styleIsFoundByItsName() {
		assertEquals(SampleStyle.GREAT_WAVE, SampleStyle.byName("great-wave"));
		assertTrue(SampleStyle.find("Great Wave").isEmpty());
	}

	@Test
	void unknownNameIsRefusedWithThoseThatThereAre() {
		assertEquals("\"sunflowers\" is not a bundled style: use great-wave, poppies, starry-night, " +
			"village-street-in-auvers, moulin-de-la-galette, composition-viii, ink-drawing, mosaic, gravel.", assertThrows(
				IllegalArgumentException.class, () -> SampleStyle.byName("sunflowers")).getMessage());
	}

	private static Path file(final SampleStyle style) {
		return FOLDER.resolve(style.styleName() + ".jpg");
	}
}
