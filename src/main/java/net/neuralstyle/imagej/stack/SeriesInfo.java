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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.imagej.image.FinishedPicture;

/**
 * The Info of a stack that a style transfer has made: how its first frame was made, which frames there are, with what
 * went into each and what came out, and the macro that makes them again. {@link ToldFrames} reads it.
 */
final class SeriesInfo {

	/** What the line begins with that tells which frames there are. */
	static final String FRAMES = "Frames: ";
	/** What comes behind it if these are not all. */
	static final String THE_FIRST = ", the first ";
	/** What comes between a frame's name and what is told of it. */
	static final String OF_FRAME = ": ";

	private final FrameSelection selection;
	private final String macro;
	private final List<String> lines = new ArrayList<>();
	/** Null before the first. */
	private FinishedPicture first;

	SeriesInfo(final FrameSelection selection, final String macro) {
		this.selection = selection;
		this.macro = macro;
	}

	/** The macro that makes the frames again. */
	String macro() {
		return macro;
	}

	/** Adds a frame that is done. */
	void add(final int index, final FinishedPicture frame) {
		if (first == null) first = frame;
		lines.add(selection.name(index) + OF_FRAME + frame.inShort());
	}

	/** The text; at least one frame must be done. */
	@Override
	public String toString() {
		final String count = lines.size() == selection.count() ? "" : THE_FIRST + lines.size() + " of " + selection
			.count();
		return first.info(macro) + FRAMES + selection + count + "\n" + String.join("\n", lines) + "\n";
	}
}
