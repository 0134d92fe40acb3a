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


package net.neuralstyle.imagej.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that macros make again, in plain ImageJ without a display. */
@Tag("slow")
class ReproduceMacroTest {

	private static final String IMAGES = "call('net.neuralstyle.imagej.ij1.HeadlessImageJ.enable'); " +
		"setBatchMode(true);\n" +
		"newImage('a \\'cat\\' [1].png', 'RGB ramp', 64, 48, 1); content = getImageID(); " +
		"newImage('b, ü', 'RGB ramp', 48, 64, 1);run('Flip Vertically'); style = getImageID(); selectImage(content);";
	private static final String MAKE = "run('Neural Style Transfer', 'style=' + style + ' size=40 iterations=1 seed=3 " +
		"start=noise'); first = getImageID(); ";
	private static final String COMPARE = "second = getImageID(); if (first == second) print('nothing new'); " +
		"selectImage(first); run('Select All'); run('Copy'); selectImage(second); sum = 0; for (y = 0; y < getHeight(); " +
		"y++) for (x = 0; x < getWidth(); x++) { selectImage(first); a = getPixel(x, y); selectImage(second); if (a != " +
		"getPixel(x, y)) sum++; } print('' + sum + ' pixels differ');";

	private static MacroProcess imagej;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws IOException {
		imagej = new MacroProcess();
	}

	@AfterAll
	static void stop() {
		imagej.close();
	}

	@Test
	void repeatedPictureIsTheSameAndTheActiveImage() throws IOException {
		final List<String> lines = lines(MAKE + "run('Reproduce Style Transfer'); " + COMPARE);
		assertEquals("0 pixels differ", lines.get(lines.size() - 1));
		assertTrue(lines.stream().noneMatch(line -> line.equals("nothing new")), lines.toString());
	}

	@Test
	void macroInTheInfoMakesThePictureAgain() throws IOException {
		final List<String> lines = lines(MAKE + "info = getMetadata('Info'); line = substring(info, indexOf(info, 'Macro: " +
			"') + 7); eval(line); " + COMPARE);
		assertEquals("0 pixels differ", lines.get(lines.size() - 1));
		assertTrue(lines.stream().noneMatch(line -> line.equals("nothing new")), lines.toString());
	}

	@Test
	void imageThatDoesNotTellEndsTheMacroWithOneSentence() throws IOException {
		final List<String> lines = lines("selectImage(style); run('Reproduce Style Transfer'); print('went on');");
		assertEquals(1, lines.size(), lines.toString());
		assertTrue(lines.get(0).contains("The image \"b, ü\" does not tell how it was made: "), lines.get(0));
	}

	// -- Helper methods --

	private List<String> lines(final String macro) throws IOException {
		final Path file = folder.resolve("macro.ijm");
		Files.writeString(file, (IMAGES + macro).replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
		return imagej.run(file).stream().filter(line -> !line.isBlank()).collect(Collectors.toList());
	}
}
