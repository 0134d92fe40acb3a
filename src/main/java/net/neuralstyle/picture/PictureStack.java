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
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;

/**
 * Picture files as the slices of a stack, each of which is read by {@link PictureReader} when it is asked for: upright,
 * whole, and of the size of the first one, or refused. Its type is that of the first one, colours where there are any.
 */
public final class PictureStack extends VirtualStack {

	private final List<Path> files;
	private final ImagePlus first;
	private final int bitDepth;
	/** The slice that was read last. */
	private ImagePlus last;
	private int lastIndex = 1;

	/**
	 * @param files at least one
	 * @throws StyleTransferException if the first one cannot be read; says why
	 */
	PictureStack(final List<Path> files) {
		this(files, PictureReader.read(files.get(0), 0).image());
	}

	private PictureStack(final List<Path> files, final ImagePlus first) {
		super(first.getWidth(), first.getHeight());
		this.files = files;
		this.first = first;
		last = first;
		bitDepth = inColours(first) ? 24 : first.getBitDepth();
	}

	/** The first picture, not to be changed. */
	ImagePlus first() {
		return first;
	}

	/** How opaque each pixel of a slice is; nothing if all are. */
	public synchronized Optional<AlphaChannel> alpha(final int index) {
		return AlphaChannel.of(picture(index));
	}

	// -- VirtualStack methods --

	@Override
	public int getSize() {
		return files.size();
	}

	@Override
	public int getBitDepth() {
		return bitDepth;
	}

	/** @throws StyleTransferException if the slice's file is damaged, gone, of another size or another type; says which */
	@Override
	public synchronized ImageProcessor getProcessor(final int index) {
		final ImagePlus picture = picture(index);
		final ImageProcessor pixels = picture.getProcessor().duplicate();
		final boolean isOfOtherType = bitDepth != 24 && (inColours(picture) || picture.getBitDepth() != bitDepth);
		if (isOfOtherType) {
			throw new StyleTransferException("The picture " + files.get(index - 1) + " has " + type(picture) + ", and " + files
				.get(0).getFileName() + " " + type(first) + ": convert them to one type.");
		}
		final ImageProcessor converted = bitDepth == 24 ? pixels.convertToRGB() : pixels;
		converted.setSliceNumber(index);
		return converted;
	}

	@Override
	public String getSliceLabel(final int index) {
		return files.get(index - 1).getFileName().toString();
	}

	@Override
	public String getFileName(final int index) {
		return getSliceLabel(index);
	}

	@Override
	public String getDirectory() {
		return files.get(0).toAbsolutePath().getParent().toString();
	}

	// -- Helper methods --

	private ImagePlus picture(final int index) {
		if (index != lastIndex) {
			last = PictureReader.read(files.get(index - 1), 0).image();
			lastIndex = index;
		}
		if (last.getWidth() != getWidth() || last.getHeight() != getHeight()) {
			throw new StyleTransferException("The picture " + files.get(index - 1) + " has " + size(last) + " pixels, and " +
				files.get(0).getFileName() + " has " + size(first) + ": frames of a series must have one size.");
		}
		return last;
	}

	private static boolean inColours(final ImagePlus picture) {
		return picture.isComposite() || picture.getProcessor() instanceof ColorProcessor || picture.getProcessor()
			.isColorLut();
	}

	private static String type(final ImagePlus picture) {
		return inColours(picture) ? "colours" : picture.getBitDepth() + " bits of grey";
	}

	private static String size(final ImagePlus picture) {
		return picture.getWidth() + "x" + picture.getHeight();
	}
}
