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

package net.neuralstyle.imagej.batch;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.MadePicture;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.samples.SampleStyle;

/**
 * Pictures of a batch's files, read and made as the command line does it with one. Knows nothing of SciJava.
 */
public final class FilePictures implements UnitPictures {

	private final BatchFiles files;
	private final Consumer<String> notes;

	/** @param notes is told what the user should know of pictures that are read, a sentence each */
	public FilePictures(final BatchFiles files, final Consumer<String> notes) {
		this.files = files;
		this.notes = notes;
	}

	@Override
	public List<Style> styles(final BatchUnit unit) throws IOException {
		final int size = RecipeInputs.neededLongerSide(unit.recipe());
		final List<ImagePlus> images = new ArrayList<>();
		for (final String address : unit.styles()) {
			final Optional<SampleStyle> sample = SampleStyle.find(address);
			if (sample.isPresent()) {
				images.add(NamedPictures.image(sample.get()));
				continue;
			}
			final Picture picture = PictureReader.readPages(files.read(address), size);
			picture.notes().forEach(notes);
			images.add(picture.image());
		}
		final StyleImages styles = new StyleImages(images.get(0), images.subList(1, images.size()).toArray(new ImagePlus[0]),
			null, unit.blend());
		styles.notes().forEach(notes);
		return styles.styles();
	}

	@Override
	public Content content(final BatchUnit unit, final int styles) throws IOException {
		final Picture picture = PictureReader.read(files.read(unit.content()), RecipeInputs.neededLongerSide(unit
			.recipe()));
		return new ReadContent(unit, picture, styles);
	}

	@Override
	public Optional<MadePicture> made(final Path file) {
		final String info = PictureReader.info(file);
		try {
			final Optional<Provenance> provenance = ResultInfo.provenance(info);
			return provenance.map(told -> new MadePicture(told, UnitMacro.isAsContent(ResultInfo.macro(info)), VggImage.of(
				DisplayedPixels.of(PictureReader.read(file, 0).image())).checksum()));
		}
		catch (final IllegalArgumentException exc) {
			// NB: A newer version of the plugin may have written it, or anybody.
			throw new StyleTransferException(exc.getMessage(), exc);
		}
	}

	/** A content that was read from a file. */
	private final class ReadContent implements Content {

		private final BatchUnit unit;
		private final ImagePlus image;
		private final GreyValues kind;
		private final StyleTransferJob job;
		private final List<String> notesOfImage;

		private ReadContent(final BatchUnit unit, final Picture picture, final int styles) {
			this.unit = unit;
			image = picture.image();
			kind = unit.isAsContent() && GreyValues.areIn(image) ? new GreyValues(image) : null;
			final RandomAccessibleInterval<? extends NumericType<?>> pixels = kind == null ? DisplayedPixels.of(image) : kind
				.pixels();
			job = new ContentInputs(image, null, null, null).job(pixels, styles).named(image.getTitle());
			notesOfImage = new ArrayList<>(picture.notes());
			FinitePixels.note(image).ifPresent(notesOfImage::add);
		}

		@Override
		public StyleTransferJob job() {
			return job;
		}

		@Override
		public List<String> notes() {
			return notesOfImage;
		}

		@Override
		public ImagePlus result(final StyleTransferResult result) {
			final ResultImage made = new ResultImage(image, "", kind);
			made.finish(result, UnitMacro.of(unit, image.getTitle()));
			return made.image();
		}

		@Override
		public ImagePlus intermediate(final Img<ARGBType> picture) {
			return new ResultImage(image, "", kind).intermediate(picture);
		}
	}
}
