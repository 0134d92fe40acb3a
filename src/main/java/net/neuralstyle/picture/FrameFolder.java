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

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;

/**
 * A folder into which frames are written, a TIFF file each, as a whole or not at all. Files that are there before are
 * never replaced. Safe for use by several threads.
 */
public final class FrameFolder implements AutoCloseable {

	private static final String EXTENSION = ".tif";
	/** What a file has beside its pixels, about. */
	private static final int BYTES_BESIDE = 1 << 13;

	private final Path folder;
	private final List<String> names;
	private final long bytes;
	private final boolean isNew;
	private final BitSet written = new BitSet();

	/**
	 * Makes the folder if there is none, and makes sure that it can take the frames.
	 *
	 * @param names of the frames, without an extension
	 * @param bytesOfFrame what the pixels of each take
	 * @throws StyleTransferException if it cannot; says why
	 */
	public FrameFolder(final Path folder, final List<String> names, final long bytesOfFrame) {
		this.folder = folder.toAbsolutePath().normalize();
		this.names = names.stream().map(name -> name + EXTENSION).collect(Collectors.toList());
		bytes = names.size() * (bytesOfFrame + BYTES_BESIDE);
		isNew = Files.notExists(folder);
		make();
		try {
			checkFree();
			// NB: Which keeps the place and gives it up again.
			new PictureWriter(file(0)).close();
		}
		catch (final RuntimeException exc) {
			close();
			throw exc;
		}
	}

	/** The folder, absolute. */
	public Path path() {
		return folder;
	}

	/** About how many bytes all frames take. */
	public long bytes() {
		return bytes;
	}

	/** The name of a frame's file, with its extension. */
	public String name(final int index) {
		return names.get(index);
	}

	/**
	 * Writes a frame.
	 *
	 * @throws StyleTransferException if the disk is full, or other things go wrong; frames that are written stay
	 */
	public void write(final int index, final ImagePlus frame) {
		try (PictureWriter writer = new PictureWriter(file(index))) {
			writer.write(frame);
		}
		synchronized (written) {
			written.set(index);
		}
	}

	/** Whether a frame is in its place. */
	public boolean isWritten(final int index) {
		synchronized (written) {
			return written.get(index);
		}
	}

	/** Removes the folder if it is new and no frame was written. */
	@Override
	public void close() {
		synchronized (written) {
			if (!isNew || !written.isEmpty()) return;
		}
		try {
			Files.deleteIfExists(folder);
		}
		catch (final IOException exc) {
			// NB: An empty folder that stays does no harm, and one that is not empty is somebody's.
		}
	}

	// -- Helper methods --

	private Path file(final int index) {
		return folder.resolve(names.get(index));
	}

	private void make() {
		try {
			Files.createDirectories(folder);
		}
		catch (final FileAlreadyExistsException exc) {
			throw new WrongSettingException("The output folder " + folder + " is a file: give the name of a folder.");
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be made: " + (exc instanceof AccessDeniedException
				? "you may not write into " + folder.getParent() : "the system says \"" + exc.getMessage() + "\"") +
				", so choose another one.", exc);
		}
	}

	private void checkFree() {
		final List<String> there = names.stream().filter(name -> Files.exists(folder.resolve(name))).collect(Collectors
			.toList());
		if (!there.isEmpty()) {
			throw new WrongSettingException("The folder " + folder + " has frames already, such as " + there.get(0) +
				": give another folder, or remove them.");
		}
		final long room = room();
		if (room < bytes) {
			throw new StyleTransferException(String.format(Locale.ROOT,
				"The %d frames take about %.0f MB, and the disk of the folder %s has %.0f MB left: make room on it, or choose " +
				"another folder.", names.size(), Math.ceil(bytes / 1e6), TemporaryFolder.named(folder), Math.floor(room / 1e6)));
		}
	}

	private long room() {
		try {
			final FileStore disk = Files.getFileStore(folder);
			return disk.getTotalSpace() > 0 ? disk.getUsableSpace() : Long.MAX_VALUE;
		}
		catch (final IOException exc) {
			// NB: Where nobody knows it, the writing shows it.
			return Long.MAX_VALUE;
		}
	}
}
