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
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.imageio.stream.ImageInputStream;

import net.neuralstyle.StyleTransferException;

/**
 * Reads a picture file for hosts without windows: JPEG, PNG, GIF, BMP, WebP and
 * TIFF with ImageIO, everything else that ImageJ knows, and the TIFF files that it
 * wrote, with ImageJ. A picture is upright and whole, or it is refused. What is
 * transparent is so by the image's {@link AlphaChannel}.
 */
public final class PictureReader {

	private PictureReader() {
		// NB: Not instantiable.
	}

	/**
	 * Reads a file.
	 *
	 * @param neededLongerSide in pixels, which lets the picture be read smaller, but
	 *          not smaller than that, if memory is short; 0 for all there are
	 * @throws StyleTransferException if the file is none, cannot be read as a whole,
	 *           or is too large for Java's memory
	 */
	public static Picture read(final Path file, final int neededLongerSide) {
		return read(file, () -> {
			final String name = file.getFileName().toString();
			final List<String> notes = new ArrayList<>();
			final ImagePlus image = image(file, name, neededLongerSide, notes);
			image.setTitle(name);
			spreadColours(image, file, notes);
			addDisplayRange(image, name, notes);
			return new Picture(image, notes);
		});
	}

	/**
	 * Reads a file as ImageJ's command Open does, which turns no picture upright and has its own colours for some.
	 *
	 * @return null if it cannot
	 */
	public static ImagePlus readAsImageJDoes(final Path file) {
		try {
			return read(file, () -> ImageJFile.read(file));
		}
		catch (final StyleTransferException exc) {
			return null;
		}
	}

	/**
	 * As {@link #read(Path, int)}, but of a TIFF file with several pages all of them, as a stack.
	 */
	public static Picture readPages(final Path file, final int neededLongerSide) {
		if (file.toString().matches("(?i).*\\.tiff?")) {
			final ImagePlus pages = readAsImageJDoes(file);
			if (pages != null && pages.getStackSize() > 1) return new Picture(titled(pages, file), List.of());
		}
		return read(file, neededLongerSide);
	}

	/**
	 * As {@link #read(Path, int)}, but values that stand for colours stay values, as in an image of labels with a lookup
	 * table.
	 */
	public static Picture readValues(final Path file) {
		final ImagePlus values = readAsImageJDoes(file);
		return values == null ? read(file, 0) : new Picture(titled(values, file), List.of());
	}

	/**
	 * Reads the Info of a picture that {@link PictureWriter} or ImageJ has written, and no more pixels than need be.
	 *
	 * @return empty if there is none
	 * @throws StyleTransferException as {@link #read(Path, int)} does
	 */
	public static String info(final Path file) {
		return read(file, () -> {
			try (ImageInputStream in = ImageIOPlugins.open(file)) {
				final FileStructure structure = new FileStructure(in, file.getFileName().toString());
				return structure.format().equals(FileStructure.IMAGEJ) ? ImageJFile.info(file) : structure.info();
			}
		});
	}

	// -- Helper methods --

	private static ImagePlus titled(final ImagePlus image, final Path file) {
		image.setTitle(file.getFileName().toString());
		return image;
	}

	private static <T> T read(final Path file, final Callable<T> work) {
		check(file);
		try (Quiet quiet = new Quiet()) {
			return work.call();
		}
		catch (final StyleTransferException exc) {
			throw exc;
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("The file " + file + " takes more memory than Java has (" + Runtime.getRuntime()
				.maxMemory() / 1_000_000 + " MB): give it more with -Xmx, or use a smaller picture.", exc);
		}
		// NB: Readers give up in many ways when they meet what their format does not allow.
		catch (final Exception | StackOverflowError | LinkageError | AssertionError exc) {
			throw new StyleTransferException("The file " + file +
				" is damaged or incomplete: get it anew, or save it again as PNG, JPEG or TIFF.", exc);
		}
	}

	private static void check(final Path file) {
		if (Files.notExists(file)) throw new StyleTransferException("There is no image file " + file + ": check its path.");
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			throw new StyleTransferException("The path " + file + " is not a file" + (Files.isDirectory(file) ? " but a folder"
				: "") + ": give that of a picture.");
		}
		if (!Files.isReadable(file)) {
			throw new StyleTransferException("The file " + file + " cannot be read: check its permissions.");
		}
		if (file.toFile().length() == 0) throw new StyleTransferException("The file " + file + " is empty: get it anew.");
	}

	/** Chooses the reader. */
	private static ImagePlus image(final Path file, final String name, final int neededLongerSide,
		final List<String> notes) throws IOException
	{
		try (ImageInputStream in = ImageIOPlugins.open(file)) {
			final FileStructure structure = new FileStructure(in, name);
			final String format = structure.format();
			final ImagePlus image;
			if (format.equals(FileStructure.IMAGEJ)) {
				image = ImageJFile.read(file);
			}
			else {
				image = ImageIOFile.read(format, file, name, neededLongerSide, notes);
				structure.calibrate(image);
				structure.completeCanvas(image);
				if (!structure.info().isEmpty()) InfoText.set(image, structure.info());
			}
			setUpright(image, structure.orientation(), name, notes);
			return image;
		}
	}

	private static void setUpright(final ImagePlus image, final int orientation, final String name,
		final List<String> notes)
	{
		if (orientation < 2 || orientation > 8 || image.getStackSize() > 1) return;
		final ImageProcessor upright = Orientation.upright(image.getProcessor(), orientation);
		notes.add(name + " is turned upright, as its EXIF orientation " + orientation + " says.");
		if (upright != image.getProcessor()) {
			final Calibration calibration = image.getCalibration();
			final double pixelWidth = calibration.pixelWidth;
			calibration.pixelWidth = calibration.pixelHeight;
			calibration.pixelHeight = pixelWidth;
		}
		final Optional<AlphaChannel> alpha = AlphaChannel.of(image);
		image.setProcessor(upright);
		alpha.ifPresent(channel -> channel.upright(orientation).attachTo(image));
	}

	/** Replaces the colours of what is transparent. */
	private static void spreadColours(final ImagePlus image, final Path file, final List<String> notes) {
		AlphaChannel.of(image).ifPresent(alpha -> {
			if (alpha.values().getStats().max == 0) {
				throw new StyleTransferException("The file " + file + " is transparent everywhere: use another picture.");
			}
			HiddenColours.spread(image.getProcessor(), alpha.values());
			if (image.getBitDepth() == 16 || image.getBitDepth() == 32) image.getProcessor().resetMinAndMax();
			notes.add(image.getTitle() + " is transparent in places, which take no part.");
		});
	}

	private static void addDisplayRange(final ImagePlus image, final String name, final List<String> notes) {
		if (image.getBitDepth() != 16 && image.getBitDepth() != 32 || image.isComposite()) return;
		final ImagePlus finite = FinitePixels.of(image);
		notes.add(name + " has " + image.getBitDepth() + " bits: its grey values from " + number(finite
			.getDisplayRangeMin()) + " (black) to " + number(finite.getDisplayRangeMax()) + " (white) are shown.");
	}

	private static String number(final double value) {
		final boolean isShort = value == Math.rint(value) && Math.abs(value) < 1e9;
		return isShort ? String.valueOf((long) value) : String.valueOf((float) value);
	}
}
