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

package net.neuralstyle.network.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;

import org.bytedeco.dnnl.global.dnnl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * oneDNN computes whatever it is asked for, but has plain loops ("ref") where it has nothing better, which are a
 * hundred times slower: an evaluation runs none of them, nor does a transformation network. One process tries all kinds of
 * pooling, or all widths.
 */
@Tag("slow")
class ImplementationsTest {

	@TempDir
	Path folder;

	@Test
	void noPlainLoopRunsInFloat32() throws IOException, InterruptedException {
		assertNoPlainLoop(Precision.FLOAT32, dnnl.dnnl_cpu_isa_default);
	}

	@Test
	void noPlainLoopRunsInFloat32WithoutAvx512() throws IOException, InterruptedException {
		assertNoPlainLoop(Precision.FLOAT32, dnnl.dnnl_cpu_isa_avx2);
	}

	@Test
	void noPlainLoopRunsInBfloat16() throws IOException, InterruptedException {
		assumeTrue(OneDnn.obstacle().isEmpty() && OneDnn.multipliesBfloat16());
		assertNoPlainLoop(Precision.BFLOAT16, dnnl.dnnl_cpu_isa_default);
	}

	@ParameterizedTest
	@ValueSource(ints = { dnnl.dnnl_cpu_isa_default, dnnl.dnnl_cpu_isa_avx2 })
	void noPlainLoopRunsInTransformationNetworks(final int processor) throws IOException, InterruptedException {
		assertNoPlainLoop(TransformationImplementationsProgram.class, String.valueOf(processor), "16", "24", "32");
	}

	private void assertNoPlainLoop(final Precision precision, final int processor) throws IOException,
		InterruptedException
	{
		assertNoPlainLoop(ImplementationsProgram.class, precision.name(), String.valueOf(processor));
	}

	private void assertNoPlainLoop(final Class<?> program, final String... arguments) throws IOException,
		InterruptedException
	{
		assumeTrue(OneDnn.obstacle().isEmpty());
		final List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"),
			program.getName()));
		command.addAll(List.of(arguments));
		final JavaProcess process = JavaProcess.run(folder, command.toArray(new String[0]));
		assertEquals(0, process.exitCode(), process::toString);
		final List<String> runs = process.output().lines().filter(line -> line.contains(",exec,")).collect(Collectors
			.toList());
		assertTrue(runs.size() > 200, process::toString);
		assertEquals(List.of(), runs.stream().filter(line -> line.contains(",ref")).collect(Collectors.toList()));
	}
}
