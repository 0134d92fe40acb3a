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

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What a file says of itself before its pixels are read: which reader it is for,
 * and how to turn the picture. Readers fill in what a damaged file lacks without a
 * word, so whether all of it is there is judged here, where the format allows it.
 */
final class FileStructure {

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
	private static final int UPRIGHT = 1;
	/** A name for ImageJ's own readers among ImageIO's formats. */
	static final String IMAGEJ = "";

	private final ImageInputStream in;
	private final String name;
	private final long length;
	private final String format;
	private TiffHeader tiff;
	private int orientation = UPRIGHT;
	private String info = "";
	/** Where the picture lies on a larger canvas; null if it fills the canvas. */
	private Rectangle frame;
	private Dimension canvas;

	/**
	 * @param in of known length
	 * @param name of the file, for messages
	 * @throws IOException if the file ends too early or is damaged
	 * @throws net.neuralstyle.StyleTransferException if there is no memory for it
	 */
	FileStructure(final ImageInputStream in, final String name) throws IOException {
		this.in = in;
		this.name = name;
		length = in.length();
		format = readFormat();
	}

	/** The ImageIO reader to take, or {@link #IMAGEJ}. */
	String format() {
		return format;
	}

	/** As EXIF numbers it; 1 is upright. */
	int orientation() {
		return orientation;
	}

	/** What {@link InfoText} is in the file, empty if there is none; ImageJ's readers have their own. */
	String info() {
		return info;
	}

	/** Sets the size of a pixel, which ImageIO's readers leave out, where the file tells it. */
	void calibrate(final ImagePlus image) {
		if (tiff != null) tiff.calibrate(image);
	}

	/**
	 * Puts a picture that is a part of a larger canvas, as in a GIF, into its place there; the rest is
	 * transparent.
	 *
	 * @param image as the reader gives it, perhaps reduced
	 * @throws net.neuralstyle.StyleTransferException if there is no memory for the canvas
	 */
	void completeCanvas(final ImagePlus image) {
		if (frame == null) return;
		final double scale = (double) image.getWidth() / frame.width;
		final long width = Math.round(canvas.width * scale);
		final long height = Math.round(canvas.height * scale);
		HeapMemory.checkPixels(name, width, height);
		HeapMemory.check(name, width, height, HeapMemory.need((double) width * height, 0));
		final int left = (int) Math.round(frame.x * scale);
		final int top = (int) Math.round(frame.y * scale);
		final ByteProcessor alpha = new ByteProcessor((int) width, (int) height);
		final ByteProcessor opaque = new ByteProcessor(image.getWidth(), image.getHeight());
		opaque.set(255);
		alpha.insert(AlphaChannel.of(image).map(AlphaChannel::values).orElse(opaque), left, top);
		final ColorProcessor whole = new ColorProcessor((int) width, (int) height);
		whole.insert(image.getProcessor().convertToRGB(), left, top);
		image.setProcessor(whole);
		new AlphaChannel(alpha).attachTo(image);
	}

	// -- Helper methods --

	private String readFormat() throws IOException {
		final byte[] start = new byte[12];
		final int count = Math.max(0, in.read(start));
		final String magic = new String(start, 0, count, StandardCharsets.ISO_8859_1);
		in.setByteOrder(ByteOrder.BIG_ENDIAN);
		if (magic.startsWith("\u0089PNG\r\n\u001a\n")) return png();
		if (magic.startsWith("\u00ff\u00d8\u00ff")) return jpeg();
		if (magic.startsWith("GIF8")) return gif();
		if (magic.startsWith("BM")) return bmp();
		if (magic.startsWith("RIFF") && magic.endsWith("WEBP")) return webp();
		if (magic.matches("(?s)(II[*+]\0|MM\0[*+]).*")) return tiff();
		if (magic.matches("(?s)P[1-6]\\s.*")) return portableMap();
		if (magic.startsWith("SIMPLE")) return fits();
		return IMAGEJ;
	}

