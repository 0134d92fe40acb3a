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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.FileKind;
import net.neuralstyle.batch.FileNames;
import net.neuralstyle.batch.LocalFiles;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;

/**
 * Files by Hadoop's file systems: HDFS, S3A and whatever else is configured. Those of disks, which all machines of a
 * cluster share, are {@link LocalFiles}.
 * <p>
 * What is read is copied to this computer first. What is written is made here, goes to its folder under a hidden name,
 * and is renamed there. Nobody can lock such a file, so everybody gets a claim; who publishes last prevails.
 * </p>
 */
final class ClusterFiles implements BatchFiles {

	/** NB: A scheme of one letter is a drive of Windows. */
	private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):/.*", Pattern.DOTALL);
	private static final String DISK = "file";

	private final Configuration configuration;
	private final LocalFiles disk = new LocalFiles();
	private final FileCopies copies;

	/** @param configuration of Hadoop */
	ClusterFiles(final Configuration configuration) {
		this.configuration = configuration;
		copies = new FileCopies(configuration);
	}

	/** Returns a sentence in which files are called by their addresses, and not by those of copies here. */
	String told(final String sentence) {
		return copies.told(sentence);
	}

	// -- BatchFiles methods --

	@Override
	public List<String> find(final String text, final FileKind kind, final boolean deep) throws IOException {
		if (isOnDisk(text)) return disk.find(onDisk(text), kind, deep);
		final org.apache.hadoop.fs.Path path = path(text);
		final FileSystem system = path.getFileSystem(configuration);
		if (FileNames.hasWildcard(text)) return fitting(system, path, text);
		final Optional<FileStatus> status = status(system, path);
		if (status.isPresent() && status.get().isDirectory()) {
			final List<String> pictures = new ArrayList<>();
			addPictures(system, path, kind, deep, pictures);
			if (!pictures.isEmpty()) return pictures;
			throw kind.none(text, deep);
		}
		return status.isPresent() && FileNames.isList(text) ? listed(system, path) : List.of(path.toString());
	}

	@Override
	public boolean exists(final String address) {
		if (isOnDisk(address)) return disk.exists(onDisk(address));
		try {
			final org.apache.hadoop.fs.Path path = path(address);
			return path.getFileSystem(configuration).exists(path);
		}
		catch (final IOException exc) {
			throw unusable(address, exc);
		}
	}

	@Override
	public String address(final String text) {
		return isOnDisk(text) ? disk.address(onDisk(text)) : path(text).toString();
	}

	@Override
	public String inFolder(final String folder, final String name) {
		return isOnDisk(folder) ? disk.inFolder(onDisk(folder), name) : new org.apache.hadoop.fs.Path(path(folder), name)
			.toString();
	}

	@Override
	public String identity(final String address) {
		return isOnDisk(address) ? disk.identity(onDisk(address)) : path(address).toString();
	}

	@Override
	public void makeFolder(final String folder) {
		if (isOnDisk(folder)) {
			disk.makeFolder(onDisk(folder));
			return;
		}
		try {
			final org.apache.hadoop.fs.Path path = path(folder);
			path.getFileSystem(configuration).mkdirs(path);
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder + " is not there and cannot be made (" + reason(exc) +
				"): choose another one for the output, or make it.", exc);
		}
	}

	@Override
	public Path read(final String address) throws IOException {
		return isOnDisk(address) ? disk.read(onDisk(address)) : copies.read(path(address));
	}

	@Override
	public Optional<Claim> claim(final String output) throws IOException {
		return isOnDisk(output) ? disk.claim(onDisk(output)) : Optional.of(share(output));
	}

	@Override
	public Claim share(final String output) throws IOException {
		return isOnDisk(output) ? disk.share(onDisk(output)) : new CopiedClaim(path(output));
	}

	// -- Helper methods --

	private boolean isOnDisk(final String text) {
		final String scheme = ADDRESS.matcher(text).matches() ? text.substring(0, text.indexOf(':')) : FileSystem
			.getDefaultUri(configuration).getScheme();
		return DISK.equalsIgnoreCase(scheme);
	}

	private static String onDisk(final String text) {
		return ADDRESS.matcher(text).matches() ? new org.apache.hadoop.fs.Path(text).toUri().getPath() : text;
	}

	private org.apache.hadoop.fs.Path path(final String text) {
		try {
			final org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(text);
			return path.getFileSystem(configuration).makeQualified(path);
		}
		catch (final IOException | IllegalArgumentException exc) {
			throw unusable(text, exc);
		}
	}

	private static Optional<FileStatus> status(final FileSystem system, final org.apache.hadoop.fs.Path path)
		throws IOException
	{
		try {
			return Optional.of(system.getFileStatus(path));
		}
		catch (final FileNotFoundException exc) {
			return Optional.empty();
		}
	}

	private static List<String> fitting(final FileSystem system, final org.apache.hadoop.fs.Path path,
		final String text) throws IOException
	{
		final FileStatus[] found = system.globStatus(path, candidate -> !candidate.getName().startsWith(".") || path.getName()
			.startsWith("."));
		final List<String> files = addresses(found == null ? Stream.empty() : Arrays.stream(found));
		if (!files.isEmpty()) return files;
		throw FileNames.noneFits(text);
	}

	private static void addPictures(final FileSystem system, final org.apache.hadoop.fs.Path folder,
		final FileKind kind, final boolean deep, final List<String> pictures) throws IOException
	{
		final FileStatus[] all = system.listStatus(folder);
		pictures.addAll(addresses(Arrays.stream(all).filter(status -> kind.has(status.getPath().getName()))));
		if (!deep) return;
		final List<org.apache.hadoop.fs.Path> folders = Arrays.stream(all).filter(status -> status.isDirectory() && !status
			.getPath().getName().startsWith(".")).map(FileStatus::getPath).sorted().collect(Collectors.toList());
		for (final org.apache.hadoop.fs.Path inner : folders) {
			addPictures(system, inner, kind, true, pictures);
		}
	}

	private static List<String> addresses(final Stream<FileStatus> files) {
		return files.filter(FileStatus::isFile).map(status -> status.getPath().toString()).sorted().collect(Collectors
			.toList());
	}

	private List<String> listed(final FileSystem system, final org.apache.hadoop.fs.Path list) throws IOException {
		try (InputStream in = system.open(list)) {
			return FileNames.inList(in, list.toString()).stream().map(name -> ADDRESS.matcher(name).matches() ? address(name)
				: new org.apache.hadoop.fs.Path(list.getParent(), name).toString()).collect(Collectors.toList());
		}
	}

	private static StyleTransferException unusable(final String text, final Exception cause) {
		return new StyleTransferException("The file system of " + text + " cannot be used (" + reason(cause) +
			"): check the address, and Spark's settings of the file system, spark.hadoop.fs.*.", cause);
	}

	private static String reason(final Exception exception) {
		return String.valueOf(exception.getMessage()).lines().findFirst().orElse("").replaceAll("[.:]$", "");
	}

	/** A file or folder that is made here, with all that is written beside it. */
	private final class CopiedClaim implements Claim {

		private final org.apache.hadoop.fs.Path output;
		private final Path file;

		private CopiedClaim(final org.apache.hadoop.fs.Path output) throws IOException {
			this.output = output;
			file = copies.place(output);
			final FileSystem system = output.getFileSystem(configuration);
			final Optional<FileStatus> before = status(system, output);
			if (before.isPresent()) FileCopies.copy(system, before.get(), FileCopies.filesOf(system, before.get()), file);
		}

		@Override
		public Path file() {
			return file;
		}

		@Override
		public void publish() throws IOException {
			final List<Path> files = new ArrayList<>();
			try (Stream<Path> all = Files.list(file.getParent())) {
				all.filter(made -> !made.equals(file) && !made.getFileName().toString().startsWith(".")).forEach(files::add);
			}
			// NB: The last one, so that all is there when the picture is.
			files.add(file);
			for (final Path made : files) {
				publish(made, new org.apache.hadoop.fs.Path(output.getParent(), made.getFileName().toString()));
			}
		}

		@Override
		public void close() {
			FileCopies.delete(file);
		}

		private void publish(final Path made, final org.apache.hadoop.fs.Path target) throws IOException {
			final org.apache.hadoop.fs.Path part = hidden(target, ".part");
			try {
				final FileSystem system = target.getFileSystem(configuration);
				// NB: Into a folder that is left there, another one would be copied.
				system.delete(part, true);
				system.copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(made.toUri()), part);
				replace(system, target, part);
			}
			catch (final IOException exc) {
				throw new IOException("The file " + target + " cannot be written (" + reason(exc) +
					"): check the permissions of its folder, and the room that there is.", exc);
			}
		}

		private void replace(final FileSystem system, final org.apache.hadoop.fs.Path target,
			final org.apache.hadoop.fs.Path part) throws IOException
		{
			final FileContext context = FileContext.getFileContext(target.toUri(), configuration);
			final Optional<FileStatus> there = status(system, target);
			// NB: Only an empty folder is replaced by another one.
			if (there.isEmpty() || !there.get().isDirectory()) {
				context.rename(part, target, Options.Rename.OVERWRITE);
				return;
			}
			final org.apache.hadoop.fs.Path before = hidden(target, ".before");
			system.delete(before, true);
			context.rename(target, before);
			context.rename(part, target);
			system.delete(before, true);
		}

		private org.apache.hadoop.fs.Path hidden(final org.apache.hadoop.fs.Path target, final String ending) {
			return new org.apache.hadoop.fs.Path(target.getParent(), "." + target.getName() + ending);
		}
	}
}
