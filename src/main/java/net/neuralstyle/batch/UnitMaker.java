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


package net.neuralstyle.batch;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;

import net.neuralstyle.sequence.FrameSource;

/**
 * Makes the pictures of units, one after the other, all in the same way: with a session, and what that needs, which it
 * reads once. Holds native memory until it is closed; it may be used again then.
 */
interface UnitMaker extends AutoCloseable {

	/**
	 * Sees to what any picture needs.
	 *
	 * @throws IOException if it cannot be had, so that none can be made; the message is one sentence for the user
	 */
	void prepare() throws IOException;

	/**
	 * Reads what the pictures have their style from.
	 *
	 * @return how many styles there are, of which each may go where another region of a content is
	 * @throws net.neuralstyle.StyleTransferException if it cannot be used; the message is one sentence for the user
	 * @throws IOException if it cannot be read here and now, likewise
	 */
	int readStyles() throws IOException;

	/**
	 * Returns in what a result that is there was made in another way, a few words on the first difference; nothing if it
	 * was made in this one. What it shows, and of which type it is, does not matter.
	 */
	Optional<String> difference(MadeResult made) throws IOException;

	/**
	 * Makes frames until all are done or one is cancelled.
	 *
	 * @param watchers gives who watches each frame, by its index
	 * @return whether it was stopped
	 * @throws IOException if a frame cannot be read or written; those before are written
	 * @throws net.neuralstyle.StyleTransferException if a frame cannot be made, likewise
	 */
	boolean make(FrameSource frames, UnitPictures.Output output, IntFunction<FrameWatcher> watchers) throws IOException;

	/** Releases all native memory. */
	@Override
	void close();
}
