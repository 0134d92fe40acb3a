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

package net.neuralstyle.imagej.stack;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.picture.ReservedFolder;
import net.neuralstyle.picture.TemporaryFolder;

/** Where a result goes from file to file. Safe for use by several threads. */
public abstract class Destination implements AutoCloseable {

	/** What the name of a folder ends in that has frames of a file which could not be written. */
	private static final String FRAMES = "-frames";

	/**
	 * Reserves the place.
	 *
	 * @param output a file, or, for several frames, a folder, which need not be there
	 * @param content to be redrawn
	 * @param frames how many of it
	 * @param inputs files that must not be replaced
	 * @throws StyleTransferException if it cannot be written, or not what is to be; says why
	 */
	public static Destination of(final Path output, final ImagePlus content, final FrameSelection frames,
		final Path... inputs)
	{
		if (frames == null) return new OfFile(output, false, inputs);
		if (isFolder(output)) {
			checkIsOther(output, inputs);
			return new OfFolder(output);
		}
		if (frames.count() > 1) checkKeeps(output, frames);
		return new OfFile(output, true, inputs);
	}

	/**
	 * Reserves the place of frames that appear all at once, in a folder too; those that cannot are not kept.
	 *
	 * @param output a file, or, if its name has no extension of one, a folder; a folder of frames of this plugin is
	 *   replaced
	 * @param content to be redrawn
	 * @param frames which of it
	 * @param inputs files that must not be replaced
	 * @throws StyleTransferException if it cannot be written, or not what is to be; says why
	 */
	public static Destination ofWhole(final Path output, final ImagePlus content, final FrameSelection frames,
		final Path... inputs)
	{
		if (PictureWriter.isPicture(output)) {
			if (frames.count() > 1) checkKeeps(output, frames);
			return new OfWholeFile(output, inputs);
		}
		checkIsOther(output, inputs);
		return new OfWholeFolder(output);
	}

	/** Whether a file is one that a style transfer of this plugin has made, and tells so. */
	public static boolean isResult(final Path file) {
		try {
			return Files.isRegularFile(file) && ResultInfo.origin(PictureReader.info(file)).isPresent();
		}
		catch (final StyleTransferException | IllegalArgumentException exc) {
			return false;
		}
	}

	/** The folder into which the frames are to be written; nothing if they need not be in one. */
	public abstract Optional<Path> frames();

	/**
	 * Writes the result, as a whole or not at all.
	 *
	 * @return what is to be said of it, in sentences for the log
	 * @throws StyleTransferException if it cannot be written; says why. Frames are kept beside it then.
	 */
	public abstract List<String> write(ImagePlus result);

	/** Makes frames that are done, and that nothing else will have, files that stay. */
	public abstract void keepFrames();

	/** Where something of the result is, if it is anywhere. */
	public abstract Optional<Path> written();

	/** Whether all that there will be of the result is in its place. */
	public abstract boolean isComplete();

	/** Leaves nothing behind of what is not written. */
	@Override
	public abstract void close();

	// -- Helper methods --

	private static boolean isFolder(final Path output) {
		return Files.isDirectory(output) || output.getFileName() != null && !output.getFileName().toString().contains(".");
	}

	/** NB: Otherwise the next run would take the redrawn frames for content. */
	private static void checkIsOther(final Path folder, final Path... inputs) {
		for (final Path input : inputs) {
			if (input.toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
				throw new WrongSettingException("The output folder " + folder +
					" is the one of the pictures that are read: give another one.");
			}
		}
	}

	private static void checkKeeps(final Path output, final FrameSelection frames) {
		if (!PictureWriter.isOfStacks(output)) {
			throw new WrongSettingException("The output " + output + " has room for one picture, and there are " + frames
				.count() + " frames: end its name in .tif or .avi, or give a folder.");
		}
		if (PictureWriter.isMovie(output) && frames.zCount() > 1 && frames.tCount() > 1) {
			throw new WrongSettingException("The output " + output +
				" is a movie, whose frames have no z and t: end its name in .tif, or give a folder.");
		}
	}

