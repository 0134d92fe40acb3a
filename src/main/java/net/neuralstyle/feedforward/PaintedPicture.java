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

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.Provenance;
import net.neuralstyle.RedrawnPicture;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** What a network has painted. */
public final class PaintedPicture implements RedrawnPicture {

	private final Canvas canvas;
	private final boolean cancelled;
	private final PaintingProvenance provenance;

	PaintedPicture(final Canvas canvas, final boolean cancelled, final PaintingProvenance provenance) {
		this.canvas = canvas;
		this.cancelled = cancelled;
		this.provenance = provenance;
	}

	@Override
	public ImageSize size() {
		return canvas.size();
	}

	@Override
	public Img<ARGBType> image() {
		return canvas.image();
	}

	@Override
	public Img<FloatType> luminance() {
		return canvas.luminance();
	}

	/** Whether it was stopped before all of it was painted; what is not is the content. */
	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	/** How it was made. */
	public PaintingProvenance provenance() {
		return provenance;
	}

	/** What was painted, for the record of a picture that goes on from it. */
	Provenance.Picture record() {
		return new Provenance.Picture(provenance.content().name(), painted().checksum(), 1, List.of());
	}

	/**
	 * The picture as the network painted it, not rounded, before it was finished and laid over the content: what another
	 * frame goes on from. Null if that is not kept.
	 */
	VggImage painted() {
		return canvas.painted();
	}
}
