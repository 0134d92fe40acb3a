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
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferSetup;

/** Watches a training. All methods are called on the thread that runs it. */
public interface TrainingListener {

	/**
	 * Called once, before the first step.
	 *
	 * @param setup what compares pictures
	 * @param engine what computes the network that is trained, for people
	 * @param before losses of the steps that were made before, whenever that was
	 */
	default void started(final StyleTransferSetup setup, final String engine, final List<Double> before) {
		// NB: Optional.
	}

	/** Called when a photograph cannot be used; the note is one sentence for the user. */
	default void noted(final String note) {
		// NB: Optional.
	}

	/**
	 * Called after every step.
	 *
	 * @param picture makes the held-out photograph as the network paints it now; a new image at each call. It must be
	 *          asked during the call only.
	 */
	default void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> picture) {
		// NB: Optional.
	}

	/** Asked after every step. Once true, the training ends with the network as it is. */
	default boolean isCancelled() {
		return false;
	}
}
