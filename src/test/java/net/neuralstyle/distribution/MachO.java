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

package net.neuralstyle.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a native library of macOS says of itself: its processor, and what it needs.
 * Only libraries of one processor, of 64 bits, are read.
 */
final class MachO {

	private static final int MAGIC = 0xfeedfacf;
	private static final int HEADER_BYTES = 32;
	private static final int X86_64 = 0x01000007;
	private static final int ARM64 = 0x0100000c;
	/** Load commands for a library: LC_LOAD_DYLIB, LC_LOAD_WEAK_DYLIB and LC_REEXPORT_DYLIB. */
	private static final Set<Integer> NEEDED = Set.of(0x0c, 0x80000018, 0x8000001f);
	/** LC_CODE_SIGNATURE. */
	private static final int SIGNATURE = 0x1d;

	private final int processor;
	private final List<String> needed = new ArrayList<>();
	private boolean signed;

	/** Reads no more of a library than its beginning. */
	MachO(final InputStream library) throws IOException {
		final ByteBuffer header = read(library, HEADER_BYTES);
		if (header.getInt() != MAGIC) throw new IOException("This is no library of macOS for one processor of 64 bits");
		processor = header.getInt();
		final int commands = header.getInt(16);
		final ByteBuffer buffer = read(library, header.getInt(20));
		for (int i = 0; i < commands; i++) {
			final int start = buffer.position();
			final int command = buffer.getInt();
			final int end = start + buffer.getInt();
			if (NEEDED.contains(command)) needed.add(string(buffer, start + buffer.getInt(), end));
			if (command == SIGNATURE) signed = true;
			buffer.position(end);
		}
	}

	/** The system in JavaCPP's words. */
	String system() {
		return processor == ARM64 ? "macosx-arm64" : processor == X86_64 ? "macosx-x86_64" : "unknown";
	}

	/** The libraries that it cannot be loaded without; paths, or names after {@code @rpath/}. */
	List<String> needed() {
		return needed;
	}

	/** Whether it has a signature; without one nothing is loaded on Apple silicon. */
	boolean isSigned() {
		return signed;
	}

	// -- Helper methods --

	private static ByteBuffer read(final InputStream in, final int length) throws IOException {
		return ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static String string(final ByteBuffer buffer, final int start, final int end) {
		final String padded = new String(buffer.array(), start, end - start, StandardCharsets.UTF_8);
		return padded.substring(0, padded.indexOf('\0'));
	}
}
