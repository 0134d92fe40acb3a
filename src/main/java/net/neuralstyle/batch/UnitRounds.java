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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Goes through the units of a batch, and again through those that somebody else was making, until he is done or dead,
 * so that all is there when a batch ends, whoever made it. Runs once, on one thread, whose interruption stops it.
 */
public final class UnitRounds {

	private final List<BatchUnit> units;
	private final BatchListener listener;
	private final long pauseMillis;
	private final UnitReport[] reports;
	private boolean stopped;

	/**
	 * @param listener is told what becomes of each unit, and says when to stop
	 * @param pauseMillis how long to wait before looking again at what others are making
	 */
	public UnitRounds(final List<BatchUnit> units, final BatchListener listener, final long pauseMillis) {
		this.units = units;
		this.listener = listener;
		this.pauseMillis = pauseMillis;
		reports = new UnitReport[units.size()];
	}

	/**
	 * Goes round until nothing is left to do or the batch is stopped.
	 *
	 * @return one for each unit
	 * @throws IOException if a round fails so
	 */
	public List<UnitReport> run(final Round round) throws IOException {
		List<Integer> open = IntStream.range(0, reports.length).boxed().collect(Collectors.toList());
		while (!open.isEmpty() && !isStopped()) {
			round.make(open);
			open = open.stream().filter(index -> isKnown(index) && reports[index].status() == BatchStatus.BUSY).collect(
				Collectors.toList());
			if (!open.isEmpty() && !isStopped()) pause(pauseMillis);
		}
		for (int i = 0; i < reports.length; i++) {
			if (!isKnown(i)) reports[i] = UnitReport.of(units.get(i), BatchStatus.LEFT, "the batch was stopped before it");
		}
		return Arrays.asList(reports);
	}

	/** Notes what became of a unit; the listener is told once of what somebody else is making. */
	public void finish(final int index, final UnitReport report) {
		final boolean isNews = !isKnown(index) || reports[index].status() != report.status();
		reports[index] = report;
		if (isNews) listener.finished(index, report);
	}

	/** Whether it is known what became of a unit. */
	public boolean isKnown(final int index) {
		return reports[index] != null;
	}

	/** Ends the batch: nothing else is begun. */
	public void stop() {
		stopped = true;
	}

	/** Whether the batch is to end. */
	public boolean isStopped() {
		return stopped || Thread.currentThread().isInterrupted() || listener.isStopped();
	}

	/** Waits, unless the thread is interrupted, which it then still is. */
	public static void pause(final long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Makes units, each once. */
	@FunctionalInterface
	public interface Round {

		/**
		 * Makes units, or sees that somebody else is making them, and tells of each by {@link UnitRounds#finish}, unless the
		 * batch is stopped.
		 *
		 * @param indices of the units in the list, in its order
		 */
		void make(List<Integer> indices) throws IOException;
	}
}
