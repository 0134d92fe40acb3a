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
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A hidden file in the folder of a picture to be, which is moved to the picture's
 * place when it is complete. Its name is short, whatever the picture's.
 * <p>
 * It is locked as long as somebody writes it. Those that nobody holds are left of
 * runs that were killed; the next run in the folder deletes them.
 * </p>
 */
final class TemporaryFile implements AutoCloseable {

	static final String PREFIX = ".neural-style-";
	private static final String SUFFIX = ".part";
	private static final int ATTEMPTS = 100;
	/** NB: These are not opened a second time: to close them again would, on POSIX systems, give up their lock. */
	private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

	/** The byte that is locked, far behind all that is written: on some systems nobody else can write a locked byte. */
	private static final long LOCKED = Long.MAX_VALUE - 1;

	private final Path file;
	private final FileChannel channel;
	private final OutputStream stream;
	private long count;

	/** @throws IOException if the folder cannot be written */
	TemporaryFile(final Path parent) throws IOException {
		final Path folder = parent.toRealPath();
		deleteLeftOnes(folder);
		for (int attempt = 0;; attempt++) {
			final Path candidate = folder.resolve(newName() + SUFFIX);
			OWN.add(candidate);
			final FileChannel opened = create(candidate);
			// NB: Before it was locked, another process may have taken it for a left one.
			if (lock(opened) && Files.exists(candidate)) {
				file = candidate;
				channel = opened;
				stream = open();
				return;
			}
			opened.close();
			OWN.remove(candidate);
			if (attempt == ATTEMPTS) throw new IOException("no temporary file can be kept");
		}
	}

	/** Returns how a hidden name begins that nobody else has. */
	static String newName() {
		return PREFIX + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
	}

	/** Whether somebody is writing a temporary file in a folder; deletes those that nobody holds. */
	static boolean isAnyHeld(final Path folder) throws IOException {
		deleteLeftOnes(folder.toRealPath());
		try (DirectoryStream<Path> held = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
			return held.iterator().hasNext();
		}
	}

	/** What is written to the file; to be flushed, not to be closed. */
	OutputStream stream() {
		return new OutputStream() {

			@Override
			public void write(final int value) throws IOException {
				write(new byte[] { (byte) value }, 0, 1);
			}

			@Override
			public void write(final byte[] bytes, final int offset, final int length) throws IOException {
				stream.write(bytes, offset, length);
				count += length;
			}
		};
	}

	/**
	 * Lets somebody write the file who can do so by its name only, in place of {@link #stream}.
	 *
	 * @param writer leaves it closed
	 */
	void writeByName(final ReservedFile.NamedContent writer) throws IOException {
		writer.write(file);
		count = Files.size(file);
		// NB: On POSIX systems whoever closes a file gives up all locks of his process on it.
		lock(channel);
	}

	/** @throws IOException if not everything is on the disk */
	void complete() throws IOException {
		final boolean interrupted = Thread.interrupted();
		try {
			channel.force(true);
		}
		catch (final ClosedByInterruptException exc) {
			// NB: All is written, and the system will bring it to the disk in its own time.
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
		if (count == 0 || Files.size(file) != count) throw new IOException("not all of it was written");
	}

	/**
	 * Gives the file its place.
	 *
	 * @param permissions null for the usual ones
	 */
	void moveTo(final Path target, final Set<PosixFilePermission> permissions) throws IOException {
		if (permissions != null) Files.setPosixFilePermissions(file, permissions);
		try {
			Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes the file, unless it has moved. */
	@Override
	public void close() {
		try (channel; stream) {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// NB: What counts is the picture, and that is written or reported by now.
		}
		OWN.remove(file);
	}

	// -- Helper methods --

	private static FileChannel create(final Path file) throws IOException {
		try {
			return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
		catch (final IOException exc) {
			OWN.remove(file);
			throw exc;
		}
	}

	/** NB: Unlike a channel, this stream goes on when the thread is interrupted: who stops a run wants its picture. */
	private OutputStream open() throws IOException {
		try {
			return Files.newOutputStream(file, StandardOpenOption.WRITE);
		}
		catch (final IOException exc) {
			channel.close();
			Files.deleteIfExists(file);
			OWN.remove(file);
			throw exc;
		}
	}

	/** Returns whether nobody else holds a file; so it is, too, where there are no locks. */
	private static boolean lock(final FileChannel channel) {
		try {
			return channel.tryLock(LOCKED, 1, false) != null;
		}
		catch (final OverlappingFileLockException exc) {
			return false;
		}
		catch (final IOException exc) {
			return true;
		}
	}

	/** @param folder its real path */
	static void deleteLeftOnes(final Path folder) {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
			for (final Path file : left) {
				if (!OWN.contains(file) && Files.isRegularFile(file)) deleteLeftOne(file);
			}
		}
		catch (final IOException | RuntimeException exc) {
			// NB: Nothing depends on it, and whether the folder can be written shows next.
		}
	}

	private static void deleteLeftOne(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock(LOCKED, 1, false))
		{
			if (lock != null) Files.deleteIfExists(file);
		}
		catch (final OverlappingFileLockException exc) {
			// NB: The plugin, loaded a second time in this process, is writing it.
		}
	}
}
