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

package net.neuralstyle.sequence;

import java.io.IOException;

import net.neuralstyle.StyleTransferJob;

/**
 * Pictures in an order: slices of a stack, files of a folder, frames of a movie.
 * They are read when they are asked for, so that there may be more than memory
 * holds.
 */
public interface FrameSource {

	/** How many pictures there are. */
	int count();

	/**
	 * What people call a picture.
	 *
	 * @param index from 0
	 */
	String name(int index);

	/**
	 * Reads a picture, and what else is known of how it is to be redrawn: where styles
	 * go, what is transparent, what to start from.
	 *
	 * @param index from 0, in any order
	 * @throws IOException if it cannot be read; the message is one sentence for the
	 *           user
	 */
	StyleTransferJob read(int index) throws IOException;

	/**
	 * Which picture one goes on from: the same scene a moment earlier, or a slice further
	 * up.
	 *
	 * @param index from 0
	 * @return index of a picture that comes before; -1 if this one begins anew
	 */
	default int previous(final int index) {
		return -1;
	}
}
