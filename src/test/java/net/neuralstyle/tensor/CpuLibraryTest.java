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
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the fast native library is found, whatever others are on the class path. */
@Tag("slow")
class CpuLibraryTest {

	private static final String PLATFORM = Loader.getPlatform();
	private static final String SLOW = "The native library without oneDNN is in use, which is about ten times slower: ";

	@TempDir
	private Path folder;

	private List<String> slowNatives;

	@BeforeEach
	void findSlowNatives() throws IOException {
		assumeTrue(PLATFORM.endsWith("-x86_64"), "oneDNN natives are published for x86-64 only.");
		slowNatives = ReportProcess.libraries(name -> name.startsWith("nd4j-native"));
		assertEquals(1, slowNatives.size());
	}

	@Test
	void oneDnnIsPreferredToOtherNatives() throws Exception {
		final Report report = new ReportProcess(folder).with(slowNatives).run();
		assertEquals(PLATFORM + "-onednn", report.value("library"));
		assertEquals(List.of(), report.values("note"));
	}

	@Test
	void oneDnnIsPreferredWhenJavaCppIsInUseAlready() throws Exception {
		final Report report = new ReportProcess(folder).with(slowNatives).run("javacpp");
		assertEquals(PLATFORM + "-onednn", report.value("library"));
	}

	@Test
	void choiceDoesNotReachOtherLibraries() throws Exception {
		final Report report = new ReportProcess(folder).with(slowNatives).run();
		assertEquals("true", report.value("properties kept"));
		assertEquals("0.0 3.0", report.value("relu"));
		assertEquals("block1_conv1", report.value("weights"));
	}

	@Test
	void slowNativeAloneWorksAndIsNoted() throws Exception {
		final Report report = withoutOneDnn().with(slowNatives).run();
		assertEquals("0.0 3.0", report.value("relu"));
		assertEquals(SLOW + "put the nd4j-native jar whose name ends in " + PLATFORM + "-onednn.jar beside the plugin.",
			report.value("note"));
	}

	@Test
	void userMayChooseTheSlowNative() throws Exception {
		final String name = slowNatives.get(0);
		final String build = name.substring(name.indexOf(PLATFORM), name.length() - ".jar".length());
		final String choice = "-Dorg.bytedeco.javacpp.platform.extension=" + build.substring(PLATFORM.length());
		final Report report = new ReportProcess(folder).with(slowNatives).option(choice).option(ownCache()).run();
		assertEquals(build, report.value("library"));
		assertEquals(SLOW + "start ImageJ without the system property org.bytedeco.javacpp.platform.extension, and run " +
			"this plugin before others that use ND4J.", report.value("note"));
	}

	@Test
	void buildThatIsNotThereIsReplacedAndNoted() throws Exception {
		final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform.extension=-none").run();
		assertEquals(PLATFORM + "-onednn", report.value("library"));
		assertEquals("true", report.value("properties kept"));
		assertEquals("There is no nd4j-native jar for " + PLATFORM + "-none, the build that Java's option " +
			"-Dorg.bytedeco.javacpp.platform.extension asks for, so another one is in use.", report.value("note"));
	}

	private ReportProcess withoutOneDnn() {
		return new ReportProcess(folder).without(file -> file.endsWith("-onednn.jar")).option(ownCache());
	}

	/** Keeps libraries that only tests use out of the user's cache. */
	private static String ownCache() {
		return "-Dorg.bytedeco.javacpp.cachedir=" + Path.of("target", "javacpp-cache");
	}
}
