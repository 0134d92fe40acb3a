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

import net.neuralstyle.MachineShare;

import org.apache.spark.SparkConf;

/** What a task may use of the machine, by Spark's settings. */
final class TaskShare {

	private static final String CORES = "spark.executor.cores";
	private static final String OVERHEAD = "spark.executor.memoryOverhead";
	private static final String OVERHEAD_FACTOR = "spark.executor.memoryOverheadFactor";
	private static final String MEMORY = "spark.executor.memory";
	private static final double USUAL_FACTOR = 0.1;
	private static final long LEAST_OVERHEAD = 384L << 20;

	private TaskShare() {
		// NB: Not instantiable.
	}

	/**
	 * Returns a task's share of its executor: as many threads as Spark counts for it, and of the memory for tensors as
	 * much as for each other task that runs at once.
	 *
	 * @param cpus {@code spark.task.cpus}, at least 1
	 */
	static MachineShare of(final SparkConf conf, final int cpus) {
		return MachineShare.of(cpus, Math.max(1, tensorBytes(conf) / atOnce(conf, cpus)));
	}

	/** Returns how many tasks run at once in an executor, at most. */
	static int atOnce(final SparkConf conf, final int cpus) {
		// NB: In standalone mode an executor has, if it is not set, all cores that the worker offers, at most these.
		return Math.max(1, conf.getInt(CORES, Runtime.getRuntime().availableProcessors()) / cpus);
	}

	/**
	 * Returns how much memory all tensors of an executor may take, in bytes: what it has beside Java's heap. Where nobody
	 * has said and nobody enforces it, as much again as the heap.
	 */
	static long tensorBytes(final SparkConf conf) {
		if (conf.contains(OVERHEAD)) return conf.getSizeAsMb(OVERHEAD, "0") << 20;
		// NB: These end a process that takes more than it has asked for.
		if (!conf.get("spark.master", "").matches("(yarn|k8s).*")) return Runtime.getRuntime().maxMemory();
		final long heap = conf.getSizeAsMb(MEMORY, "1g") << 20;
		return Math.max(LEAST_OVERHEAD, (long) (heap * conf.getDouble(OVERHEAD_FACTOR, USUAL_FACTOR)));
	}
}
