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

package net.neuralstyle.imagej.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.PhotographSource;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.Checksums;

import ij.ImagePlus;

/**
 * The picture files of a folder and of all folders in it, in the order of their paths; hidden ones are none. Immutable.
 */
public final class FolderPhotographs implements PhotographSource {

	private final Path folder;
	private final List<Path> files;
	private final int neededSide;

	/**
	 * Looks for the files, and into none of them.
	 *
	 * @param neededSide shorter side, in pixels, that photographs are needed in
	 * @throws StyleTransferException if there are none; says what to do
	 */
	public FolderPhotographs(final Path folder, final int neededSide) {
		this.folder = folder;
		this.neededSide = neededSide;
		if (!Files.isDirectory(folder)) {
			throw new StyleTransferException("There is no folder " + folder + ": give one with photographs, at least some " +
				"dozens.");
		}
		try (Stream<Path> found = Files.walk(folder)) {
			files = found.filter(file -> SeriesReader.isOfFolder(file.getFileName().toString()) && Files.isRegularFile(file))
				.sorted(Comparator.comparing(this::name)).collect(Collectors.toUnmodifiableList());
		}
		catch (final IOException | UncheckedIOException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be read (" + exc.getMessage() +
				"): check its permissions.", exc);
		}
		if (files.isEmpty()) {
			throw new StyleTransferException("There are no pictures in the folder " + folder +
				": give one with photographs (JPEG, PNG, TIFF), at least some dozens.");
		}
	}

	@Override
	public String name() {
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		return name == null ? folder.toString() : name.toString();
	}

	@Override
	public int count() {
		return files.size();
	}

	/** Of the files' paths in the folder and their lengths. */
	@Override
	public String fingerprint() {
		final List<String> lines = new ArrayList<>();
		files.forEach(file -> lines.add(name(file) + " " + file.toFile().length()));
		return Checksums.sha256(ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public RandomAccessibleInterval<ARGBType> read(final int index) {
		final Path file = files.get(index);
		final ImagePlus image;
		try {
			// NB: The longer side is not the shorter one; twice as much will do for most.
			image = PictureReader.read(file, 2 * neededSide).image();
		}
		catch (final StyleTransferException exc) {
			throw new StyleTransferException(exc.getMessage().replaceAll("\\.$", "") + "; it is left out.", exc);
		}
		final ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
		if (size.shorterSide() < Settings.SMALLEST_SIDE) {
			throw new StyleTransferException("The photograph " + file + " is left out, as it has only " + size + " pixels.");
		}
		return DisplayedPixels.of(image);
	}

	// -- Helper methods --

	/** The same on all systems. */
	private String name(final Path file) {
		return folder.relativize(file).toString().replace('\\', '/');
	}
}
