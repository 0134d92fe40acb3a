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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.NamedNetworks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes a picture again, of pictures that a network has painted. */
class ReproducePaintingTest extends CommandTest {

	private final ImagePlus content = colours("cat.png", 64, 48, 3);
	private final List<ImagePlus> open = new ArrayList<>();

	@TempDir
	private Path folder;
	/** Where the network is when it paints, and where ImageJ's are. */
	private Path network;
	private Path networks;

	@BeforeEach
	void prepare() throws IOException {
		// NB: Without a display no other images can be open.
		Interpreter.batchMode = true;
		networks = Files.createDirectory(folder.resolve("networks"));
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, networks.toString());
		network = folder.resolve("my waves.h5");
		write(network, 1);
	}

	@AfterEach
	void close() {
		System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
		open.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
	}

	// -- What is found --

	@Test
	void networkIsFoundAmongThoseWithANameWhateverThatIsNow() throws Exception {
		final ImagePlus picture = painted(Map.of("strength", 0.75, "colours", "matched", "size", 80));
		write(networks.resolve("other.h5"), 2);
		Files.move(network, networks.resolve("storm.h5"));
		final ImagePlus again = reproduced(picture);
		assertSamePixels(picture, again);
		assertEquals("cat.png in the style of Waves", again.getTitle());
		assertEquals(ResultInfo.macro(ResultInfo.of(picture)), ResultInfo.macro(ResultInfo.of(again)));
		assertEquals(List.of(), errors());
	}

	@Test
	void networkIsFoundInTheFolderOfThePicture() throws Exception {
		final ImagePlus picture = painted(Map.of());
		final String file = folder.resolve("picture.tif").toString();
		IJ.saveAs(picture, "Tiff", file);
		assertSamePixels(picture, reproduced(new Opener().openImage(file)));
	}

	@Test
	void selectionAndMaskAreFound() throws Exception {
		content.setRoi(new Roi(0, 0, 32, 48));
		final ByteProcessor upper = new ByteProcessor(64, 48);
		upper.setValue(255);
		upper.setRoi(0, 0, 64, 24);
		upper.fill();
		final ImagePlus mask = new ImagePlus("mask", upper);
		open(mask);
		final ImagePlus picture = painted(Map.of("mask", mask, "softEdge", 4.0));
		Files.move(network, networks.resolve("waves.h5"));
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void deepPictureIsPaintedAgainWithItsValues() throws Exception {
		final ShortProcessor pixels = new ShortProcessor(64, 48);
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			pixels.set(i, 1000 + 40 * (i % 64) + i / 64 % 7 * 100);
		}
		pixels.setMinAndMax(1000, 4000);
		final ImagePlus deep = new ImagePlus("deep", pixels);
		open(deep);
		final ImagePlus picture = painted(Map.of("content", deep, "resultType", "as content"));
		Files.move(network, networks.resolve("waves.h5"));
		final ImagePlus again = reproduced(picture);
		assertArrayEquals((short[]) picture.getProcessor().getPixels(), (short[]) again.getProcessor().getPixels());
	}

	@Test
	void otherVersionIsNotedInTheLog() throws Exception {
		final ImagePlus picture = painted(Map.of());
		picture.setProperty("Info", ResultInfo.of(picture).replace("\"version\":\"development\"",
			"\"version\":\"0.0.1\""));
		Files.move(network, networks.resolve("waves.h5"));
		assertSamePixels(picture, reproduced(picture));
		assertTrue(errors().get(0).startsWith("The picture was made by version \"0.0.1\" on "), errors().toString());
		assertTrue(errors().get(0).endsWith(": pixels may differ in small ways."), errors().toString());
	}

	// -- What is refused --

	@Test
	void missingNetworkIsExplained() throws Exception {
		final ImagePlus picture = painted(Map.of());
		Files.delete(network);
		assertRefused("The picture cannot be made again, as the network \"Waves\" is missing: put the file that painted it " +
			"into ImageJ's folder networks.", picture);
		final String file = folder.resolve("picture.tif").toString();
		IJ.saveAs(picture, "Tiff", file);
		assertRefused("The picture cannot be made again, as the network \"Waves\" is missing: put the file that painted it " +
			"into ImageJ's folder networks, or into " + folder, new Opener().openImage(file));
	}

	@Test
	void networkThatHasChangedIsNotUsed() throws Exception {
		final ImagePlus picture = painted(Map.of());
		write(networks.resolve("my waves.h5"), 2);
		assertRefused("The picture cannot be made again, as the network \"Waves\" has changed since then: put the file " +
			"that painted it into ImageJ's folder networks.", picture);
	}

	@Test
	void fileThatIsNoNetworkIsPassedOver() throws Exception {
		final ImagePlus picture = painted(Map.of());
		Files.writeString(networks.resolve("a.h5"), "A letter");
		Files.move(network, networks.resolve("waves.h5"));
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void missingContentIsNamed() throws Exception {
		final ImagePlus picture = painted(Map.of());
		Interpreter.removeBatchModeImage(content);
		assertRefused("The picture cannot be made again, as the content \"cat.png\" is missing: open the images that it " +
			"was made from.", picture);
	}

	@Test
	void pictureThatWasStoppedIsNotPaintedAgain() throws Exception {
		final ImagePlus picture = painted(Map.of());
		picture.setProperty("Info", ResultInfo.of(picture).replace("\"stopped\":false", "\"stopped\":true"));
		assertRefused("The picture cannot be made again, as Apply Style Network was stopped before all of it was painted: " +
			"run the macro line that its Info has, and it is painted whole.", picture);
	}

	@Test
	void frameThatGoesOnFromAnotherOneIsNotPaintedAgainByItself() throws Exception {
		final ImagePlus picture = painted(Map.of());
		picture.setProperty("Info", ResultInfo.of(picture).replace("\"stopped\":false",
			"\"former\":{\"name\":\"movie.tif, slice 6\",\"sha256\":\"ab\",\"share\":1.0},\"stopped\":false"));
		assertRefused("The picture cannot be made again by itself, as it goes on from the frame \"movie.tif, slice 6\": " +
			"paint the stack or movie again, with all frames before it.", picture);
	}

	// -- Helper methods --

	private static void write(final Path file, final long seed) throws IOException {
		StyleNetworkFile.write(file, RandomNetworks.make(seed, 2, 1));
	}

	private ImagePlus painted(final Map<String, Object> given) throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "network", network.toString()));
		inputs.putAll(given);
		open(content);
		return (ImagePlus) run(ApplyStyleNetwork.class, inputs).getOutput("result");
	}

	private ImagePlus reproduced(final ImagePlus picture) throws Exception {
		final ImagePlus result = (ImagePlus) run(ReproduceStyleTransfer.class, Map.of("picture", picture)).getOutput(
			"result");
		assertTrue(result != null, errors().toString());
		assertNotEquals(picture, result);
		return result;
	}

	private void assertRefused(final String reason, final ImagePlus picture) throws Exception {
		assertRefused(reason, ReproduceStyleTransfer.class, Map.of("picture", picture));
	}

	private void open(final ImagePlus image) {
		Interpreter.addBatchModeImage(image);
		open.add(image);
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals((int[]) expected.getProcessor().getPixels(), (int[]) actual.getProcessor().getPixels());
	}
}
