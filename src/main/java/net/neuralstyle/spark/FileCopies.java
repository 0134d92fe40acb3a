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
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.neuralstyle.picture.SeriesReader;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Copies on this computer of files and folders that are elsewhere, each in a folder of its own, under the file's name.
 * The last few that were read are kept; all are gone when the process ends. Safe for use by several threads.
 */
final class FileCopies {

	/** Copies that are kept: a content, and styles that are blended. */
	private static final int MOST_COPIES = 32;
	/** Copies among them of files that have as many bytes, of movies for instance. */
	private static final int MOST_LARGE_COPIES = 4;
	private static final long LARGE_BYTES = 1L << 26;
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

	/** Returns a copy of a file, or of a folder's pictures, as it is now; if there is no such file, there is none here. */
	synchronized Path read(final org.apache.hadoop.fs.Path address) throws IOException {
		final FileSystem system = address.getFileSystem(configuration);
		final FileStatus status;
		try {
			status = system.getFileStatus(address);
		}
		catch (final FileNotFoundException exc) {
			return place(address);
		}
		final List<FileStatus> files = filesOf(system, status).stream().filter(file -> !status.isDirectory() || SeriesReader
			.isOfFolder(file.getPath().getName())).collect(Collectors.toList());
		final Copy known = copies.get(address);
		if (known != null && known.isOf(files)) return known.file;
		final Path file = place(address);
		copy(system, status, files, file);
		final Copy former = copies.put(address, new Copy(file, files));
		if (former != null) delete(former.file);
		deleteOldest(copies.values().stream().filter(Copy::isLarge).collect(Collectors.toList()), MOST_LARGE_COPIES);
		deleteOldest(List.copyOf(copies.values()), MOST_COPIES);
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

	/** Returns the files of a folder, or a file itself. */
	static List<FileStatus> filesOf(final FileSystem system, final FileStatus status) throws IOException {
		return status.isDirectory() ? List.of(system.listStatus(status.getPath())) : List.of(status);
	}

	/**
	 * Copies a file or folder.
	 *
	 * @param files those of it that are wanted
	 * @param copy the file or folder that is to be made here
	 */
	static void copy(final FileSystem system, final FileStatus status, final List<FileStatus> files, final Path copy)
		throws IOException
	{
		if (status.isDirectory()) Files.createDirectories(copy);
		for (final FileStatus file : files) {
			final Path target = status.isDirectory() ? copy.resolve(file.getPath().getName()) : copy;
			if (file.isDirectory()) {
				Files.createDirectories(target);
				continue;
			}
			try (InputStream in = system.open(file.getPath())) {
				Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** Deletes a file with its folder and all that is in it. */
	static void delete(final Path file) {
		deleteAll(file.getParent());
	}

	// -- Helper methods --

	/** @param all the one that was read last at the end */
	private void deleteOldest(final List<Copy> all, final int most) {
		for (final Copy copy : all.subList(0, Math.max(0, all.size() - most))) {
			delete(copy.file);
			copies.values().remove(copy);
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
		private final List<FileStatus> files;

		private Copy(final Path file, final List<FileStatus> files) {
			this.file = file;
			this.files = files;
		}

		private boolean isOf(final List<FileStatus> others) {
			return files.size() == others.size() && IntStream.range(0, files.size()).allMatch(i -> isSame(files.get(i), others
				.get(i)));
		}

		private boolean isLarge() {
			return files.stream().mapToLong(FileStatus::getLen).sum() >= LARGE_BYTES;
		}

		private static boolean isSame(final FileStatus file, final FileStatus other) {
			return file.getPath().equals(other.getPath()) && file.getLen() == other.getLen() && file
				.getModificationTime() == other.getModificationTime();
		}
	}
}
