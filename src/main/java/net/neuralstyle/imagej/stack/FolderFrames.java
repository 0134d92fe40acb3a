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
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.process.ImageProcessor;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.picture.FrameFolder;

/** Frames in files of a folder, one each; in memory there is never more than the one under way. */
final class FolderFrames implements FrameStore {

	private final FrameFolder folder;
	private final ImageProcessor like;
	/** Null for those that have none. */
	private final List<String> labels;
	/** Of the slice under way; null before the first. */
	private volatile ImageProcessor draft;
	private volatile int draftSlice;

	/**
	 * @param folder has a place for each slice
	 * @param like has size, type, display range and colours of all
	 * @param labels of the slices, null for those that have none
	 */
	FolderFrames(final FrameFolder folder, final ImageProcessor like, final List<String> labels) {
		this.folder = folder;
		this.like = like.createProcessor(like.getWidth(), like.getHeight());
		this.labels = labels;
	}

	@Override
	public ImageStack stack() {
		return stackOf(IntStream.rangeClosed(1, labels.size()).boxed().collect(Collectors.toList()));
	}

	@Override
	public void draft(final int slice, final ImageProcessor pixels) {
		draft = pixels;
		draftSlice = slice;
	}

	@Override
	public void keep(final int slice, final ImagePlus frame) {
		if (labels.get(slice - 1) != null) frame.setProp("Slice_Label", labels.get(slice - 1));
		folder.write(slice - 1, frame);
	}

	@Override
	public ImageStack stackOf(final List<Integer> slices) {
		return new Files(slices);
	}

	@Override
	public void describe(final ImagePlus image) {
		final FileInfo file = new FileInfo();
		file.directory = folder.path() + File.separator;
		file.fileName = "";
		image.setFileInfo(file);
		image.changes = false;
	}

	@Override
	public boolean isInMemory() {
		return false;
	}

	@Override
	public String note() {
		return String.format(Locale.ROOT, "The result is written to the folder %s, %d frames of together about %.0f MB.",
			folder.path(), labels.size(), Math.ceil(folder.bytes() / 1e6));
	}

	@Override
	public void close() {
		folder.close();
	}

	// -- Helper classes --

	/** Slices that are read from their files, and black ones. */
	private final class Files extends VirtualStack {

		private final List<Integer> slices;

		private Files(final List<Integer> slices) {
			super(like.getWidth(), like.getHeight(), like.getColorModel(), folder.path().toString());
			this.slices = slices;
			slices.forEach(slice -> addSlice(folder.name(slice - 1)));
			setBitDepth(like.getBitDepth());
		}

		@Override
		public ImageProcessor getProcessor(final int index) {
			final int slice = slices.get(index - 1);
			final ImageProcessor pixels = like.createProcessor(like.getWidth(), like.getHeight());
			final ImageProcessor draftNow = draft;
			if (folder.isWritten(slice - 1)) pixels.setPixels(super.getProcessor(index).getPixels());
			else if (slice == draftSlice && draftNow != null) pixels.insert(draftNow, 0, 0);
			pixels.setSliceNumber(index);
			return pixels;
		}

		@Override
		public String getSliceLabel(final int index) {
			return labels.get(slices.get(index - 1) - 1);
		}
	}
}
