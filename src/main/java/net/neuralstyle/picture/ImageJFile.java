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
import ij.io.Opener;
import ij.io.TiffDecoder;

import java.io.File;
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
		final ImagePlus image = type == Opener.AVI ? Movie.read(file) : opener.openImage(path);
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image.getProcessor() == null) {
			throw new IIOException("ImageJ cannot read it");
		}
		checkPixelsAreThere(image, Files.size(file));
		return image;
	}

	/** Reads the Info of a picture, and no pixels where that can be. Exceptions are those of {@link #read}. */
	static String info(final Path file) throws IOException {
		final String path = file.toAbsolutePath().toString();
		final int type = new Opener().getFileType(path);
		if (type != Opener.TIFF && type != Opener.TIFF_AND_DICOM) return InfoText.of(read(file));
		final FileInfo[] pages = new TiffDecoder(file.toAbsolutePath().getParent() + File.separator, file.getFileName()
			.toString()).getTiffInfo();
		return pages == null || pages.length == 0 || pages[0].info == null ? "" : pages[0].info;
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
