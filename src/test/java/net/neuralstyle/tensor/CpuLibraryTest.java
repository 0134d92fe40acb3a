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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the best native library is found, whatever others are on the class path. */
class CpuLibraryTest {

	private static final String PLATFORM = Loader.getPlatform();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { //
		"true, true, plain avx2 onednn, -avx2", //
		"true, true, plain onednn, ''", //
		"true, true, onednn, -onednn", //
		"true, false, plain avx2 onednn, -onednn", //
		"true, false, plain avx2, -avx2", //
		"false, true, plain avx2 onednn, ''", //
		"false, true, avx2 onednn, -onednn", //
		"false, false, plain avx2 onednn, -onednn", //
		"false, true, avx2, none", //
		"true, true, avx512, none", //
		"true, true, '', none" //
	})
	void buildSuitsTheProcessorAndOneDnn(final boolean hasAvx2, final boolean hasOneDnn3, final String builds,
		final String expected) throws IOException
	{
		assertEquals(Optional.ofNullable(expected), CpuLibrary.build(jars(hasOneDnn3, builds), hasAvx2, Optional
			.empty()));
	}

	@Test
	void choiceOfTheUserPrevailsIfItIsThere() throws IOException {
		final ClassLoader loader = jars(true, "plain avx2 onednn");
		assertEquals(Optional.of("-onednn"), CpuLibrary.build(loader, true, Optional.of("-onednn")));
		assertEquals(Optional.of("-avx2"), CpuLibrary.build(loader, true, Optional.of("-avx512")));
	}

	@Test
	void processorWithoutAvx2IsToldWhatToDo() throws IOException {
		final String sentence = CpuLibrary.obstacle(jars(true, "avx2"), false).orElseThrow();
		assertEquals("ND4J, the library that computes, is installed for processors with AVX2 only, and this one (" + Processor
			.name() + ") has none: put the jar of org.nd4j's nd4j-native from Maven Central whose name ends in " + PLATFORM +
			".jar beside it.", sentence);
	}

	@ParameterizedTest
	@CsvSource({ "true, avx2", "false, plain avx2", "false, avx2 onednn", "false, onednn", "false, ''" })
	void otherProcessorsOrBuildsAreNoObstacle(final boolean hasAvx2, final String builds) throws IOException {
		assertEquals(Optional.empty(), CpuLibrary.obstacle(jars(true, builds), hasAvx2));
	}

	/** A class loader that sees these builds alone, whose libraries are empty files. */
	private ClassLoader jars(final boolean hasOneDnn3, final String builds) throws IOException {
		for (final String build : builds.split(" ")) {
			if (!build.isEmpty()) touch(CpuLibrary.FOLDER + "/" + PLATFORM + (build.equals("plain") ? "" : "-" + build) + "/" +
				System.mapLibraryName(CpuLibrary.LIBRARY));
		}
		if (hasOneDnn3) {
			touch(OneDnn.FOLDER + "/" + PLATFORM + "/" + System.mapLibraryName(OneDnn.LIBRARY));
			touch(OneDnn.OPENCL_FOLDER + "/" + PLATFORM + "/" + System.mapLibraryName(OneDnn.OPENCL_LIBRARY));
			touch(OneDnn.FOLDER + "/global/dnnl.class");
			touch(OneDnn.OPENCL_FOLDER + "/global/OpenCL.class");
		}
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, null);
	}

	private void touch(final String path) throws IOException {
		final Path file = folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.createFile(file);
	}

	/** Processes of their own, with real libraries. */
	@Nested
	@Tag("slow")
	class Processes {

		private List<String> others;

		@BeforeEach
		void findOtherNatives() throws IOException {
			assumeTrue(OneDnn.isPublished(), "These builds are published for x86-64 only.");
			others = ReportProcess.libraries(name -> name.matches("nd4j-native-.*-onednn\\.jar"));
			assertEquals(1, others.size());
		}

		@Test
		void buildForAvx2IsPreferred() throws Exception {
			final Report report = new ReportProcess(folder).with(others).run();
			assertEquals(PLATFORM + "-avx2", report.value("library"));
			assertEquals(List.of(), report.values("note"));
		}

		@Test
		void buildForAvx2IsPreferredWhenJavaCppIsInUseAlready() throws Exception {
			final Report report = new ReportProcess(folder).with(others).run("javacpp");
			assertEquals(PLATFORM + "-avx2", report.value("library"));
		}

		@Test
		void choiceDoesNotReachOtherLibraries() throws Exception {
			final Report report = new ReportProcess(folder).with(others).run();
			assertEquals("true", report.value("properties kept"));
			assertEquals("0.0 3.0", report.value("relu"));
			assertEquals("block1_conv1", report.value("weights"));
		}

		@Test
		void withoutOneDnn3TheBuildWithOneDnn2IsPreferred() throws Exception {
			final Report report = withoutOneDnn3().with(others).option(ownCache()).run();
			assertEquals(PLATFORM + "-onednn", report.value("library"));
			assertEquals(List.of("oneDNN 3 is not installed: put the dnnl and opencl jars for " + PLATFORM +
				" beside the plugin.", "ND4J computes the network without oneDNN 3, which takes longer."), report.values("note"));
		}

		@Test
		void withoutAnyOneDnnEverythingWorksAndIsNoted() throws Exception {
			final Report report = withoutOneDnn3().run();
			assertEquals("0.0 3.0", report.value("relu"));
			assertEquals("ND4J computes the network without oneDNN 3, which takes about ten times as long.", report.values(
				"note").get(1));
		}

		@Test
		void userMayChooseAnotherBuild() throws Exception {
			final Report report = new ReportProcess(folder).with(others).option(
				"-Dorg.bytedeco.javacpp.platform.extension=-onednn").option(ownCache()).run();
			assertEquals(PLATFORM + "-onednn", report.value("library"));
			assertEquals(List.of(), report.values("note"));
		}

		@Test
		void buildThatIsNotThereIsReplacedAndNoted() throws Exception {
			final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform.extension=-none").run();
			assertEquals(PLATFORM + "-avx2", report.value("library"));
			assertEquals("true", report.value("properties kept"));
			assertEquals("There is no nd4j-native jar for " + PLATFORM + "-none, the build that Java's option " +
				"-Dorg.bytedeco.javacpp.platform.extension asks for, so another one is in use.", report.value("note"));
		}

		private ReportProcess withoutOneDnn3() {
			return new ReportProcess(folder).without(file -> Path.of(file).getFileName().toString().startsWith("dnnl-"));
		}

		/** Keeps libraries that only tests use out of the user's cache. */
		private String ownCache() {
			return "-Dorg.bytedeco.javacpp.cachedir=" + Path.of("target", "javacpp-cache");
		}
	}
}
