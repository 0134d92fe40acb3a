package net.neuralstyle.weights.download;

import java.io.IOException;

/** A download ended early because its listener, or an interruption of its thread, asked for that. */
public class DownloadCancelledException extends IOException {

	private static final long serialVersionUID = 1L;

	public DownloadCancelledException(final String message) {
		super(message);
	}
}
