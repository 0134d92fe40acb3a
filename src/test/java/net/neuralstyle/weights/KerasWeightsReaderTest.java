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

package net.neuralstyle.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import net.neuralstyle.weights.KerasWeightsWriter.Layout;
import net.neuralstyle.weights.KerasWeightsWriter.Storage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that Keras weights files are read number for number, and that a file
 * that is none, or is damaged, is refused with one sentence that names it.
 */
class KerasWeightsReaderTest {

	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 6 });

	/** Many more by hand: {@code -Ddamages=100000} takes a minute. */
	private static final int DAMAGES = Integer.getInteger("damages", 1000);

	private static final FloatBuffer NOTHING = FloatBuffer.allocate(0);

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void nameFile() {
		file = folder.resolve("weights.h5");
	}

	// -- Good files --

	@Test
	void layersAreReadInOrder() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		assertEquals(List.of("block1_conv1", "block1_conv2", "block2_conv1"), KerasWeightsReader.read(file).layerNames());
	}

	@Test
	void numbersAreReadAsTheyWereWritten() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void channelsAreReadFromTheFile() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final ConvolutionWeights layer = KerasWeightsReader.read(file).blocks().get(1).get(0);
		assertEquals(5, layer.inputChannels());
		assertEquals(6, layer.outputChannels());
	}

	@Test
	void orderOfTheGroupsDoesNotMatter() throws IOException {
		final List<ConvolutionWeights> layers = layers(NETWORK);
		Collections.reverse(layers);
		KerasWeightsWriter.write(file, layers);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void otherGroupsArePassedOver() throws IOException {
		final List<ConvolutionWeights> layers = layers(NETWORK);
		layers.add(convolution("predictions", 6, 10));
		layers.add(new ConvolutionWeights("block1_pool", 5, 5, NOTHING, new float[0]));
		KerasWeightsWriter.write(file, layers);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@ParameterizedTest
	@EnumSource
	void everyLayoutIsRead(final Layout layout) throws IOException {
		KerasWeightsWriter.write(file, NETWORK, layout, false);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@ParameterizedTest
	@EnumSource
	void namesMayBeOfVariableLength(final Layout layout) throws IOException {
		KerasWeightsWriter.write(file, NETWORK, layout, true);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@ParameterizedTest
	@EnumSource
	void fullyConnectedTopIsPassedOver(final Layout layout) throws IOException {
		final List<ConvolutionWeights> layers = layers(NETWORK);
		layers.add(new ConvolutionWeights("flatten", 6, 6, NOTHING, new float[0]));
		layers.add(convolution("fc1", 6, 10));
		layers.add(convolution("predictions", 10, 10));
		KerasWeightsWriter.write(file, layers, layout, false);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@ParameterizedTest
	@EnumSource(names = { "USUAL", "LATEST", "COMPRESSED", "FLOAT64", "BIG_ENDIAN" })
	void everyStorageIsRead(final Storage storage) throws IOException {
		KerasWeightsWriter.write(file, NETWORK, storage);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void halfPrecisionIsRead() throws IOException {
		KerasWeightsWriter.write(file, NETWORK, Storage.FLOAT16);
		final ConvolutionWeights expected = layers(NETWORK).get(1);
		final ConvolutionWeights actual = layers(KerasWeightsReader.read(file)).get(1);
		final float[] numbers = expected.kernel();
		for (int i = 0; i < numbers.length; i++) {
			assertEquals(numbers[i], actual.numbers().get(i), Math.abs(numbers[i]) / 2048 + 1e-7, "number " + i);
		}
	}

	@Test
	void namesMayHaveAnyLetters() throws IOException {
		final List<ConvolutionWeights> layers = layers(NETWORK);
		layers.add(new ConvolutionWeights("activación", 5, 5, NOTHING, new float[0]));
		KerasWeightsWriter.write(file, layers);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void fourConvolutionsInABlockAreRead() throws IOException {
		final NetworkWeights vgg19 = KerasWeightsWriter.randomWeights(6, new int[] { 4, 4 }, new int[] { 5, 5 }, //
			new int[] { 6, 6, 6, 6 }, new int[] { 7, 7, 7, 7 }, new int[] { 7, 7, 7, 7 });
		KerasWeightsWriter.write(file, vgg19);
		assertSameNumbers(vgg19, KerasWeightsReader.read(file));
	}

	@Test
	void checksumIsTheFilesSha256() throws Exception {
		KerasWeightsWriter.write(file, NETWORK);
		final byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
		assertEquals(String.format("%064x", new BigInteger(1, digest)), KerasWeightsReader.read(file).checksum());
	}

	@Test
	void numbersAreGoneWhenTheWeightsAreClosed() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final NetworkWeights weights = KerasWeightsReader.read(file);
		weights.close();
		assertThrows(IllegalStateException.class, layers(weights).get(0)::kernel);
		assertEquals(NETWORK.layerNames(), weights.layerNames());
	}

	@Test
	void fileCanBeDeletedAfterwards() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		KerasWeightsReader.read(file);
		Files.delete(file);
		assertFalse(Files.exists(file));
	}

	@Test
	void goodFileIsReadAfterADamagedOne() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final Path damaged = folder.resolve("damaged.h5");
		Files.write(damaged, Arrays.copyOf(Files.readAllBytes(file), 1000));
		assertThrows(IOException.class, () -> KerasWeightsReader.read(damaged));
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void goodFileIsReadInPlaceOfADamagedOne() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final byte[] good = Files.readAllBytes(file);
		final byte[] damaged = good.clone();
		overwrite(damaged, lastIndexOf(damaged, "SNOD"), 4);
		Files.write(file, damaged);
		assertThrows(IOException.class, () -> KerasWeightsReader.read(file));
		// NB: The same file again, as after a second download: nothing of the first may be left open.
		Files.write(file, good);
		assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
	}

	@Test
	void weightsFileReadsTheFile() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		assertSameNumbers(NETWORK, new WeightsFile(file).load());
	}

	@Test
	void weightsFileIsNamedLikeTheFile() {
		assertEquals("weights.h5", new WeightsFile(file).name());
	}

	// -- Files that are none --

	@Test
	void missingFileIsRefused() {
		assertRefused("no weights file");
	}

	@Test
	void folderIsRefused() throws IOException {
		Files.createDirectory(file);
		assertRefused("is a folder: give the path of a file");
	}

	@Test
	void emptyFileIsRefused() throws IOException {
		Files.createFile(file);
		assertRefused("not an HDF5 file");
	}

	@Test
	void randomBytesAreRefused() throws IOException {
		final byte[] bytes = new byte[10000];
		new Random(2).nextBytes(bytes);
		Files.write(file, bytes);
		assertRefused("not an HDF5 file");
	}

	@Test
	void textIsRefused() throws IOException {
		Files.write(file, "<html>404: not found</html>".getBytes(StandardCharsets.UTF_8));
		assertRefused("not an HDF5 file");
	}

	@Test
	void signatureAloneIsRefused() throws IOException {
		Files.write(file, new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' });
		assertRefused("truncated or damaged");
	}

	@Test
	void randomBytesAfterTheSignatureAreRefused() throws IOException {
		final byte[] bytes = new byte[10000];
		new Random(3).nextBytes(bytes);
		System.arraycopy(new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' }, 0, bytes, 0, 8);
		Files.write(file, bytes);
		assertRefused("truncated or damaged");
	}

	// -- Damaged files --

	@ParameterizedTest
	@ValueSource(doubles = { 0.001, 0.1, 0.5, 0.9, 0.9999 })
	void truncatedFileIsRefused(final double share) throws IOException {
		final byte[] bytes = bundledBytes();
		Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
		assertRefused("truncated or damaged");
	}

	@Test
	void fileThatLacksItsLastByteIsRefused() throws IOException {
		KerasWeightsWriter.write(file, NETWORK, Storage.LATEST);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
		assertRefused("truncated or damaged");
	}

	@Test
	void chunkOfDamagedSizeIsRefusedAtOnce() throws IOException {
		KerasWeightsWriter.write(file, NETWORK, Storage.COMPRESSED);
		final byte[] bytes = Files.readAllBytes(file);
		// NB: The shape of a chunk of the first kernel, and the bytes of a number.
		overwrite(bytes, indexOf(bytes, "\3\0\0\0\3\0\0\0\3\0\0\0\3\0\0\0\4\0\0\0") + 2, 2);
		Files.write(file, bytes);
		assertTimeout(Duration.ofSeconds(2), () -> assertRefused("truncated or damaged"));
	}

	@Test
	void fileThatDoesNotFitIntoMemoryIsRefused() throws Exception {
		KerasWeightsWriter.write(file, NETWORK);
		try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
			end.setLength(300_000_000);
		}
		assertEquals("The weights file " + file + " (300 MB) does not fit into Java's memory: give Java more memory with " +
			"-Xmx, or choose a file without the layers that follow the convolutions.", WeightsProgram.run(file.toString(),
				"-Xmx64m"));
	}

	/** The root's list of groups names itself as a part of itself. */
	@Test
	void structureWithoutEndIsRefused() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final byte[] bytes = Files.readAllBytes(file);
		final int tree = indexOf(bytes, "TREE");
		// NB: A level above the leaves, and where its first part is.
		bytes[tree + 5] = 1;
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(tree + 32, tree);
		Files.write(file, bytes);
		assertRefused("truncated or damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TREE", "HEAP", "SNOD" })
	void damagedRootGroupIsRefused(final String structure) throws IOException {
		final byte[] bytes = bundledBytes();
		overwrite(bytes, indexOf(bytes, structure), 4);
		Files.write(file, bytes);
		assertRefused("truncated or damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TREE", "HEAP", "SNOD" })
	void damagedLayerGroupIsRefused(final String structure) throws IOException {
		final byte[] bytes = bundledBytes();
		overwrite(bytes, lastIndexOf(bytes, structure), 4);
		Files.write(file, bytes);
		assertRefused("truncated or damaged");
	}

	@Test
	void damagedAddressOfTheRootGroupIsRefused() throws IOException {
		final byte[] bytes = bundledBytes();
		overwrite(bytes, 24, 64);
		Files.write(file, bytes);
		assertRefused("truncated or damaged");
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void valuesThatAreNotFiniteAreRefused(final float value) throws IOException {
		final ConvolutionWeights layer = convolution("block1_conv1", 3, 4);
		layer.numbers().put(17, value);
		KerasWeightsWriter.write(file, List.of(layer));
		assertRefused("block1_conv1 has values that are no numbers");
	}

	@Test
	void biasThatIsNotFiniteIsRefused() throws IOException {
		final ConvolutionWeights layer = convolution("block1_conv1", 3, 4);
		layer.bias()[3] = Float.NaN;
		KerasWeightsWriter.write(file, List.of(layer));
		assertRefused("block1_conv1 has values that are no numbers");
	}

	// -- Files that are sound and are not read --

	@ParameterizedTest
	@EnumSource(names = { "BFLOAT16", "INTEGERS" })
	void numbersOfAnotherKindAreRefused(final Storage storage) throws IOException {
		KerasWeightsWriter.write(file, NETWORK, storage);
		assertRefused("its numbers are not floating-point numbers of 16, 32 or 64 bits");
	}

	@Test
	void compressionWithLz4IsRefused() throws IOException {
		KerasWeightsWriter.write(file, NETWORK, Storage.LZ4);
		assertRefused("its numbers are compressed with LZ4; save it without compression, or with gzip");
	}

	@Test
	void linkInTheFileIsRefused() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		KerasWeightsWriter.link(file, "block1_conv1", "");
		assertRefused("block1_conv1 is a link to another place");
	}

	@Test
	void linkToAnotherFileIsRefused() throws IOException {
		final Path other = folder.resolve("other.h5");
		KerasWeightsWriter.write(other, NETWORK);
		KerasWeightsWriter.write(file, NETWORK);
		KerasWeightsWriter.link(file, "block1_conv1", other.toString());
		assertRefused("block1_conv1 is a link to another place");
	}

	// -- Numbers that no network has --

	@Test
	void kernelOfZerosIsRefused() throws IOException {
		writeScaled("block2_conv1", 0);
		assertRefused("block2_conv1 has a kernel of zeros only");
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e-5f, 1e-30f, 1e-44f })
	void vanishingKernelIsRefused(final float factor) throws IOException {
		writeScaled("block1_conv2", factor);
		assertRefused("block1_conv2 has a kernel with too small numbers (about ");
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e5f, 1e30f })
	void hugeKernelIsRefused(final float factor) throws IOException {
		writeScaled("block1_conv2", factor);
		assertRefused("block1_conv2 has a kernel with too large numbers (about ");
	}

	@Test
	void layersThatVanishTogetherAreRefused() throws IOException {
		writeScaled("block", 1e-3f, 8);
		assertRefused("block1_conv5 and those before it leave nothing of a picture, so small are their numbers");
	}

	@Test
	void layersThatExplodeTogetherAreRefused() throws IOException {
		writeScaled("block", 1e3f, 8);
		assertRefused("block1_conv4 and those before it have too large numbers");
	}

	/** A flipped bit of the exponent multiplies by one of these. */
	@ParameterizedTest
	@ValueSource(doubles = { 0x1p16, 0x1p32, 0x1p64 })
	void numberOfAnotherSizeThanAllOthersIsRefused(final double factor) throws IOException {
		final ConvolutionWeights layer = convolution("block1_conv1", 3, 4);
		layer.numbers().put(17, (float) (0.1 * factor));
		KerasWeightsWriter.write(file, List.of(layer));
		assertRefused("layer block1_conv1 has ");
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e10f, -1e30f })
	void hugeBiasIsRefused(final float value) throws IOException {
		final ConvolutionWeights layer = convolution("block1_conv1", 3, 4);
		layer.bias()[1] = value;
		KerasWeightsWriter.write(file, List.of(layer));
		assertRefused("block1_conv1 has a bias that hides every picture");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void randomNetworksOfTheUsualScaleAreRead(final long seed) throws IOException {
		final NetworkWeights vgg19 = KerasWeightsWriter.randomWeights(seed, new int[] { 4, 4 }, new int[] { 4, 4 }, //
			new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 });
		KerasWeightsWriter.write(file, vgg19);
		assertSameNumbers(vgg19, KerasWeightsReader.read(file));
	}

	@ParameterizedTest
	@ValueSource(floats = { 1 / 255f, 255 })
	void networkOfAnotherRangeOfGreyValuesIsRead(final float factor) throws IOException {
		writeScaled("block1_conv1", factor);
		assertEquals(4, KerasWeightsReader.read(file).layerNames().size());
	}

	// -- HDF5 files of another kind --

	@Test
	void fileWithoutAnyGroupIsRefused() throws IOException {
		KerasWeightsWriter.write(file, new ArrayList<>());
		assertRefused("it has no layer block1_conv1");
	}

	@Test
	void networkWithOtherLayerNamesIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("conv2d_1", 3, 4), convolution("conv2d_2", 4, 4)));
		assertRefused("it has no layer block1_conv1");
	}

	@Test
	void missingFirstBlockIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("block2_conv1", 3, 4)));
		assertRefused("it has no layer block1_conv1");
	}

	@Test
	void missingLayerIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("block1_conv1", 3, 4), convolution("block1_conv3", 4, 4)));
		assertRefused("it has no layer block1_conv2");
	}

	@Test
	void missingBlockIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("block1_conv1", 3, 4), convolution("block3_conv1", 4, 4)));
		assertRefused("it has no layer block2_conv1");
	}

	@Test
	void missingKernelIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(new ConvolutionWeights("block1_conv1", 3, 4, NOTHING, new float[4])));
		assertRefused("block1_conv1 lacks its kernel or its bias");
	}

	@Test
	void missingBiasIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(new ConvolutionWeights("block1_conv1", 3, 4, FloatBuffer.allocate(108),
			new float[0])));
		assertRefused("block1_conv1 lacks its kernel or its bias");
	}

	@Test
	void kernelOfAnotherSizeIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(new ConvolutionWeights("block1_conv1", 3, 4, FloatBuffer.allocate(5 * 5 *
			12), new float[4])));
		assertRefused("[5, 5, 3, 4]");
	}

	@Test
	void layerThatDoesNotFitTheOneBeforeIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("block1_conv1", 3, 4), convolution("block1_conv2", 5, 4)));
		assertRefused("block1_conv2 is [3, 3, 5, 4], not [3, 3, 4, 4]");
	}

	@Test
	void greyNetworkIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(convolution("block1_conv1", 1, 4)));
		assertRefused("block1_conv1 is [3, 3, 1, 4], not [3, 3, 3, 4]");
	}

	@Test
	void biasOfAnotherLengthIsRefused() throws IOException {
		KerasWeightsWriter.write(file, List.of(new ConvolutionWeights("block1_conv1", 3, 4, FloatBuffer.allocate(108),
			new float[5])));
		assertRefused("block1_conv1 is [3, 3, 3, 4], not [3, 3, 3, 5]");
	}

	/** Every 56th place of the file is damaged; wherever the file is then refused, nothing of it may stay open. */
	@Test
	void goodFileIsReadInPlaceOfOneDamagedAnywhere() throws IOException {
		KerasWeightsWriter.write(file, NETWORK);
		final byte[] good = Files.readAllBytes(file);
		for (int position = 9; position < good.length - 4; position += 56) {
			final byte[] damaged = good.clone();
			overwrite(damaged, position, 4);
			Files.write(file, damaged);
			try {
				KerasWeightsReader.read(file);
			}
			catch (final IOException exc) {
				assertOneSentence(exc.getMessage());
			}
			Files.write(file, good);
			assertSameNumbers(NETWORK, KerasWeightsReader.read(file));
		}
	}

	/** A file whose damage is that some bits are wrong, or that its end is missing, is read or refused. */
	@ParameterizedTest
	@EnumSource(names = { "USUAL", "LATEST", "COMPRESSED" })
	void everyDamagedFileIsReadOrRefused(final Storage storage) throws IOException {
		KerasWeightsWriter.write(file, NETWORK, storage);
		final byte[] good = Files.readAllBytes(file);
		final Random random = new Random(5);
		for (int i = 0; i < DAMAGES; i++) {
			byte[] damaged = good.clone();
			if (i % 8 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
			for (int flip = random.nextInt(4); flip >= 0 && damaged.length > 9; flip--) {
				damaged[8 + random.nextInt(damaged.length - 8)] ^= 1 << random.nextInt(8);
			}
			try {
				KerasWeightsReader.read(ByteBuffer.wrap(damaged), file.toString(), () -> {});
			}
			catch (final IOException exc) {
				assertOneSentence(exc.getMessage());
			}
		}
	}

	// -- Helper methods --

	private void assertRefused(final String reason) {
		final IOException exception = assertThrows(IOException.class, () -> KerasWeightsReader.read(file));
		assertOneSentence(exception.getMessage());
		assertTrue(exception.getMessage().contains(reason), exception::getMessage);
	}

	private void assertOneSentence(final String message) {
		assertTrue(message.contains(file.toString()), () -> "The message does not name the file: " + message);
		assertTrue(Pattern.matches("[A-Z](?:(?!\\. ).)*\\.", message), () -> "The message is not one sentence: " + message);
	}

	private static void assertSameNumbers(final NetworkWeights expected, final NetworkWeights actual) {
		assertEquals(expected.layerNames(), actual.layerNames());
		final List<ConvolutionWeights> actualLayers = layers(actual);
		for (final ConvolutionWeights layer : layers(expected)) {
			final ConvolutionWeights other = actualLayers.remove(0);
			assertArrayEquals(layer.kernel(), other.kernel(), layer.name());
			assertArrayEquals(layer.bias(), other.bias(), layer.name());
		}
	}

	private static List<ConvolutionWeights> layers(final NetworkWeights network) {
		final List<ConvolutionWeights> layers = new ArrayList<>();
		network.blocks().forEach(layers::addAll);
		return layers;
	}

	/** Writes four layers, and multiplies the kernels of those whose names begin so. */
	private void writeScaled(final String beginning, final float factor) {
		writeScaled(beginning, factor, 4);
	}

	private void writeScaled(final String beginning, final float factor, final int count) {
		final int[][] channels = count == 4 ? new int[][] { { 4, 5 }, { 6, 7 } } : new int[][] { { 4, 4, 4, 4, 4, 4, 4, 4 } };
		final List<ConvolutionWeights> layers = layers(KerasWeightsWriter.randomWeights(7, channels));
		for (final ConvolutionWeights layer : layers) {
			final FloatBuffer kernel = layer.numbers();
			for (int i = 0; layer.name().startsWith(beginning) && i < kernel.limit(); i++) {
				kernel.put(i, factor * kernel.get(i));
			}
			Arrays.fill(layer.bias(), 0);
		}
		KerasWeightsWriter.write(file, layers);
	}

	private static ConvolutionWeights convolution(final String name, final int inputs, final int outputs) {
		return KerasWeightsWriter.randomConvolution(name, inputs, outputs, new Random(4));
	}

	private static byte[] bundledBytes() throws IOException {
		try (InputStream resource = BundledWeights.class.getResourceAsStream("vgg16-compact.h5")) {
			return resource.readAllBytes();
		}
	}

	private static void overwrite(final byte[] bytes, final int from, final int length) {
		Arrays.fill(bytes, from, from + length, (byte) 0xfe);
	}

	private static int indexOf(final byte[] bytes, final String word) {
		final int index = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
		assertTrue(index >= 0, () -> "The file has no " + word);
		return index;
	}

	private static int lastIndexOf(final byte[] bytes, final String word) {
		return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(word);
	}
}
