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

package net.neuralstyle.imagej;

import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.samples.SampleStyle;

import org.scijava.module.ModuleItem;

/** Reads the pictures that are values of a command's inputs where no images are open. */
final class InputPictures {

	private final int size;
	private final List<Path> files;
	private final Consumer<String> notes;

	/**
	 * @param size longer side, in pixels, that pictures are needed in at least, 0 for all there are
	 * @param files gets those that are read
	 * @param notes is told what the user should know of pictures, a sentence each
	 */
	InputPictures(final int size, final List<Path> files, final Consumer<String> notes) {
		this.size = size;
		this.files = files;
		this.notes = notes;
	}

	/**
	 * Returns an input's value with images in the place of files and sample styles, of one or of several.
	 *
	 * @param value a {@link Path}, a {@link SampleStyle}, a list of them, or anything else, which is returned
	 * @throws StyleTransferException if a picture cannot be read; says why
	 */
	Object read(final Object value, final ModuleItem<?> input) {
		if (InputKind.isOfStyles(input) && value instanceof Path && Files.notExists((Path) value)) {
			throw new StyleTransferException(NamedPictures.missing((Path) value));
		}
		if (value instanceof Path) return image((Path) value, input);
		if (value instanceof SampleStyle) return NamedPictures.image((SampleStyle) value);
		if (!(value instanceof List)) return value;
		return ((List<?>) value).stream().map(picture -> read(picture, input)).toArray(ImagePlus[]::new);
	}

	private ImagePlus image(final Path file, final ModuleItem<?> input) {
		files.add(file);
		final Picture picture = InputKind.isOfValues(input) ? PictureReader.readValues(file) : InputKind.isOfStyles(input)
			? PictureReader.readPages(file, size) : PictureReader.read(file, size);
		picture.notes().forEach(notes);
		return picture.image();
	}
}
