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
import ij.io.FileInfo;
import ij.plugin.FileInfoVirtualStack;
import ij.util.StringSorter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.neuralstyle.StyleTransferException;

/**
 * Reads many pictures as one stack: the pages of a TIFF file, the frames of a movie (AVI), or the picture files of a
 * folder. What may be longer than memory holds is a virtual stack, which reads a frame when it is asked for.
 */
public final class SeriesReader {

	private static final Pattern PICTURE = Pattern.compile(
		"(?i)(?!\\.).*\\.(png|jpe?g|tiff?|gif|bmp|webp|pgm|ppm|dcm|fits)", Pattern.DOTALL);
	private static final String TIFF = "(?i).*\\.tiff?";
	/** A file whose pages take more than one part in so many of the free memory is read page by page. */
	private static final int SHARE = 4;

	private SeriesReader() {
		// NB: Not instantiable.
	}

	/**
	 * Reads a file or folder, whatever it has: many pictures, or one.
	 *
	 * @param neededLongerSide of one picture, as {@link PictureReader#read} takes it
	 * @throws StyleTransferException as {@link #read} and {@link PictureReader#read} do
	 */
	public static Picture readAny(final Path path, final int neededLongerSide) {
		return read(path).orElseGet(() -> PictureReader.read(path, neededLongerSide));
	}

	/** Whether a folder's file of this name is one of its pictures; a hidden one is none. */
	public static boolean isOfFolder(final String name) {
		return PICTURE.matcher(name).matches();
	}

	/**
	 * Reads a file or folder of many pictures.
	 *
	 * @return nothing if it is a file that has one picture at most, or none that can be read
	 * @throws StyleTransferException if a folder has no pictures, its first one cannot be read, or nor can pages of a file
	 */
	public static Optional<Picture> read(final Path path) {
		if (Files.isDirectory(path)) return Optional.of(folder(path));
		final ImagePlus stack = isLargeTiff(path) ? pageByPage(path) : PictureReader.readAsImageJDoes(path);
		if (stack == null || stack.getStackSize() == 1) {
			checkIsOfOnePage(path);
			return Optional.empty();
		}
		stack.setTitle(path.getFileName().toString());
		return Optional.of(new Picture(stack, List.of()));
	}

	// -- Helper methods --

	private static Picture folder(final Path folder) {
		final List<Path> files = files(folder);
		if (files.isEmpty()) {
			throw new StyleTransferException("The folder " + folder +
				" has no pictures: give one that has PNG, JPEG, TIFF or other picture files.");
		}
		final PictureStack stack = new PictureStack(files);
		final ImagePlus image = new ImagePlus(folder.toAbsolutePath().normalize().getFileName().toString(), stack);
		image.setDimensions(1, 1, files.size());
		image.setCalibration(stack.first().getCalibration());
		final List<String> notes = new ArrayList<>();
		if (image.getBitDepth() == 16 || image.getBitDepth() == 32) {
			final ImagePlus finite = FinitePixels.of(stack.first());
			image.setDisplayRange(finite.getDisplayRangeMin(), finite.getDisplayRangeMax());
			notes.add("All frames of " + image.getTitle() + " are shown with the display range of the first.");
		}
		final FileInfo file = new FileInfo();
		file.directory = stack.getDirectory() + File.separator;
		file.fileName = "";
		image.setFileInfo(file);
		return new Picture(image, notes);
	}

	/** The picture files of a folder, those that are numbered in the order of their numbers. */
	private static List<Path> files(final Path folder) {
		try (Stream<Path> all = Files.list(folder)) {
			final String[] names = all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).filter(
				SeriesReader::isOfFolder).toArray(String[]::new);
			return Stream.of(StringSorter.sortNumerically(names)).map(folder::resolve).collect(Collectors.toList());
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be read: check its permissions.", exc);
		}
	}

	private static boolean isLargeTiff(final Path file) {
		return file.toString().matches(TIFF) && file.toFile().length() > HeapMemory.free() / SHARE;
	}

	private static ImagePlus pageByPage(final Path file) {
		try (Quiet quiet = new Quiet()) {
			final ImagePlus pages = FileInfoVirtualStack.openVirtual(file.toAbsolutePath().toString());
			// NB: ImageJ leaves out what a file does not have.
			final boolean isCut = pages != null && pages.getOriginalFileInfo() != null && pages.getOriginalFileInfo().nImages >
				pages.getStackSize();
			return isCut ? null : pages;
		}
	}

	/** Of pages that ImageJ cannot read, the first one alone would be read. */
	private static void checkIsOfOnePage(final Path file) {
		if (!file.toString().matches(TIFF) || !Files.isRegularFile(file)) return;
		try (Quiet quiet = new Quiet(); ImageInputStream in = ImageIOPlugins.open(file)) {
			final ImageReader reader = ImageIOPlugins.reader("tiff");
			try {
				reader.setInput(in);
				if (reader.getNumImages(true) < 2) return;
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException exc) {
			// NB: What is wrong with it is told when it is read as a picture.
			return;
		}
		throw new StyleTransferException("The pages of " + file +
			" are compressed in a way that ImageJ does not read, or the file is cut: save it again as TIFF without " +
				"compression.");
	}
}
