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

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files, whole and absurd ones, made in memory. */
final class PictureFiles {

	private PictureFiles() {
		// NB: Not instantiable.
	}

	/** Colours that differ from corner to corner: red grows to the right, green downwards. */
	static BufferedImage picture(final int width, final int height) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, 255 * x / Math.max(1, width - 1) << 16 | 255 * y / Math.max(1, height - 1) << 8 | 40);
			}
		}
		return image;
	}

	static byte[] encode(final RenderedImage image, final String format) throws IOException {
		return encode(image, format, null);
	}

	/** @param compression as ImageIO names it */
	static byte[] tiff(final RenderedImage image, final String compression) throws IOException {
		return encode(image, "tif", compression);
	}

	private static byte[] encode(final RenderedImage image, final String format, final String compression)
		throws IOException
	{
		final ImageWriter writer = javasOwnWriter(format);
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		if (compression != null) {
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType(compression);
		}
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
		writer.dispose();
		return out.toByteArray();
	}

	private static ImageWriter javasOwnWriter(final String format) {
		final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
		while (true) {
			final ImageWriter writer = writers.next();
			if (writer.getClass().getName().startsWith("com.sun.")) return writer;
		}
	}

	/** Puts an EXIF block with an orientation after the start of a JPEG file. */
	static byte[] withOrientation(final byte[] jpeg, final int orientation) {
		final ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34);
		exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
		exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
		return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
	}

	/** A grey PNG that is all black, as large as said and small as a file. */
	static byte[] blackPng(final int width, final int height) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 0, 0, 0, 0 }).array());
		final ByteArrayOutputStream data = new ByteArrayOutputStream();
		final Deflater deflater = new Deflater(1);
		final byte[] line = new byte[width + 1];
		final byte[] part = new byte[8192];
		for (int y = 0; y <= height; y++) {
			if (y < height) deflater.setInput(line);
			else deflater.finish();
			for (int count = deflater.deflate(part); count > 0; count = deflater.deflate(part)) {
				data.write(part, 0, count);
			}
		}
		deflater.end();
		chunk(out, "IDAT", data.toByteArray());
		chunk(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	/** Puts a chunk after the first one of a PNG file. */
	static byte[] withChunk(final byte[] png, final String type, final byte[] bytes) throws IOException {
		final int first = 8 + 4 + 4 + 13 + 4;
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(png, 0, first);
		chunk(out, type, bytes);
		out.write(png, first, png.length - first);
		return out.toByteArray();
	}

	private static void chunk(final ByteArrayOutputStream out, final String type, final byte[] bytes) throws IOException {
		final CRC32 crc = new CRC32();
		crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
		crc.update(bytes);
		out.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
		out.write(type.getBytes(StandardCharsets.ISO_8859_1));
		out.write(bytes);
		out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}
}
