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
import ij.io.FileInfo;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.MacroOptions;
import net.neuralstyle.imagej.input.NameList;
import net.neuralstyle.picture.PictureReader;

/** Where what went into a picture may be: what is open, and the folder of its file, if that is known. Immutable. */
public final class Surroundings {

	/** Keys of the inputs that name masks and labels. */
	private static final List<String> MASKS = List.of("mask", "labels", "stylemask");

	/** Null if it is not known. */
	private final Path folder;

	/** @param picture that is to be made again */
	public Surroundings(final ImagePlus picture) {
		final FileInfo original = picture.getOriginalFileInfo();
		folder = original == null || original.directory == null ? null : folder(original.directory);
	}

	/** The folder of the picture's file, if it is known. */
	public Optional<Path> folder() {
		return Optional.ofNullable(folder);
	}

	/** The file of a name in that folder, if there is one. */
	public Optional<Path> file(final String name) {
		return folder().flatMap(place -> FolderPictures.file(place, name));
	}

	/** The places where pictures are looked for. */
	public List<PicturePlace> places() {
		final List<PicturePlace> places = new ArrayList<>();
		places.add(new OpenPictures());
		places.add(new SamplePictures());
		folder().ifPresent(place -> places.add(new FolderPictures(place)));
		return places;
	}

	/**
	 * The images that may be masks or have labels: those that are open, and those of the folder that the macro names; none
	 * if all of each picture took part.
	 *
	 * @param pictures that went in
	 * @param info the picture's
	 */
	public List<ImagePlus> masks(final Collection<Provenance.Picture> pictures, final String info) {
		if (pictures.stream().allMatch(recorded -> recorded.regions().isEmpty())) return List.of();
		final List<ImagePlus> masks = new ArrayList<>(OpenImages.all());
		MASKS.stream().flatMap(key -> named(key, info)).flatMap(name -> file(name).stream()).flatMap(Surroundings::read)
			.forEach(masks::add);
		return masks;
	}

	/** The names that the macro in an Info has for an input, by its key. */
	static Stream<String> named(final String key, final String info) {
		try {
			final String names = MacroOptions.parse(MacroLine.options(ResultInfo.macro(info))).getOrDefault(key, "");
			return Stream.concat(Stream.of(names), NameList.split(names, name -> false).stream()).distinct();
		}
		catch (final StyleTransferException exc) {
			// NB: Anybody may have written the Info.
			return Stream.empty();
		}
	}

	// -- Helper methods --

	private static Path folder(final String directory) {
		try {
			return !directory.isEmpty() && Files.isDirectory(Paths.get(directory)) ? Paths.get(directory) : null;
		}
		catch (final InvalidPathException exc) {
			// NB: The address of a server.
			return null;
		}
	}

	/** Returns a file's image as it is shown and with its values, nothing if it cannot be read. */
	private static Stream<ImagePlus> read(final Path file) {
		try {
			return Stream.of(PictureReader.read(file, 0).image(), PictureReader.readValues(file).image());
		}
		catch (final StyleTransferException exc) {
			return Stream.empty();
		}
	}
}
