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
import ij.io.FileInfo;
import ij.process.ImageProcessor;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.picture.FrameFolder;

/** What the inputs of {@code NeuralStyleTransfer} say of frames of a stack: which, with what beside them, and where to. */
public final class FrameSeries {

	/** What not every file system takes in a name. */
	private static final Pattern NO_NAME = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]|^\\.+");
	private static final int LONGEST_NAME = 80;

	private final ImagePlus content;
	private final String how;
	private final FrameSelection selection;
	private final StackFrames frames;

	/**
	 * @param slices for which {@link FrameSelection#isOfFrames} is true
	 * @param mask null for none, as the others
	 * @param isOfValues whether the result is of the content's own kind of grey values
	 * @throws StyleTransferException if a frame cannot be redrawn; says which, and why
	 */
	public FrameSeries(final String slices, final ImagePlus content, final ImagePlus mask, final ImagePlus labels,
		final ImagePlus start, final boolean isOfValues, final StyleImages styles)
	{
		this.content = content;
		how = styles.inWords();
		selection = FrameSelection.of(slices, content);
		frames = new StackFrames(selection, new DisplayedFrames(content), new AccompanyingFrames(mask, "mask", content),
			new AccompanyingFrames(labels, "label image", content), new AccompanyingFrames(start, "start image", content),
			isOfValues, styles.pictures().size());
		frames.check();
	}

	/**
	 * Looks at the inputs without reading a frame.
	 *
	 * @throws StyleTransferException if they are wrong; says why
	 */
	public static void check(final String slices, final ImagePlus content, final ImagePlus mask, final ImagePlus labels,
		final ImagePlus start)
	{
		FrameSelection.of(slices, content);
		AccompanyingFrames.check(mask, "mask", content);
		AccompanyingFrames.check(labels, "label image", content);
		AccompanyingFrames.check(start, "start image", content);
	}

	/** The frames that are to be redrawn. */
	public StackFrames frames() {
		return frames;
	}

	/**
	 * Makes room for the redrawn frames: in memory, or, if the content is a virtual stack or a folder is given, in a folder.
	 *
	 * @param longerSide of the result in pixels, 0 for that of the content
	 * @param folder null to choose one where it is needed: a new one beside the content's files
	 * @throws StyleTransferException if there is no room; says why
	 */
	public FrameStore store(final int longerSide, final Path folder) {
		final ImageProcessor like = ResultStack.start(frames, 0, longerSide);
		final String[] labels = new String[selection.count()];
		final String[] names = new String[selection.count()];
		for (int index = 0; index < selection.count(); index++) {
			labels[selection.slice(index) - 1] = frames.label(index);
			names[selection.slice(index) - 1] = fileName(baseName()) + selection.number(index);
		}
		if (folder == null && !content.getStack().isVirtual()) return new MemoryFrames(like, Arrays.asList(labels));
		final long bytes = (long) like.getPixelCount() * Math.min(like.getBitDepth() == 24 ? 3 : like.getBitDepth() / 8, 4);
		return new FolderFrames(new FrameFolder(folder == null ? besideContent() : folder, List.of(names), bytes), like, Arrays
			.asList(labels));
	}

	/**
	 * Returns the stack to be made.
	 *
	 * @param store stays the caller's
	 * @param macro that makes it again
	 */
	public ResultStack result(final FrameStore store, final String macro) {
		return new ResultStack(content, how, selection, frames, store, macro);
	}

	// -- Helper methods --

	/** A folder that is not there yet, beside the files of a virtual stack. */
	private Path besideContent() {
		final Path parent = folderOfContent().orElseThrow(() -> new StyleTransferException("The content " + content
			.getTitle() + " is a virtual stack without files: give an output folder for the redrawn slices."));
		final String name = fileName(baseName() + " " + how);
		Path folder = parent.resolve(name);
		for (int number = 2; Files.exists(folder); number++) {
			folder = parent.resolve(name + " " + number);
		}
		return folder;
	}

	private Optional<Path> folderOfContent() {
		final FileInfo file = content.getOriginalFileInfo();
		try {
			return Optional.ofNullable(file).map(info -> info.directory).filter(directory -> !directory.isEmpty()).map(
				Paths::get).filter(Files::isDirectory);
		}
		catch (final InvalidPathException exc) {
			// NB: The address of a server.
			return Optional.empty();
		}
	}

	/** The content's title without an extension. */
	private String baseName() {
		return content.getTitle().replaceFirst("(?s)\\.[^.\\s]{1,4}$", "");
	}

	private static String fileName(final String title) {
		final String name = NO_NAME.matcher(title).replaceAll("_").trim();
		return name.substring(0, Math.min(LONGEST_NAME, name.length()));
	}
}
