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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationTopology;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that networks that PyTorch has exported paint here as there, and that others, and damaged files, are refused
 * with one sentence. See the README beside the files.
 */
public class FastNeuralStyleTest {

	private static final ImageSize SIZE = new ImageSize(32, 24);

	/** Many more by hand: {@code -Ddamages=100000} takes some minutes. */
	private static final int DAMAGES = Integer.getInteger("damages", 1000);

	// -- Networks of PyTorch's --

	@ParameterizedTest
	@ValueSource(strings = { "opset9", "opset9-any-size", "opset16" })
	void networkPaintsAsInPyTorch(final String name) throws IOException {
		final StyleNetwork network = read(bytes(name + ".onnx"));
		final float[] numbers = network.parameters();
		final double[] parameters = new double[numbers.length];
		Arrays.setAll(parameters, i -> numbers[i]);
		final double[] pixels = new double[3 * (int) SIZE.pixels()];
		final float[] input = planes("input.f32");
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = input[plane(i)] - VggImage.mean(i % 3);
		}
		final double[] result = new NaiveTransformation(network.topology(), parameters).run(SIZE, pixels);
		final float[] expected = planes(name + ".f32");
		for (int i = 0; i < result.length; i++) {
			assertEquals(expected[plane(i)], result[i] + VggImage.mean(i % 3), 1e-4, "value " + i);
		}
	}

	@Test
	void topologyIsFoundByTheOperations() throws IOException {
		assertEquals(new TransformationTopology(2, 2), read(bytes("opset9.onnx")).topology());
	}

	@Test
	void networkIsCalledAsItsFile(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("rain-princess-9.onnx");
		Files.write(file, bytes("opset9.onnx"));
		final NetworkCard card = StyleNetworkFile.read(file).card();
		assertEquals("rain-princess-9", card.name());
		assertEquals("rain-princess-9.onnx", card.importedFrom());
	}

	// -- Other networks --

	@ParameterizedTest
	@CsvSource({ //
		"Conv, Gemm, 'is \"Gemm\", not Conv'", //
		"Relu, Tanh, 'is \"Tanh\", not Conv'", //
		"InstanceNormalization, BatchesNormalization_, 'is \"BatchesNormalization_\", not Conv'", //
		"reflect, replica, 'borders are not mirrored'", //
		"nearest, bicubic, 'the image is not doubled'", //
		"Upsample, Upswings, 'is \"Upswings\", not Conv'", //
		"epsilon\u0015\u00ac\u00c5\u0027\u0037, epsilon\u0015\u00ac\u00c5\u0027\u0047, 'has another epsilon'", //
		"layers.17.conv2d.weight\u004a, layers.17.conv2d.weighs\u004a, 'are not given'" })
	void networkOfAnotherKindIsRefused(final String from, final String to, final String reason) throws IOException {
		final String message = refusal(replaced(from, to));
		assertTrue(message.contains(reason), message);
		assertTrue(message.contains("choose one of PyTorch's fast neural style"), message);
	}

	@Test
	void otherStrideIsRefused() throws IOException {
		final String message = refusal(replaced("strides@\2@\2\240\1\7", "strides@\1@\1\240\1\7"));
		assertTrue(message.contains("is something else"), message);
	}

	@Test
	void otherScaleIsRefused() throws IOException {
		final String message = refusal(replaced("\0\0\200?\0\0\200?\0\0\0@\0\0\0@", "\0\0\200?\0\0\200?\0\0\200@\0\0\200@"));
		assertTrue(message.contains("the image is not doubled"), message);
	}

	@Test
	void halfPrecisionIsRefused() throws IOException {
		final byte[] bytes = replaced("\20\1B\26layers.0.conv2d.weight", "\20\12B\26layers.0.conv2d.weight");
		assertTrue(refusal(bytes).contains("its numbers are not float32"));
	}

	// -- Damaged files --

	@ParameterizedTest
	@ValueSource(doubles = { 0.01, 0.3, 0.6, 0.9999 })
	void truncatedFileIsRefused(final double share) throws IOException {
		final byte[] bytes = bytes("opset9.onnx");
		assertTrue(refusal(Arrays.copyOf(bytes, (int) (share * bytes.length))).contains("is truncated or damaged"));
	}

	@Test
	void versionAloneIsRefused() {
		assertTrue(refusal(new byte[] { 8, 3, 18, 0 }).contains("is truncated or damaged"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "opset9", "opset16" })
	void everyDamagedFileIsReadOrRefused(final String name) throws IOException {
		final byte[] good = bytes(name + ".onnx");
		final Random random = new Random(6);
		int refused = 0;
		for (int i = 0; i < DAMAGES; i++) {
			byte[] damaged = good.clone();
			if (i % 8 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
			for (int flip = random.nextInt(8); flip >= 0 && damaged.length > 3; flip--) {
				damaged[2 + random.nextInt(damaged.length - 2)] ^= 1 << random.nextInt(8);
			}
			try {
				read(damaged);
			}
			catch (final IOException exc) {
				assertSentence(exc.getMessage());
				refused++;
			}
		}
		assertTrue(refused > 0.1 * DAMAGES, "refused " + refused);
	}

	// -- Helper methods --

	private static StyleNetwork read(final byte[] bytes) throws IOException {
		return StyleNetworkFile.read(new ByteArrayInputStream(bytes), "candy.onnx");
	}

	private static String refusal(final byte[] bytes) {
		final String message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
		assertSentence(message);
		return message;
	}

	private static void assertSentence(final String message) {
		assertTrue(message.contains("candy.onnx"), () -> "The message does not name the file: " + message);
		assertTrue(Pattern.matches("[A-Z](?:(?!\\. ).)*\\.", message), () -> "The message is not one sentence: " + message);
	}

	/** Returns a file with something else, of the same length, in all places of something. */
	private static byte[] replaced(final String from, final String to) throws IOException {
		final String text = new String(bytes("opset9.onnx"), StandardCharsets.ISO_8859_1);
		assertTrue(text.contains(from), "The file has no " + from);
		assertEquals(from.length(), to.length());
		return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] bytes(final String name) throws IOException {
		try (InputStream in = FastNeuralStyleTest.class.getResourceAsStream(name)) {
			return in.readAllBytes();
		}
	}

	private static float[] planes(final String name) throws IOException {
		final FloatBuffer buffer = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
		final float[] values = new float[buffer.remaining()];
		buffer.get(values);
		return values;
	}

	/** Where in [3, H, W], red first, is what is at a place of [H, W, 3], blue first. */
	private static int plane(final int index) {
		return (2 - index % 3) * (int) SIZE.pixels() + index / 3;
	}
}
