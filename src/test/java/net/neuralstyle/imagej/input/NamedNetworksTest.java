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

package net.neuralstyle.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import net.neuralstyle.Provenance.Picture;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.feedforward.FastNeuralStyleTest;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that networks are found by what people write for them, and that what is none is refused with what there is.
 */
class NamedNetworksTest {

	private static final StyleNetwork NETWORK = RandomNetworks.make(1, 2, 1);

	@TempDir
	private Path folder;

	@BeforeEach
	void setFolder() {
		System.setProperty(NamedNetworks.FOLDER_PROPERTY, folder.resolve("networks").toString());
	}

	@AfterEach
	void forgetFolder() {
		System.clearProperty(NamedNetworks.FOLDER_PROPERTY);
	}

	@Test
	void fileIsFoundByItsPath() throws IOException {
		final Path file = folder.resolve("waves.h5");
		StyleNetworkFile.write(file, NETWORK);
		assertEquals(NETWORK, NamedNetworks.find(" " + file + " "));
	}

	@Test
	void fileIsReadOnce() throws IOException {
		final Path file = folder.resolve("waves.h5");
		StyleNetworkFile.write(file, NETWORK);
		assertSame(NamedNetworks.find(file.toString()), NamedNetworks.find(file.toString()));
	}

	@Test
	void fileThatHasChangedIsReadAgain() throws IOException {
		final Path file = folder.resolve("waves.h5");
		StyleNetworkFile.write(file, NETWORK);
		NamedNetworks.find(file.toString());
		StyleNetworkFile.write(file, RandomNetworks.make(2, 3, 1));
		assertEquals(RandomNetworks.make(2, 3, 1), NamedNetworks.find(file.toString()));
	}

	@Test
	void onnxIsImported() throws IOException {
		final Path file = folder.resolve("candy.onnx");
		try (InputStream in = FastNeuralStyleTest.class.getResourceAsStream("opset9.onnx")) {
			Files.copy(in, file);
		}
		assertEquals("candy", NamedNetworks.find(file.toString()).card().name());
	}

	@Test
	void networksOfTheFolderAreFoundByTheirNames() throws IOException {
		inFolder("Waves.h5");
		assertEquals(NETWORK, NamedNetworks.find("waves"));
		assertEquals(NETWORK, NamedNetworks.find("Waves.h5"));
	}

	@Test
	void bundledNetworksAreOfferedFirst() throws IOException {
		inFolder("b.h5");
		inFolder("a.h5");
		Files.writeString(folder.resolve("networks").resolve("notes.txt"), "");
		final List<String> expected = new ArrayList<>(BundledNetworks.names());
		expected.addAll(List.of("a", "b"));
		assertEquals(expected, List.copyOf(NamedNetworks.names()));
		assertEquals(expected.get(0), NamedNetworks.usual());
	}

	@Test
	void unknownNameIsRefusedWithThoseThatThereAre() throws IOException {
		inFolder("a.h5");
		final String message = assertThrows(StyleTransferException.class, () -> NamedNetworks.find("candy")).getMessage();
		assertTrue(message.matches("No file or style network is called \"candy\": give the path of its file.*: .*a\\."),
			message);
	}

	@Test
	void nothingIsRefused() {
		for (final String text : new String[] { "", " ", null }) {
			assertTrue(assertThrows(StyleTransferException.class, () -> NamedNetworks.find(text)).getMessage().startsWith(
				"There is no network"));
		}
	}

	@Test
	void fileOfAnotherKindIsRefused() throws IOException {
		final Path file = Files.writeString(folder.resolve("letter.txt"), "A letter");
		assertTrue(assertThrows(StyleTransferException.class, () -> NamedNetworks.find(file.toString())).getMessage()
			.contains("does not hold a style network"));
		assertTrue(assertThrows(StyleTransferException.class, () -> NamedNetworks.find(folder.toString())).getMessage()
			.contains("is a folder"));
	}

	@Test
	void previewIsThePictureOfTheFile() throws IOException {
		final ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", png);
		final Path file = folder.resolve("waves.h5");
		StyleNetworkFile.write(file, NETWORK.withPreview(png.toByteArray()));
		assertEquals(7, NamedNetworks.preview(file.toString()).getWidth());
	}

	@Test
	void networkWithoutAPictureHasNoPreview() throws IOException {
		final Path file = folder.resolve("waves.h5");
		StyleNetworkFile.write(file, NETWORK.withPreview(new byte[0]));
		assertNull(NamedNetworks.preview(file.toString()));
		StyleNetworkFile.write(file, NETWORK.withPreview(new byte[] { 1, 2, 3 }));
		assertNull(NamedNetworks.preview(file.toString()));
	}

	@Test
	void networkOfAStyleIsFoundByThePictureWhateverItIsCalled() throws IOException {
		inFolder("a.h5");
		final Path networks = folder.resolve("networks");
		final Picture style = new Picture("sea", "5ea5", 1, List.of());
		final StyleNetwork trained = NETWORK.withCard(NetworkCard.builder("Mine").styles(List.of(style)).build());
		StyleNetworkFile.write(networks.resolve("b.h5"), trained);
		Files.writeString(networks.resolve("damaged.h5"), "nothing");
		final List<Picture> renamed = List.of(new Picture("waves", "5ea5", 2, List.of()));
		assertEquals(trained, NamedNetworks.trainedFor(renamed).orElseThrow());
		assertEquals(trained, NamedNetworks.toStartWith(" ", renamed));
		assertEquals(NETWORK, NamedNetworks.toStartWith("a", renamed));
	}

	@Test
	void styleWithoutANetworkIsToldWithWhatCanBeDone() {
		final Picture sea = new Picture("sea", "5ea5", 1, List.of());
		assertEquals("No style network was trained for the style sea: name one as the start network, train one with Train " +
			"Style Network, or start from the content.", assertThrows(StyleTransferException.class, () -> NamedNetworks
				.toStartWith("", List.of(sea))).getMessage());
		final Picture ink = new Picture("ink", "114c", 1, List.of());
		assertTrue(assertThrows(StyleTransferException.class, () -> NamedNetworks.toStartWith(null, List.of(sea, ink)))
			.getMessage().startsWith("No style network was trained for the styles sea, ink together: "));
	}

	@Test
	void networkIsFoundByItsNumbers() throws IOException {
		inFolder("a.h5");
		final Path other = Files.createDirectory(folder.resolve("other"));
		final StyleNetwork elsewhere = RandomNetworks.make(2, 2, 1);
		StyleNetworkFile.write(other.resolve("c.h5"), elsewhere);
		assertEquals(NETWORK, NamedNetworks.withChecksum(NETWORK.checksum()).orElseThrow());
		assertTrue(NamedNetworks.withChecksum(elsewhere.checksum()).isEmpty());
		assertEquals(elsewhere, NamedNetworks.withChecksum(elsewhere.checksum(), other).orElseThrow());
	}

	private void inFolder(final String name) throws IOException {
		final Path networks = Files.createDirectories(folder.resolve("networks"));
		StyleNetworkFile.write(networks.resolve(name), NETWORK);
	}
}
