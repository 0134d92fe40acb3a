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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.sequence.FrameNumbers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

	private static final FrameNumbers ONE_PICTURE = FrameNumbers.of("current");

	@ParameterizedTest
	@CsvSource({ //
		"{content}-{style}.png, cat.jpg, great-wave, cat-great-wave.png", //
		"{content}.{extension}.tif, cat.jpg, great-wave, cat.jpg.tif", //
		"{style} of {content}.jpg, a.b.png, c.d.jpeg, c.d of a.b.jpg", //
		"{content}.png, noending, x, noending.png", //
		"{content}.png, {style}.png, x, {style}.png", //
		"{content}.png, $1.png, x, $1.png", //
		"übung {content}.PNG, é.tif, x, übung é.PNG" })
	void wordsStandForTheNamesOfPictures(final String pattern, final String content, final String style,
		final String name)
	{
		assertEquals(name, new NamePattern(pattern, ONE_PICTURE).name(content, List.of(style)));
	}

	@Test
	void stylesOfABlendAreAllNamed() {
		assertEquals("a-b+mosaic.png", new NamePattern("{content}-{style}.png", ONE_PICTURE).name("a.png", List.of(
			"b.jpg", "mosaic")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/{content}.png", "..\\{content}.png", "{content}:.png", "{content}*.png", "a?.png",
		"\"a\".png", "<a>.png", "a|b.png", "a\nb.png", "a\0.png" })
	void charactersThatNoFileCanHaveAreRefused(final String pattern) {
		final String message = assertThrows(WrongSettingException.class, () -> new NamePattern(pattern, ONE_PICTURE))
			.getMessage();
		assertTrue(message.endsWith("which a file's name cannot have: leave it out, and give the folder as the output."),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{name}.png", "{}.png", "{content.png", "content}.png", "{Content}.png" })
	void wordsThatStandForNothingAreRefused(final String pattern) {
		final String message = assertThrows(WrongSettingException.class, () -> new NamePattern(pattern, ONE_PICTURE))
			.getMessage();
		assertTrue(message.endsWith("which stands for nothing: use {content}, {style} and {extension}."), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{content}.gif", "{content}.avi", "{content}", "" })
	void otherFormatsAreRefused(final String pattern) {
		final String message = assertThrows(WrongSettingException.class, () -> new NamePattern(pattern, ONE_PICTURE))
			.getMessage();
		assertEquals("The output " + pattern + " must end in .png, .jpg or .tif.", message);
	}

	@ParameterizedTest
	@CsvSource({ //
		"{content}-{style}.tif, walk.avi, walk-mosaic.tif", //
		"{content}.AVI, walk.tif, walk.AVI", //
		"{content}-{style}, walk.avi, walk-mosaic", //
		"{content}, my.long.walk.avi, my.long.walk", //
		"{content}, frames, frames" })
	void framesGoIntoAStackAMovieOrAFolder(final String pattern, final String content, final String name) {
		assertEquals(name, new NamePattern(pattern, FrameNumbers.of("all")).name(content, List.of("mosaic")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"{content}.png | all | The name \"{content}.png\" has room for one picture, and the slices are all: end it in .tif " +
			"or " +
			".avi, or leave the ending out for a folder of frames.", //
		"{content}.jpg | 2-3 | The name \"{content}.jpg\" has room for one picture, and the slices are 2-3: end it in .tif " +
			"or " +
			".avi, or leave the ending out for a folder of frames.", //
		"{content}.gif | 3 | The name \"{content}.gif\" must end in .tif or .avi, or have no ending for a folder of " +
			"frames.", //
		"{content}.{extension} | all | The name \"{content}.{extension}\" must end in .tif or .avi, or have no ending for " +
			"a folder of frames.", //
		"'' | all | The name \"\" must end in .tif or .avi, or have no ending for a folder of frames." })
	void nameWithoutRoomForFramesIsRefused(final String pattern, final String slices, final String sentence) {
		assertEquals(sentence, assertThrows(WrongSettingException.class, () -> new NamePattern(pattern, FrameNumbers.of(
			slices))).getMessage());
	}

	@Test
	void oneFrameOfEachMayBeAPicture() {
		assertEquals("walk.png", new NamePattern("{content}.png", FrameNumbers.of("3")).name("walk.tif", List.of("x")));
	}

	@Test
	void nameThatIsTooLongIsRefused() {
		final NamePattern pattern = new NamePattern("{content}-{style}.png", ONE_PICTURE);
		assertEquals(250, pattern.name("a".repeat(240) + ".png", List.of("b".repeat(5))).length());
		final String message = assertThrows(WrongSettingException.class, () -> pattern.name("ü".repeat(130) + ".png", List.of(
			"b"))).getMessage();
		assertTrue(message.endsWith("make the name pattern shorter, for instance without {style}."), message);
	}
}
