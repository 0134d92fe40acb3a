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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ND4J logs of its start where the host, as Fiji, has a backend of SLF4J that prints. */
@Tag("slow")
class StartupLogTest {

	@TempDir
	private Path folder;

	@Test
	void startIsNotLogged() throws Exception {
		assertEquals(List.of(), report("INFO", "").values("log"));
	}

	@Test
	void othersAreLoggedAsBefore() throws Exception {
		final Report report = report("INFO", "", "log");
		assertEquals(List.of("INFO org.nd4j.another"), report.values("log"));
		assertEquals("", report.value("log property"));
	}

	@Test
	void startIsNotLoggedByALogbackThatLogsAll() throws Exception {
		assertEquals(List.of(), report("DEBUG", "").values("log"));
	}

	@Test
	void startIsLoggedWhereItsLoggerIsAtDebugLevel() throws Exception {
		final String lines = report("INFO", "<logger name=\"org.nd4j\" level=\"DEBUG\"/>").values("log").toString();
		assertTrue(lines.contains("CpuBackend") && lines.contains("CpuNDArrayFactory"), lines);
	}

	@Test
	void startIsLoggedWhereNd4jsPropertySaysSo() throws Exception {
		final List<String> lines = process("INFO", "").option("-Dorg.nd4j.log.initialization=true").run().values("log");
		assertFalse(lines.isEmpty());
	}

	@Test
	void levelThatTheHostChoseIsKept() throws Exception {
		final String level = "<logger name=\"org.nd4j\" level=\"ERROR\"/>";
		assertEquals(List.of(), report("INFO", level, "log").values("log"));
	}

	private Report report(final String level, final String loggers, final String... arguments) throws Exception {
		return process(level, loggers).run(arguments);
	}

	private ReportProcess process(final String level, final String loggers) throws Exception {
		final Path file = folder.resolve("logback.xml");
		Files.writeString(file,
			"<configuration><appender name=\"A\" class=\"ch.qos.logback.core.ConsoleAppender\"><encoder><pattern>log=%level " +
			"%logger%n</pattern></encoder></appender>" + loggers + "<root level=\"" + level +
			"\"><appender-ref ref=\"A\"/></root></configuration>");
		return new ReportProcess(folder).without(name -> name.contains("slf4j-nop")).with(ReportProcess.libraries(
			name -> name.startsWith("logback"))).option("-Dlogback.configurationFile=" + file);
	}
}
