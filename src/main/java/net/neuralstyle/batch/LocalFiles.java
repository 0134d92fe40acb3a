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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.picture.PicturePath;
import net.neuralstyle.picture.TemporaryFolder;

/** Files of this computer, or of a disk that several share. Addresses are absolute paths. */
public final class LocalFiles implements BatchFiles {


	@Override
	public List<String> find(final String text, final FileKind kind, final boolean deep) throws IOException {
		if (text.isBlank()) throw new StyleTransferException("The path is empty: give that of a file or folder.");
		final File file = new File(text);
		if (file.isDirectory()) {
			final List<String> pictures = new ArrayList<>();
			addPictures(file, kind, deep, pictures);
			if (!pictures.isEmpty()) return pictures;
			throw kind.none(text, deep);
		}
		if (file.isFile() && FileNames.isList(text)) return list(file);
		// NB: Not by Path, as on some systems no path has wildcards.
		if (!file.exists() && FileNames.hasWildcard(text)) {
			final List<String> found = addresses(wildcard(text));
			if (!found.isEmpty()) return found;
			throw FileNames.noneFits(text);
		}
		return List.of(address(PicturePath.of(text)));
	}

	@Override
	public boolean exists(final String address) {
		return new File(address).isFile();
	}

	@Override
	public String address(final String text) {
		return address(PicturePath.of(text));
	}

	@Override
	public String inFolder(final String folder, final String name) {
		return address(PicturePath.of(folder).resolve(name));
	}

	@Override
	public String identity(final String address) {
		final Path path = PicturePath.of(address).toAbsolutePath().normalize();
		final String real = address(real(path));
		// NB: As these systems' disks usually do.
		return System.getProperty("os.name").matches("(Windows|Mac).*") ? real.toLowerCase(Locale.ROOT) : real;
	}

	@Override
	public void makeFolder(final String folder) {
		try {
			TemporaryFolder.clear(Files.createDirectories(PicturePath.of(folder)));
		}
		catch (final FileAlreadyExistsException exc) {
			throw new StyleTransferException("The output " + exc.getFile() + " is a file: give a folder.", exc);
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder +
				" is not there and cannot be made: choose another one for the output, or make it.", exc);
		}
	}

	@Override
	public Path read(final String address) {
		return PicturePath.of(address);
	}

	@Override
	public Optional<Claim> claim(final String output) {
		final Path file = PicturePath.of(output);
		return FolderClaims.claim(file).map(release -> new LocalClaim(file, release));
	}

	@Override
	public Claim share(final String output) {
		return new LocalClaim(PicturePath.of(output), () -> {});
	}

	// -- Helper methods --

	/** The files in the lines of a list, those without a folder beside it; blank lines and comments are passed over. */
	private static List<String> list(final File list) throws IOException {
		try (InputStream in = Files.newInputStream(list.toPath())) {
			return FileNames.inList(in, list.toString()).stream().map(name -> address(list.toPath().toAbsolutePath()
				.resolveSibling(PicturePath.of(name)))).collect(Collectors.toList());
		}
	}

	private static void addPictures(final File folder, final FileKind kind, final boolean deep,
		final List<String> pictures)
	{
		pictures.addAll(addresses(matches(folder, kind::has, File::isFile)));
		if (!deep) return;
		final List<File> folders = matches(folder, name -> !name.startsWith("."), File::isDirectory);
		// NB: Links may go round in a circle.
		folders.removeIf(inner -> Files.isSymbolicLink(inner.toPath()));
		folders.forEach(inner -> addPictures(inner, kind, true, pictures));
	}

	/** Follows a path folder by folder. */
	private static List<File> wildcard(final String text) {
		final String path = text.replace(File.separatorChar, '/');
		final int first = path.lastIndexOf('/', path.replaceFirst("(?s)[*?].*", "").length() - 1) + 1;
		List<File> found = List.of(new File(first == 0 ? "." : path.substring(0, first)));
		final String[] parts = path.substring(first).split("/");
		for (int i = 0; i < parts.length; i++) {
			final String part = parts[i];
			final Predicate<String> fits = fits(part);
			final Predicate<File> kind = i == parts.length - 1 ? File::isFile : File::isDirectory;
			found = found.stream().flatMap(folder -> matches(folder, name -> fits.test(name) && (part.startsWith(".") || !name
				.startsWith(".")), kind).stream()).collect(Collectors.toList());
		}
		return found;
	}

	private static Predicate<String> fits(final String part) {
		final String pattern = FileNames.hasWildcard(part) ? "\\Q" + part.replace("\\E", "\\E\\\\E\\Q").replace("*",
			"\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E" : Pattern.quote(part);
		return Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).asMatchPredicate();
	}

	/** What is in a folder, by names in the order of their characters' numbers. */
	private static List<File> matches(final File folder, final Predicate<String> names, final Predicate<File> kind) {
		final List<File> files = new ArrayList<>();
		try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.toPath(), path -> names.test(path.getFileName()
			.toString()) && kind.test(path.toFile())))
		{
			all.forEach(path -> files.add(path.toFile()));
		}
		catch (final IOException | DirectoryIteratorException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be read: check its path and its permissions.",
				exc);
		}
		files.sort((first, second) -> first.getName().compareTo(second.getName()));
		return files;
	}

	private static List<String> addresses(final List<File> files) {
		return files.stream().map(file -> address(file.toPath())).collect(Collectors.toList());
	}

	private static String address(final Path path) {
		return path.toAbsolutePath().normalize().toString().replace(File.separatorChar, '/');
	}

	/** Follows links as far as the path is there. */
	private static Path real(final Path path) {
		try {
			return path.toRealPath();
		}
		catch (final IOException exc) {
			return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
		}
	}

	/** A file that is written where it belongs. */
	private static final class LocalClaim implements Claim {

		private final Path file;
		private final Runnable release;

		private LocalClaim(final Path file, final Runnable release) {
			this.file = file;
			this.release = release;
		}

		@Override
		public Path file() {
			return file;
		}

		@Override
		public void publish() {
			// NB: It is there already.
		}

		@Override
		public void close() {
			release.run();
		}
	}
}
