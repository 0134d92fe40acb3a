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
import java.util.Optional;
import java.util.function.IntFunction;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.recipe.Settings;

/**
 * Redraws all pictures of a source, one after the other, with one session. With a recipe's
 * {@link Settings#COHERENCE coherence} a picture goes on from the one that the source says, if both show the same
 * scene. The same pictures give the same bytes.
 */
public final class FrameTransfer {

	private final StyleTransferSession session;

	/** @param session stays the caller's */
	public FrameTransfer(final StyleTransferSession session) {
		this.session = session;
	}

	/**
	 * Redraws pictures until all are done or one is cancelled, whose result so far is
	 * the last one written.
	 *
	 * @param listeners gives the listener for each picture, by its index
	 * @return how many pictures were written
	 * @throws IOException if a picture cannot be read or written; those before are
	 *           written
	 * @throws StyleTransferException if a picture cannot be redrawn, likewise
	 */
	public int run(final FrameSource source, final FrameSink sink, final IntFunction<StyleTransferListener> listeners)
		throws IOException
	{
		final FormerFrames<StyleTransferResult> former = new FormerFrames<>(source, session.recipe().get(
			Settings.COHERENCE) > 0, session.share());
		for (int index = 0; index < source.count(); index++) {
			final StyleTransferJob job = source.read(index).named(source.name(index));
			final StyleTransferResult result = session.run(goingOn(job, former.before(index, job)), listeners.apply(index));
			sink.write(index, result);
			if (result.isCancelled()) return index + 1;
			former.keep(index, job, result.size(), result);
		}
		return source.count();
	}

	/** Returns a job that goes on from a frame before, if there is one. */
	static StyleTransferJob goingOn(final StyleTransferJob job,
		final Optional<FormerFrames.Former<StyleTransferResult>> former)
	{
		return former.map(before -> job.goingOnFrom(before.result(), before.motion().field(), before.motion().reliable()))
			.orElse(job);
	}
}
