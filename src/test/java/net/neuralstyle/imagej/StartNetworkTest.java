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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.macro.Interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.NamedNetworks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Style transfers that start from what a network paints, and what a dialog shows of that, without a display. */
class StartNetworkTest extends CommandTest {

	private final ImagePlus content = colours("cat.png", 64, 48, 3);
	private final ImagePlus style = colours("paint.png", 80, 80, 9);
	private final List<ImagePlus> open = new ArrayList<>();
	private Path networks;

	@TempDir
	private Path folder;

	@BeforeEach
	void begin() throws IOException {
		networks = Files.createDirectory(folder.resolve("networks"));
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, networks.toString());
		// NB: Without a display no other images can be open.
		Interpreter.batchMode = true;
		open(content, style);
	}

	@AfterEach
	void end() {
		open.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
		System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
	}

	// -- Neural Style Transfer --

	@Test
	void startsFromTheNetworkThatWasTrainedForTheStyle() throws Exception {
		final StyleNetwork network = write(networks.resolve("mine.h5"), 1);
		final ImagePlus result = result(Map.of("start", "network"));
		assertEquals(network.checksum(), told(result).startNetwork().orElseThrow().checksum());
		assertTrue(log().contains("It starts from what the style network Mine paints."), log().toString());
		assertTrue(ResultInfo.macro(ResultInfo.of(result)).contains(" start=network "));
		assertArrayEquals(pixels(result), pixels(result(Map.of("startNetwork", networks.resolve("mine.h5").toString()))));
	}

	@Test
	void startsFromTheNetworkThatIsNamed() throws Exception {
		write(networks.resolve("mine.h5"), 1);
		final Path other = folder.resolve("other.h5");
		final StyleNetwork named = RandomNetworks.make(2, 2, 1);
		StyleNetworkFile.write(other, named);
		assertEquals(named.checksum(), told(result(Map.of("startNetwork", other.toString()))).startNetwork().orElseThrow()
			.checksum());
	}

	@Test
	void styleWithoutANetworkIsRefused() throws Exception {
		assertRefused("No style network was trained for the style paint.png: name one", NeuralStyleTransfer.class, inputs(Map
			.of("start", "network")));
	}

	@Test
	void blendThatNoNetworkWasTrainedForIsRefused() throws Exception {
		write(networks.resolve("mine.h5"), 1);
		assertRefused("No style network was trained for the styles paint.png, cat.png together: name one",
			NeuralStyleTransfer.class, inputs(Map.of("start", "network", "moreStyles", new ImagePlus[] { content })));
	}

	@Test
	void networkThatIsNotThereIsRefused() throws Exception {
		assertRefused("No file or style network is called \"nowhere\"", NeuralStyleTransfer.class, inputs(Map.of(
			"startNetwork", "nowhere")));
	}

	@Test
	void framesOfAStackStartFromTheNetwork() throws Exception {
		final StyleNetwork network = write(networks.resolve("mine.h5"), 1);
		final ImagePlus frames = result(Map.of("content", StackTransferTest.stack("walk.tif", 2), "slices", "all", "start",
			"network"));
		assertEquals(2, frames.getStackSize());
		assertEquals(network.checksum(), told(frames).startNetwork().orElseThrow().checksum());
	}

	// -- Reproduce Style Transfer --

	@Test
	void pictureIsMadeAgainWithTheSameNetwork() throws Exception {
		write(networks.resolve("mine.h5"), 1);
		final ImagePlus picture = result(Map.of("start", "network"));
		Files.move(networks.resolve("mine.h5"), networks.resolve("renamed.h5"));
		final ImagePlus again = (ImagePlus) run(ReproduceStyleTransfer.class, Map.of("picture", picture)).getOutput("result");
		assertArrayEquals(pixels(picture), pixels(again));
		assertEquals(told(picture).startNetwork().orElseThrow().checksum(), told(again).startNetwork().orElseThrow()
			.checksum());
	}

	@Test
	void pictureWhoseNetworkIsMissingIsNotMadeAgain() throws Exception {
		write(networks.resolve("mine.h5"), 1);
		final ImagePlus picture = result(Map.of("start", "network"));
		write(networks.resolve("mine.h5"), 2);
		assertRefused("The picture cannot be made again, as the style network \"Mine\" that painted what it was started " +
			"from is missing", ReproduceStyleTransfer.class, Map.of("picture", picture));
	}

	// -- What a dialog shows --

	@Test
	void previewIsWhatTheNetworkOfTheStylePaints() throws Exception {
		assertTrue(preview(Map.of()).isEmpty());
		write(networks.resolve("mine.h5"), 1);
		assertTrue(preview(Map.of()).isPresent());
		assertTrue(preview(Map.of("style", "cat.png")).isEmpty());
		assertTrue(preview(Map.of("moreStyles", "cat.png")).isEmpty());
		assertTrue(preview(Map.of("style", "cat.png", "start", "network", "startNetwork", "mine")).isPresent());
	}

	@Test
	void batchesHaveNoPreview() {
		assertTrue(new HostedCommand(context(), BatchStyleTransfer.class.getName()).previewedInputs().isEmpty());
	}

	@Test
	void everyInputThatIsPreviewedIsThere() {
		final HostedCommand command = new HostedCommand(context(), NeuralStyleTransfer.class.getName());
		assertTrue(command.defaults().keySet().containsAll(command.previewedInputs()));
	}

	// -- Helper methods --

	/** Writes a network for the style. */
	private StyleNetwork write(final Path file, final long seed) throws IOException {
		final Style trained = Style.of(DisplayedPixels.of(style)).named("whatever");
		final NetworkCard card = RandomNetworks.card().toBuilder().name("Mine").styles(List.of(trained.record())).build();
		final StyleNetwork network = RandomNetworks.make(seed, 2, 1).withCard(card);
		Files.deleteIfExists(file);
		StyleNetworkFile.write(file, network);
		return network;
	}

	private void open(final ImagePlus... images) {
		for (final ImagePlus image : images) {
			Interpreter.addBatchModeImage(image);
			open.add(image);
		}
	}

	private Optional<Preview> preview(final Map<String, String> more) {
		final HostedCommand command = new HostedCommand(context(), NeuralStyleTransfer.class.getName());
		final Map<String, String> answers = new HashMap<>(command.defaults());
		answers.putAll(Map.of("content", "cat.png", "style", "paint.png"));
		answers.putAll(more);
		return command.preview(answers);
	}

	private ImagePlus result(final Map<String, Object> more) throws Exception {
		final ImagePlus result = (ImagePlus) run(NeuralStyleTransfer.class, inputs(more)).getOutput("result");
		assertTrue(result != null, errors().toString());
		return result;
	}

	private Map<String, Object> inputs(final Map<String, Object> more) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "style", style, "size", 40, "iterations",
			1));
		inputs.putAll(more);
		return inputs;
	}

	private static Provenance told(final ImagePlus picture) {
		return ResultInfo.provenance(ResultInfo.of(picture)).orElseThrow();
	}

	private static int[] pixels(final ImagePlus image) {
		return (int[]) image.getProcessor().getPixels();
	}
}
