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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchListener;
import net.neuralstyle.batch.BatchMode;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.batch.BatchReport;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.WeightsFinder;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Makes the pictures of batches on a cluster, a task for each. Spark is started when it is first needed, and ends with
 * this.
 */
final class SparkPlace implements BatchPlace, AutoCloseable {

	private static final String NAME = "spark.app.name";
	private static final String FAILURES = "spark.task.maxFailures";
	private static final String CPUS = "spark.task.cpus";
	private static final String OPENMP_THREADS = "spark.executorEnv.OMP_NUM_THREADS";

	/** Null before it is needed. */
	private JavaSparkContext spark;
	private ClusterFiles files;

	// -- BatchPlace methods --

	@Override
	public synchronized BatchFiles files() {
		if (files == null) files = new ClusterFiles(spark().hadoopConfiguration());
		return files;
	}

	@Override
	public BatchReport make(final List<BatchUnit> units, final BatchMode mode, final WeightsFinder weights,
		final Consumer<String> notes, final BatchListener listener) throws IOException
	{
		if (mode.threads() > 0) {
			throw new WrongSettingException("Spark tells how many threads compute: leave the threads out, and set " + CPUS +
				".");
		}
		final long start = System.nanoTime();
		final Set<String> references = units.stream().flatMap(unit -> unit.way().weights().stream()).collect(Collectors
			.toSet());
		for (final String reference : references) {
			ClusterWeights.bring(spark(), reference, weights);
		}
		return new BatchReport(new SparkRun(spark(), units, mode, notes, listener).run(), (System.nanoTime() - start) / 1e9);
	}

	@Override
	public int atOnce() {
		return Math.max(1, spark().defaultParallelism() / spark().getConf().getInt(CPUS, 1));
	}

	@Override
	public void abandon() {
		// NB: Executors end with this process.
	}

	// -- AutoCloseable methods --

	@Override
	public synchronized void close() {
		if (spark != null) spark.close();
	}

	// -- Helper methods --

	private synchronized JavaSparkContext spark() {
		try {
			if (spark == null) spark = new JavaSparkContext(conf());
			return spark;
		}
		catch (final RuntimeException exc) {
			throw new StyleTransferException("Spark cannot be started (" + exc.getMessage() +
				"): submit this to a cluster that runs, or with --master local[2].", exc);
		}
	}

	private static SparkConf conf() {
		final SparkConf conf = new SparkConf().setIfMissing(NAME, "Neural Style Transfer");
		// NB: A unit is given up after its own tries; until then Spark must not give up all.
		if (conf.getInt(FAILURES, UnitTask.TRIES + 1) <= UnitTask.TRIES) {
			conf.set(FAILURES, String.valueOf(UnitTask.TRIES + 1));
		}
		// NB: Spark would set it, for all that an executor does, and it prevails over what each session is told.
		conf.setIfMissing(OPENMP_THREADS, "");
		// NB: The second of two that make the same picture would find it claimed.
		return conf.set("spark.speculation", "false");
	}
}
