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

package net.neuralstyle.sequence;

import boofcv.abst.flow.DenseOpticalFlow;
import boofcv.alg.flow.ConfigBroxWarping;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.flow.FactoryDenseOpticalFlow;
import boofcv.struct.flow.ImageFlow;
import boofcv.struct.image.GrayF32;

import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * Finds where the pixels of an image are in another one, by how light they and their surroundings are (Brox, Bruhn,
 * Papenberg and Weickert, "High accuracy optical flow estimation based on a theory for warping", ECCV 2004), with
 * BoofCV.
 */
final class OpticalFlow {

	private OpticalFlow() {
		// NB: Not instantiable.
	}

	/**
	 * Sets how many threads look for flow, in the whole process, as BoofCV knows no other way; the last session that asks
	 * for it prevails.
	 *
	 * @param threads 0 for as many as there are processors
	 */
	static void limitThreads(final int threads) {
		final int wanted = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
		// NB: Which makes new threads.
		if (BoofConcurrency.getMaxThreads() != wanted) BoofConcurrency.setMaxThreads(wanted);
	}

	/**
	 * Returns where the pixels of an image are found in another one. A pixel for which there is no answer is taken to
	 * stay.
	 *
	 * @param here the image
	 * @param there the other one, of the same size
	 */
	static FlowField between(final VggImage here, final VggImage there) {
		final ImageSize size = here.size();
		final DenseOpticalFlow<GrayF32> method = FactoryDenseOpticalFlow.broxWarping(settings(), GrayF32.class);
		final ImageFlow flow = new ImageFlow(size.width(), size.height());
		method.process(grey(here), grey(there), flow);
		final float[] right = new float[Math.toIntExact(size.pixels())];
		final float[] down = new float[right.length];
		for (int i = 0; i < right.length; i++) {
			final ImageFlow.D shift = flow.data[i];
			// NB: Neither NaN nor what has run away.
			if (!(Math.hypot(shift.x, shift.y) < size.longerSide())) continue;
			right[i] = shift.x;
			down[i] = shift.y;
		}
		return FlowField.of(size, right, down);
	}

	/** A tenth of the work of BoofCV's own settings, and no larger errors (docs/performance-notes.md). */
	private static ConfigBroxWarping settings() {
		final ConfigBroxWarping settings = new ConfigBroxWarping(0.02f, 0.06f);
		settings.pyrScale = 0.5;
		settings.numOuter = 4;
		settings.maxIterationsSor = 50;
		return settings;
	}

	private static GrayF32 grey(final VggImage image) {
		final GrayF32 grey = new GrayF32(image.size().width(), image.size().height());
		grey.data = image.toLuminance().update(null).getCurrentStorageArray();
		return grey;
	}
}
