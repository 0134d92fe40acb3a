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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.OneDnn;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which engine computes where, in which precision, and what is said of that. */
class EngineChoiceTest {

	private static final String NOTE = "[The precision is to be bfloat16, which this machine's engine does not have, so " +
		"the network computes in float32.]";

	@TempDir
	private Path folder;

	@Test
	void gpuIsNotOneDnnsWhichIsNotEvenLoaded() {
		assertFalse(EngineChoice.takesOneDnn(true, () -> fail("oneDNN was asked for.")));
	}

	@Test
	void processorIsOneDnnsIfThatIsThere() {
		assertTrue(EngineChoice.takesOneDnn(false, Optional::empty));
		assertFalse(EngineChoice.takesOneDnn(false, () -> Optional.of("It is not there.")));
	}

	@ParameterizedTest
	@EnumSource(Precision.class)
	void engineHasThePrecisionAskedForWhereTheProcessorHasIt(final Precision precision) {
		assumeOneDnn();
		final boolean bfloat16 = precision != Precision.FLOAT32 && OneDnn.multipliesBfloat16();
		try (NetworkEngine engine = EngineChoice.open(new SmallNetwork().load(), Pooling.MAX, precision)) {
			assertEquals("oneDNN " + OneDnn.version() + (bfloat16 ? ", bfloat16" : ", float32"), engine.toString());
		}
	}

	@Tag("slow")
	@Test
	void nd4jComputesWhereOneDnnIsNotInstalled() throws Exception {
		assertFloat32("ND4J, float32", run("dnnl-.*\\.jar", Map.of()));
	}

	@Tag("slow")
	@Test
	void processorWithoutBfloat16ComputesInFloat32() throws Exception {
		assumeOneDnn();
		assertFloat32("oneDNN " + OneDnn.version() + ", float32", run("", Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")));
	}

	// -- Helper methods --

	private static void assumeOneDnn() {
		assumeTrue(!Backend.device().isGpu() && OneDnn.obstacle().isEmpty(), "oneDNN 3 does not compute here.");
	}

	/** Automatic is no more than float32, and who asks for bfloat16 is told. */
	private static void assertFloat32(final String engine, final JavaProcess process) {
		assertEquals(0, process.exitCode(), process::toString);
		assertEquals(List.of( //
			"AUTOMATIC=" + engine + "[]", "AUTOMATIC provenance=" + engine, //
			"FLOAT32=" + engine + "[]", "FLOAT32 provenance=" + engine, //
			"BFLOAT16=" + engine + NOTE, "BFLOAT16 provenance=" + engine), process.output().lines().collect(Collectors
				.toList()), process::toString);
	}

	/** @param leftOut jars that are not on the class path */
	private JavaProcess run(final String leftOut, final Map<String, String> environment) throws Exception {
		final String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		final String classPath = Arrays.stream(path.split(File.pathSeparator)).filter(entry -> !Paths.get(entry).getFileName()
			.toString().matches(leftOut)).collect(Collectors.joining(File.pathSeparator));
		return JavaProcess.run(folder, environment, "-cp", classPath, EngineProgram.class.getName());
	}
}
