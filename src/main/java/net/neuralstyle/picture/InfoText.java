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

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

import org.w3c.dom.Element;

/**
 * An image's Info, as ImageJ calls a text that goes with an image, in the files for which ImageJ does not write it: a
 * text chunk of PNG, a comment of JPEG, or of a movie ({@link RiffText}). Other programs' texts are passed over.
 */
public final class InfoText {

	/** Of the chunk, and what a comment begins with. */
	private static final String KEYWORD = "Neural Style Transfer";
	/** What a comment begins with that tells of a painting. */
	private static final String KEYWORD_OF_PAINTINGS = "Style Network";
	private static final int KEYWORD_BYTES = KEYWORD.length() + 1;

	/** Bytes of a text that is read; longer ones are none of ours. */
	private static final int MOST_BYTES = 1 << 18;
	/** Bytes that a segment of JPEG has room for. */
	private static final int MOST_JPEG_BYTES = 65533;

	private static final String INFO = "Info";

	private InfoText() {
		// NB: Not instantiable.
	}

	/** Returns an image's Info, empty if it has none. */
	public static String of(final ImagePlus image) {
		return image.getProperty(INFO) instanceof String ? (String) image.getProperty(INFO) : "";
	}

	/** Sets an image's Info. */
	public static void set(final ImagePlus image, final String text) {
		image.setProperty(INFO, text);
	}

	/** Adds a text to what ImageIO writes into a PNG file. */
	static void addToPng(final String text, final IIOMetadata metadata) throws IIOInvalidTreeException {
		if (text.isEmpty()) return;
		final IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
		entry.setAttribute("keyword", KEYWORD);
		entry.setAttribute("compressionFlag", "FALSE");
		entry.setAttribute("compressionMethod", "0");
		entry.setAttribute("languageTag", "");
		entry.setAttribute("translatedKeyword", "");
		entry.setAttribute("text", text);
		final IIOMetadataNode texts = new IIOMetadataNode("iTXt");
		texts.appendChild(entry);
		final IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
		root.appendChild(texts);
		metadata.mergeTree(root.getNodeName(), root);
	}

	/**
	 * Adds a text to what ImageIO writes into a JPEG file, if there is room for it.
	 *
	 * @param markers the node of the sequence of markers
	 */
	static void addToJpeg(final String text, final Element markers) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length == 0 || bytes.length > MOST_JPEG_BYTES) return;
		final IIOMetadataNode comment = new IIOMetadataNode("com");
		comment.setUserObject(bytes);
		markers.insertBefore(comment, markers.getFirstChild());
	}

	/** Whether a chunk of a PNG file, or a segment of a JPEG file, may be one of ours. */
	static boolean isCandidate(final String type, final long bytes) {
		return (type.equals("iTXt") || type.equals("tEXt") || type.equals("COM")) && bytes <= MOST_BYTES && bytes >=
			KEYWORD_BYTES;
	}

	/** Returns the text of a chunk or segment, if it is one of ours. */
	static Optional<String> read(final String type, final byte[] bytes) {
		if (!isOurs(new String(bytes, 0, KEYWORD.length(), StandardCharsets.ISO_8859_1))) return Optional.empty();
		if (type.equals("COM")) return Optional.of(new String(bytes, StandardCharsets.UTF_8));
		if (bytes[KEYWORD.length()] != 0) return Optional.empty();
		if (type.equals("iTXt")) return international(bytes);
		// NB: So programs write it that copy a PNG file's texts.
		return Optional.of(new String(bytes, KEYWORD_BYTES, bytes.length - KEYWORD_BYTES, StandardCharsets.ISO_8859_1));
	}

	/** Whether a comment, or the text of a chunk, begins as ours do. */
	static boolean isOurs(final String text) {
		return text.startsWith(KEYWORD) || text.startsWith(KEYWORD_OF_PAINTINGS);
	}

	// -- Helper methods --

	/** After the keyword come two bytes on compression, a language, and the keyword in that language. */
	private static Optional<String> international(final byte[] bytes) {
		if (bytes.length < KEYWORD_BYTES + 4 || bytes[KEYWORD_BYTES] != 0) return Optional.empty();
		int start = KEYWORD_BYTES + 2;
		for (int ends = 0; start < bytes.length && ends < 2; start++) {
			if (bytes[start] == 0) ends++;
		}
		return Optional.of(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
	}
}
