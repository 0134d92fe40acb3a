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

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A stream that fails when its reader goes on asking beyond the end. WebP's reader
 * would do so, and make up pixels, until it has all that a truncated file claims
 * to have.
 */
final class EndingStream extends ImageInputStreamImpl {

	/** Of whole files, too, that reader asks for more than there is: it fetches up to 64 bits before it needs them. */
	private static final int MOST_ATTEMPTS = 64;

	private final ImageInputStream in;
	private int attempts;

	/** @param in of known length; closed with this stream */
	EndingStream(final ImageInputStream in) {
		this.in = in;
	}

	@Override
	public int read() throws IOException {
		bitOffset = 0;
		in.seek(streamPos);
		return counted(in.read(), 1);
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) throws IOException {
		bitOffset = 0;
		in.seek(streamPos);
		final int count = in.read(bytes, offset, length);
		return counted(count, count);
	}

	@Override
	public long length() {
		try {
			return in.length();
		}
		catch (final IOException exc) {
			return -1;
		}
	}

	@Override
	public void close() throws IOException {
		super.close();
		in.close();
	}

	/** Returns the result of reading, negative at the end. */
	private int counted(final int result, final int count) throws IOException {
		if (result >= 0) streamPos += count;
		else if (++attempts > MOST_ATTEMPTS) throw new IIOException("it ends before its pixels do");
		return result;
	}
}
