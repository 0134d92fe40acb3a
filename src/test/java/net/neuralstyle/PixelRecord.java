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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import net.neuralstyle.optimize.Minimizer;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The pixels that a run would have ended with after each of its finest level's evaluations, and when. */
public final class PixelRecord implements Consumer<Minimizer.State> {

	private final INDArray best;
	private final long start;
	private final List<float[]> pixels = new ArrayList<>();
	private final List<Double> seconds = new ArrayList<>();
	private double bestValue = Double.POSITIVE_INFINITY;
	/** Nanoseconds that recording took so far. */
	private long recording;

	/**
	 * @param best as long as the pixels; overwritten
	 * @param start of the run, as {@link System#nanoTime()} tells it
	 */
	PixelRecord(final INDArray best, final long start) {
		this.best = best;
		this.start = start;
	}

	/** The best pixels so far, for each evaluation; the same array where an evaluation was no improvement. */
	public List<float[]> pixels() {
		return Collections.unmodifiableList(pixels);
	}

	/** The time of each evaluation since the start of the run, without that of recording. */
	public List<Double> seconds() {
		return Collections.unmodifiableList(seconds);
	}

	@Override
	public void accept(final Minimizer.State state) {
		final long now = System.nanoTime();
		seconds.add((now - start - recording) / 1e9);
		if (state.bestValue() < bestValue) {
			bestValue = state.bestValue();
			state.copyBestPointTo(best);
			pixels.add(TensorScope.values(best));
		}
		else pixels.add(pixels.get(pixels.size() - 1));
		recording += System.nanoTime() - now;
	}
}
