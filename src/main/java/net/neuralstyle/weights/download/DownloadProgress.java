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

package net.neuralstyle.weights.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells a listener how far a download is, not too often, and how fast it has been lately. */
final class DownloadProgress {

	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
	private static final long MEMORY = TimeUnit.SECONDS.toNanos(3);
	private static final double NANOS_PER_SECOND = 1e9;

	private final DownloadListener listener;
	private final long total;
	private final LongSupplier clock;
	private final Deque<long[]> reports = new ArrayDeque<>();

	/**
	 * @param total size of the whole file in bytes
	 * @param clock gives the time in nanoseconds
	 */
	DownloadProgress(final DownloadListener listener, final long total, final LongSupplier clock) {
		this.listener = listener;
		this.total = total;
		this.clock = clock;
	}

	/** Tells how many bytes are there, unless the listener has been told just before. */
	void report(final long bytes) {
		if (reports.isEmpty() || clock.getAsLong() - reports.getLast()[0] >= INTERVAL) tell(bytes);
	}

	/** Tells that the file is complete. */
	void finish() {
		tell(total);
	}

	// -- Helper methods --

	private void tell(final long bytes) {
		final long now = clock.getAsLong();
		// NB: A download that starts over has fewer bytes than before.
		if (!reports.isEmpty() && bytes < reports.getLast()[1]) reports.clear();
		while (reports.size() > 1 && now - reports.getFirst()[0] > MEMORY) reports.removeFirst();
		reports.addLast(new long[] { now, bytes });
		final long[] first = reports.getFirst();
		final double speed = now > first[0] ? (bytes - first[1]) * NANOS_PER_SECOND / (now - first[0]) : 0;
		listener.progress(bytes, total, speed);
	}
}
