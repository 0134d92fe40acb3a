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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import net.neuralstyle.recipe.Recipe;

import org.junit.jupiter.api.Test;

class UnitRoundsTest {

	private final List<List<Integer>> asked = new ArrayList<>();
	private final List<String> told = new ArrayList<>();
	private boolean stopped;

	@Test
	void whatOthersMakeIsLookedAtAgainUntilItIsKnown() throws IOException {
		final UnitRounds rounds = rounds(3);
		final List<UnitReport> reports = rounds.run(indices -> {
			asked.add(indices);
			indices.forEach(index -> finish(rounds, index, index == 1 && asked.size() < 3 ? BatchStatus.BUSY
				: BatchStatus.DONE));
		});
		assertEquals(List.of(List.of(0, 1, 2), List.of(1), List.of(1)), asked);
		// NB: That somebody else makes it is told once.
		assertEquals(List.of("done 0", "busy 1", "done 2", "done 1"), told);
		assertEquals(List.of(BatchStatus.DONE, BatchStatus.DONE, BatchStatus.DONE), statuses(reports));
	}

	@Test
	void whatIsNotKnownWhenItIsStoppedIsLeft() throws IOException {
		final UnitRounds rounds = rounds(3);
		assertEquals(List.of(BatchStatus.DONE, BatchStatus.BUSY, BatchStatus.LEFT), statuses(rounds.run(indices -> {
			finish(rounds, 0, BatchStatus.DONE);
			finish(rounds, 1, BatchStatus.BUSY);
			rounds.stop();
		})));
		assertTrue(rounds.isKnown(2));
	}

	@Test
	void nothingIsBegunAfterTheListenerHasStoppedIt() throws IOException {
		stopped = true;
		assertEquals(List.of(BatchStatus.LEFT), statuses(rounds(1).run(asked::add)));
		assertEquals(List.of(), asked);
	}

	@Test
	void interruptionStopsIt() throws IOException {
		final UnitRounds rounds = rounds(1);
		final List<UnitReport> reports = rounds.run(indices -> {
			finish(rounds, 0, BatchStatus.BUSY);
			Thread.currentThread().interrupt();
		});
		assertTrue(Thread.interrupted());
		assertEquals(List.of(BatchStatus.BUSY), statuses(reports));
	}

	// -- Helper methods --

	private UnitRounds rounds(final int count) {
		final List<BatchUnit> units = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			units.add(unit(i));
		}
		return new UnitRounds(units, new Telling(), 1);
	}

	private static void finish(final UnitRounds rounds, final int index, final BatchStatus status) {
		rounds.finish(index, UnitReport.of(unit(index), status, ""));
	}

	private static BatchUnit unit(final int index) {
		return new BatchUnit(index + ".png", "", new TransferWay(List.of("gravel"), "", Recipe.builder().build(), "w"), "o" +
			index + ".png", false);
	}

	private static List<BatchStatus> statuses(final List<UnitReport> reports) {
		return reports.stream().map(UnitReport::status).collect(Collectors.toList());
	}

	/** Writes down what it is told. */
	private final class Telling implements BatchListener {

		@Override
		public IntFunction<FrameWatcher> starting(final int index, final BatchUnit unit, final String reason,
			final UnitPictures.Content content)
		{
			throw new IllegalStateException();
		}

		@Override
		public void finished(final int index, final UnitReport report) {
			told.add(report.status() + " " + index);
		}

		@Override
		public boolean isStopped() {
			return stopped;
		}
	}
}
