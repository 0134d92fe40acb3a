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

package net.neuralstyle.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Makes the pictures of units in their order. What somebody else is making is left to him; in the end, when he is done
 * or dead, it is looked at once more, so that all is there when a batch ends, whoever made it.
 */
public final class BatchRun {

	/** How long to wait before looking again at what others are making. */
	private static final long PAUSE_MILLIS = 200;

	private final UnitWork work;
	private final BatchListener listener;

	/** @param work stays the caller's */
	public BatchRun(final UnitWork work, final BatchListener listener) {
		this.work = work;
		this.listener = listener;
	}

	/** Makes the pictures. Exceptions are those of {@link UnitWork#make}. */
	public BatchReport run(final List<BatchUnit> units) throws IOException {
		final long start = System.nanoTime();
		final UnitReport[] reports = new UnitReport[units.size()];
		final Deque<Integer> open = new ArrayDeque<>();
		for (int i = 0; i < reports.length; i++) {
			open.add(i);
		}
		boolean stopped = false;
		while (!open.isEmpty() && !stopped) {
			final Deque<Integer> others = new ArrayDeque<>();
			while (!open.isEmpty() && !stopped) {
				if (listener.isStopped()) {
					stopped = true;
					continue;
				}
				final int index = open.remove();
				final BatchStatus before = reports[index] == null ? null : reports[index].status();
				reports[index] = work.make(units.get(index), (unit, reason, content, file) -> listener.starting(index, unit, reason,
					content, file));
				final BatchStatus status = reports[index].status();
				if (status == BatchStatus.BUSY) others.add(index);
				if (status != before) listener.finished(index, reports[index]);
				stopped = status == BatchStatus.STOPPED;
			}
			if (!others.isEmpty() && !stopped) stopped = !pause();
			open.addAll(others);
		}
		for (int i = 0; i < reports.length; i++) {
			if (reports[i] == null) reports[i] = left(units.get(i));
		}
		return report(reports, start);
	}

	/** Tells what {@link #run} would do, and does nothing. */
	public BatchReport look(final List<BatchUnit> units) throws IOException {
		final long start = System.nanoTime();
		final UnitReport[] reports = new UnitReport[units.size()];
		for (int i = 0; i < reports.length; i++) {
			reports[i] = listener.isStopped() ? left(units.get(i))
				: work.look(units.get(i));
			listener.finished(i, reports[i]);
		}
		return report(reports, start);
	}

	// -- Helper methods --

	private static UnitReport left(final BatchUnit unit) {
		return UnitReport.of(unit, BatchStatus.LEFT, "the batch was stopped before it");
	}

	/** Returns whether nobody has interrupted it. */
	private static boolean pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
			return true;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static BatchReport report(final UnitReport[] reports, final long start) {
		return new BatchReport(Arrays.asList(reports), (System.nanoTime() - start) / 1e9);
	}
}
