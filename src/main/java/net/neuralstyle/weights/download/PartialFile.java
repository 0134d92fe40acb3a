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

package net.neuralstyle.weights.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import net.neuralstyle.weights.Checksums;

/**
 * The part of a download that is there so far: a file that grows at its end, and
 * that nobody else, in this process or another one, can have at the same time.
 * When it is closed it stays for the next attempt, unless it is empty. What goes
 * wrong with the file itself is said in one sentence.
 */
final class PartialFile implements AutoCloseable {

	// NB: Within a process file locks do not suffice: closing any channel to a file
	// gives up all locks that the process has on it, on POSIX systems. So nobody
	// here even opens a file that is locked here.
	private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

	private final Path file;
	private final DownloadFailures failures;
	private final FileChannel channel;
	private final Object identity;
	private long size;

	private PartialFile(final Path file, final DownloadFailures failures, final FileChannel channel,
		final Object identity) throws IOException
	{
		this.file = file;
		this.failures = failures;
		this.channel = channel;
		this.identity = identity;
		size = channel.size();
		channel.position(size);
	}

	/**
	 * Opens a partial file, which is made if it is not there.
	 *
	 * @return empty if somebody else has it now
	 * @throws IOException if it cannot be made or opened
	 */
	static Optional<PartialFile> tryOpen(final Path path, final DownloadFailures failures) throws IOException {
		try {
			return openUnlessHere(path.getParent().toRealPath().resolve(path.getFileName()), failures);
		}
		catch (final IOException exc) {
			throw failures.cannotWrite(path, exc);
		}
	}

	/** How many bytes are there. */
	long size() {
		return size;
	}

	/** Writes at the end. */
	void append(final ByteBuffer bytes) throws IOException {
		attempt(() -> {
			while (bytes.hasRemaining()) {
				size += channel.write(bytes);
			}
		});
	}

	/** Throws away all that is there. */
	void clear() throws IOException {
		attempt(() -> channel.truncate(0));
		size = 0;
	}

	/** Computes the checksums of what is there. */
	Checksums checksums() throws IOException {
		final AtomicReference<Checksums> checksums = new AtomicReference<>();
		attempt(() -> {
			// NB: The file must be read through the channel that has the lock.
			channel.position(0);
			checksums.set(Checksums.of(Channels.newInputStream(channel)));
			channel.position(size);
		});
		return checksums.get();
	}

	/** Gives the file its final name, where a file that is there is replaced. */
	void moveTo(final Path target) throws IOException {
		if (!isInPlace()) throw failures.deleted(file);
		attempt(() -> {
			channel.force(true);
			WeightsCache.move(file, target);
		});
	}

	@Override
	public void close() throws IOException {
		try {
			attempt(() -> {
				try (FileChannel closed = channel) {
					if (size == 0 && isInPlace()) Files.delete(file);
				}
			});
		}
		finally {
			LOCKED_HERE.remove(file);
		}
	}

	// -- Helper methods --

	private static Optional<PartialFile> openUnlessHere(final Path file, final DownloadFailures failures)
		throws IOException
	{
		if (!LOCKED_HERE.add(file)) return Optional.empty();
		Optional<PartialFile> result = Optional.empty();
		try {
			result = lock(file, failures);
			return result;
		}
		finally {
			if (result.isEmpty()) LOCKED_HERE.remove(file);
		}
	}

	private static Optional<PartialFile> lock(final Path file, final DownloadFailures failures) throws IOException {
		final Object before = makeAndIdentify(file);
		FileChannel channel = null;
		PartialFile result = null;
		try {
			channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
			// NB: Who had the lock before may have given the file its final name in the
			// meantime; what has the partial file's name now is another one.
			if (tryLock(channel) && before != null && before.equals(identity(file))) {
				result = new PartialFile(file, failures, channel, before);
			}
		}
		catch (final NoSuchFileException exc) {
			// NB: Somebody else has just finished with it, so it is as good as locked.
			return Optional.empty();
		}
		finally {
			if (result == null && channel != null) channel.close();
		}
		return Optional.ofNullable(result);
	}

	private static boolean tryLock(final FileChannel channel) throws IOException {
		try {
			final FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (final OverlappingFileLockException exc) {
			// NB: A plugin loaded twice, by two class loaders, has two sets of LOCKED_HERE.
			return false;
		}
	}

	private static Object makeAndIdentify(final Path file) throws IOException {
		try {
			Files.createFile(file);
		}
		catch (final FileAlreadyExistsException exc) {
			// NB: It will be continued.
		}
		return identity(file);
	}

	/** What tells a file from another one of the same name; null if there is none. */
	private static Object identity(final Path file) {
		try {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			// NB: Windows has no file keys.
			return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
		}
		catch (final IOException exc) {
			return null;
		}
	}

	/** Whether the file still is where it was opened. */
	private boolean isInPlace() {
		return identity.equals(identity(file));
	}

	private void attempt(final FileWork work) throws IOException {
		try {
			work.run();
		}
		catch (final ClosedByInterruptException exc) {
			throw failures.cancelled();
		}
		catch (final IOException exc) {
			throw failures.cannotWrite(file, exc);
		}
	}
}
