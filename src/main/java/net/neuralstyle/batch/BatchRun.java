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
import java.util.List;

/** Makes the pictures of units on this computer, in their order. */
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
		return run(units, (index, unit) -> work.make(unit, (started, reason, content) -> listener.starting(index, started,
			reason, content)));
	}

	/** Tells what {@link #run} would do, and does nothing. */
	public BatchReport look(final List<BatchUnit> units) throws IOException {
		return run(units, (index, unit) -> work.look(unit));
	}

	// -- Helper methods --

	private BatchReport run(final List<BatchUnit> units, final Making making) throws IOException {
		final long start = System.nanoTime();
		final UnitRounds rounds = new UnitRounds(units, listener, PAUSE_MILLIS);
		return new BatchReport(rounds.run(indices -> {
			for (final int index : indices) {
				if (rounds.isStopped()) return;
				final UnitReport report = making.make(index, units.get(index));
				// NB: Each of the others would be computed, and then have no room.
				if (report.status() == BatchStatus.STOPPED || report.isOfFullDisk()) rounds.stop();
				rounds.finish(index, report);
			}
		}), (System.nanoTime() - start) / 1e9);
	}

	/** What is done with a unit. */
	private interface Making {

		UnitReport make(int index, BatchUnit unit) throws IOException;
	}
}
