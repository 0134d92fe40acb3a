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
import java.util.OptionalDouble;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

/** What a training has come to. Immutable. */
public final class TrainingResult {

	private final StyleNetwork network;
	private final Img<ARGBType> picture;
	private final List<Double> losses;
	private final boolean cancelled;
	private final OptionalDouble secondsPerMegapixel;

	TrainingResult(final StyleNetwork network, final Img<ARGBType> picture, final List<Double> losses,
		final boolean cancelled, final OptionalDouble secondsPerMegapixel)
	{
		this.secondsPerMegapixel = secondsPerMegapixel;
		this.network = network;
		this.picture = picture;
		this.losses = List.copyOf(losses);
		this.cancelled = cancelled;
	}

	/** The network as it was after the last step, without a preview; it is called after its styles. */
	public StyleNetwork network() {
		return network;
	}

	/** The held-out photograph as this network paints it; not to be changed. */
	public Img<ARGBType> picture() {
		return picture;
	}

	/** The loss of each step, from the start of the training, whenever that was. */
	public List<Double> losses() {
		return losses;
	}

	/** Whether it ended before its time. */
	public boolean isCancelled() {
		return cancelled;
	}

	/** How long each megapixel that was painted has taken in all that is done for it; nothing after too few steps. */
	public OptionalDouble secondsPerMegapixel() {
		return secondsPerMegapixel;
	}
}
