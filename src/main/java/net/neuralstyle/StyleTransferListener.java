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

package net.neuralstyle;

import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

/** Watches a style transfer. All methods are called on the thread that runs it. */
public interface StyleTransferListener {

	/** Called once, when the network's weights are read and before the first evaluation. */
	default void started(final StyleTransferSetup setup) {
		// NB: Optional.
	}

	/** Called before the first evaluation of every level of the pyramid, coarse to fine. */
	default void levelStarted(final StyleTransferLevel level) {
		// NB: Optional.
	}

	/**
	 * Called when a level ends before it has had all its evaluations, as more would
	 * hardly lower the loss; not when the transfer is cancelled.
	 *
	 * @param evaluations that the level has made
	 */
	default void levelConverged(final StyleTransferLevel level, final int evaluations) {
		// NB: Optional.
	}

	/** Called after every evaluation of loss and gradient. */
	default void evaluationFinished(final StyleTransferProgress progress) {
		// NB: Most listeners care for iterations only.
	}

	/**
	 * Called after every iteration, and once more at the end if the last one was a shorter one.
	 *
	 * @param picture makes the best picture so far, in the size of the result; a
	 *          new image at each call. It must be asked during the call only.
	 */
	default void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
		// NB: Optional.
	}

	/**
	 * Asked after every evaluation. Once true, the transfer ends and returns the
	 * best picture so far.
	 */
	default boolean isCancelled() {
		return false;
	}
}
