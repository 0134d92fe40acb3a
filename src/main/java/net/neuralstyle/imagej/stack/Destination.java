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
import java.util.Map;
import java.util.stream.Stream;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.picture.TemporaryFolder;

/** Where the result of {@code NeuralStyleTransfer} goes from file to file. Safe for use by several threads. */
public abstract class Destination implements AutoCloseable {

	private static final String OUTPUT_FOLDER = "outputFolder";

	/**
	 * Reserves the place.
	 *
	 * @param output a file, or, for several frames, a folder, which need not be there
	 * @param content to be redrawn
	 * @param frames how many of it
	 * @param inputs files that must not be replaced
	 * @throws net.neuralstyle.StyleTransferException if it cannot be written, or not what is to be; says why
	 */
	public static Destination of(final Path output, final ImagePlus content, final FrameSelection frames, final Path... inputs) {
		if (frames == null) return new OfFile(output, false, inputs);
		if (isFolder(output)) {
			checkIsOther(output, inputs);
			return new OfFolder(output);
		}
		if (frames.count() > 1) checkKeeps(output, frames);
		return new OfFile(output, content.getStack().isVirtual(), inputs);
	}

	/** What the command needs to know of it: values of its inputs, by name. */
	public abstract Map<String, Object> inputs();

	/**
	 * Writes the result, as a whole or not at all.
	 *
	 * @return what is to be said of it, in sentences for the log
	 */
	public abstract List<String> write(ImagePlus result);

	/** Whether something of the result is in its place. */
	public abstract boolean isWritten();

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
			throw new WrongSettingException("The output " + output + " has room for one picture, and there are " + frames.count() +
				" frames: end its name in .tif or .avi, or give a folder.");
		}
		if (PictureWriter.isMovie(output) && frames.zCount() > 1 && frames.tCount() > 1) {
			throw new WrongSettingException("The output " + output +
				" is a movie, whose frames have no z and t: end its name in .tif, or give a folder.");
		}
	}

	// -- Helper classes --

	/** One file for all. */
	private static final class OfFile extends Destination {

		private final PictureWriter writer;
		/** For frames that memory need not hold; null if it does. */
		private final TemporaryFolder frames;

		private OfFile(final Path output, final boolean isVirtual, final Path... inputs) {
			writer = new PictureWriter(output, inputs);
			try {
				frames = isVirtual ? new TemporaryFolder(output) : null;
			}
			catch (final RuntimeException exc) {
				writer.close();
				throw exc;
			}
		}

		@Override
		public Map<String, Object> inputs() {
			return frames == null ? Map.of() : Map.of(OUTPUT_FOLDER, frames.path().toString());
		}

		@Override
		public List<String> write(final ImagePlus result) {
			return writer.write(result);
		}

		@Override
		public boolean isWritten() {
			return writer.isWritten();
		}

		@Override
		public boolean isComplete() {
			return isWritten();
		}

		@Override
		public void close() {
			writer.close();
			if (frames != null) frames.close();
		}
	}

	/** A file for each frame, which the command writes. */
	private static final class OfFolder extends Destination {

		private final Path folder;
		private final long before;
		private volatile boolean complete;

		private OfFolder(final Path folder) {
			this.folder = folder;
			before = count();
		}

		@Override
		public Map<String, Object> inputs() {
			return Map.of(OUTPUT_FOLDER, folder.toString());
		}

		@Override
		public List<String> write(final ImagePlus result) {
			complete = true;
			return List.of();
		}

		@Override
		public boolean isWritten() {
			return count() > before;
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
