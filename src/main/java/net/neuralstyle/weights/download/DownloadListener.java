package net.neuralstyle.weights.download;

/** Watches a download. All methods are called on the thread that asked for it. */
public interface DownloadListener {

	/**
	 * Called about ten times a second, and once more when the file is complete.
	 *
	 * @param bytes how many bytes of the file are there, those of an earlier
	 *          attempt included
	 * @param total size of the file in bytes
	 * @param bytesPerSecond speed of the last few seconds; 0 as long as it is
	 *          unknown
	 */
	default void progress(final long bytes, final long total, final double bytesPerSecond) {
		// NB: Optional.
	}

	/** Asked many times a second. Once true, the download ends; what came so far is kept. */
	default boolean isCancelled() {
		return false;
	}
}
