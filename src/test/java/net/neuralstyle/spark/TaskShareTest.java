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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** What a task gets of an executor. */
class TaskShareTest {

	private static final long MB = 1 << 20;

	@Test
	void memoryIsWhatIsSetBesideTheHeap() {
		assertEquals(2048 * MB, TaskShare.tensorBytes(conf().set("spark.executor.memoryOverhead", "2g")));
		assertEquals(700 * MB, TaskShare.tensorBytes(conf().set("spark.executor.memoryOverhead", "700")));
	}

	@Test
	void memoryIsAsMuchAsTheHeapWhereNobodyEnforcesIt() {
		assertEquals(Runtime.getRuntime().maxMemory(), TaskShare.tensorBytes(conf()));
	}

	@Test
	void memoryIsWhatYarnAndKubernetesGiveUnasked() {
		assertEquals(384 * MB, TaskShare.tensorBytes(conf().set("spark.master", "yarn")));
		assertEquals(819 * MB, TaskShare.tensorBytes(conf().set("spark.master", "k8s://https://a:1").set(
			"spark.executor.memory", "8g")) / MB * MB);
		assertEquals(2048 * MB, TaskShare.tensorBytes(conf().set("spark.master", "yarn").set("spark.executor.memory", "4g")
			.set("spark.executor.memoryOverheadFactor", "0.5")));
	}

	@Test
	void tasksThatRunAtOnceAreAsManyAsTheCoresAllow() {
		final SparkConf conf = conf().set("spark.executor.cores", "8");
		assertEquals(4, TaskShare.atOnce(conf, 2));
		assertEquals(1, TaskShare.atOnce(conf, 5));
		assertEquals(1, TaskShare.atOnce(conf, 16));
	}

	private static SparkConf conf() {
		return new SparkConf(false).set("spark.master", "spark://a:7077");
	}
}
