package net.neuralstyle.picture;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.AVI_Reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOException;

import net.neuralstyle.StyleTransferException;

/** Reads a file with ImageJ's own readers. */
final class ImageJFile {

	private ImageJFile() {
		// NB: Not instantiable.
	}

	/**
	 * @throws IOException if the file is damaged; other exceptions may say so, too
	 * @throws StyleTransferException if it is no picture
	 */
	static ImagePlus read(final Path file) throws IOException {
		final String path = file.toAbsolutePath().toString();
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final int type = opener.getFileType(path);
		// NB: These are no pictures, and ImageJ opens windows for them.
		final boolean isPicture = type != Opener.UNKNOWN && type != Opener.JAVA_OR_TEXT && type != Opener.ROI &&
			type != Opener.TEXT && type != Opener.TABLE;
		if (!isPicture) {
			throw new StyleTransferException("The file " + file +
				" is not an image that can be read: convert it to PNG, JPEG or TIFF.");
		}
		// NB: The dialog that ImageJ would show for a movie needs a window.
		final ImagePlus image = type == Opener.AVI ? AVI_Reader.open(path, true) : opener.openImage(path);
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image.getProcessor() == null) {
			throw new IIOException("ImageJ cannot read it");
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
