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
import ij.ImageStack;
import ij.io.FileInfo;
import ij.plugin.AVI_Reader;
import ij.plugin.filter.AVI_Writer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Movies (AVI) as ImageJ reads and writes them. */
final class Movie {

	/** NB: ImageJ asks for it and does not heed it. */
	private static final int QUALITY = 90;

	/** Where a file has the name of its header, and behind it the microseconds of a frame. */
	private static final int HEADER = 24;
	private static final String HEADER_NAME = "avih";

	private Movie() {
		// NB: Not instantiable.
	}

	/**
	 * Opens a movie as a virtual stack, with its frame rate and, if it was written here, its {@link InfoText}.
	 *
	 * @return null if it cannot be read as a whole
	 */
	static ImagePlus read(final Path file) throws IOException {
		final AVI_Reader reader = new AVI_Reader();
		// NB: Another way in would show what is wrong in a window.
		final ImageStack frames = reader.makeStack(file.toAbsolutePath().toString(), 1, 0, true, false, false);
		if (frames == null || frames.size() == 0 || reader.getErrorText() != null) return null;
		final ImagePlus movie = new ImagePlus(file.getFileName().toString(), frames);
		if (movie.getBitDepth() == 16) movie.resetDisplayRange();
		movie.getCalibration().fps = framesPerSecond(file);
		final FileInfo place = new FileInfo();
		place.directory = file.toAbsolutePath().getParent() + File.separator;
		place.fileName = file.getFileName().toString();
		movie.setFileInfo(place);
		RiffText.read(file).ifPresent(text -> InfoText.set(movie, text));
		return movie;
	}

	/**
	 * Writes a stack's frames, each compressed as JPEG, as ImageJ does if it is not told otherwise, and its
	 * {@link InfoText}.
	 *
	 * @param stack of frames or slices, but not of both
	 */
	static void write(final ImagePlus stack, final Path file) throws IOException {
		new AVI_Writer().writeImage(stack, file.toString(), AVI_Writer.JPEG_COMPRESSION, QUALITY);
		if (!InfoText.of(stack).isEmpty()) RiffText.append(file, InfoText.of(stack));
	}

	// -- Helper methods --

	/** Returns 0 if the file does not tell. */
	private static double framesPerSecond(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final ByteBuffer start = ByteBuffer.wrap(in.readNBytes(HEADER + 12)).order(ByteOrder.LITTLE_ENDIAN);
			final String name = new String(start.array(), HEADER, HEADER_NAME.length(), StandardCharsets.ISO_8859_1);
			final int microseconds = name.equals(HEADER_NAME) ? start.getInt(HEADER + 8) : 0;
			return microseconds > 0 ? 1e6 / microseconds : 0;
		}
	}
}
