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

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;

/** Writes a picture as PNG, JPEG or TIFF, or a stack as TIFF or AVI, as a whole or not at all. */
public final class PictureWriter implements AutoCloseable {

	private final Path file;
	private final PictureFormat format;
	private final UnaryOperator<OutputStream> stream;
	private final ReservedFile reserved;

	/**
	 * Makes sure that the file can be written.
	 *
	 * @param file whose extension, in any case, chooses the format
	 * @param inputs files that must not be replaced, by whatever name
	 * @throws StyleTransferException if it cannot be written
	 */
	public PictureWriter(final Path file, final Path... inputs) {
		this(UnaryOperator.identity(), file, inputs);
	}

	/** @param stream what is written to, around the one of the file; for tests */
	PictureWriter(final UnaryOperator<OutputStream> stream, final Path file, final Path... inputs) {
		this.file = file;
		this.stream = stream;
		format = format(file);
		reserved = new ReservedFile("picture", file, inputs);
	}

	/** Whether a file of this name has all slices of a stack. */
	public static boolean isOfStacks(final Path file) {
		return PictureFormat.of(file).filter(PictureFormat::keepsStacks).isPresent();
	}

	/** Whether a file of this name has a picture or several; else it can be that of a folder. */
	public static boolean isPicture(final Path file) {
		return PictureFormat.of(file).isPresent();
	}

	/** Whether a file of this name is a movie, whose frames have one order. */
	public static boolean isMovie(final Path file) {
		return PictureFormat.of(file).filter(PictureFormat.AVI::equals).isPresent();
	}

	/**
	 * Looks whether single pictures can be written to a file of a name.
	 *
	 * @throws WrongSettingException if its extension is that of no format for these
	 */
	public static void checkName(final Path file) {
		if (PictureFormat.of(file).isEmpty() || isMovie(file)) {
			throw new WrongSettingException("The output " + file + " must end in .png, .jpg or .tif.");
		}
	}

	/**
	 * @param image may have an {@link AlphaChannel}
	 * @return what the file does not have of the image, for the log: a sentence each, with the file's name
	 * @throws StyleTransferException if the disk is full, or other things go wrong;
	 *           an older picture is then as it was
	 */
	public List<String> write(final ImagePlus image) {
		format.write(image, reserved, stream);
		return losses(image);
	}

	/** Whether the picture is in its place; may be asked by any thread. */
	public boolean isWritten() {
		return reserved.isWritten();
	}

	/** Leaves nothing behind of a picture that is not written. */
	@Override
	public void close() {
		reserved.close();
	}

	// -- Helper methods --

	private static PictureFormat format(final Path file) {
		return PictureFormat.of(file).orElseThrow(() -> new WrongSettingException("The output " + file +
			" must end in .png, .jpg or .tif, or, of several frames, in .tif or .avi."));
	}

	private List<String> losses(final ImagePlus image) {
		final List<String> losses = new ArrayList<>();
		final String name = file.getFileName().toString();
		if (!format.keepsValues(image)) {
			losses.add(name + " has 8 bits of the result's " + image.getBitDepth() +
				", as they are shown: end its name in .tif to keep all of them.");
		}
		if (!format.keepsTransparency() && AlphaChannel.of(image).isPresent()) {
			losses.add(name + " cannot be transparent, so it has the picture on white: end its name in .png to keep it " +
				"transparent.");
		}
		return losses;
	}
}
