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

package net.neuralstyle.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The loss that a run has reached, over the time. */
final class LossCurve {

	private final transient long start = System.nanoTime();
	private final List<Double> seconds = new ArrayList<>();
	private final List<Double> losses = new ArrayList<>();

	/** Adds the loss that is reached now, counted from when this was made. */
	void add(final double loss) {
		add((System.nanoTime() - start) / 1e9, loss);
	}

	/** Adds a loss. */
	void add(final double time, final double loss) {
		seconds.add(time);
		losses.add(loss);
	}

	double[] seconds() {
		return seconds.stream().mapToDouble(Double::doubleValue).toArray();
	}

	double[] losses() {
		return losses.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** The last loss. */
	double loss() {
		return losses.get(losses.size() - 1);
	}

	/** When it was reached. */
	double time() {
		return seconds.get(seconds.size() - 1);
	}

	/** When a loss is reached for the first time; NaN if never. */
	double timeOf(final double loss) {
		for (int i = 0; i < losses.size(); i++) {
			if (losses.get(i) <= loss) return seconds.get(i);
		}
		return Double.NaN;
	}
}
