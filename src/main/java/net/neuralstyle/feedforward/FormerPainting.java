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

import net.neuralstyle.Provenance;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;

/** What a frame goes on from: what was painted before, moved to where the frame has it. Immutable. */
final class FormerPainting {

	/** How far, in pixels, what can be relied on fades towards what cannot. */
	private static final double SEAM = 4;

	private final VggImage picture;
	private final WeightMap reliable;
	private final Provenance.Picture record;

	/**
	 * @param picture as the network painted it, of the result's size
	 * @param reliable how far each of its pixels can be relied on
	 * @param record the picture before, for the record
	 */
	FormerPainting(final VggImage picture, final WeightMap reliable, final Provenance.Picture record) {
		this.picture = picture;
		this.reliable = reliable.withSoftEdge(SEAM);
		this.record = record;
	}

	/** The picture before, for the record. */
	Provenance.Picture record() {
		return record;
	}

	/**
	 * Returns a part of what is painted now, with a share of what was painted before.
	 *
	 * @param coherence the share, 0..1, where the picture before can be relied on
	 * @param left column where the part begins
	 * @param top row where the part begins
	 */
	VggImage continuedBy(final VggImage painted, final double coherence, final int left, final int top) {
		return picture.part(left, top, painted.size()).over(painted, reliable.part(left, top, painted.size()).times(
			coherence));
	}
}
