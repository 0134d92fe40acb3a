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

package net.neuralstyle.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.picture.PictureReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves what the program's command apply writes, and with which exit codes it ends. */
class ApplyCommandLineTest {

	private static final String CONTENT = "sample-images/content/chelsea.png";

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;
	private Path network;
	private Path output;

	@BeforeEach
	void writeNetwork() throws IOException {
		network = folder.resolve("waves.h5");
		StyleNetworkFile.write(network, RandomNetworks.make(1, 2, 1));
		output = folder.resolve("painted.png");
	}

	@Test
	void pictureIsWrittenInTheContentsSize() throws IOException {
		assertEquals(0, apply(CONTENT, output));
		assertEquals("Saved " + output, out.toString().trim());
		assertEquals(451, ImageIO.read(output.toFile()).getWidth());
		assertEquals("Waves", ResultInfo.painting(PictureReader.info(output)).orElseThrow().network());
	}

	@Test
	void settingsAreOptions() throws IOException {
		assertEquals(0, apply(CONTENT, output, "--size=64", "--strength=0.5", "--colours=content"));
		assertEquals(64, ImageIO.read(output.toFile()).getWidth());
		final String recipe = ResultInfo.painting(PictureReader.info(output)).orElseThrow().recipe().toJson();
		assertTrue(recipe.contains("\"strength\":0.5") && recipe.contains("\"colours\":\"content\""), recipe);
	}

	@Test
	void stackGivesAStack() {
		final ImageStack slices = new ImageStack(40, 32);
		for (int slice = 1; slice <= 3; slice++) {
			final ColorProcessor pixels = new ColorProcessor(40, 32);
			pixels.setValue(0xffffff);
			pixels.fillOval(4 * slice, 6, 14, 18);
			slices.addSlice("label " + slice, pixels);
		}
		final Path tiff = folder.resolve("walk.tif");
		new FileSaver(new ImagePlus("walk.tif", slices)).saveAsTiffStack(tiff.toString());
		final Path written = folder.resolve("painted.tif");
		assertEquals(0, apply(tiff.toString(), written, "--slices=all"));
		assertEquals("Saved 3 frames to " + written, out.toString().trim());
		assertEquals(3, PictureReader.readPages(written, 0).image().getStackSize());
	}

	@Test
	void whatIsNoNetworkIsTold() throws IOException {
		Files.writeString(network, "A letter");
		assertEquals(2, apply(CONTENT, output));
		assertTrue(err.toString().contains("Nothing was written."), err.toString());
		assertFalse(Files.exists(output));
	}

	@Test
	void missingContentIsTold() {
		assertEquals(1, apply(folder.resolve("none.png").toString(), output));
		assertTrue(err.toString().contains("none.png"), err.toString());
	}

	@Test
	void missingArgumentsAreTold() {
		assertEquals(2, execute(List.of("apply", network.toString(), CONTENT)));
		assertTrue(err.toString().startsWith("There is no OUTPUT: see java -jar neural-style-transfer.jar apply --help."), err
			.toString());
	}

	@Test
	void helpTellsTheOptions() {
		assertEquals(0, execute(List.of("apply", "--help")));
		for (final String word : List.of("NETWORK", "CONTENT", "OUTPUT", "--strength=NUMBER", "--coherence=NUMBER",
			"--mask=FILE", "Exit codes:"))
		{
			assertTrue(out.toString().contains(word), word);
		}
		assertFalse(out.toString().contains("--network"), out.toString());
	}

	// -- Helper methods --

	private int apply(final String content, final Path target, final String... options) {
		final List<String> arguments = new ArrayList<>(List.of("apply", network.toString(), content, target.toString()));
		arguments.addAll(List.of(options));
		return execute(arguments);
	}

	private int execute(final List<String> arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments.toArray(
			new String[0]));
	}
}
