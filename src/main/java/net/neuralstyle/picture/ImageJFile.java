package net.neuralstyle.picture;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOException;

/** Reads a file with ImageJ's own readers. */
final class ImageJFile {

	private ImageJFile() {
		// NB: Not instantiable.
	}

	/**
	 * @throws IOException if the file is none of ImageJ's, or damaged; other
	 *           exceptions may say so, too
	 */
	static ImagePlus read(final Path file) throws IOException {
		final String path = file.toAbsolutePath().toString();
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final int type = opener.getFileType(path);
		// NB: These are no pictures, and ImageJ opens windows for them.
		final boolean isPicture = type != Opener.UNKNOWN && type != Opener.JAVA_OR_TEXT && type != Opener.ROI &&
			type != Opener.TEXT && type != Opener.TABLE;
		final ImagePlus image = isPicture ? opener.openImage(path) : null;
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image.getProcessor() == null) {
			throw new IIOException("it is none that can be read");
		}
		checkPixelsAreThere(image, Files.size(file));
		return image;
	}

	// -- Helper methods --

	/** ImageJ leaves black what a file does not have. */
	private static void checkPixelsAreThere(final ImagePlus image, final long length) throws IOException {
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.compression > FileInfo.COMPRESSION_NONE || info.width == 0) return;
		if (info.fileFormat == FileInfo.ZIP_ARCHIVE) return;
		final long bytes = (long) info.width * info.height * info.getBytesPerPixel() * Math.max(1, info.nImages);
		if (info.getOffset() + bytes > length) throw new IIOException("it ends before its pixels do");
	}
}