	// -- Helper classes --

	/** One file for all. */
	private static class OfFile extends Destination {

		private final Path output;
		private final PictureWriter writer;
		/** For frames until all are done; null for one picture. */
		private final TemporaryFolder frames;
		/** Where frames are that the file could not take; null for nowhere. */
		private volatile Path kept;

		private OfFile(final Path output, final boolean isOfFrames, final Path... inputs) {
			this.output = output;
			writer = new PictureWriter(output, inputs);
			try {
				frames = isOfFrames ? new TemporaryFolder(output) : null;
			}
			catch (final RuntimeException exc) {
				writer.close();
				throw exc;
			}
		}

		@Override
		public Optional<Path> frames() {
			return Optional.ofNullable(frames).map(TemporaryFolder::path);
		}

		@Override
		public List<String> write(final ImagePlus result) {
			try {
				return writer.write(result);
			}
			catch (final StyleTransferException exc) {
				keepFrames();
				throw exc;
			}
		}

		@Override
		public void keepFrames() {
			if (frames == null) return;
			final String name = output.getFileName().toString();
			kept = frames.keepAs(name.substring(0, name.lastIndexOf('.')) + FRAMES).map(folder -> output
				.resolveSibling(folder.getFileName())).orElse(null);
		}

		@Override
		public Optional<Path> written() {
			return Optional.ofNullable(writer.isWritten() ? output : kept);
		}

		@Override
		public boolean isComplete() {
			return writer.isWritten();
		}

		@Override
		public void close() {
			writer.close();
			if (frames != null) frames.close();
		}
	}

	/** One file for all, that is there as a whole or leaves nothing. */
	private static final class OfWholeFile extends OfFile {

		private OfWholeFile(final Path output, final Path... inputs) {
			super(output, true, inputs);
		}

		@Override
		public void keepFrames() {
			// NB: Who wants all or nothing makes all again.
		}
	}

	/** A file for each frame; all appear at once. */
	private static final class OfWholeFolder extends Destination {

		private final Path output;
		private final ReservedFolder folder;

		private OfWholeFolder(final Path output) {
			this.output = output;
			folder = new ReservedFolder(output, Destination::isResult);
		}

		@Override
		public Optional<Path> frames() {
			return Optional.of(folder.path());
		}

		@Override
		public List<String> write(final ImagePlus result) {
			folder.complete();
			return List.of();
		}

		@Override
		public void keepFrames() {
			// NB: As of a file.
		}

		@Override
		public Optional<Path> written() {
			return isComplete() ? Optional.of(output) : Optional.empty();
		}

		@Override
		public boolean isComplete() {
			return folder.isWritten();
		}

		@Override
		public void close() {
			folder.close();
		}
	}

	/** A file for each frame, which appear one by one, as they are done. */
	private static final class OfFolder extends Destination {

		private final Path folder;
		private final long before;
		private volatile boolean complete;

		private OfFolder(final Path folder) {
			this.folder = folder;
			before = count();
		}

		@Override
		public Optional<Path> frames() {
			return Optional.of(folder);
		}

		@Override
		public List<String> write(final ImagePlus result) {
			complete = true;
			return List.of();
		}

		@Override
		public void keepFrames() {
			// NB: They are.
		}

		@Override
		public Optional<Path> written() {
			return count() > before ? Optional.of(folder) : Optional.empty();
		}

		@Override
		public boolean isComplete() {
			return complete;
		}

		@Override
		public void close() {
			// NB: What is not written leaves nothing, as the command sees to it.
		}

		private long count() {
			try (Stream<Path> files = Files.list(folder)) {
				// NB: Hidden files are those that are under way.
				return files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
			}
			catch (final IOException exc) {
				return 0;
			}
		}
	}
}
