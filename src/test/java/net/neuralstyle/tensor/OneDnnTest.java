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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneDnnTest {

	private static final String OPTION = "-Dorg.bytedeco.javacpp.cachedir=";

	@TempDir
	private Path folder;

	@BeforeEach
	void checkPlatform() {
		assumeTrue(OneDnn.isPublished(), "oneDNN 3 is published for x86-64 only.");
	}

	@Test
	void libraryIsTheOneThatIsCalled() {
		assertEquals("", OneDnn.obstacle().orElse(""));
		assertEquals("3.3.4", OneDnn.version());
	}

	@ParameterizedTest
	@ValueSource(ints = { dnnl.dnnl_cpu_isa_avx512_core_bf16, dnnl.dnnl_cpu_isa_avx512_core_fp16,
		dnnl.dnnl_cpu_isa_avx512_core_amx, dnnl.dnnl_cpu_isa_avx512_core_amx_fp16 })
	void instructionsThatMultiplyBfloat16AreKnown(final int instructions) {
		assertTrue(OneDnn.multipliesBfloat16(instructions));
	}

	@ParameterizedTest
	@ValueSource(ints = { dnnl.dnnl_cpu_isa_default, dnnl.dnnl_cpu_isa_sse41, dnnl.dnnl_cpu_isa_avx2,
		dnnl.dnnl_cpu_isa_avx2_vnni, dnnl.dnnl_cpu_isa_avx2_vnni_2, dnnl.dnnl_cpu_isa_avx512_core,
		dnnl.dnnl_cpu_isa_avx512_core_vnni })
	void otherInstructionsDoNot(final int instructions) {
		assertFalse(OneDnn.multipliesBfloat16(instructions));
	}

	@Tag("slow")
	@Test
	void processorIsTakenForWhatTheUserSays() throws Exception {
		final Report report = new ReportProcess(folder).environment("ONEDNN_MAX_CPU_ISA", "AVX2").run("onednn");
		assertEquals("", report.value("obstacle"));
		assertEquals("false", report.value("bfloat16"));
	}

	@EnabledOnOs(OS.LINUX)
	@Tag("slow")
	@Test
	void openMpIsSharedWithNd4j() throws Exception {
		final Report report = new ReportProcess(folder).run("onednn");
		assertEquals(List.of("libgomp.so.1"), report.values("mapped").stream().filter(name -> name.contains("gomp")).collect(
			Collectors.toList()), report.toString());
		assertTrue(report.values("mapped").contains("libdnnl.so.3"), report.toString());
	}

	@EnabledOnOs(OS.LINUX)
	@Tag("slow")
	@ParameterizedTest
	@CsvSource({ "'', -XX:ActiveProcessorCount=1, 1", "3, -XX:ActiveProcessorCount=1, 3" })
	void threadsAreThoseOfNd4j(final String chosen, final String option, final int expected) throws Exception {
		final Report report = new ReportProcess(folder).environment("OMP_NUM_THREADS", chosen).environment("ONEDNN_VERBOSE",
			"1").option(option).run("onednn");
		assertTrue(report.toString().contains("runtime:OpenMP,nthr:" + expected + "\n"), report.toString());
	}

	@EnabledOnOs(OS.LINUX)
	@Tag("slow")
	@Test
	void libraryIsNotLoadedBeforeItIsAskedFor() throws Exception {
		final Report report = new ReportProcess(folder).run("mapped");
		assertTrue(report.values("mapped").contains("libnd4jcpu.so"), report.toString());
		assertFalse(report.values("mapped").contains("libdnnl.so.3"), report.toString());
	}

	@Tag("slow")
	@Test
	void secondClassLoaderMayUseItToo() throws Exception {
		final Report report = new ReportProcess(folder).run("onednn", "again");
		assertEquals(report.value("version"), report.value("version in a second class loader"));
	}

	@Tag("slow")
	@Test
	void choiceOfNd4jsBuildDoesNotMatter() throws Exception {
		final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform.extension=-none").run(
			"onednn");
		assertEquals("", report.value("obstacle"));
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = { "dnnl-.*-x86_64", "opencl-.*-x86_64", "dnnl-[\\d.-]+", "opencl-[\\d.-]+" })
	void missingJarIsNoFailure(final String jar) throws Exception {
		final Report report = new ReportProcess(folder).without(file -> Path.of(file).getFileName().toString().matches(jar +
			"\\.jar")).run("onednn");
		assertEquals("oneDNN 3 is not installed: put the dnnl and opencl jars for " + Loader.getPlatform() +
			" beside the plugin.", report.value("obstacle"));
		assertEquals(report.value("obstacle"), report.value("second obstacle"));
		assertEquals(List.of(), report.errors());
	}

	@Tag("slow")
	@Test
	void systemWithoutLibraryIsNamed() throws Exception {
		final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform=linux-none").run("onednn");
		assertEquals("There is no oneDNN 3 for this system (linux-none).", report.value("obstacle"));
	}

	@EnabledOnOs(OS.LINUX)
	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = { "libdnnl.so.3", "libjnidnnl.so", "libOpenCL.so.1" })
	void damagedLibraryIsNamed(final String name) throws Exception {
		final JarFile jar = jar(name.contains("OpenCL") ? OneDnn.OPENCL_FOLDER : OneDnn.FOLDER, name.contains("OpenCL")
			? OneDnn.OPENCL_LIBRARY : OneDnn.LIBRARY);
		NativeCacheTest.damage(folder, jar, jar.stream().filter(entry -> entry.getName().endsWith("/" + name)).findFirst()
			.orElseThrow());
		final Report report = new ReportProcess(folder).option(OPTION + folder).run("onednn");
		assertTrue(report.value("obstacle").matches("The native libraries in " + folder + " do not load \\([^(/]+\\): " +
			"delete that folder, so that they are unpacked again, or name another folder by Java's option " + OPTION +
			"FOLDER\\."), report.toString());
		// NB: The virtual machine itself warns of such a file.
		assertFalse(report.toString().contains("\tat "), report.toString());
	}

	@Tag("slow")
	@Test
	void folderThatCannotBeWrittenIsNamed() throws Exception {
		final Path place = Path.of(jar(OneDnn.FOLDER, OneDnn.LIBRARY).getName()).getFileName();
		Files.createFile(folder.resolve(place));
		final Report report = new ReportProcess(folder).option(OPTION + folder).run("onednn");
		assertEquals("The native libraries cannot be unpacked into " + folder.resolve(place).resolve(OneDnn.FOLDER).resolve(
			Loader.getPlatform()) + ", which cannot be written: change its permissions, or name another folder by Java's " +
			"option " + OPTION + "FOLDER.", report.value("obstacle"));
		assertEquals(List.of(), report.errors());
	}

	@Tag("slow")
	@Test
	void twoProcessesMayUnpackAtOnce() throws Exception {
		final Path cache = Files.createDirectory(folder.resolve("cache"));
		final Callable<Report> start = () -> new ReportProcess(Files.createTempDirectory(folder, "process")).option(OPTION +
			cache).run("onednn");
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (final Future<Report> report : threads.invokeAll(List.of(start, start))) {
				assertEquals("3.3.4", report.get().value("version"));
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private static JarFile jar(final String place, final String library) throws IOException {
		final URL url = OneDnnTest.class.getClassLoader().getResource(place + "/" + Loader.getPlatform() + "/" + System
			.mapLibraryName(library));
		return ((JarURLConnection) url.openConnection()).getJarFile();
	}
}
