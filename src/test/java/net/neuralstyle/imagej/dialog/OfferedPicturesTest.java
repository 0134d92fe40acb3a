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

package net.neuralstyle.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What a dialog's list shows for the pictures that it offers, and what a macro says for them. */
class OfferedPicturesTest {

	private final OfferedPictures pictures = new OfferedPictures(List.of("cat.png", "mosaic"));

	@Test
	void openImagesAndSampleStylesAreShownByTheirNames() {
		assertEquals("mosaic", pictures.item("mosaic"));
		assertEquals("mosaic", pictures.text("mosaic"));
		assertEquals(List.of("cat.png", "mosaic"), List.copyOf(pictures.items()));
	}

	@Test
	void fileIsShownByItsNameAndMeantByItsPath() {
		final String path = new File("folder", "dog.png").getPath();
		assertFalse(pictures.has(path));
		assertEquals("dog.png", pictures.item(path));
		assertEquals(path, pictures.text("dog.png"));
		assertTrue(pictures.has(path));
		assertEquals("dog.png", pictures.item(path));
		assertEquals(List.of("cat.png", "mosaic", "dog.png"), List.copyOf(pictures.items()));
	}

	@Test
	void nothingIsShownAsSuch() {
		assertEquals("none: browse for a file", pictures.item(""));
		assertEquals("", pictures.text("none: browse for a file"));
	}

	@Test
	void fileWithTheNameOfAnotherPictureIsShownByItsPath() {
		final String path = new File("folder", "cat.png").getPath();
		assertEquals(path, pictures.item(path));
		assertEquals("cat.png", pictures.text("cat.png"));
	}
}
