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


package net.neuralstyle.batch;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.picture.SeriesReader;

/** Which files of a folder are meant, by their names; hidden ones never are. */
public enum FileKind {

		/** Pictures. */
		PICTURES("picture", "PNG, JPEG, TIFF, GIF, BMP, WebP, PGM, PPM, DICOM or FITS", SeriesReader::isOfFolder),

		/** Pictures and movies, all of which may have frames. */
		FRAMES("picture", "PNG, JPEG, TIFF, AVI, GIF, BMP, WebP, PGM, PPM, DICOM or FITS", name -> SeriesReader.isOfFolder(
			name) || FileKind.isMovie(name)),

		/** Networks that paint. */
		NETWORKS("style network", "HDF5 or ONNX", StyleNetworkFile::mayBeNetwork);

	private static final Pattern MOVIE = Pattern.compile("(?is)(?!\\.).*\\.avi");

	private final String noun;
	private final String formats;
	private final Predicate<String> names;

	FileKind(final String noun, final String formats, final Predicate<String> names) {
		this.noun = noun;
		this.formats = formats;
		this.names = names;
	}

	/** Whether a folder's file of this name is meant. */
	public boolean has(final String name) {
		return names.test(name);
	}

	/** What to say of a folder that has none, with its subfolders where these are meant, too. */
	public StyleTransferException none(final String folder, final boolean deep) {
		return new StyleTransferException("There is no " + noun + " in the folder " + folder + (deep
			? " and its subfolders" : " itself") + " (" + formats + "): give another folder, or the files.");
	}

	private static boolean isMovie(final String name) {
		return MOVIE.matcher(name).matches();
	}
}
