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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A text in a file that consists of RIFF chunks, such as a movie (AVI), where other programs have their comments: in a
 * chunk {@code ICMT} of a list {@code INFO}, behind all else. A file of more than a gigabyte has several RIFF chunks.
 */
final class RiffText {

	private static final String RIFF = "RIFF";
	private static final String LIST = "LIST";
	private static final String INFO = "INFO";
	private static final String COMMENT = "ICMT";
	private static final int HEAD = 8;
	private static final int NAME = 4;
	private static final long LARGEST_CHUNK = 0xffffffffL;
	/** Bytes of a text that is read; longer ones are none of ours. */
	private static final long MOST_BYTES = 1 << 26;

	private RiffText() {
		// NB: Not instantiable.
	}

	/** Adds a text at the end of a file, if there is room in its last chunk; one that is there already stays, too. */
	static void append(final Path file, final String text) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			final long end = channel.size() + channel.size() % 2;
			final ByteBuffer list = list(text);
			final long start = lastRiff(channel);
			final long bytes = end + list.remaining() - start - HEAD;
			if (bytes > LARGEST_CHUNK) return;
			write(channel, list, end);
			write(channel, littleEndian(NAME).putInt((int) bytes).flip(), start + NAME);
		}
	}

	/** Reads the first text of ours. */
	static Optional<String> read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			for (long position = 0; is(channel, position, RIFF); position = next(channel, position)) {
				final Optional<String> text = inRiff(channel, position + HEAD + NAME, next(channel, position));
				if (text.isPresent()) return text;
			}
			return Optional.empty();
		}
	}

	// -- Helper methods --

	/** @param start of the first chunk in it */
	private static Optional<String> inRiff(final FileChannel channel, final long start,
		final long end) throws IOException
	{
		for (long chunk = start; chunk + HEAD <= Math.min(end, channel.size()); chunk = next(channel, chunk)) {
			if (!is(channel, chunk, LIST) || !is(channel, chunk + HEAD, INFO)) continue;
			for (long part = chunk + HEAD + NAME; part + HEAD <= next(channel, chunk); part = next(channel, part)) {
				final long bytes = next(channel, part) - part - HEAD;
				if (!is(channel, part, COMMENT) || bytes > MOST_BYTES) continue;
				final String text = new String(read(channel, part + HEAD, (int) bytes).array(), StandardCharsets.UTF_8);
				final String trimmed = text.replaceFirst("\0+$", "");
				if (InfoText.isOurs(trimmed)) return Optional.of(trimmed);
			}
		}
		return Optional.empty();
	}

	private static ByteBuffer list(final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		// NB: It ends with a zero; chunks begin at even places.
		final int comment = bytes.length + 1;
		final ByteBuffer list = littleEndian(2 * HEAD + NAME + comment + comment % 2);
		put(list, LIST).putInt(list.capacity() - HEAD);
		put(list, INFO);
		put(list, COMMENT).putInt(comment).put(bytes);
		list.rewind();
		return list;
	}

	private static long lastRiff(final FileChannel channel) throws IOException {
		long last = 0;
		for (long next = 0; is(channel, next, RIFF); next = next(channel, next)) {
			last = next;
		}
		return last;
	}

	/** Where the chunk after one begins. */
	private static long next(final FileChannel channel, final long chunk) throws IOException {
		final long bytes = read(channel, chunk + NAME, NAME).getInt() & LARGEST_CHUNK;
		return chunk + HEAD + bytes + bytes % 2;
	}

	/** Whether a name is at a place. */
	private static boolean is(final FileChannel channel, final long position, final String name) throws IOException {
		return position + HEAD <= channel.size() && new String(read(channel, position, NAME).array(),
			StandardCharsets.ISO_8859_1).equals(name);
	}

	/** Reads bytes; where the file has ended, they are 0. */
	private static ByteBuffer read(final FileChannel channel, final long position, final int count) throws IOException {
		final ByteBuffer bytes = littleEndian(count);
		while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
			// NB: A channel may read less than there is room for.
		}
		bytes.rewind();
		return bytes;
	}

	private static void write(final FileChannel channel, final ByteBuffer bytes, final long position) throws IOException {
		for (long next = position; bytes.hasRemaining();) {
			next += channel.write(bytes, next);
		}
	}

	private static ByteBuffer put(final ByteBuffer buffer, final String name) {
		return buffer.put(name.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static ByteBuffer littleEndian(final int count) {
		return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
	}
}
