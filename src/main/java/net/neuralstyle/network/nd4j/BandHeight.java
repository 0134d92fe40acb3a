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

package net.neuralstyle.network.nd4j;

import net.neuralstyle.tensor.Backend;

/** How many rows of a feature map are computed at once. */
final class BandHeight {

	/** What a band may take of the processor's cache, in bytes, for the wider of its two maps. */
	private static final long CACHED_BYTES = 3 << 19;
	/** A band should be so many times larger than the kernel, which is read for each band anew. */
	private static final long KERNELS = 4;

	private BandHeight() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the rows of a band, at least 1. A GPU has no use for bands.
	 *
	 * @param width of the maps, in positions
	 */
	static long of(final ConvolutionTensors convolution, final long width) {
		if (Backend.device().isGpu()) return Long.MAX_VALUE;
		final long row = Float.BYTES * width * Math.max(convolution.inputChannels, convolution.outputChannels);
		final long kernel = Float.BYTES * convolution.kernel.length();
		return Math.max(1, Math.max(CACHED_BYTES, KERNELS * kernel) / row);
	}
}
