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

package net.neuralstyle.imagej.image;

import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.Provenance;
import net.neuralstyle.RedrawnPicture;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.feedforward.PaintingProvenance;

/** What an engine has made, in whatever way, and what is told of it. Immutable. */
public final class FinishedPicture {

	private final RedrawnPicture picture;
	private final String told;
	private final String inShort;

	private FinishedPicture(final RedrawnPicture picture, final String told, final String inShort) {
		this.picture = picture;
		this.told = told;
		this.inShort = inShort;
	}

	/** A picture for which a loss was minimised. */
	public static FinishedPicture of(final StyleTransferResult result) {
		final Provenance provenance = result.provenance();
		return new FinishedPicture(result, ResultInfo.line(provenance),
			String.format(Locale.ROOT, "content %s, %d evaluations%s, loss %s, %.1f s", provenance.content().checksum(),
				provenance.evaluations(), provenance.isStopped() ? " (stopped)" : "", Float.toString((float) provenance.loss()),
				provenance.seconds()));
	}

	/** A picture that a network has painted. */
	public static FinishedPicture of(final PaintedPicture picture) {
		final PaintingProvenance provenance = picture.provenance();
		return new FinishedPicture(picture, ResultInfo.line(provenance),
			String.format(Locale.ROOT, "content %s%s, %.2f s", provenance.content().checksum(), provenance.isStopped()
				? " (stopped)" : "", provenance.seconds()));
	}

	/** The picture. */
	Img<ARGBType> image() {
		return picture.image();
	}

	/** How light it is, 0..255, in finer steps. */
	Img<FloatType> luminance() {
		return picture.luminance();
	}

	/** Whether it was stopped before it was done. */
	public boolean isCancelled() {
		return picture.isCancelled();
	}

	/** The Info that tells how it was made, and the macro that makes it again, which may be empty. */
	public String info(final String macro) {
		return ResultInfo.of(told, macro);
	}

	/** In a few words, what went in and what it took: a part of a line. */
	public String inShort() {
		return inShort;
	}
}
