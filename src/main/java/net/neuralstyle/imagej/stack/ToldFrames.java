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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Info of a stack tells of its frames, as {@link SeriesInfo} writes it. Immutable. */
public final class ToldFrames {

	private static final Pattern WHICH = Pattern.compile("(?m)^" + SeriesInfo.FRAMES + "(\\S+?)(?:" +
		SeriesInfo.THE_FIRST + "\\d+ of \\d+)?$");
	/** As {@link net.neuralstyle.imagej.image.FinishedPicture#inShort}. */
	private static final Pattern FRAME = Pattern.compile("(?m)" + SeriesInfo.OF_FRAME +
		"content ([^\\s,]+)(?:, \\d+ evaluations)?(?: \\(stopped\\))?(?:, loss (\\S+))?, \\S+ s$");

	private final String slices;
	private final List<String> contents = new ArrayList<>();
	private double lossSum;

	private ToldFrames(final String slices) {
		this.slices = slices;
	}

	/** Reads an Info; nothing if it is that of no stack. */
	public static Optional<ToldFrames> in(final String info) {
		final Matcher which = WHICH.matcher(info);
		if (!which.find()) return Optional.empty();
		final ToldFrames told = new ToldFrames(which.group(1));
		for (final Matcher frame = FRAME.matcher(info); frame.find();) {
			told.contents.add(frame.group(1));
			told.lossSum += frame.group(2) == null ? Double.NaN : Float.parseFloat(frame.group(2));
		}
		return told.contents.isEmpty() ? Optional.empty() : Optional.of(told);
	}

	/** Which frames the stack was to have, as {@link FrameSelection#toString()}. */
	public String slices() {
		return slices;
	}

	/** The checksums of what went into each frame that is there, in the order in which they were made; at least one. */
	public List<String> contents() {
		return List.copyOf(contents);
	}

	/** The average loss of the frames; NaN if none was minimised. */
	public double loss() {
		return lossSum / contents.size();
	}
}
