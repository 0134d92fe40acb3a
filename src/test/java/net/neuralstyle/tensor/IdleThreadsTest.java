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
