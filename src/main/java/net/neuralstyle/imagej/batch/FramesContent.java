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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.MadeResult;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.image.Checksum;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.progress.SavedIterations;
import net.neuralstyle.imagej.stack.Destination;
import net.neuralstyle.imagej.stack.DisplayedFrames;
import net.neuralstyle.imagej.stack.FrameSeries;
import net.neuralstyle.imagej.stack.FrameStore;
import net.neuralstyle.imagej.stack.ResultStack;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.sequence.FrameSource;

/**
 * Frames of a stack, movie or folder, which become one of these, with the parts of the command that does so with one.
 */
final class FramesContent implements UnitPictures.Content {

	private final BatchUnit unit;
	private final int saveEvery;
	private final Consumer<String> notes;
	private final ImagePlus image;
	private final FrameSeries series;
	private final List<String> notesOfImage;

	/**
	 * @param picture may be one alone, as its only frame
	 * @param styles how many there are
	 * @param saveEvery as of {@link FilePictures}, as the notes
	 * @throws net.neuralstyle.StyleTransferException if there are no such frames, or the first one cannot be read
	 */
	FramesContent(final BatchUnit unit, final Picture picture, final int styles, final int saveEvery,
		final Consumer<String> notes)
	{
		this.unit = unit;
		this.saveEvery = saveEvery;
		this.notes = notes;
		image = picture.image();
		series = new FrameSeries(unit.slices(), image, null, null, null, unit.isAsContent() && GreyValues.areIn(image), "",
			styles);
		notesOfImage = picture.notes();
	}

	@Override
	public FrameSource frames() {
		return series.frames();
	}

	@Override
	public String slices() {
		return series.selection().toString();
	}

	@Override
	public double followingShare() {
		return unit.way().followingShare(new ImageSize(image.getWidth(), image.getHeight()));
	}

	@Override
	public List<String> notes() {
		return notesOfImage;
	}

	@Override
	public Optional<MadeResult> made(final Path file) {
		if (Files.isDirectory(file)) return madeFolder(file);
		return ToldResult.of(PictureReader.info(file)).map(told -> told.ofStack(checksum(file)));
	}

	@Override
	public UnitPictures.Output output(final Path file, final Path... inputs) {
		final Destination destination = Destination.ofWhole(file, image, series.selection(), inputs);
		try {
			return new FramesOutput(file, destination, series.store(unit.way().size(), destination.frames()
				.orElse(null)));
		}
		catch (final RuntimeException exc) {
			destination.close();
			throw exc;
		}
	}

	// -- Helper methods --

	/** The frames that are there of those that are wanted; nothing if none of them is. */
	private Optional<MadeResult> madeFolder(final Path folder) {
		final List<ToldResult> told = new ArrayList<>();
		for (int index = 0; index < series.frames().count(); index++) {
			final Path frame = folder.resolve(series.nameOfFile(index) + ".tif");
			if (Files.exists(frame)) ToldResult.of(PictureReader.info(frame)).ifPresent(told::add);
		}
		if (told.isEmpty()) return Optional.empty();
		final ToldResult first = told.get(0);
		final List<String> contents = told.stream().map(frame -> frame.origin().content().checksum()).collect(Collectors
			.toList());
		final double loss = told.stream().mapToDouble(frame -> frame.origin().loss()).average().orElseThrow();
		return Optional.of(new MadeResult(first.origin(), first.isAsContent(), first.slices(), contents, loss, checksum(
			folder)));
	}

	private static String checksum(final Path path) {
		final ImagePlus made = SeriesReader.readAny(path, 0).image();
		final DisplayedFrames frames = new DisplayedFrames(made);
		final List<String> checksums = IntStream.range(0, DisplayedFrames.count(made)).mapToObj(position -> VggImage.of(
			DisplayedPixels.of(frames.image(position))).checksum()).collect(Collectors.toList());
		return checksums.size() == 1 ? checksums.get(0) : Checksum.of(checksums);
	}

	/** A stack of the frames that are done, and where it goes in the end. */
	private final class FramesOutput implements UnitPictures.Output {

		private final Path file;
		private final Destination destination;
		private final FrameStore store;
		private final ResultStack stack;

		private FramesOutput(final Path file, final Destination destination, final FrameStore store) {
			this.file = file;
			this.destination = destination;
			this.store = store;
			stack = series.result(store, UnitMacro.of(unit, image.getTitle(), slices()));
		}

		@Override
		public void begin(final int index) {
			FinitePixels.note(series.frames().image(index)).ifPresent(notes);
			stack.begin(index);
		}

		@Override
		public StyleTransferListener saving(final int index, final StyleTransferListener listener) {
			return SavedIterations.beside(SavedIterations.ofFrame(file, series.selection().number(index)), saveEvery,
				stack::intermediate, notes, listener);
		}

		@Override
		public void write(final int index, final StyleTransferResult result) {
			stack.take(index, FinishedPicture.of(result));
		}

		@Override
		public void write(final int index, final PaintedPicture picture) {
			stack.take(index, FinishedPicture.of(picture));
		}

		@Override
		public int doneCount() {
			return stack.doneCount();
		}

		@Override
		public void complete() {
			stack.finish();
			destination.write(stack.result()).forEach(notes);
		}

		@Override
		public void close() {
			store.close();
			destination.close();
		}
	}
}
