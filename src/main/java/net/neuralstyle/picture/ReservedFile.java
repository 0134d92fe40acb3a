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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import net.neuralstyle.StyleTransferException;

/**
 * A file that appears when all of it is written; until then a hidden one beside it
 * keeps the place, so that hours of work do not end at a folder that cannot be
 * written.
 * <p>
 * An older file is replaced as a whole or not at all, and keeps its permissions. A
 * symbolic link stays, and what it points to is replaced.
 * </p>
 */
final class ReservedFile implements AutoCloseable {

	private static final int MOST_LINKS = 40;

	private final String what;
	private final Path file;
	private final Path target;
	private final List<Path> inputs;
	private final TemporaryFile part;
	private volatile boolean written;

	/**
	 * Makes sure that the file can be written.
	 *
	 * @param what is written, for messages, for instance "picture"
	 * @param inputs files that must not be replaced, by whatever name
	 * @throws StyleTransferException if it cannot be written
	 */
	ReservedFile(final String what, final Path file, final Path... inputs) {
		this.what = what;
		this.file = file;
		this.inputs = List.of(inputs);
		try {
			target = target(file);
			checkTarget();
			part = new TemporaryFile(target.getParent());
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	/**
	 * @throws StyleTransferException if the disk is full, or other things go wrong;
	 *           an older file is then as it was
	 */
	void write(final Content content) {
		write(() -> content.write(part.stream()));
	}

	/** As {@link #write(Content)}, of what can be written to a file of a name only. */
	void writeByName(final NamedContent content) {
		write(() -> part.writeByName(content));
	}

	/** Whether the file is in its place; may be asked by any thread. */
	boolean isWritten() {
		return written;
	}

	/** Leaves nothing behind of a file that is not written. */
	@Override
	public void close() {
		part.close();
	}

	// -- Helper methods --

	private void write(final Writing writing) {
		try {
			writing.run();
			part.complete();
			final Set<PosixFilePermission> permissions = permissions();
			checkTarget();
			part.moveTo(target, permissions);
			written = true;
		}
		catch (final IOException | RuntimeException exc) {
			if (exc instanceof StyleTransferException) throw (StyleTransferException) exc;
			throw cannotWrite(exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("The " + what + " cannot be written to " + file +
				": there is not enough memory to write it, so give Java more with -Xmx.", exc);
		}
	}

	/** Follows symbolic links to the file that is to be replaced, which need not be there. */
	private static Path target(final Path file) throws IOException {
		Path target = file.toAbsolutePath();
		for (int links = 0; Files.isSymbolicLink(target); links++) {
			if (links == MOST_LINKS) throw new FileSystemException(file.toString(), null, "its links go round in a circle");
			target = target.resolveSibling(Files.readSymbolicLink(target));
		}
		return target;
	}

	private void checkTarget() throws IOException {
		final Path folder = target.getParent();
		if (!Files.isDirectory(folder)) {
			throw new StyleTransferException("There is no folder " + folder + " for the output: create it first.");
		}
		try {
			Files.readAttributes(target, "size", LinkOption.NOFOLLOW_LINKS);
		}
		catch (final NoSuchFileException exc) {
			return;
		}
		if (Files.isDirectory(target)) {
			throw new StyleTransferException("The output " + file + " is a folder: give the name of a file.");
		}
		if (!Files.isRegularFile(target)) {
			throw new StyleTransferException("The output " + file + " is not a file: give the name of one.");
		}
		for (final Path input : inputs) {
			if (Files.exists(input) && Files.isSameFile(target, input)) {
				throw new StyleTransferException("The output " + file +
					" is one of the images that are read: give it another name.");
			}
		}
		if (isWriteProtected()) {
			throw new StyleTransferException("The output " + file +
				" is there and write-protected: give another name, or make it writable.");
		}
	}

	/** A file that nobody may write is protected from root, too. */
	private boolean isWriteProtected() throws IOException {
		final Set<PosixFilePermission> permissions = permissions();
		return !Files.isWritable(target) || permissions != null && !permissions.contains(PosixFilePermission.OWNER_WRITE) &&
			!permissions.contains(PosixFilePermission.GROUP_WRITE) && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
	}

	/** Returns those of the file that is to be replaced; null if there is none, or its file system has none. */
	private Set<PosixFilePermission> permissions() throws IOException {
		if (!Files.exists(target)) return null;
		try {
			return Files.getPosixFilePermissions(target);
		}
		catch (final UnsupportedOperationException exc) {
			return null;
		}
	}

	private StyleTransferException cannotWrite(final Exception exception) {
		Throwable cause = exception;
		// NB: ImageIO wraps the disk's exceptions in its own.
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		final Path folder = file.toAbsolutePath().getParent();
		final Path named = TemporaryFolder.named(folder);
		final String beginning = "The " + what + " cannot be written to " + (named.equals(folder) ? file : named) + ": ";
		final Path parent = target == null ? folder : target.getParent();
		if (!Files.isDirectory(parent)) return new StyleTransferException(beginning + "its folder is gone.", exception);
		final Path place = TemporaryFolder.named(parent);
		return isOfFullDisk(cause, place) ? new FullDiskException(beginning + "the disk of the folder " + place +
			" is full, so make room on it or choose another folder.", exception) : new StyleTransferException(beginning +
				reason(cause, place) + ".", exception);
	}

	/** NB: The system says it in the user's language, so the free space is looked at, too. */
	private static boolean isOfFullDisk(final Throwable cause, final Path folder) {
		return !(cause instanceof AccessDeniedException) && (message(cause).matches(
			"(?i).*(no space left|quota|not enough space).*") || isFull(folder));
	}

	private static String reason(final Throwable cause, final Path folder) {
		if (cause instanceof AccessDeniedException) return "you may not write into the folder " + folder;
		final String message = message(cause);
		if (message.matches("(?i).*file too large.*")) {
			return "the system takes no file as large as this one in the folder " + folder +
				", so choose another folder or a smaller size";
		}
		// NB: An error without a reason has the file's name for its message, here that of the hidden one.
		if (message.contains(TemporaryFile.PREFIX)) {
			return "the folder " + folder + " takes no new files, so choose another one";
		}
		return "the system says \"" + message.replaceAll("\\.$", "") + "\"";
	}

	private static String message(final Throwable cause) {
		return String.valueOf(cause instanceof FileSystemException && ((FileSystemException) cause).getReason() != null
			? ((FileSystemException) cause).getReason() : cause.getMessage());
	}

	private static boolean isFull(final Path folder) {
		try {
			final FileStore disk = Files.getFileStore(folder);
			return disk.getTotalSpace() > 0 && disk.getUsableSpace() < 1 << 16;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** All of the writing. */
	private interface Writing {

		void run() throws IOException;
	}

	/** What is written to a file by its name. */
	interface NamedContent {

		/** Writes all of it; leaves the file closed. */
		void write(Path file) throws IOException;
	}

	/** What is written. */
	interface Content {

		/** Writes all of it; leaves the stream open. */
		void write(OutputStream out) throws IOException;
	}
}
