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

import net.neuralstyle.batch.BatchMode;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What an executor does for a unit. What may go better another time, or elsewhere, it leaves to Spark to try again; in
 * the end, whatever happened, there is an outcome, so that one unit never ends the batch.
 */
final class UnitTask implements VoidFunction<UnitOrder> {

	private static final long serialVersionUID = 1L;

	/** How often a unit is tried. */
	static final int TRIES = 3;

	private final Broadcast<SerializableConfiguration> configuration;
	private final CollectionAccumulator<UnitOutcome> outcomes;
	private final boolean overwrite;
	private final boolean dry;
	private final int saveEvery;

	/**
	 * @param configuration of Hadoop
	 * @param outcomes get one for each unit
	 */
	UnitTask(final Broadcast<SerializableConfiguration> configuration,
		final CollectionAccumulator<UnitOutcome> outcomes, final BatchMode mode)
	{
		this.configuration = configuration;
		this.outcomes = outcomes;
		overwrite = mode.isOverwriting();
		dry = mode.isDry();
		saveEvery = mode.saveEvery();
	}

	@Override
	public void call(final UnitOrder order) throws Exception {
		final TaskContext context = TaskContext.get();
		if (context.attemptNumber() >= TRIES) {
			outcomes.add(UnitOutcome.failed(order.index(), "It was tried " + TRIES + " times, and the executor was lost each " +
				"time or failed: give executors more memory, or choose a smaller size; their logs tell more."));
			return;
		}
		final ExecutorWork work = ExecutorWork.take(configuration, overwrite, saveEvery, context);
		final UnitOutcome outcome;
		try {
			outcome = work.make(order, dry, isLastTry(context));
		}
		finally {
			work.giveBack();
		}
		outcomes.add(outcome);
	}

	// -- Helper methods --

	/** Whether Spark would end everything if this try failed, too. */
	private static boolean isLastTry(final TaskContext context) {
		final SparkConf conf = SparkEnv.get().conf();
		// NB: Without a cluster Spark tries once.
		final int tries = conf.get("spark.master").startsWith("local") ? 1 : TRIES;
		return context.attemptNumber() >= tries - 1;
	}
}
