package net.neuralstyle.network;

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
	static long of(final NetworkParameters.Convolution convolution, final long width) {
		if (Backend.device().isGpu()) return Long.MAX_VALUE;
		final long row = Float.BYTES * width * Math.max(convolution.inputChannels, convolution.outputChannels);
		final long kernel = Float.BYTES * convolution.kernel.length();
		return Math.max(1, Math.max(CACHED_BYTES, KERNELS * kernel) / row);
	}
}
