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

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import net.neuralstyle.StyleTransferException;

/** Writes a text file, as a whole or not at all. */
public final class TextWriter implements AutoCloseable {

	private final ReservedFile reserved;

	/**
	 * Makes sure that the file can be written.
	 *
	 * @param what is written, for messages, for instance "recipe"
	 * @param inputs files that must not be replaced, by whatever name
	 * @throws StyleTransferException if it cannot be written
	 */
	public TextWriter(final String what, final Path file, final Path... inputs) {
		reserved = new ReservedFile(what, file, inputs);
	}

	/**
	 * @param text of many lines, which is written in UTF-8
	 * @throws StyleTransferException if the disk is full, or other things go wrong;
	 *           an older file is then as it was
	 */
	public void write(final String text) {
		reserved.write((final OutputStream out) -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	/** Leaves nothing behind of a text that is not written. */
	@Override
	public void close() {
		reserved.close();
	}
}
