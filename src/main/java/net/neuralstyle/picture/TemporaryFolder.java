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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;

/**
 * A hidden folder beside an output, for what is needed until that is written. A locked file in it tells that it is in
 * use; those in which there is none are left of runs that were killed, and the next run beside them deletes them.
 */
public final class TemporaryFolder implements AutoCloseable {

	private static final String SUFFIX = ".frames";

	private final Path folder;
	private final TemporaryFile sign;

	/**
	 * @param output the file beside which it is
	 * @throws StyleTransferException if it cannot be made
	 */
	public TemporaryFolder(final Path output) {
		final Path parent = output.toAbsolutePath().getParent();
		try {
			deleteLeftOnes(parent);
			folder = Files.createDirectory(parent.resolve(TemporaryFile.newName() + SUFFIX));
			sign = new TemporaryFile(folder);
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + parent +
				" takes no files for frames that are under way: choose another one for the output.", exc);
		}
	}

	/** Where it is. */
	public Path path() {
		return folder;
	}

	/** Deletes what runs that were killed have left in a folder, as far as that can be. */
	public static void clear(final Path folder) {
		try {
			deleteLeftOnes(folder);
			TemporaryFile.deleteLeftOnes(folder.toRealPath());
		}
		catch (final IOException exc) {
			// NB: Whether the folder can be read and written shows when that is done.
		}
	}

	/** Returns a folder as it is named to its user: in place of one of this kind, or in it, that in which it is. */
	static Path named(final Path folder) {
		for (Path place = folder; place != null; place = place.getParent()) {
			final String name = String.valueOf(place.getFileName());
			if (name.startsWith(TemporaryFile.PREFIX) && name.endsWith(SUFFIX)) return place.getParent();
		}
		return folder;
	}

	/**
	 * Gives the folder a name that is seen, so that what is in it stays.
	 *
	 * @param name wanted; if it is taken, a number is added
	 * @return where it is now; nothing if it has no file, or cannot be given another name
	 */
	public Optional<Path> keepAs(final String name) {
		sign.close();
		try {
			if (isEmpty()) return Optional.empty();
			Path kept = folder.resolveSibling(name);
			for (int number = 2; Files.exists(kept, LinkOption.NOFOLLOW_LINKS); number++) {
				kept = folder.resolveSibling(name + "-" + number);
			}
			return Optional.of(Files.move(folder, kept));
		}
		catch (final IOException exc) {
			return Optional.empty();
		}
	}

	/** Deletes it with all that is in it, unless it is kept. */
	@Override
	public void close() {
		sign.close();
		delete(folder);
	}

	// -- Helper methods --

	private boolean isEmpty() throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			return !files.iterator().hasNext();
		}
	}

	private static void deleteLeftOnes(final Path parent) {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, TemporaryFile.PREFIX + "*" + SUFFIX)) {
			for (final Path candidate : left) {
				if (Files.isDirectory(candidate) && !TemporaryFile.isAnyHeld(candidate)) delete(candidate);
			}
		}
		catch (final IOException | RuntimeException exc) {
			// NB: Nothing depends on it, and whether the folder can be written shows next.
		}
	}

	private static void delete(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			final List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
			for (final Path file : deepestFirst) {
				Files.deleteIfExists(file);
			}
		}
		catch (final IOException exc) {
			// NB: The next run tries again.
		}
	}
}