	/** Checks all chunks, each of which has a checksum. */
	private String png() throws IOException {
		in.seek(8);
		final byte[] part = new byte[8192];
		for (String type = ""; !type.equals("IEND");) {
			final long bytes = in.readUnsignedInt();
			final byte[] head = new byte[4];
			in.readFully(head);
			type = new String(head, StandardCharsets.ISO_8859_1);
			requireBytes(in.getStreamPosition() + bytes + 4);
			if (type.equals("eXIf")) readExif(bytes);
			if (type.equals("IHDR")) checkSize();
			readInfo(type, bytes);
			final CRC32 crc = new CRC32();
			crc.update(head);
			for (long left = bytes; left > 0;) {
				final int count = (int) Math.min(left, part.length);
				in.readFully(part, 0, count);
				crc.update(part, 0, count);
				left -= count;
			}
			if (in.readUnsignedInt() != crc.getValue()) throw new IIOException("a checksum of it is wrong");
		}
		return "png";
	}

	/** NB: PNG's reader would call a picture damaged that has more pixels than an int can count. */
	private void checkSize() throws IOException {
		in.mark();
		final long width = in.readUnsignedInt();
		final long height = in.readUnsignedInt();
		in.reset();
		if (width * height >= Integer.MAX_VALUE) HeapMemory.checkPixels(name, width, height);
	}

	private String jpeg() throws IOException {
		in.seek(2);
		for (int marker = in.readUnsignedShort(); marker != 0xffda && marker != 0xffd9; marker = in.readUnsignedShort()) {
			// NB: Between segments there may be fill bytes.
			while (marker == 0xffff) {
				marker = 0xff00 | in.readUnsignedByte();
			}
			// NB: Readers find their way through headers that are a little damaged.
			if (marker < 0xff01) return "jpeg";
			final int bytes = in.readUnsignedShort();
			final long next = in.getStreamPosition() + bytes - 2;
			requireBytes(next);
			if (marker == 0xffe1 && bytes > EXIF.length + 10) {
				final byte[] head = new byte[EXIF.length];
				in.readFully(head);
				if (Arrays.equals(head, EXIF)) readExif(bytes - 2 - EXIF.length);
			}
			if (marker == 0xfffe) readInfo("COM", bytes - 2);
			in.seek(next);
		}
		return "jpeg";
	}

	private String gif() throws IOException {
		in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		in.seek(6);
		final Dimension screen = new Dimension(in.readUnsignedShort(), in.readUnsignedShort());
		skipPalette(in.readUnsignedByte(), 2);
		for (int block = in.readUnsignedByte(); block != 0x2c; block = in.readUnsignedByte()) {
			if (block != 0x21) throw new IIOException("it has no picture");
			in.readUnsignedByte();
			for (int bytes = in.readUnsignedByte(); bytes > 0; bytes = in.readUnsignedByte()) {
				in.skipBytes(bytes);
			}
		}
		final Rectangle part = new Rectangle(in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort(), in
			.readUnsignedShort());
		final Rectangle all = new Rectangle(screen);
		if (all.contains(part) && !all.equals(part)) {
			frame = part;
			canvas = screen;
		}
		final long pixels = (long) part.width * part.height;
		skipPalette(in.readUnsignedByte(), 0);
		if (new GifPixels(in).count(pixels) < pixels) throw truncated();
		return "gif";
	}

