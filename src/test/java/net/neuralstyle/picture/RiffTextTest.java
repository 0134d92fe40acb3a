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

package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in movies. */
class RiffTextTest {

	private static final String TEXT = "Neural Style Transfer: {\"format\":1}\nFrames: \u00fcber\n";

	@TempDir
	private Path folder;

	@Test
	void movieHasTheInfoAndImageJReadsItsFrames() throws IOException {
		final Path file = movie(TEXT);
		assertEquals(TEXT, PictureReader.info(file));
		final ImagePlus read = AVI_Reader.open(file.toString(), false);
		assertEquals(3, read.getStackSize());
		final Path without = movie("");
		assertEquals("", PictureReader.info(without));
		final ImagePlus same = AVI_Reader.open(without.toString(), false);
		for (int frame = 1; frame <= 3; frame++) {
			assertArrayEquals((int[]) same.getStack().getPixels(frame), (int[]) read.getStack().getPixels(frame));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { TEXT, TEXT + "!" })
	void chunksHaveTheSizesOfWhatIsInThem(final String text) throws IOException {
		final Path file = movie(text);
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(bytes.capacity() - 8, bytes.getInt(4));
		assertEquals(0, bytes.capacity() % 2);
		assertEquals(text, RiffText.read(file).orElseThrow());
	}

	@Test
	void textOfALongMovieIsInItsLastChunk() throws IOException {
		final Path file = Files.write(folder.resolve("long.avi"), riffs());
		RiffText.append(file, TEXT);
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(16, bytes.getInt(4));
		assertEquals(bytes.capacity() - 24 - 8, bytes.getInt(28));
		assertEquals(Optional.of(TEXT), RiffText.read(file));
	}

	@Test
	void textsOfOthersArePassedOver() throws IOException {
		final Path file = movie("");
		RiffText.append(file, "made by somebody");
		assertEquals(Optional.empty(), RiffText.read(file));
		RiffText.append(file, TEXT);
		assertEquals(Optional.of(TEXT), RiffText.read(file));
	}

	@Test
	void fileThatIsCutHasNoText() throws IOException {
		final byte[] bytes = Files.readAllBytes(movie(TEXT));
		for (int length = 0; length < bytes.length; length += 97) {
			final Path cut = Files.write(folder.resolve("cut.avi"), Arrays.copyOf(bytes, length));
			assertEquals(Optional.empty(), RiffText.read(cut));
		}
	}

	// -- Helper methods --

	private Path movie(final String info) throws IOException {
		final ImageStack frames = new ImageStack(16, 12);
		for (int frame = 0; frame < 3; frame++) {
			final ColorProcessor pixels = new ColorProcessor(16, 12);
			pixels.setValue(0x10ff40 * frame);
			pixels.fillOval(frame, frame, 8, 8);
			frames.addSlice(pixels);
		}
		final ImagePlus stack = new ImagePlus("walk", frames);
		InfoText.set(stack, info);
		final Path file = folder.resolve("walk" + info.length() + ".avi");
		try (PictureWriter writer = new PictureWriter(file)) {
			writer.write(stack);
		}
		return file;
	}

	/** Two chunks, as of a movie of more than a gigabyte, with nothing in them. */
	private static byte[] riffs() {
		final ByteBuffer bytes = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
		for (final String type : new String[] { "AVI ", "AVIX" }) {
			bytes.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(16).put(type.getBytes(StandardCharsets.ISO_8859_1));
			bytes.put("JUNK".getBytes(StandardCharsets.ISO_8859_1)).putInt(4).putInt(0);
		}
		return bytes.array();
	}
}
