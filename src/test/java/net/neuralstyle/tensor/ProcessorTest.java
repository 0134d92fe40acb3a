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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "fpu sse4_2 avx f16c, false", "fpu sse4_2 avx f16c avx2 bmi2, true", "avx512f avx2, true",
		"avx2_of_others, false" })
	void linuxTellsWhetherThereIsAvx2(final String flags, final boolean expected) throws IOException {
		final Path description = Files.write(folder.resolve("cpuinfo"), List.of("processor\t: 0", "model name\t: avx2",
			"flags\t\t: " + flags, "processor\t: 1"));
		assertEquals(expected, Processor.hasAvx2(description));
	}

	@Test
	void virtualMachineTellsWhereLinuxDoesNot() {
		assertEquals(Processor.virtualMachineHasAvx2(), Processor.hasAvx2(folder.resolve("none")));
	}

	@Test
	void virtualMachineAgreesWithLinux() throws IOException {
		final Path description = Paths.get("/proc/cpuinfo");
		assumeTrue(Files.exists(description) && System.getProperty("os.arch").equals("amd64"), "Not Linux on x86-64.");
		assertEquals(Processor.hasAvx2(description), Processor.virtualMachineHasAvx2());
	}
}
