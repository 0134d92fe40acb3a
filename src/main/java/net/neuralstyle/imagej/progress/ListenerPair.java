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

package net.neuralstyle.imagej.progress;

import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferLevel;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferSetup;

/** Two listeners to one style transfer, told in their order; either may cancel it. */
public final class ListenerPair implements StyleTransferListener {

	private final StyleTransferListener first;
	private final StyleTransferListener second;

	public ListenerPair(final StyleTransferListener first, final StyleTransferListener second) {
		this.first = first;
		this.second = second;
	}

	@Override
	public void started(final StyleTransferSetup setup) {
		first.started(setup);
		second.started(setup);
	}

	@Override
	public void levelStarted(final StyleTransferLevel level) {
		first.levelStarted(level);
		second.levelStarted(level);
	}

	@Override
	public void levelConverged(final StyleTransferLevel level, final int evaluations) {
		first.levelConverged(level, evaluations);
		second.levelConverged(level, evaluations);
	}

	@Override
	public void evaluationFinished(final StyleTransferProgress progress) {
		first.evaluationFinished(progress);
		second.evaluationFinished(progress);
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
		first.iterationFinished(progress, picture);
		second.iterationFinished(progress, picture);
	}

	@Override
	public boolean isCancelled() {
		return first.isCancelled() || second.isCancelled();
	}
}
