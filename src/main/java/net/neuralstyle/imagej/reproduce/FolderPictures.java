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


package net.neuralstyle.imagej.reproduce;

import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.picture.PictureReader;

/** The picture files of a folder, by their names. */
public final class FolderPictures implements PicturePlace {

	private final Path folder;

	public FolderPictures(final Path folder) {
		this.folder = folder;
	}

	@Override
	public Stream<ImagePlus> candidates(final String name) {
		final Optional<Path> file = file(folder, name);
		if (file.isEmpty()) return Stream.empty();
		// NB: ImageJ's own reader has other colours for some files, and turns none upright; either may have been used.
		final Stream<Supplier<ImagePlus>> readers = Stream.of(() -> read(file.get()), () -> PictureReader.readAsImageJDoes(
			file.get()));
		return readers.map(Supplier::get).filter(Objects::nonNull);
	}

	/** Returns the file of a name, if it is the name of a file in the folder, and of none elsewhere. */
	public static Optional<Path> file(final Path folder, final String name) {
		try {
			final Path file = folder.resolve(name);
			return folder.equals(file.getParent()) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
		}
		catch (final InvalidPathException exc) {
			return Optional.empty();
		}
	}

	// -- Helper methods --

	/** Returns null if the file cannot be read. */
	private static ImagePlus read(final Path file) {
		try {
			return PictureReader.read(file, 0).image();
		}
		catch (final StyleTransferException exc) {
			return null;
		}
	}
}
