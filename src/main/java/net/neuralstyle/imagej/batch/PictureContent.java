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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.MadeResult;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.progress.SavedIterations;
import net.neuralstyle.imagej.stack.ShownSlice;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.sequence.FrameSource;

/** A picture that was read from a file, and becomes one. */
final class PictureContent implements UnitPictures.Content {

	private final BatchUnit unit;
	private final int saveEvery;
	private final Consumer<String> notes;
	private final ImagePlus image;
	/** Null for colours. */
	private final GreyValues kind;
	private final FrameSource frame;
	private final List<String> notesOfImage;

	/**
	 * @param styles how many there are
	 * @param saveEvery as of {@link FilePictures}, as the notes
	 */
	PictureContent(final BatchUnit unit, final Picture picture, final int styles, final int saveEvery,
		final Consumer<String> notes)
	{
		this.unit = unit;
		this.saveEvery = saveEvery;
		this.notes = notes;
		image = picture.image();
		kind = unit.isAsContent() && GreyValues.areIn(image) ? new GreyValues(image) : null;
		final RandomAccessibleInterval<? extends NumericType<?>> pixels = kind == null ? DisplayedPixels.of(image) : kind
			.pixels();
		frame = new ShownSlice(image.getTitle(), new ContentInputs(image, null, null, null).job(pixels, styles));
		notesOfImage = new ArrayList<>(picture.notes());
		FinitePixels.note(image).ifPresent(notesOfImage::add);
	}

	@Override
	public FrameSource frames() {
		return frame;
	}

	@Override
	public String slices() {
		return "";
	}

	@Override
	public double followingShare() {
		return 1;
	}

	@Override
	public List<String> notes() {
		return notesOfImage;
	}

	@Override
	public Optional<MadeResult> made(final Path file) {
		return ToldResult.of(PictureReader.info(file)).map(told -> told.ofPicture(VggImage.of(DisplayedPixels.of(PictureReader
			.read(file, 0).image())).checksum()));
	}

	@Override
	public UnitPictures.Output output(final Path file, final Path... inputs) {
		return new PictureOutput(file, inputs);
	}

	/** A file for the picture. */
	private final class PictureOutput implements UnitPictures.Output {

		private final Path file;
		private final PictureWriter writer;
		/** Null before it is made. */
		private ImagePlus made;

		private PictureOutput(final Path file, final Path... inputs) {
			this.file = file;
			writer = new PictureWriter(file, inputs);
		}

		@Override
		public void begin(final int index) {
			// NB: What there is to tell of the one picture was told when it was read.
		}

		@Override
		public StyleTransferListener saving(final int index, final StyleTransferListener listener) {
			return SavedIterations.beside(file, saveEvery, picture -> new ResultImage(image, "", kind).intermediate(picture),
				notes, listener);
		}

		@Override
		public void write(final int index, final StyleTransferResult result) {
			take(FinishedPicture.of(result));
		}

		@Override
		public void write(final int index, final PaintedPicture picture) {
			take(FinishedPicture.of(picture));
		}

		@Override
		public int doneCount() {
			return made == null ? 0 : 1;
		}

		@Override
		public void complete() {
			writer.write(made).forEach(notes);
		}

		@Override
		public void close() {
			writer.close();
		}

		private void take(final FinishedPicture finished) {
			final ResultImage picture = new ResultImage(image, "", kind);
			picture.finish(finished, UnitMacro.of(unit, image.getTitle(), slices()));
			made = picture.image();
		}
	}
}
