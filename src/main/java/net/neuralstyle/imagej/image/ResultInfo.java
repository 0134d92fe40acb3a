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


package net.neuralstyle.imagej.image;

import ij.ImagePlus;

import java.util.Optional;

import net.neuralstyle.PictureOrigin;
import net.neuralstyle.Provenance;
import net.neuralstyle.feedforward.PaintingProvenance;
import net.neuralstyle.picture.InfoText;

/**
 * The Info of a picture that a style transfer has made, which ImageJ shows and keeps in TIFF files: how it was made,
 * and the macro that makes it again, a line each.
 */
public final class ResultInfo {

	private static final String PROVENANCE = "Neural Style Transfer: ";
	private static final String PAINTING = "Style Network: ";
	private static final String MACRO = "Macro: ";

	private ResultInfo() {
		// NB: Not instantiable.
	}

	/** Returns the line that tells how a picture was made. */
	static String line(final Provenance provenance) {
		return PROVENANCE + inLatin1(provenance.toJson());
	}

	/** Returns the line that tells how a picture was painted. */
	static String line(final PaintingProvenance provenance) {
		return PAINTING + inLatin1(provenance.toJson());
	}

	/**
	 * Returns the Info.
	 *
	 * @param told a line that tells how the picture was made
	 * @param macro that makes it again; may be empty
	 */
	static String of(final String told, final String macro) {
		return told + "\n" + (macro.isEmpty() ? "" : MACRO + macro + "\n");
	}

	/** Returns what an image has, empty if it has none. */
	public static String of(final ImagePlus image) {
		return InfoText.of(image);
	}

	/**
	 * Reads how the picture was made.
	 *
	 * @return empty if it is not told
	 * @throws IllegalArgumentException as {@link Provenance#fromJson} does
	 */
	public static Optional<Provenance> provenance(final String info) {
		return line(info, PROVENANCE).map(Provenance::fromJson);
	}

	/**
	 * Reads how the picture was painted by a network.
	 *
	 * @return empty if it is not told
	 * @throws IllegalArgumentException as {@link PaintingProvenance#fromJson} does
	 */
	public static Optional<PaintingProvenance> painting(final String info) {
		return line(info, PAINTING).map(PaintingProvenance::fromJson);
	}

	/**
	 * Reads how the picture was made, in either way.
	 *
	 * @return empty if it is not told
	 * @throws IllegalArgumentException as {@link #provenance} and {@link #painting} do
	 */
	public static Optional<PictureOrigin> origin(final String info) {
		return provenance(info).<PictureOrigin>map(origin -> origin).or(() -> painting(info));
	}

	/** Returns the macro that makes the picture again, empty if it is not told. */
	public static String macro(final String info) {
		return line(info, MACRO).orElse("");
	}

	// -- Helper methods --

	/**
	 * Returns JSON that means the same, without characters that ImageJ 1.54 does not read back from its own TIFF files.
	 */
	private static String inLatin1(final String json) {
		final StringBuilder text = new StringBuilder();
		json.chars().forEach(character -> text.append(character < 256 ? String.valueOf((char) character) : String.format(
			"\\u%04x", character)));
		return text.toString();
	}

	private static Optional<String> line(final String info, final String beginning) {
		return info.lines().filter(line -> line.startsWith(beginning)).findFirst().map(line -> line.substring(beginning
			.length()));
	}
}
