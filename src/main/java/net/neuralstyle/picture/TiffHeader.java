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
import ij.measure.Calibration;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The first directory of a TIFF file (or of an EXIF block, which is one), read
 * without any pixels: what to expect, and whether all of it is there.
 */
final class TiffHeader {

	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int BITS = 258;
	private static final int COMPRESSION = 259;
	private static final int DESCRIPTION = 270;
	private static final int STRIP_OFFSETS = 273;
	private static final int ORIENTATION = 274;
	private static final int SAMPLES = 277;
	private static final int ROWS = 278;
	private static final int STRIP_BYTES = 279;
	private static final int X_RESOLUTION = 282;
	private static final int Y_RESOLUTION = 283;
	private static final int RESOLUTION_UNIT = 296;
	private static final int TILE_OFFSETS = 324;
	private static final int TILE_BYTES = 325;

	/** The first tag that anybody may use as he likes. */
	private static final int PRIVATE = 32768;

	private static final int UNCOMPRESSED = 1;
	private static final int INCH = 2;
	private static final int CENTIMETRE = 3;
	private static final Pattern SLICES = Pattern.compile("(?m)^images=(\\d{1,9})$");
	/** Bytes of a value, by the number of its type. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };

	private final boolean littleEndian;
	private final long length;
	private final boolean big;
	private final Map<Integer, long[]> numbers = new HashMap<>();
	private String description = "";

	/**
	 * @param in at the start of the file; of known length
	 * @throws IOException if the directories are damaged or go round in a circle
	 */
	TiffHeader(final ImageInputStream in) throws IOException {
		length = in.length();
		in.seek(0);
		littleEndian = in.readUnsignedShort() == 0x4949;
		in.setByteOrder(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		big = in.readUnsignedShort() == 43;
		if (big) in.seek(8);
		readDirectories(in);
	}

	/** As EXIF numbers it, 1 to 8; 1 is upright. */
	int orientation() {
		return (int) number(ORIENTATION, 1);
	}

	/** Whether ImageJ's own reader knows best: its own files, and grey values whose range matters. */
	boolean isForImageJ() {
		final boolean grey = number(SAMPLES, 1) == 1 && number(BITS, 1) % 16 == 0 && number(BITS, 1) <= 32;
		return !big && (isImageJs() || grey && isUncompressed()) && !numbers.containsKey(TILE_OFFSETS);
	}

	boolean isUncompressed() {
		return number(COMPRESSION, UNCOMPRESSED) == UNCOMPRESSED;
	}

	long width() {
		return number(WIDTH, 0);
	}

	long height() {
		return number(HEIGHT, 0);
	}

	/**
	 * Sets the size of a pixel where the file tells it, as ImageJ does: not if there
	 * are 72 in an inch, which is what programs write that do not know it.
	 *
	 * @param image of this file, not yet turned; it may be smaller
	 */
	void calibrate(final ImagePlus image) {
		final long unit = number(RESOLUTION_UNIT, INCH);
		final double x = resolution(X_RESOLUTION);
		final double y = resolution(Y_RESOLUTION);
		if (unit != INCH && unit != CENTIMETRE || x == 0 || y == 0 || unit == INCH && x == 72) return;
		final Calibration calibration = image.getCalibration();
		calibration.setUnit(unit == INCH ? "inch" : "cm");
		calibration.pixelWidth = width() / x / image.getWidth();
		calibration.pixelHeight = height() / y / image.getHeight();
	}

	/** Bytes of all pixels that ImageJ reads, uncompressed. */
	long pixelBytes() {
		final Matcher slices = SLICES.matcher(description);
		final long count = isImageJs() && slices.find() ? Math.max(1, Long.parseLong(slices.group(1))) : 1;
		return count * width() * height() * number(SAMPLES, 1) * number(BITS, 1) / 8;
	}

	/** @throws IOException if the file ends before the pixels do */
	void checkPixelsAreThere() throws IOException {
		checkParts(STRIP_OFFSETS, STRIP_BYTES);
		checkParts(TILE_OFFSETS, TILE_BYTES);
		final long end = number(STRIP_OFFSETS, 0) + pixelBytes();
		if (isForImageJ() && isUncompressed() && isImageJs() && end > length) throw truncated();
	}

	// -- Helper methods --

	private void readDirectories(final ImageInputStream in) throws IOException {
		final Set<Long> seen = new HashSet<>();
		long offset = offset(in);
		while (offset != 0) {
			if (!seen.add(offset)) throw new IIOException("its directories go round in a circle");
			final boolean isFirst = seen.size() == 1;
			final boolean isThere = offset > 0 && offset < length - 8;
			if (isThere) in.seek(offset);
			final long entries = !isThere ? 0 : big ? in.readLong() : in.readUnsignedShort();
			final int entryBytes = big ? 20 : 12;
			final long start = in.getStreamPosition();
			if (entries < 1 || entries > (length - start) / entryBytes) {
				if (isFirst) throw truncated();
				// NB: Only the first picture is read.
				return;
			}
			for (long entry = 0; entry < entries && isFirst; entry++) {
				in.seek(start + entry * entryBytes);
				readEntry(in);
			}
			in.seek(start + entries * entryBytes);
			offset = in.getStreamPosition() + (big ? 8 : 4) > length ? 0 : offset(in);
		}
	}

	private void readEntry(final ImageInputStream in) throws IOException {
		final int tag = in.readUnsignedShort();
		final int type = in.readUnsignedShort();
		final long count = offset(in);
		final int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
		// NB: ImageJ's reader would read on behind the end for as many numbers as an entry says it has.
		if (count < 0 || count > length / Math.max(1, bytes)) throw truncated();
		if (bytes == 0 && isOfInterest(tag)) throw new IIOException("an entry of it is of no known type");
		// NB: Private entries, which programs make for themselves, may be broken without harm to the picture.
		if (bytes == 0 || tag >= PRIVATE) return;
		if (count * bytes > (big ? 8 : 4)) in.seek(offset(in));
		if (in.getStreamPosition() + count * bytes > length) throw truncated();
		if (!isOfInterest(tag)) return;
		if (tag == DESCRIPTION) {
			final byte[] text = new byte[(int) Math.min(count, 4096)];
			in.readFully(text);
			description = new String(text, StandardCharsets.ISO_8859_1);
			return;
		}
		final long[] values = new long[(int) count];
		for (int i = 0; i < values.length; i++) {
			values[i] = bytes == 1 ? in.readUnsignedByte() : bytes == 2 ? in.readUnsignedShort() : bytes == 4 ? in
				.readUnsignedInt() : in.readLong();
		}
		numbers.put(tag, values);
	}

	private void checkParts(final int offsetTag, final int bytesTag) throws IOException {
		final long[] offsets = numbers.get(offsetTag);
		final long[] bytes = numbers.get(bytesTag);
		if (offsets == null || bytes == null) return;
		for (int i = 0; i < Math.min(offsets.length, bytes.length); i++) {
			final long needed = offsetTag == STRIP_OFFSETS ? Math.min(bytes[i], bytesOfRows(i)) : bytes[i];
			if (offsets[i] < 0 || needed < 0 || offsets[i] + needed > length) throw truncated();
		}
	}

	/** Returns the most that a strip can need; some programs count the rows of the last one as if it were full. */
	private long bytesOfRows(final int strip) {
		final long rows = Math.max(1, Math.min(number(ROWS, height()), height()));
		final long strips = (height() + rows - 1) / rows;
		if (!isUncompressed() || strips == 0) return Long.MAX_VALUE;
		return Math.min(rows, height() - strip % strips * rows) * ((width() * number(SAMPLES, 1) * number(BITS, 1) + 7) / 8);
	}

	private static boolean isOfInterest(final int tag) {
		return tag >= WIDTH && tag <= Y_RESOLUTION || tag == RESOLUTION_UNIT || tag == TILE_OFFSETS || tag == TILE_BYTES;
	}

	private boolean isImageJs() {
		return description.startsWith("ImageJ=");
	}

	private long offset(final ImageInputStream in) throws IOException {
		return big ? in.readLong() : in.readUnsignedInt();
	}

	private long number(final int tag, final long otherwise) {
		final long[] values = numbers.get(tag);
		return values == null || values.length == 0 ? otherwise : values[0];
	}

	/** Returns a quotient of two numbers, which were read as one; 0 if there is none. */
	private double resolution(final int tag) {
		final long both = number(tag, 0);
		final long first = both >>> 32;
		final long second = both & 0xffffffffL;
		if (first == 0 || second == 0) return 0;
		return littleEndian ? (double) second / first : (double) first / second;
	}

	private static IOException truncated() {
		return new IIOException("it ends before its pixels do");
	}
}
