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

package net.neuralstyle.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.batch.BatchListener;
import net.neuralstyle.batch.BatchMode;
import net.neuralstyle.batch.BatchStatus;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.batch.UnitRounds;

import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The driver's side of a batch: sends units out, and takes outcomes while they come. Runs once, on one thread, whose
 * interruption stops it.
 */
final class SparkRun {

	private static final long POLL_MILLIS = 100;
	/** How long to wait before looking again at what others are making. */
	private static final long PAUSE_MILLIS = 2000;
	/** How long tasks may take to finish with the picture so far. */
	private static final long PATIENCE_SECONDS = 60;

	private final JavaSparkContext spark;
	private final List<BatchUnit> units;
	private final Consumer<String> notes;
	private final UnitTask task;
	private final CollectionAccumulator<UnitOutcome> outcomes;
	private final UnitRounds rounds;
	/** How many of the outcomes were taken. */
	private int taken;
	private final Set<String> told = new HashSet<>();

	/**
	 * @param notes as of {@link net.neuralstyle.batch.BatchPlace#make}, each once
	 * @param listener likewise
	 */
	SparkRun(final JavaSparkContext spark, final List<BatchUnit> units, final BatchMode mode,
		final Consumer<String> notes, final BatchListener listener)
	{
		this.spark = spark;
		this.units = units;
		this.notes = notes;
		outcomes = spark.sc().collectionAccumulator();
		task = new UnitTask(spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())), outcomes, mode);
		rounds = new UnitRounds(units, listener, PAUSE_MILLIS);
	}

	/**
	 * Makes all units; what somebody else is making, when he is done or dead.
	 *
	 * @return one for each unit
	 * @throws WrongSettingException if no unit can be made so
	 */
	List<UnitReport> run() throws IOException {
		final List<UnitReport> reports = rounds.run(this::make);
		if (rounds.isStopped()) awaitIdle();
		return reports;
	}

	// -- Helper methods --

	private void make(final List<Integer> indices) {
		final List<UnitOrder> orders = indices.stream().map(index -> new UnitOrder(index, units.get(index))).collect(
			Collectors.toList());
		final JavaFutureAction<Void> action = spark.parallelize(orders, orders.size()).foreachAsync(task);
		while (!action.isDone()) {
			UnitRounds.pause(POLL_MILLIS);
			take();
			if (rounds.isStopped()) action.cancel(true);
		}
		take();
		if (!action.isCancelled()) noteFailure(action, indices);
	}

	/** Takes what executors have told since the last time. */
	private void take() {
		final List<UnitOutcome> all = outcomes.value();
		for (; taken < all.size(); taken++) {
			final UnitOutcome outcome = all.get(taken);
			if (outcome.isRefused()) throw new WrongSettingException(outcome.reason());
			outcome.notes().stream().filter(told::add).forEach(notes);
			rounds.finish(outcome.index(), outcome.report(units.get(outcome.index())));
		}
	}

	/** Notes of which units there is no outcome, if Spark has given up. */
	private void noteFailure(final JavaFutureAction<Void> action, final List<Integer> indices) {
		try {
			action.get();
		}
		catch (final ExecutionException exc) {
			final String reason = String.valueOf(exc.getCause().getMessage()).lines().findFirst().orElse("");
			indices.stream().filter(index -> !rounds.isKnown(index)).forEach(index -> rounds.finish(index, UnitReport.of(units
				.get(index), BatchStatus.FAILED, "Spark has given up: " + reason)));
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits until executors have written the pictures so far. */
	private void awaitIdle() {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (isBusy() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
			UnitRounds.pause(POLL_MILLIS);
		}
	}

	private boolean isBusy() {
		return Arrays.stream(spark.sc().statusTracker().getExecutorInfos()).mapToInt(SparkExecutorInfo::numRunningTasks)
			.sum() > 0;
	}
}
