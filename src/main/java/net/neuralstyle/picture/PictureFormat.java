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
import ij.io.FileSaver;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.w3c.dom.Element;

/** A kind of file that pictures are written as, chosen by the extension of its name. */
enum PictureFormat {

	/** Colours as they are shown, or grey of 16 bits, transparency, and the Info. */
	PNG("png") {

		@Override
		void write(final ImagePlus image, final OutputStream out) throws IOException {
			final BufferedImage pixels = PngPixels.of(image);
			final ImageWriter writer = ImageIOPlugins.writer("png");
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels),
				null);
			InfoText.addToPng(InfoText.of(image), metadata);
			encode(writer, pixels, metadata, null, out);
		}

		@Override
		boolean keepsValues(final ImagePlus image) {
			return image.getBitDepth() <= 8 || image.getBitDepth() == 24 || PngPixels.areValuesOf(image);
		}

		@Override
		boolean keepsTransparency() {
			return true;
		}
	},

	/** Colours as they are shown, at a quality at which no differences are seen, and the Info. */
	JPEG("jpe?g") {

		@Override
		void write(final ImagePlus image, final OutputStream out) throws IOException {
			// NB: The writer takes no other kind of colours.
			final BufferedImage colours = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
			final Graphics2D graphics = colours.createGraphics();
			graphics.drawImage(AlphaChannel.onWhite(image).getBufferedImage(), 0, 0, null);
			graphics.dispose();
			final ImageWriter writer = ImageIOPlugins.writer("jpeg");
			final ImageWriteParam quality = writer.getDefaultWriteParam();
			quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			quality.setCompressionQuality(QUALITY);
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(colours),
				quality);
			encode(writer, colours, keepingColours(metadata, InfoText.of(image)), quality, out);
		}

		@Override
		boolean keepsValues(final ImagePlus image) {
			return image.getBitDepth() <= 8 || image.getBitDepth() == 24;
		}
	},

	/** Everything that ImageJ knows of an image, all slices of a stack too. */
	TIFF("tiff?") {

		@Override
		void write(final ImagePlus image, final OutputStream out) throws IOException {
			// NB: ImageJ's own way with single pictures has no pixels of a virtual stack of one slice.
			if (image.getStackSize() > 1 || image.getStack().isVirtual()) TiffStack.write(image, out);
			else out.write(new FileSaver(AlphaChannel.onWhite(image)).serialize());
			out.flush();
		}

		@Override
		boolean keepsValues(final ImagePlus image) {
			return true;
		}

		@Override
		boolean keepsStacks() {
			return true;
		}
	},

	/** The frames of a stack as they are shown, and the Info. */
	AVI("avi") {

		@Override
		void write(final ImagePlus image, final ReservedFile file, final UnaryOperator<OutputStream> stream) {
			file.writeByName(path -> Movie.write(image, path));
		}

		@Override
		boolean keepsValues(final ImagePlus image) {
			return image.getBitDepth() <= 8 || image.getBitDepth() == 24;
		}

		@Override
		boolean keepsStacks() {
			return true;
		}
	};

	private static final float QUALITY = 0.95f;

	private final String extension;

	PictureFormat(final String extension) {
		this.extension = extension;
	}

	/** Returns the format that a file's name asks for, if it is one of these. */
	static Optional<PictureFormat> of(final Path file) {
		final String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
		for (final PictureFormat format : values()) {
			if (name.matches("(?s).*\\." + format.extension)) return Optional.of(format);
		}
		return Optional.empty();
	}

	/**
	 * Writes all of a file.
	 *
	 * @param stream what is written to, around that of the file
	 */
	void write(final ImagePlus image, final ReservedFile file, final UnaryOperator<OutputStream> stream) {
		file.write(out -> write(image, stream.apply(out)));
	}

	/** Writes all of a file; leaves the stream open. */
	void write(final ImagePlus image, final OutputStream out) throws IOException {
		throw new UnsupportedOperationException(name());
	}

	/** Whether a file has all slices of a stack; else it has what is shown of one. */
	boolean keepsStacks() {
		return false;
	}

	/** Whether a file has an image's grey values in all their bits; else it has what is shown, in 8 bits. */
	abstract boolean keepsValues(ImagePlus image);

	/** Whether a file has an image's {@link AlphaChannel}; else it has what is seen on white. */
	boolean keepsTransparency() {
		return false;
	}

	// -- Helper methods --

	/** @param writer disposed of at the end */
	private static void encode(final ImageWriter writer, final RenderedImage colours, final IIOMetadata metadata,
		final ImageWriteParam parameters, final OutputStream out) throws IOException
	{
		// NB: Not a cache on the disk, which may be as full as the one of the picture.
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(colours, null, metadata), parameters);
			stream.flush();
		}
		finally {
			writer.dispose();
		}
		out.flush();
	}

	/** Makes JPEG keep colours in the same resolution as brightness, and an Info. */
	private static IIOMetadata keepingColours(final IIOMetadata metadata, final String info) throws IOException {
		final String form = metadata.getNativeMetadataFormatName();
		final Element tree = (Element) metadata.getAsTree(form);
		final Element brightness = (Element) tree.getElementsByTagName("componentSpec").item(0);
		brightness.setAttribute("HsamplingFactor", "1");
		brightness.setAttribute("VsamplingFactor", "1");
		InfoText.addToJpeg(info, (Element) tree.getElementsByTagName("markerSequence").item(0));
		metadata.setFromTree(form, tree);
		return metadata;
	}
}
