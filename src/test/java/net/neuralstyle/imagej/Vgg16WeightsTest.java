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

package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.prefs.PrefService;

/** The command that manages VGG16's weights, in a SciJava context without a display. */
class Vgg16WeightsTest extends CommandTest {

	private static final String FILE = PublishedWeights.VGG16.fileName();

	@TempDir
	private Path folder;

	@BeforeEach
	void chooseFolder() {
		new WeightsFolder(preferences()).choose(folder);
	}

	@AfterEach
	void forgetFolder() {
		new WeightsFolder(preferences()).forget();
		System.clearProperty(WeightsFolder.PROPERTY);
	}

	@Test
	void menuPathAndKeysAreAsDocumented() {
		assertEquals("Plugins|Style Transfer|VGG16 Weights", command().getMenuPath().getMenuString().replace(" > ", "|"));
		assertTrue(command().canRunHeadless());
		for (final String key : List.of("action", "file", "folder")) {
			assertTrue(command().getInput(key) != null, key);
		}
	}

	@Test
	void everyInputHasLabelAndDescription() {
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void showSaysWhereTheWeightsWouldBe() throws Exception {
		run(Map.of("action", "show"));
		assertEquals("The weights of VGG16 (ImageNet) are not on this computer yet: download fetches 58.9 MB from " +
			PublishedWeights.VGG16.address() + " into " + folder + ".", lastLine());
	}

	@Test
	void showIsTheDefault() throws Exception {
		run(Map.of());
		assertTrue(lastLine().startsWith("The weights of VGG16 (ImageNet) are not on this computer yet"), lastLine());
	}

	@Test
	void otherFolderIsRemembered() throws Exception {
		final Path other = folder.resolve("other");
		run(Map.of("folder", other.toString()));
		assertEquals(other, cache().folder());
	}

	@Test
	void usualFolderIsRestored() throws Exception {
		run(Map.of("folder", "default"));
		assertFalse(cache().folder().startsWith(folder));
		assertTrue(cache().folder().endsWith("neural-style-transfer"), cache().folder().toString());
	}

	@Test
	void emptyFolderLeavesItAsItIs() throws Exception {
		run(Map.of("folder", ""));
		assertEquals(folder, cache().folder());
	}

	@Test
	void systemPropertyFixesTheFolder() throws Exception {
		final Path fixed = folder.resolve("fixed");
		System.setProperty(WeightsFolder.PROPERTY, fixed.toString());
		run(Map.of());
		assertTrue(lastLine().endsWith("into " + fixed + "."), lastLine());
		assertRefused("The folder is fixed to " + fixed + " by the system property neuralstyle.weights.folder", Map.of(
			"folder", folder.resolve("other").toString()));
	}

	@Test
	void removeSaysThatThereIsNothing() throws Exception {
		run(Map.of("action", "remove"));
		assertEquals("There are no weights in " + folder + " to remove.", lastLine());
	}

	@Test
	void removeRemovesTheFile() throws Exception {
		Files.write(folder.resolve(FILE), new byte[10]);
		run(Map.of("action", "remove"));
		assertEquals("The weights were removed from " + folder + ".", lastLine());
		assertFalse(Files.exists(folder.resolve(FILE)));
	}

	@Test
	void failedDownloadLeavesNothing() throws Exception {
		final ProxySelector before = ProxySelector.getDefault();
		// NB: A proxy where nobody listens.
		ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)));
		try {
			assertRefused("", Map.of("action", "download"));
			try (var files = Files.list(folder)) {
				assertEquals(0, files.filter(file -> !file.toString().endsWith(".part")).count());
			}
		}
		finally {
			ProxySelector.setDefault(before);
		}
	}

	@Test
	void tooltipsFitTheScreen() {
		command().inputs().forEach(input -> assertTrue(input.getDescription() == null || input.getDescription()
			.length() <= 110, input.getDescription()));
	}

	@Test
	void emptyPathsInAMacroAreNone() throws Exception {
		run(Map.of("action", "show", "file", "", "folder", ""));
		assertEquals(folder, cache().folder());
		assertEquals(List.of(), errors());
	}

	// -- What is refused --

	@Test
	void fileWithoutImportIsRefused() throws Exception {
		assertRefused("A file is imported by the action \"import\", not by \"show\": choose that action, or give no file.",
			Map.of("file", "some.h5"));
	}

	@Test
	void fileIsNoFolder() throws Exception {
		final Path file = Files.write(folder.resolve("file"), new byte[1]);
		assertRefused(file + " is a file: give a folder for the weights.", Map.of("folder", file.toString()));
		assertEquals(folder, cache().folder());
	}

	@Test
	void folderThatCannotBeWrittenIsNotRemembered() throws Exception {
		final Path impossible = Files.write(folder.resolve("file"), new byte[1]).resolve("folder");
		assertRefused("The folder " + impossible + " cannot be written: choose another one, or change its permissions.", Map
			.of("folder", impossible.toString()));
		assertEquals(folder, cache().folder());
	}

	@Test
	void otherFolderThanTheFixedOneIsNotRemembered() throws Exception {
		System.setProperty(WeightsFolder.PROPERTY, folder.resolve("fixed").toString());
		assertRefused("The folder is fixed to ", Map.of("folder", folder.resolve("other").toString()));
		System.clearProperty(WeightsFolder.PROPERTY);
		assertEquals(folder, cache().folder());
	}

	@Test
	void missingWeightsCannotBeVerified() throws Exception {
		assertRefused("", Map.of("action", "verify"));
	}

	@Test
	void unknownActionIsExplained() throws Exception {
		assertRefused("\"delete\" is not a choice for action: use \"show\" or \"download\" or", Map.of("action", "delete"));
	}

	@Test
	void importNeedsAFile() throws Exception {
		assertRefused("There is no file to import: give its path.", Map.of("action", "import"));
	}

	@Test
	void otherFilesAreNotImported() throws Exception {
		final Path source = folder.resolve("source.h5");
		final byte[] bytes = { 1, 2, 3 };
		Files.write(source, bytes);
		assertRefused("", Map.of("action", "import", "file", source.toString()));
		assertArrayEquals(bytes, Files.readAllBytes(source));
		assertFalse(Files.exists(folder.resolve(FILE)));
	}

	// -- Helper methods --

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(Vgg16Weights.class);
	}

	private PrefService preferences() {
		return context().service(PrefService.class);
	}

	private WeightsCache cache() {
		return new WeightsFolder(preferences()).cache();
	}

	private void run(final Map<String, Object> inputs) throws Exception {
		run(Vgg16Weights.class, inputs);
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		assertRefused(reason, Vgg16Weights.class, inputs);
	}
}
