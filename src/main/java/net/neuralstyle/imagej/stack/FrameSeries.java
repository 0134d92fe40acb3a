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
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.picture.FrameFolder;
import net.neuralstyle.sequence.FrameNumbers;

/** What the inputs of a command say of frames of a stack: which, with what beside them, and where to. */
public final class FrameSeries {

	/** What not every file system takes in a name. */
	private static final Pattern NO_NAME = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]|^\\.+");
	private static final int LONGEST_NAME = 80;

	private final ImagePlus content;
	private final String how;
	private final FrameSelection selection;
	private final StackFrames frames;

	/**
	 * @param slices for which {@link FrameNumbers#areOfFrames} is true
	 * @param mask null for none, as the others
	 * @param isOfValues whether the result is of the content's own kind of grey values
	 * @param how what the title of the result says of how the content is redrawn
	 * @param styleCount how many styles there are
	 * @throws StyleTransferException if a frame cannot be redrawn; says which, and why
	 */
	public FrameSeries(final String slices, final ImagePlus content, final ImagePlus mask, final ImagePlus labels,
		final ImagePlus start, final boolean isOfValues, final String how, final int styleCount)
	{
		this.content = content;
		this.how = how;
		selection = FrameSelection.of(slices, content);
		frames = new StackFrames(selection, new DisplayedFrames(content), new AccompanyingFrames(mask, "mask", content),
			new AccompanyingFrames(labels, "label image", content), new AccompanyingFrames(start, "start image", content),
			isOfValues, styleCount);
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

	/** Which frames are to be redrawn. */
	public FrameSelection selection() {
		return selection;
	}

	/** The frames that are to be redrawn. */
	public StackFrames frames() {
		return frames;
	}

	/**
	 * Makes room for the redrawn frames: in memory, or, if the content is a virtual stack or a folder is given, in a
	 * folder.
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
			names[selection.slice(index) - 1] = nameOfFile(index);
		}
		if (folder == null && !content.getStack().isVirtual()) return new MemoryFrames(like, Arrays.asList(labels));
		return new FolderFrames(new FrameFolder(folder == null ? besideContent() : folder, List.of(names), bytes(like)), like,
			Arrays.asList(labels));
	}

	/** The name of a frame's file where each has one, without an extension. */
	public String nameOfFile(final int index) {
		return fileName(baseName()) + selection.number(index);
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

	/**
	 * Writes the frames that are done into a new folder beside the content's files, if it has any.
	 *
	 * @param stack of this, after its end, with at least one frame
	 * @return what is to be said of where they are, or why they are lost, in a sentence
	 */
	public String save(final ResultStack stack) {
		final List<Integer> done = stack.done();
		final String frames = "The macro ends, and the " + done.size() + (done.size() == 1 ? " frame that was done is "
			: " frames that were done are ");
		final String advice = "; with an output folder each frame is written when it is done.";
		if (folderOfContent().isEmpty()) return frames + "lost with it" + advice;
		final List<String> names = done.stream().map(this::nameOfFile).collect(Collectors.toList());
		try (FrameFolder folder = new FrameFolder(besideContent(), names, bytes(stack.frame(done.get(0)).getProcessor()))) {
			for (int i = 0; i < done.size(); i++) {
				folder.write(i, stack.frame(done.get(i)));
			}
			return frames + "in the new folder " + folder.path() + advice;
		}
		catch (final StyleTransferException exc) {
			return frames + "lost with it (" + exc.getMessage() + ")" + advice;
		}
	}

	// -- Helper methods --

	private static long bytes(final ImageProcessor like) {
		return (long) like.getPixelCount() * (like.getBitDepth() == 24 ? 3 : like.getBitDepth() / 8);
	}

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