	/** @param more bytes to skip before a palette */
	private void skipPalette(final int flags, final int more) throws IOException {
		in.skipBytes(more + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1));
	}

	private String bmp() throws IOException {
		in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		in.seek(10);
		final long pixels = in.readUnsignedInt();
		final boolean old = in.readUnsignedInt() == 12;
		final long width = old ? in.readUnsignedShort() : in.readInt();
		final long height = Math.abs(old ? (long) in.readUnsignedShort() : in.readInt());
		in.readUnsignedShort();
		final int bits = in.readUnsignedShort();
		final long compression = old ? 0 : in.readUnsignedInt();
		final long bytes = old ? 0 : in.readUnsignedInt();
		final boolean runs = compression == 1 || compression == 2;
		if (width < 1 || height < 1) throw new IIOException("it has no pixels");
		requireBytes(pixels + (runs ? bytes : (width * bits + 31) / 32 * 4 * height));
		return "bmp";
	}

	private String webp() throws IOException {
		in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		in.seek(4);
		final long end = in.readUnsignedInt() + 8;
		requireBytes(end);
		in.seek(12);
		while (in.getStreamPosition() + 8 <= end) {
			final byte[] type = new byte[4];
			in.readFully(type);
			final long bytes = in.readUnsignedInt();
			final long next = in.getStreamPosition() + bytes + bytes % 2;
			requireBytes(in.getStreamPosition() + bytes);
			if (new String(type, StandardCharsets.ISO_8859_1).equals("EXIF")) readExif(bytes);
			in.seek(next);
		}
		return "webp";
	}

	private String tiff() throws IOException {
		tiff = new TiffHeader(in);
		tiff.checkPixelsAreThere();
		orientation = tiff.orientation();
		if (!tiff.isForImageJ()) return "tiff";
		checkMemory(tiff.width(), tiff.height(), tiff.pixelBytes());
		return IMAGEJ;
	}

	/** PBM, PGM and PPM, of which the first three kinds are text. */
	private String portableMap() throws IOException {
		in.seek(1);
		final int kind = in.read() - '0';
		final long width = number();
		final long height = number();
		final int bits = kind % 3 == 1 ? 1 : number() > 255 ? 16 : 8;
		final int samples = kind % 3 == 0 ? 3 : 1;
		checkMemory(width, height, (double) width * height * samples * bits / 8);
		if (kind > 3) requireBytes(in.getStreamPosition() + (width * samples * bits + 7) / 8 * height);
		for (long left = kind > 3 ? 0 : width * height * samples; left > 0; left--) {
			number();
		}
		return IMAGEJ;
	}

	/** Reads a number of a portable map and the character after it. */
	private long number() throws IOException {
		int character = in.read();
		while (character == '#' || Character.isWhitespace(character)) {
			while (character == '#' && in.read() != '\n') {
				if (in.getStreamPosition() >= length) throw truncated();
			}
			character = in.read();
		}
		if (character < 0) throw truncated();
		long number = 0;
		for (; character >= '0' && character <= '9'; character = in.read()) {
			number = Math.min(number * 10 + character - '0', Integer.MAX_VALUE);
		}
		return number;
	}

	private String fits() throws IOException {
		long bits = 8;
		final long[] sides = { 1, 1, 1, 1 };
		in.seek(0);
		final byte[] card = new byte[80];
		for (String text = ""; !text.startsWith("END ");) {
			in.readFully(card);
			text = new String(card, StandardCharsets.ISO_8859_1);
			final String value = text.substring(10).split("/")[0].trim();
			if (text.startsWith("BITPIX  =")) bits = Math.abs(Long.parseLong(value));
			if (text.matches("(?s)NAXIS[1-4]  =.*")) sides[text.charAt(5) - '1'] = Long.parseLong(value);
		}
		checkMemory(sides[0], sides[1], (double) sides[0] * sides[1] * sides[2] * sides[3] * (4 + bits / 8));
		final long header = (in.getStreamPosition() + 2879) / 2880 * 2880;
		requireBytes(header + sides[0] * sides[1] * sides[2] * sides[3] * bits / 8);
		return IMAGEJ;
	}

	/** Reads a text, if it is the first one of ours, and stays where it is. */
	private void readInfo(final String type, final long bytes) throws IOException {
		if (!info.isEmpty() || !InfoText.isCandidate(type, bytes)) return;
		in.mark();
		final byte[] text = new byte[(int) bytes];
		in.readFully(text);
		in.reset();
		info = InfoText.read(type, text).orElse("");
	}

	/** Reads the orientation in an EXIF block, and stays where it is; a damaged block says nothing. */
	private void readExif(final long bytes) throws IOException {
		in.mark();
		final byte[] block = new byte[(int) Math.min(bytes, 1 << 16)];
		in.readFully(block);
		in.reset();
		try (ImageInputStream exif = new ByteArrayImageInputStream(block)) {
			orientation = new TiffHeader(exif).orientation();
		}
		catch (final IOException exc) {
			orientation = UPRIGHT;
		}
	}

	/** NB: ImageJ's readers do not look how much memory there is. */
	private void checkMemory(final long width, final long height, final double bytesToRead) {
		HeapMemory.checkPixels(name, width, height);
		HeapMemory.check(name, width, height, HeapMemory.need((double) width * height, bytesToRead));
	}

	private void requireBytes(final long bytes) throws IOException {
		if (bytes > length) throw truncated();
	}

	private static IOException truncated() {
		return new IIOException("it ends before its pixels do");
	}
}
