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

import java.util.Optional;

import net.neuralstyle.PictureOrigin;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.MadeResult;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.stack.ToldFrames;

/** What the Info of a result tells of how it was made. Immutable. */
final class ToldResult {

	private final PictureOrigin origin;
	private final String info;

	private ToldResult(final PictureOrigin origin, final String info) {
		this.origin = origin;
		this.info = info;
	}

	/**
	 * Reads an Info.
	 *
	 * @return nothing if it is not told
	 * @throws StyleTransferException if it cannot be read; says why
	 */
	static Optional<ToldResult> of(final String info) {
		try {
			return ResultInfo.origin(info).map(origin -> new ToldResult(origin, info));
		}
		catch (final IllegalArgumentException exc) {
			// NB: A newer version of the plugin may have written it, or anybody.
			throw new StyleTransferException(exc.getMessage(), exc);
		}
	}

	/** How it was made, of a stack its first frame. */
	PictureOrigin origin() {
		return origin;
	}

	/** Whether a grey content was to give a picture of its own type. */
	boolean isAsContent() {
		return UnitMacro.isAsContent(ResultInfo.macro(info));
	}

	/** Which frames of its content a stack, or a folder of frames, was to have; empty for one picture. */
	String slices() {
		return UnitMacro.slices(ResultInfo.macro(info));
	}

	/** @param checksum as {@link MadeResult#checksum()} */
	MadeResult ofPicture(final String checksum) {
		return new MadeResult(origin, isAsContent(), checksum);
	}

	/** As {@link #ofPicture}, of a stack or movie if it is one. */
	MadeResult ofStack(final String checksum) {
		return ToldFrames.in(info).map(frames -> new MadeResult(origin, isAsContent(), frames.slices(), frames.contents(),
			frames.loss(), checksum)).orElseGet(() -> ofPicture(checksum));
	}
}
