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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.batch.FrameWatcher;
import net.neuralstyle.batch.UnitListener;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.batch.UnitWork;
import net.neuralstyle.imagej.batch.FilePictures;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What an executor keeps from one task to the next: an open session with its weights and styles. There is one for each
 * task that runs at once, so each has its own threads and memory, those that Spark counts for a task.
 */
final class ExecutorWork {

	/** For all tensors of the process, see {@link TaskShare#tensorBytes}. */
	private static final String MOST_BYTES = "org.bytedeco.javacpp.maxBytes";
	private static final String MOST_BYTES_IN_ALL = "org.bytedeco.javacpp.maxPhysicalBytes";

	/** Those that no task has, the last one used first. */
	private static final Deque<ExecutorWork> IDLE = new ArrayDeque<>();

	/** Which batch it is of: another one may want something else of it. */
	private final long batch;
	private final ClusterFiles files;
	private final List<String> notes = new ArrayList<>();
	private final UnitWork work;

	private ExecutorWork(final Broadcast<SerializableConfiguration> configuration, final boolean overwrite,
		final int saveEvery, final TaskContext context)
	{
		batch = configuration.id();
		files = new ClusterFiles(configuration.value().value());
		work = new UnitWork(files, new FilePictures(files, saveEvery, notes::add), new ClusterWeights(files), TaskShare.of(
			SparkEnv.get().conf(), context.cpus()), overwrite);
	}

	/**
	 * Takes one for a task, an open one if there is.
	 *
	 * @param saveEvery as of {@link FilePictures}
	 */
	static synchronized ExecutorWork take(final Broadcast<SerializableConfiguration> configuration,
		final boolean overwrite, final int saveEvery, final TaskContext context)
	{
		prepare(SparkEnv.get().conf());
		while (!IDLE.isEmpty()) {
			final ExecutorWork idle = IDLE.pop();
			if (idle.batch == configuration.id()) return idle;
			idle.work.close();
		}
		return new ExecutorWork(configuration, overwrite, saveEvery, context);
	}

	/** Keeps it for another task. */
	void giveBack() {
		synchronized (ExecutorWork.class) {
			IDLE.push(this);
		}
	}

	/**
	 * Makes a unit, or tells whether it would.
	 *
	 * @param dry whether it is only looked at
	 * @param last whether there is no other try
	 * @throws IOException if another try may help and there is one
	 */
	UnitOutcome make(final UnitOrder order, final boolean dry, final boolean last) throws IOException {
		notes.clear();
		final UnitReport report;
		try {
			report = dry ? work.look(order.unit()) : work.make(order.unit(), listener(TaskContext.get()));
		}
		catch (final WrongSettingException exc) {
			return UnitOutcome.refused(order.index(), files.told(exc.getMessage()));
		}
		catch (final IOException exc) {
			if (!last) throw exc;
			return UnitOutcome.failed(order.index(), files.told(exc.getMessage()));
		}
		final String reason = files.told(report.reason());
		if (report.isWorthAnotherTry() && !last) throw new IOException(reason);
		return UnitOutcome.of(order.index(), report, reason, notes);
	}

	// -- Helper methods --

	/** Sets what must be known before the first tensor, or window, is thought of. */
	private static void prepare(final SparkConf conf) {
		System.setProperty("java.awt.headless", "true");
		if (System.getProperty(MOST_BYTES) != null) return;
		System.setProperty(MOST_BYTES, String.valueOf(TaskShare.tensorBytes(conf)));
		// NB: What counts is that of tensors; whoever shares out the machine looks at all.
		System.setProperty(MOST_BYTES_IN_ALL, "0");
	}

	private UnitListener listener(final TaskContext context) {
		return (unit, reason, content) -> {
			content.notes().forEach(notes::add);
			final FrameWatcher untilKilled = new FrameWatcher() {

				@Override
				public void started(final StyleTransferSetup setup) {
					setup.notes().forEach(notes::add);
				}

				@Override
				public boolean isCancelled() {
					return context.isInterrupted();
				}
			};
			return index -> untilKilled;
		};
	}
}
