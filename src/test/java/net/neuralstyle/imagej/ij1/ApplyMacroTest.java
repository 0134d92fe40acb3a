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

import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that macros apply networks in plain ImageJ without a display, by the command and from file to file. */
class ApplyMacroTest {

	private static MacroProcess imagej;

	@TempDir
	private Path folder;
	private Path network;

	@BeforeAll
	static void start() throws IOException {
		imagej = new MacroProcess();
	}

	@AfterAll
	static void stop() {
		imagej.close();
	}

	@BeforeEach
	void writeNetwork() throws IOException {
		network = folder.resolve("my waves.h5");
		StyleNetworkFile.write(network, RandomNetworks.make(1, 2, 1));
	}

	@Test
	void resultIsTheActiveImage() throws IOException {
		assertEquals("cat in the style of Waves 64x48", lastLine("run('Apply Style Network', 'network=[" + network +
			"] strength=0.5'); print(getTitle() + ' ' + getWidth() + 'x' + getHeight());"));
	}

	@Test
	void macroInTheInfoPaintsTheSamePicture() throws IOException {
		assertSame("info = getMetadata('Info'); line = substring(info, indexOf(info, 'Macro: ') + 7); selectImage('cat'); " +
			"eval(line);");
	}

	@Test
	void reproducedPictureIsTheSameAndTheActiveImage() throws IOException {
		assertSame("run('Reproduce Style Transfer');");
	}

	@Test
	void networkThatIsNotThereEndsTheMacroWithOneSentence() throws IOException {
		final List<String> lines = lines("run('Apply Style Network', 'network=candy'); print('went on');");
		assertEquals(1, lines.size(), lines.toString());
		assertTrue(lines.get(0).contains("No file or style network is called \"candy\": give the path"), lines.get(0));
	}

	@Test
	void exampleMacroPaintsFromFileToFile() throws IOException {
		final Path output = folder.resolve("painted.png");
		lines("runMacro('" + Path.of("macros", "apply.ijm").toAbsolutePath() + "', " +
			"'content=sample-images/content/chelsea.png network=[" + network + "] size=64 output=[" + output + "]');");
		assertTrue(Files.size(output) > 1000);
	}

	@Test
	void exampleMacroTellsWhatIsMissing() throws IOException {
		final List<String> lines = lines("runMacro('" + Path.of("macros", "apply.ijm").toAbsolutePath() + "', 'network=[" +
			network + "] recipe=a.json');");
		assertTrue(lines.stream().anyMatch(line -> line.contains("\"recipe\" is not a setting")), lines.toString());
	}

	// -- Helper methods --

	/** @param again paints the active image again */
	private void assertSame(final String again) throws IOException {
		final Path here = Files.createDirectories(folder.resolve("networks"));
		StyleNetworkFile.write(here.resolve("waves.h5"), RandomNetworks.make(1, 2, 1));
		assertEquals("same", lastLine("call('java.lang.System.setProperty', 'neuralstyle.networks.folder', '" + here +
			"'); run('Apply Style Network', 'network=waves'); run('Select All'); first = getImageID(); " + again +
			" second = getImageID(); imageCalculator('difference', first, second); " +
			"getStatistics(area, mean, min, max); if (first != second && max == 0) print('same'); else print('' + max);"));
	}

	private String lastLine(final String macro) throws IOException {
		final List<String> lines = lines(macro);
		return lines.get(lines.size() - 1);
	}

	private List<String> lines(final String macro) throws IOException {
		final Path file = folder.resolve("macro.ijm");
		Files.writeString(file, ("call('net.neuralstyle.imagej.ij1.HeadlessImageJ.enable'); setBatchMode(true); " +
			"newImage('cat', 'RGB ramp', 64, 48, 1); " + macro).replace('\'', '"'));
		return imagej.run(file).stream().filter(line -> !line.isBlank()).collect(Collectors.toList());
	}
}
