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

package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class BackendTest {

	@TempDir
	private Path folder;

	@Test
	void deviceStaysTheSame() {
		assertSame(Backend.device(), Backend.device());
	}

	@Test
	void deviceIsTheSameInASecondClassLoader() throws Exception {
		final Report report = new ReportProcess(folder).run("again");
		assertEquals(report.value("text"), report.value("text in a second class loader"));
		assertEquals(List.of(), report.values("note in a second class loader"));
	}

	@Test
	void threadsThatTheUserChoseAreKept() throws Exception {
		final Report report = new ReportProcess(folder).environment("OMP_NUM_THREADS", "1").run();
		assertEquals("1", report.value("threads"));
		assertEquals("1", report.value("threads of another thread"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "4,2", "0", "-1", "2.5", "2147483648" })
	void threadsThatAreNoNumberAreNamed(final String threads) throws Exception {
		final Report report = new ReportProcess(folder).environment("OMP_NUM_THREADS", threads).run("failure");
		assertEquals("The environment variable OMP_NUM_THREADS is \"" + threads + "\", which is no number of threads: set " +
			"it to a whole number from 1 to 9999, or unset it.", report.value("failure"));
	}

	@Test
	void missingNativesAreNamed() throws Exception {
		final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform=linux-none").run("failure");
		final String message = report.value("failure");
		assertTrue(message.matches("ND4J, the library that computes, does not start on this machine \\(.+\\): install the " +
			"nd4j-native, openblas and javacpp jars for linux-none next to the plugin\\."), message);
	}

	@Test
	void noMoreThreadsThanProcessors() throws Exception {
		final Report report = new ReportProcess(folder).option("-XX:ActiveProcessorCount=1").run();
		assertEquals("1", report.value("threads"));
		assertEquals("1", report.value("threads of another thread"));
	}

	@Test
	void blasKeepsNoThreadsOfItsOwn() {
		assumeTrue(System.getenv("OMP_NUM_THREADS") == null, "The user has chosen.");
		Backend.load();
		assertEquals(1, Nd4j.factory().blas().getMaxThreads());
	}

	@Test
	void threadsAreBetweenOneAndTheProcessors() {
		Backend.load();
		final int threads = Processor.threads();
		assertTrue(threads >= 1 && threads <= Runtime.getRuntime().availableProcessors(), threads + " threads");
	}
}
