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

package net.neuralstyle.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Copies on this computer of files that are elsewhere, each in a folder of its own, under the file's name. The last few
 * that were read are kept. Safe for use by several threads.
 */
final class FileCopies {

	/** Styles that are blended, and contents. */
	private static final int MOST = 32;
	private static final Path FOLDER = folder();

	private final Configuration configuration;
	private final Map<org.apache.hadoop.fs.Path, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);

	FileCopies(final Configuration configuration) {
		this.configuration = configuration;
	}

	/** Returns a copy of a file as it is now; if there is no such file, there is none here. */
	synchronized Path read(final org.apache.hadoop.fs.Path address) throws IOException {
		final FileSystem system = address.getFileSystem(configuration);
		final FileStatus status;
		try {
			status = system.getFileStatus(address);
		}
		catch (final FileNotFoundException exc) {
			return newFile(address);
		}
		final Copy known = copies.get(address);
		if (known != null && known.isOf(status)) return known.file;
		final Path file = newFile(address);
		copy(system, address, file);
		copies.get(address).status = status;
		return file;
	}

	/** Returns a place for a file with this name, in a folder of its own. */
	synchronized Path newFile(final org.apache.hadoop.fs.Path address) throws IOException {
		final Path file = Files.createTempDirectory(FOLDER, "").resolve(address.getName());
		final Copy former = copies.put(address, new Copy(file));
		if (former != null) delete(former.file);
		while (copies.size() > MOST) {
			delete(copies.remove(copies.keySet().iterator().next()).file);
		}
		return file;
	}

	/** Returns a sentence with the addresses of files in place of the paths of their copies. */
	synchronized String told(final String sentence) {
		String told = sentence;
		for (final Map.Entry<org.apache.hadoop.fs.Path, Copy> entry : copies.entrySet()) {
			told = told.replace(entry.getValue().file.toString(), entry.getKey().toString()).replace(entry.getValue().file
				.getParent().toString(), entry.getKey().getParent().toString());
		}
		return told;
	}

	static void copy(final FileSystem system, final org.apache.hadoop.fs.Path address, final Path file)
		throws IOException
	{
		try (InputStream in = system.open(address)) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes a file with its folder and all that is in it. */
	static void delete(final Path file) {
		deleteAll(file.getParent());
	}

	// -- Helper methods --

	private static Path folder() {
		try {
			final Path folder = Files.createTempDirectory("neural-style-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAll(folder)));
			return folder;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static void deleteAll(final Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			final List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
			for (final Path path : deepestFirst) {
				Files.delete(path);
			}
		}
		catch (final IOException | UncheckedIOException exc) {
			// NB: It is there no more, or the system clears its temporary folder.
		}
	}

	/** A copy, or a place for one. */
	private static final class Copy {

		private final Path file;
		/** What it is a copy of; null for a place. */
		private FileStatus status;

		private Copy(final Path file) {
			this.file = file;
		}

		private boolean isOf(final FileStatus other) {
			return status != null && status.getLen() == other.getLen() && status.getModificationTime() == other
				.getModificationTime();
		}
	}
}
