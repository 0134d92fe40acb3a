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

package net.neuralstyle.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Claims of files in a folder, which all processes see: locked bytes of a hidden file there, of which each stands for a
 * file's name. The system gives them up when a process dies, however it does. The hidden file is empty and stays: one
 * that is deleted could still be locked by who has opened it before.
 */
final class FolderClaims {

	static final String FILE = ".neural-style-batch.lock";

	/** NB: One channel for a process: to close another one would, on POSIX systems, give up the locks of all. */
	private static final Map<Path, FolderClaims> OPEN = new HashMap<>();

	private final Path path;
	private final FileChannel channel;
	private int claims;

	private FolderClaims(final Path path, final FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * Claims a file.
	 *
	 * @return what gives the claim up; nothing if somebody else has it, in this process or another one. Where nothing can
	 *         be locked, everybody gets a claim.
	 */
	static Optional<Runnable> claim(final Path file) {
		synchronized (OPEN) {
			final FolderClaims folder;
			try {
				folder = open(file.toAbsolutePath().getParent().toRealPath().resolve(FILE));
			}
			catch (final IOException exc) {
				// NB: Who then wants to write the file hears why that cannot be done.
				return Optional.of(() -> {});
			}
			try {
				final FileLock lock = folder.channel.tryLock(place(file.getFileName().toString()), 1, false);
				if (lock == null) return Optional.empty();
				folder.claims++;
				return Optional.of(() -> folder.release(lock));
			}
			catch (final OverlappingFileLockException exc) {
				return Optional.empty();
			}
			catch (final IOException exc) {
				return Optional.of(() -> {});
			}
			finally {
				folder.closeUnused();
			}
		}
	}

	// -- Helper methods --

	private static FolderClaims open(final Path path) throws IOException {
		final FolderClaims known = OPEN.get(path);
		if (known != null) return known;
		final FolderClaims opened = new FolderClaims(path, FileChannel.open(path, StandardOpenOption.CREATE,
			StandardOpenOption.WRITE));
		OPEN.put(path, opened);
		return opened;
	}

	private void release(final FileLock lock) {
		synchronized (OPEN) {
			try {
				lock.release();
			}
			catch (final IOException exc) {
				// NB: Then it ends with the process.
			}
			claims--;
			closeUnused();
		}
	}

	private void closeUnused() {
		if (claims > 0) return;
		OPEN.remove(path);
		try {
			channel.close();
		}
		catch (final IOException exc) {
			// NB: Nothing was written.
		}
	}

	/** The number of the byte that stands for a name. */
	private static long place(final String name) {
		try {
			final byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(hash).getLong() >>> 2;
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
