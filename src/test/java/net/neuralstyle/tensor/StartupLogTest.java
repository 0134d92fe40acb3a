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
		Files.writeString(file, "<configuration><appender name=\"A\" class=\"ch.qos.logback.core.ConsoleAppender\"><encoder>" +
			"<pattern>log=%level %logger%n</pattern></encoder></appender>" + loggers + "<root level=\"" + level +
			"\"><appender-ref ref=\"A\"/></root></configuration>");
		return new ReportProcess(folder).without(name -> name.contains("slf4j-nop")).with(ReportProcess.libraries(
			name -> name.startsWith("logback"))).option("-Dlogback.configurationFile=" + file);
	}
}
