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

package net.neuralstyle.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptService;
import org.scijava.util.FileUtils;

/**
 * The templates for Fiji's Script Editor, run by SciJava as Fiji runs scripts. SciJava finds Groovy and Jython in a
 * class loader of their own, so that nothing else is tested with their libraries.
 */
@Tag("slow")
class ScriptTemplatesTest {

	private static final String FOLDER = "script_templates/";

	private static ClassLoader before;
	private static URLClassLoader languages;

	@TempDir
	private Path folder;
	private Context context;

	@BeforeAll
	static void findLanguages() throws IOException {
		final List<URL> jars = new ArrayList<>();
		try (Stream<Path> files = Files.list(Paths.get("target", "script-languages"))) {
			for (final Path file : files.collect(Collectors.toList())) {
				jars.add(file.toUri().toURL());
			}
		}
		before = Thread.currentThread().getContextClassLoader();
		languages = new URLClassLoader(jars.toArray(URL[]::new), before);
		Thread.currentThread().setContextClassLoader(languages);
	}

	@AfterAll
	static void closeLanguages() throws IOException {
		Thread.currentThread().setContextClassLoader(before);
		languages.close();
	}

	@BeforeEach
	void startSciJava() {
		context = new Context();
		// NB: What Fiji has in libraries of its own.
		final ScriptService scripts = context.service(ScriptService.class);
		scripts.addAlias(ImagePlus.class);
		for (final String language : List.of("groovy", "jython")) {
			final ScriptLanguage adapted = new AdaptedScriptLanguage(language);
			context.inject(adapted);
			scripts.getIndex().add(adapted, true);
		}
	}

	@AfterEach
	void stopSciJava() {
		context.dispose();
	}

	@Test
	void scriptEditorFindsTheTemplates() {
		final Set<String> found = new TreeSet<>(FileUtils.findResources(null, FOLDER.replace("/", ""), null).keySet());
		found.removeIf(name -> !name.startsWith("Style_Transfer/"));
		assertEquals(new TreeSet<>(Set.of("Style_Transfer/One_Picture.ijm", "Style_Transfer/One_Picture.groovy",
			"Style_Transfer/One_Picture.py", "Style_Transfer/Folder_of_Pictures.ijm",
			"Style_Transfer/Folder_of_Pictures.groovy", "Style_Transfer/Folder_of_Pictures.py",
			"Style_Transfer/Java_API.groovy", "Style_Transfer/Java_API.py")), found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "One_Picture.groovy", "One_Picture.py" })
	void onePictureIsRedrawn(final String template) throws Exception {
		final ImagePlus result = run(template, Map.of("content", image("cat", 64, 48), "style", image("paint", 40, 40),
			"preset", "Preview", "size", 32));
		assertEquals("cat in the style of paint", result.getTitle());
		assertEquals(32, result.getWidth());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Folder_of_Pictures.groovy", "Folder_of_Pictures.py" })
	void picturesOfAFolderAreRedrawn(final String template) throws Exception {
		final Path input = Files.createDirectory(folder.resolve("input"));
		final Path output = Files.createDirectory(folder.resolve("output"));
		for (final String name : List.of("a.png", "b.JPG")) {
			ImageIO.write(image(name, 48, 40).getBufferedImage(), name.substring(2), input.resolve(name).toFile());
		}
		Files.writeString(input.resolve("c.txt"), "no picture");
		run(template, Map.of("input", input.toFile(), "output", output.toFile(), "styleFile", new File(
			"sample-images/style/great-wave.jpg"), "size", 32));
		assertEquals(Set.of("a.png", "b.png"), names(output));
		assertEquals(32, IJ.openImage(output.resolve("a.png").toString()).getWidth());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Folder_of_Pictures.groovy", "Folder_of_Pictures.py" })
	void picturesAreNotReplacedByTheirResults(final String template) throws Exception {
		final Path picture = folder.resolve("a.png");
		ImageIO.write(image("a", 48, 40).getBufferedImage(), "png", picture.toFile());
		final byte[] before = Files.readAllBytes(picture);
		run(template, Map.of("input", folder.toFile(), "output", folder.toFile(), "styleFile", new File(
			"sample-images/style/great-wave.jpg"), "size", 32));
		assertArrayEquals(before, Files.readAllBytes(picture));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Java_API.groovy", "Java_API.py" })
	void javaInterfaceRedrawsTheSelectionOfEachSlice(final String template) throws Exception {
		final ImageStack slices = new ImageStack();
		slices.addSlice(image("", 48, 40).getProcessor());
		slices.addSlice(image("", 48, 40).getProcessor());
		final ImagePlus content = new ImagePlus("cat", slices);
		content.setRoi(24, 0, 24, 40);
		final ImagePlus result = run(template, Map.of("content", content, "size", 0, "iterations", 1));
		assertEquals(2, result.getStackSize());
		assertEquals(content.getStack().getProcessor(2).get(10, 20), result.getStack().getProcessor(2).get(10, 20));
		assertNotEquals(content.getStack().getProcessor(2).get(30, 20), result.getStack().getProcessor(2).get(30, 20));
	}

	// -- Helper methods --

	/** Returns what the script gives as its result. */
	private ImagePlus run(final String template, final Map<String, Object> inputs) throws Exception {
		final URL script = ScriptTemplatesTest.class.getResource("/" + FOLDER + "Style_Transfer/" + template);
		return (ImagePlus) context.service(ScriptService.class).run(new File(script.toURI()), true, inputs).get().getOutput(
			"result");
	}

	private static ImagePlus image(final String title, final int width, final int height) {
		final ColorProcessor colours = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++) {
			colours.set(i, 0xff000000 | i * 0x030507);
		}
		return new ImagePlus(title, colours);
	}

	private static Set<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}
}
