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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.stack.FrameSelection;
import net.neuralstyle.imagej.stack.FrameSeries;
import net.neuralstyle.sequence.FrameNumbers;

/**
 * What the inputs of a command say of the image that it redraws: which, what of it, what lies beside it, and where
 * frames go. Immutable but for the images, which are not changed.
 */
final class ContentImages {

	private final ImagePlus content;
	private final String slices;
	/** Null for none, as the others. */
	private final ImagePlus mask;
	private final ImagePlus labels;
	private final ImagePlus start;
	private final String outputFolder;

	ContentImages(final ImagePlus content, final String slices, final ImagePlus mask, final ImagePlus labels,
		final ImagePlus start, final String outputFolder)
	{
		this.content = content;
		this.slices = slices;
		this.mask = mask;
		this.labels = labels;
		this.start = start;
		this.outputFolder = outputFolder;
	}

	/**
	 * Looks at them without reading a frame.
	 *
	 * @throws StyleTransferException if they are wrong; the message is one sentence for the user
	 */
	void check() {
		if (!StyleImages.isImage(content)) {
			throw new StyleTransferException("There is no content image: open it first and give its title, or, where there is " +
				"no ImageJ, the path of its file.");
		}
		if (isOfFrames()) FrameSeries.check(slices, content, mask, labels, start);
		else if (hasFolder()) {
			throw new StyleTransferException("There is an output folder, and only what is on show is redrawn: say slices=all, " +
				"or leave the folder out.");
		}
	}

	/** Whether frames are redrawn, and not what is on show. */
	boolean isOfFrames() {
		return FrameNumbers.areOfFrames(slices);
	}

	/** What is on show, with what lies beside it. */
	ContentInputs shown() {
		return new ContentInputs(content, mask, labels, start);
	}

	/**
	 * Returns the frames, with what lies beside each.
	 *
	 * @param isOfValues whether the result is of the content's own kind of grey values
	 * @param how what the title says of how the content is redrawn
	 * @param styleCount how many styles there are
	 * @throws StyleTransferException if a frame cannot be redrawn; says which, and why
	 */
	FrameSeries frames(final boolean isOfValues, final String how, final int styleCount) {
		return new FrameSeries(slices, content, mask, labels, start, isOfValues, how, styleCount);
	}

	/** Whether a folder was named for frames. */
	boolean hasFolder() {
		return outputFolder != null && !outputFolder.isBlank();
	}

	/** Where frames go; null if that is not said. */
	Path folder() {
		return hasFolder() ? StyleTransferCommand.path(outputFolder) : null;
	}

	/** What a macro says for which slices, so that it means the same whatever is on show then. */
	String slicesInMacro() {
		return isOfFrames() ? slices : FrameSelection.textOfShown(content);
	}

	/** Whether the result is of the content's own kind of grey values, where that is asked for. */
	boolean isOfValues(final boolean isAsContent) {
		return isAsContent && GreyValues.areIn(content);
	}

	/**
	 * Says what is to be told of the inputs, in sentences for the log.
	 *
	 * @param isAsContent whether a result of the content's type is asked for
	 * @param softEdge in pixels
	 * @param others further images whose selections count
	 */
	List<String> notes(final boolean isAsContent, final double softEdge, final List<ImagePlus> others) {
		final List<String> notes = new ArrayList<>();
		if (isAsContent && !isOfValues(isAsContent)) {
			notes.add(content.getTitle() + " has colours, and so has the result: RGB.");
		}
		if (softEdge > 0 && !shown().hasRegion()) {
			notes.add("The soft edge has no effect, as there is no selection, mask or label image.");
		}
		final String selections = Regions.note(content, others);
		if (!selections.isEmpty()) notes.add(selections);
		return notes;
	}
}
