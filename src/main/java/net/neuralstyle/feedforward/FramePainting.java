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

package net.neuralstyle.feedforward;

import java.io.IOException;
import java.util.function.IntFunction;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.sequence.FormerFrames;
import net.neuralstyle.sequence.FrameSource;

/**
 * Paints all pictures of a source, one after the other, with one session. A network makes much the same of much the
 * same picture, so what is left to flicker is what noise and movement make of its strokes; with a recipe's
 * {@link PaintingSettings#COHERENCE coherence} a share of each picture is the one before, moved as the scene moves,
 * where both show the same. The same pictures give the same bytes.
 */
public final class FramePainting {

	private final PaintingSession session;

	/** @param session stays the caller's */
	public FramePainting(final PaintingSession session) {
		this.session = session;
	}

	/**
	 * Paints pictures until all are done or one is cancelled, which is not written.
	 *
	 * @param listeners gives the listener for each picture, by its index
	 * @return how many pictures were written
	 * @throws IOException if a picture cannot be read or written; those before are written
	 * @throws StyleTransferException if a picture cannot be painted, likewise
	 */
	public int run(final FrameSource source, final PaintingSink sink, final IntFunction<PaintingListener> listeners)
		throws IOException
	{
		final FormerFrames<PaintedPicture> former = new FormerFrames<>(source, session.recipe().get(
			PaintingSettings.COHERENCE) > 0, session.share());
		for (int index = 0; index < source.count(); index++) {
			final StyleTransferJob job = source.read(index).named(source.name(index));
			final FormerPainting before = former.before(index, job).map(FramePainting::moved).orElse(null);
			final PaintedPicture picture = session.run(job, session.plan(job), before, former.isFollowed(index), listeners.apply(
				index));
			if (picture.isCancelled()) return index;
			sink.write(index, picture);
			former.keep(index, job, picture.size(), picture);
		}
		return source.count();
	}

	private static FormerPainting moved(final FormerFrames.Former<PaintedPicture> former) {
		return new FormerPainting(former.result().painted().warpedBy(former.motion().field()), former.motion().reliable(),
			former.result().record());
	}
}
