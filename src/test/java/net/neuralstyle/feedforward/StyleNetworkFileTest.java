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

package net.neuralstyle.feedforward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.weights.BundledWeights;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a network's file gives the same network again, that HDF5's own library reads it as Keras would, and that
 * a file that is none, or is damaged, is refused with one sentence that names it.
 */
class StyleNetworkFileTest {

	private static final StyleNetwork NETWORK = RandomNetworks.make(1, 2, 2);

	/** Many more by hand: {@code -Ddamages=100000} takes some minutes. */
	private static final int DAMAGES = Integer.getInteger("damages", 1000);

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void nameFile() {
		file = folder.resolve("waves.h5");
	}

	// -- Good files --

	@Test
	void networkIsReadAsItWasWritten() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		assertEquals(NETWORK, StyleNetworkFile.read(file));
	}

	@Test
	void networkWithoutPreviewIsReadWithoutOne() throws IOException {
		final StyleNetwork bare = new StyleNetwork(NETWORK.topology(), NETWORK.parameters(), NetworkCard.builder("a").build(),
			new byte[0]);
		StyleNetworkFile.write(file, bare);
		assertEquals(bare, StyleNetworkFile.read(file));
	}

	@Test
	void streamIsReadAsTheFile() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		assertEquals(NETWORK, StyleNetworkFile.read(new ByteArrayInputStream(Files.readAllBytes(file)), "waves"));
	}

	@Test
	void sameNetworkGivesTheSameBytes() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		final Path other = folder.resolve("other.h5");
		StyleNetworkFile.write(other, NETWORK);
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
	}

	@Test
	void networkOfUsualSizeIsReadInHalfASecond() throws IOException {
		final StyleNetwork usual = RandomNetworks.make(1, 16, 5);
		StyleNetworkFile.write(file, usual);
		assertTrue(Files.size(file) < 2_000_000, () -> file.toFile().length() + " bytes");
		assertTimeout(Duration.ofMillis(500), () -> StyleNetworkFile.read(file));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "3, 1", "4, 9" })
	void everySizeOfNetworkIsRead(final int width, final int blocks) throws IOException {
		final StyleNetwork network = RandomNetworks.make(3, width, blocks);
		StyleNetworkFile.write(file, network);
		assertEquals(network, StyleNetworkFile.read(file));
	}

	// -- As Python sees it --

	@Test
	void layersAreListedAsKerasDoes() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		try (PointerScope scope = new PointerScope(); H5File root = new H5File(file.toString(), hdf5.H5F_ACC_RDONLY)) {
			final List<String> layers = names(root, "layer_names");
			assertEquals(List.of("first", "first_normalization", "reduction1"), layers.subList(0, 3));
			assertEquals("last", layers.get(layers.size() - 1));
			assertEquals(List.of("first_normalization/gamma:0", "first_normalization/beta:0"), //
				names(root.openGroup("first_normalization"), "weight_names"));
			assertEquals(List.of("last/kernel:0", "last/bias:0"), names(root.openGroup("last"), "weight_names"));
			root._close();
		}
	}

	@Test
	void kernelsHaveTheShapeOfKeras() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		try (PointerScope scope = new PointerScope(); H5File root = new H5File(file.toString(), hdf5.H5F_ACC_RDONLY)) {
			final DataSet kernel = root.openDataSet("first/first/kernel:0");
			final long[] shape = new long[4];
			assertEquals(4, kernel.getSpace().getSimpleExtentDims(shape));
			assertArrayEquals(new long[] { 9, 9, 3, 2 }, shape);
			final float[] numbers = new float[9 * 9 * 3 * 2];
			final FloatPointer pointer = new FloatPointer(numbers.length);
			kernel.read(pointer, PredType.NATIVE_FLOAT());
			pointer.get(numbers);
			assertArrayEquals(Arrays.copyOf(NETWORK.parameters(), numbers.length), numbers);
			kernel._close();
			root._close();
		}
	}

	@Test
	void numbersThatSomebodyChangedAreReadOnceTheChecksumIsGone() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		edit(root -> {
			try (DataSet bias = root.openDataSet("last/last/bias:0"); FloatPointer numbers = new FloatPointer(7f, 8f, 9f)) {
				bias.write(numbers, PredType.NATIVE_FLOAT());
				bias._close();
			}
		});
		assertRefused("is truncated or damaged");
		edit(root -> root.removeAttr("sha256"));
		final float[] parameters = StyleNetworkFile.read(file).parameters();
		assertArrayEquals(new float[] { 7, 8, 9 }, Arrays.copyOfRange(parameters, parameters.length - 3, parameters.length));
	}

	// -- Writing --

	@Test
	void anotherNetworkIsReplaced() throws IOException {
		StyleNetworkFile.write(file, RandomNetworks.make(2, 3, 1));
		StyleNetworkFile.write(file, NETWORK);
		assertEquals(NETWORK, StyleNetworkFile.read(file));
		assertEquals(List.of("waves.h5"), namesInFolder());
	}

	@Test
	void symbolicLinkStaysOne() throws IOException {
		final Path kept = folder.resolve("kept.h5");
		StyleNetworkFile.write(kept, RandomNetworks.make(2, 3, 1));
		Files.createSymbolicLink(file, kept);
		StyleNetworkFile.write(file, NETWORK);
		assertTrue(Files.isSymbolicLink(file));
		assertEquals(NETWORK, StyleNetworkFile.read(kept));
	}

	@Test
	void fileThatIsNoNetworkStays() throws IOException {
		Files.writeString(file, "A letter");
		final String message = assertThrows(IOException.class, () -> StyleNetworkFile.write(file, NETWORK)).getMessage();
		assertSentence(message);
		assertTrue(message.contains("is not replaced, because it is no style network"), message);
		assertEquals("A letter", Files.readString(file));
		assertEquals(List.of("waves.h5"), namesInFolder());
	}

	@Test
	void weightsOfANetworkOfAnotherKindStay() throws IOException {
		final byte[] weights = bundledWeights();
		Files.write(file, weights);
		assertThrows(IOException.class, () -> StyleNetworkFile.write(file, NETWORK));
		assertArrayEquals(weights, Files.readAllBytes(file));
	}

	@Test
	void fileThatIsNoNetworkIsReplacedWhenThatIsAskedFor() throws IOException {
		Files.writeString(file, "A letter");
		StyleNetworkFile.overwrite(file, NETWORK);
		assertEquals(NETWORK, StyleNetworkFile.read(file));
	}

	@Test
	void folderIsNotReplaced() throws IOException {
		Files.createDirectory(file);
		assertSentence(assertThrows(IOException.class, () -> StyleNetworkFile.overwrite(file, NETWORK)).getMessage());
		assertTrue(Files.isDirectory(file));
	}

	@Test
	void missingFolderIsTold() {
		file = folder.resolve("none").resolve("waves.h5");
		final String message = assertThrows(IOException.class, () -> StyleNetworkFile.write(file, NETWORK)).getMessage();
		assertSentence(message);
		assertTrue(message.contains("check that its folder is there"), message);
	}

	@Test
	void threadThatIsInterruptedWrites() throws IOException {
		Thread.currentThread().interrupt();
		StyleNetworkFile.write(file, NETWORK);
		assertTrue(Thread.interrupted());
		assertEquals(NETWORK, StyleNetworkFile.read(file));
	}

	@Test
	void cardThatIsTooLongIsTold() {
		final StyleNetwork network = NETWORK.withCard(NETWORK.card().toBuilder().licence("free ".repeat(20_000)).build());
		assertSentence(assertThrows(IOException.class, () -> StyleNetworkFile.write(file, network)).getMessage());
	}

	@Test
	void longCardIsRead() throws IOException {
		final StyleNetwork network = NETWORK.withCard(NETWORK.card().toBuilder().licence("free ".repeat(11_000)).build());
		StyleNetworkFile.write(file, network);
		assertEquals(network, StyleNetworkFile.read(file));
	}

	// -- Files of another kind --

	@Test
	void missingFileIsRefused() {
		assertRefused("There is no network file");
	}

	@Test
	void folderIsRefused() throws IOException {
		Files.createDirectory(file);
		assertRefused("is a folder");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A letter", "\u0089PNG\r\n\u001a\n" })
	void fileOfAnotherKindIsRefused(final String content) throws IOException {
		Files.writeString(file, content);
		assertRefused("it is neither an HDF5 nor an ONNX file");
		assertFalse(StyleNetworkFile.isNetwork(file));
	}

	@Test
	void weightsOfTheFeatureNetworkAreRefused() throws IOException {
		Files.write(file, bundledWeights());
		assertRefused("does not hold a style network: it has no attribute neural_style_network");
		assertFalse(StyleNetworkFile.isNetwork(file));
	}

	@Test
	void newerFormatIsRefused() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		setNumber("neural_style_network", 2);
		assertRefused("was written by a newer version of the plugin (format 2, and this one knows 1): update the plugin.");
		assertTrue(StyleNetworkFile.isNetwork(file));
	}

	@ParameterizedTest
	@CsvSource({ "width, 0", "width, 1000000", "blocks, -1", "blocks, 1000000" })
	void topologyThatNoNetworkHasIsRefused(final String attribute, final int value) throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		setNumber(attribute, value);
		assertRefused("is truncated or damaged");
	}

	@Test
	void numbersOfAnotherShapeAreRefused() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		setNumber("width", 3);
		assertRefused("first/first/kernel:0 is [9, 9, 3, 2], not [9, 9, 3, 3]");
	}

	@Test
	void missingLayerIsRefused() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		setNumber("blocks", 3);
		assertRefused("it has no block3_first/block3_first/kernel:0");
	}

	@Test
	void cardOfANewerFormatIsRefused() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		edit(root -> root.removeAttr("sha256"));
		setText("card", NETWORK.card().toJson().replace("\"format\":1", "\"format\":2"));
		assertRefused("cannot be used: it was written by a newer version of the plugin");
	}

	@Test
	void linkIsRefused() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		edit(root -> {
			root.link("first", hdf5.H5L_SAME_LOC(), "moved");
			root.unlink("first");
			root.link(hdf5.H5L_TYPE_SOFT, "moved", "first");
		});
		assertRefused("first is a link to another place");
	}

	// -- Damaged files --

	@ParameterizedTest
	@ValueSource(doubles = { 0.001, 0.1, 0.5, 0.9, 0.9999 })
	void truncatedFileIsRefused(final double share) throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
		assertRefused("is truncated or damaged");
	}

	/** Whatever bits are wrong, nothing is read but the network that was written. */
	@Test
	void everyDamagedFileIsRefusedOrGivesTheSameNetwork() throws IOException {
		StyleNetworkFile.write(file, NETWORK);
		final byte[] good = Files.readAllBytes(file);
		final Random random = new Random(5);
		int refused = 0;
		for (int i = 0; i < DAMAGES; i++) {
			byte[] damaged = good.clone();
			if (i % 8 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
			for (int flip = random.nextInt(4); flip >= 0 && damaged.length > 9; flip--) {
				damaged[8 + random.nextInt(damaged.length - 8)] ^= 1 << random.nextInt(8);
			}
			try {
				assertEquals(NETWORK, StyleNetworkFile.read(new ByteArrayInputStream(damaged), file.toString()));
			}
			catch (final IOException exc) {
				assertSentence(exc.getMessage());
				refused++;
			}
		}
		assertTrue(refused > 0.9 * DAMAGES, "refused " + refused);
	}

	// -- Helper methods --

	private void assertRefused(final String reason) {
		final String message = assertThrows(IOException.class, () -> StyleNetworkFile.read(file)).getMessage();
		assertSentence(message);
		assertTrue(message.contains(reason), message);
	}

	private void assertSentence(final String message) {
		assertTrue(message.contains(file.toString()), () -> "The message does not name the file: " + message);
		assertTrue(Pattern.matches("[A-Z](?:(?!\\. ).)*\\.", message), () -> "The message is not one sentence: " + message);
	}

	private List<String> namesInFolder() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(path -> path.getFileName().toString()).collect(Collectors.toList());
		}
	}

	private static byte[] bundledWeights() throws IOException {
		try (InputStream in = BundledWeights.class.getResourceAsStream("vgg16-compact.h5")) {
			return in.readAllBytes();
		}
	}

	private void setNumber(final String attribute, final int value) {
		edit(root -> {
			try (Attribute number = root.openAttribute(attribute); IntPointer pointer = new IntPointer(1).put(value)) {
				number.write(PredType.NATIVE_INT(), (Pointer) pointer);
				number._close();
			}
		});
	}

	private void setText(final String attribute, final String text) {
		edit(root -> {
			root.removeAttr(attribute);
			final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			try (StrType type = new StrType(PredType.C_S1(), bytes.length);
					DataSpace space = new DataSpace(hdf5.H5S_SCALAR);
					Attribute written = root.createAttribute(attribute, type, space);
					BytePointer pointer = new BytePointer(bytes))
			{
				written.write(type, (Pointer) pointer);
				written._close();
			}
		});
	}

	private void edit(final Edit edit) {
		// NB: What is left to the garbage collector is given back on a thread of its own, which HDF5 does not bear.
		try (PointerScope scope = new PointerScope(); H5File root = new H5File(file.toString(), hdf5.H5F_ACC_RDWR)) {
			edit.apply(root);
			root._close();
		}
	}

	private static List<String> names(final Group group, final String attributeName) {
		final Attribute attribute = group.openAttribute(attributeName);
		final StrType type = attribute.getStrType();
		final int length = (int) type.getSize();
		final byte[] bytes = new byte[(int) attribute.getInMemDataSize()];
		final BytePointer pointer = new BytePointer(bytes.length);
		attribute.read(type, (Pointer) pointer);
		pointer.get(bytes);
		return Stream.iterate(0, from -> from < bytes.length, from -> from + length).map(from -> new String(bytes, from,
			length, StandardCharsets.UTF_8).replace("\0", "")).collect(Collectors.toList());
	}

	/** What is done to a file. */
	@FunctionalInterface
	private interface Edit {

		void apply(H5File root);
	}
}
