package net.neuralstyle.commandline;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.JpegWriter;
import ij.plugin.PNG_Writer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import net.neuralstyle.StyleTransferException;

/**
 * Writes a picture as PNG, JPEG or TIFF. The file appears when all of it is
 * written; until then a hidden one beside it keeps the place, so that hours of
 * work do not end at a folder that cannot be written.
 */
final class PictureWriter implements AutoCloseable {

	private static final int JPEG_QUALITY = 95;

	private final Path file;
	private final Path part;
	private final String extension;

	/**
	 * Makes sure that the file can be written.
	 *
	 * @param inputs files that must not be replaced
	 * @throws StyleTransferException if it cannot be written
	 */
	PictureWriter(final Path file, final Path... inputs) {
		this.file = file;
		final String name = file.getFileName() == null ? "" : file.getFileName().toString();
		extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!name.contains(".") || !extension.matches("png|jpe?g|tiff?")) {
			throw new StyleTransferException("The output " + file + " must end in .png, .jpg or .tif.");
		}
		if (Files.isDirectory(file)) {
			throw new StyleTransferException("The output " + file + " is a folder: give the name of a file.");
		}
		final Path folder = file.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) {
			throw new StyleTransferException("There is no folder " + folder + " for the output: create it first.");
		}
		part = folder.resolve("." + name + ".part." + extension);
		try {
			for (final Path input : inputs) {
				if (Files.exists(file) && Files.isSameFile(file, input)) {
					throw new StyleTransferException("The output " + file +
						" is one of the images that are read: give it another name.");
				}
			}
			Files.write(part, new byte[0]);
			part.toFile().deleteOnExit();
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	/** @throws StyleTransferException if the disk is full, or other things go wrong */
	void write(final ImagePlus image) {
		try {
			if (extension.equals("png")) {
				new PNG_Writer().writeImage(image, part.toString(), -1);
			}
			else if (extension.startsWith("t")) {
				Files.write(part, new FileSaver(image).serialize());
			}
			else {
				final String problem = JpegWriter.save(image, part.toString(), JPEG_QUALITY);
				if (problem != null) throw new IOException(problem);
			}
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final Exception exc) {
			throw cannotWrite(exc);
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(part);
		}
		catch (final IOException exc) {
			// NB: What counts is the picture, and that is written or reported by now.
		}
	}

	private StyleTransferException cannotWrite(final Exception cause) {
		return new StyleTransferException("The picture cannot be written to " + file +
			": check that its folder can be written and that its disk is not full.", cause);
	}
}
