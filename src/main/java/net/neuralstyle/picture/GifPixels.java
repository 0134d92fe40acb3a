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
import java.util.Arrays;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Counts the pixels that are really in the compressed data (LZW) of a GIF picture,
 * without their colours.
 */
final class GifPixels {

	private static final int MOST_BITS = 12;

	private final ImageInputStream in;
	private int left;
	private int buffer;
	private int bits;

	/** @param in at the start of the data */
	GifPixels(final ImageInputStream in) {
		this.in = in;
	}

	/**
	 * @param enough where to stop
	 * @throws IOException if the data end without their end mark, or are damaged
	 */
	long count(final long enough) throws IOException {
		final int bitsOfPixel = in.readUnsignedByte();
		if (bitsOfPixel < 1 || bitsOfPixel >= MOST_BITS) throw new IIOException("its pixels cannot have so many bits");
		final int clear = 1 << bitsOfPixel;
		// NB: A code stands for a row of pixels, one longer than that of the code before.
		final int[] lengths = new int[1 << MOST_BITS];
		Arrays.fill(lengths, 0, clear, 1);
		int size = clear + 2;
		int previous = 0;
		int codeBits = bitsOfPixel + 1;
		long count = 0;
		while (count < enough) {
			final int code = code(codeBits);
			if (code < 0 || code == clear + 1) return count;
			if (code == clear) {
				size = clear + 2;
				codeBits = bitsOfPixel + 1;
				previous = 0;
				continue;
			}
			if (code > size || code == size && previous == 0) throw new IIOException("a code is unknown");
			if (previous > 0 && size < lengths.length) lengths[size++] = previous + 1;
			previous = lengths[code];
			count += previous;
			if (size == 1 << codeBits && codeBits < MOST_BITS) codeBits++;
		}
		return count;
	}

	/** Returns the next code, or -1 at the end of the data. */
	private int code(final int codeBits) throws IOException {
		while (bits < codeBits) {
			if (left == 0) left = in.readUnsignedByte();
			if (left == 0) return -1;
			buffer |= in.readUnsignedByte() << bits;
			left--;
			bits += 8;
		}
		final int code = buffer & (1 << codeBits) - 1;
		buffer >>>= codeBits;
		bits -= codeBits;
		return code;
	}
}
