package net.neuralstyle.commandline;

import ij.ImagePlus;
import ij.io.Opener;

import java.nio.file.Files;
import java.nio.file.Path;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.ij1.HeadlessImageJ;

/** Reads every file that plain ImageJ can. */
final class PictureReader {

	private PictureReader() {
		// NB: Not instantiable.
	}

	/** @throws StyleTransferException if the file is none, or cannot be read */
	static ImagePlus read(final Path file) {
		if (!Files.isRegularFile(file)) {
			throw new StyleTransferException("There is no image file " + file + ": check its path.");
		}
		if (!Files.isReadable(file)) {
			throw new StyleTransferException("The file " + file + " cannot be read: check its permissions.");
		}
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image = HeadlessImageJ.mayBeImage(file.toString()).equals("true") ? opener.openImage(file.toString())
			: null;
		if (image == null) {
			throw new StyleTransferException("The file " + file +
				" is not an image that ImageJ can open: convert it to PNG, JPEG or TIFF.");
		}
		return image;
	}
}
