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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that a CUDA backend which cannot run leaves the work to the CPU, and says why in plain words. */
class CudaBackendTest {

	private static final String NOTE = "ND4J's CUDA backend is installed but cannot run here, so the CPU computes: ";

	@TempDir
	private Path folder;

	@Test
	void cpuComputesWhereThereIsNoDriver() throws Exception {
		assumeFalse(CudaBackend.isDriverInstalled(), "There is an NVIDIA driver.");
		final Report report = withCuda().run();
		assertEquals("false", report.value("gpu"));
		assertEquals("0.0 3.0", report.value("relu"));
		assertEquals(NOTE + "no NVIDIA driver was found on this machine.", report.value("note"));
		assertEquals(List.of(), report.errors());
	}

	@Test
	void cpuKeepsOneDnnBesideCuda() throws Exception {
		assumeFalse(CudaBackend.isDriverInstalled(), "There is an NVIDIA driver.");
		assertEquals(new ReportProcess(folder).run().value("text"), withCuda().run().value("text"));
	}

	@Test
	void missingNativeLibrariesOfCudaAreNoFailure() throws Exception {
		final Report report = withCuda().run("cuda");
		assertEquals("the jars with the native libraries of CUDA for this system are missing", report.value("obstacle"));
		assertEquals("false", report.value("gpu"));
	}

	@Test
	void withoutItsJarsThereIsNoCudaBackend() {
		assertFalse(CudaBackend.isInstalled(new ClassLoader(null) {}));
	}

	@Test
	void missingDriverLibraryIsNamedAsTheDriver() {
		final Error linux = new UnsatisfiedLinkError("libjnicudart.so: libcuda.so.1: cannot open shared object file");
		assertEquals("no NVIDIA driver was found on this machine", CudaBackend.reason(linux));
		final Error windows = new UnsatisfiedLinkError("jnicudart.dll: Can't find nvcuda.dll");
		assertEquals("no NVIDIA driver was found on this machine", CudaBackend.reason(windows));
	}

	@Test
	void noGpuIsToldApartFromNoDriver() {
		assertEquals("no NVIDIA GPU was found, or its driver is too old for CUDA 11.6", CudaBackend.reason(
			new RuntimeException("No CUDA devices were found in system")));
	}

	@Test
	void rootOfAFailureIsTheReason() {
		final Exception failure = new InvocationTargetException(new IllegalStateException(new Error("Out of luck")));
		assertEquals("Error: Out of luck", CudaBackend.reason(failure));
	}

	@Test
	void reasonIsPartOfOneSentence() {
		assertEquals("Error: It failed; Try again", CudaBackend.reason(new Error("It failed. Try again.\nStack")));
		assertEquals("Error", CudaBackend.reason(new Error("")));
		assertEquals("Error", CudaBackend.reason(new Error()));
	}

	@ParameterizedTest
	@CsvSource({ "3, 7", "5, 0", "6, 1", "7, 5", "8, 6", "8, 9" })
	void gpusThatTheLibraryHasCodeForAreSupported(final int major, final int minor) {
		assertTrue(CudaBackend.isSupported(major, minor));
	}

	@ParameterizedTest
	@CsvSource({ "3, 5", "9, 0", "10, 0", "12, 0" })
	void gpusThatTheLibraryHasNoCodeForAreNot(final int major, final int minor) {
		assertFalse(CudaBackend.isSupported(major, minor));
	}

	private ReportProcess withCuda() throws Exception {
		return new ReportProcess(folder).with(ReportProcess.libraries(name -> name.contains("cuda")));
	}
}
