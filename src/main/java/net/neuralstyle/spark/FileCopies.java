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
import java.util.Iterator;
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
 * that were read are kept; all are gone when the process ends. Safe for use by several threads.
 */
final class FileCopies {

	/** Copies that are kept: a content, and styles that are blended. */
	private static final int MOST_COPIES = 32;
	/** Folders of which it is known what they stand for. */
	private static final int MOST_FOLDERS = 256;

	private final Configuration configuration;
	private final Map<org.apache.hadoop.fs.Path, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);
	/** For each folder here the one of the file. */
	private final Map<Path, org.apache.hadoop.fs.Path> folders = new LinkedHashMap<>();

	/** @param configuration of Hadoop */
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
			return place(address);
		}
		final Copy known = copies.get(address);
		if (known != null && known.isOf(status)) return known.file;
		final Path file = place(address);
		copy(system, address, file);
		final Copy former = copies.put(address, new Copy(file, status));
		if (former != null) delete(former.file);
		if (copies.size() > MOST_COPIES) {
			final Iterator<Copy> oldest = copies.values().iterator();
			delete(oldest.next().file);
			oldest.remove();
		}
		return file;
	}

	/** Returns where a file with this name may be, in a new folder of its own. */
	synchronized Path place(final org.apache.hadoop.fs.Path address) throws IOException {
		final Path folder = Files.createTempDirectory(Root.FOLDER, "");
		folders.put(folder, address.getParent());
		if (folders.size() > MOST_FOLDERS) folders.remove(folders.keySet().iterator().next());
		return folder.resolve(address.getName());
	}

	/** Returns a sentence with the addresses of files in place of the paths of their copies. */
	synchronized String told(final String sentence) {
		String told = sentence;
		for (final Map.Entry<Path, org.apache.hadoop.fs.Path> entry : folders.entrySet()) {
			told = told.replace(entry.getKey().toString(), entry.getValue().toString());
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

	/** NB: A class of its own, so that there is no folder where all files are on disks. */
	private static final class Root {

		private static final Path FOLDER = make();

		private static Path make() {
			try {
				final Path folder = Files.createTempDirectory("neural-style-");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAll(folder)));
				return folder;
			}
			catch (final IOException exc) {
				throw new UncheckedIOException(exc);
			}
		}
	}

	/** A copy, and of what it is one. */
	private static final class Copy {

		private final Path file;
		private final FileStatus status;

		private Copy(final Path file, final FileStatus status) {
			this.file = file;
			this.status = status;
		}

		private boolean isOf(final FileStatus other) {
			return status.getLen() == other.getLen() && status.getModificationTime() == other.getModificationTime();
		}
	}
}
