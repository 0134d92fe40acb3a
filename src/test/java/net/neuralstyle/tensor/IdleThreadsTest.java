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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenMP itself says, when it is loaded, how long its threads look for work. */
@Tag("slow")
class IdleThreadsTest {

	@TempDir
	private Path folder;

	private ReportProcess process;

	@BeforeEach
	void makeProcess() {
		assumeTrue(Loader.getPlatform().startsWith("linux"), "GCC's OpenMP is used on Linux.");
		process = new ReportProcess(folder).environment("OMP_DISPLAY_ENV", "verbose");
	}

	@Test
	void threadsSleepSoon() throws Exception {
		assertEquals(List.of(String.valueOf(IdleThreads.SPINS)), spins());
	}

	@Test
	void whatTheUserChoseIsKept() throws Exception {
		process.environment("GOMP_SPINCOUNT", "77");
		assertEquals(List.of("77"), spins());
	}

	@Test
	void policyThatTheUserChoseIsKept() throws Exception {
		process.environment("OMP_WAIT_POLICY", "passive");
		assertEquals(List.of("0"), spins());
	}

	@Test
	void activeWaitingThatTheUserChoseIsKept() throws Exception {
		process.environment("OMP_WAIT_POLICY", "active");
		assertEquals(List.of("30000000000"), spins());
	}

	@Test
	void hostNeedsNoJna() throws Exception {
		process.without(file -> Path.of(file).getFileName().toString().startsWith("jna-"));
		assertEquals(List.of("300000"), spins());
	}

	private List<String> spins() throws Exception {
		return process.run().errors().stream().filter(line -> line.contains("GOMP_SPINCOUNT")).map(line -> line.replaceAll(
			"\\D", "")).collect(Collectors.toList());
	}
}
