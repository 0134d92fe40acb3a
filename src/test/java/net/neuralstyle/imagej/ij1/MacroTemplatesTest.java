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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The macros among the templates for Fiji's Script Editor, in a plain ImageJ without a display, which knows no script
 * parameters: each has its value here as Fiji gives it.
 */
@Tag("slow")
class MacroTemplatesTest {

	@TempDir
	private Path folder;

	@Test
	void activeImageIsRedrawn() throws Exception {
		final List<String> lines = run("One_Picture.ijm", "open('" + chelsea() + "');", Map.of("style", "'great-wave'",
			"preset", "'Preview'", "size", "32"));
		assertEquals("chelsea.png in the style of great-wave", lines.get(lines.size() - 1));
	}

	@Test
	void picturesOfAFolderAreRedrawn() throws Exception {
		final Path input = Files.createDirectory(folder.resolve("input"));
		final Path output = Files.createDirectory(folder.resolve("output"));
		Files.copy(chelsea(), input.resolve("a.PNG"));
		Files.copy(Paths.get("sample-images/style/mosaic.jpg"), input.resolve("b.jpg"));
		Files.writeString(input.resolve("c.txt"), "no picture");
		run("Folder_of_Pictures.ijm", "", Map.of("input", "'" + input + "'", "output", "'" + output + "'", "style",
			"'great-wave'", "size", "32"));
		assertEquals(32, ImageIO.read(output.resolve("a.png").toFile()).getWidth());
		assertEquals(32, ImageIO.read(output.resolve("b.png").toFile()).getWidth());
	}

	@Test
	void picturesAreNotReplacedByTheirResults() throws Exception {
		final List<String> lines = run("Folder_of_Pictures.ijm", "", Map.of("input", "'a'", "output", "'a'", "style",
			"'great-wave'", "size", "32"));
		assertTrue(lines.contains("Choose another folder for the results."), lines.toString());
	}

	// -- Helper methods --

	private static Path chelsea() {
		return Paths.get("sample-images/content/chelsea.png").toAbsolutePath();
	}

	/**
	 * Runs a template.
	 *
	 * @param before statements before it
	 * @param values an expression for each of its parameters
	 * @return the lines that it prints
	 */
	private List<String> run(final String template, final String before, final Map<String, String> values)
		throws IOException
	{
		final StringBuilder macro = new StringBuilder("call('net.neuralstyle.imagej.ij1.HeadlessImageJ.enable'); " + before)
			.append('\n');
		values.forEach((name, value) -> macro.append(name + " = " + value.replace('\\', '/') + ";\n"));
		text(template).lines().filter(line -> !line.startsWith("#@")).forEach(line -> macro.append(line).append('\n'));
		final Path file = Files.writeString(folder.resolve("macro.ijm"), macro.toString().replace('\'', '"'));
		try (MacroProcess imagej = new MacroProcess()) {
			return imagej.run(file);
		}
	}

	private static String text(final String template) throws IOException {
		final String name = "/script_templates/Style_Transfer/" + template;
		try (InputStream in = MacroTemplatesTest.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
