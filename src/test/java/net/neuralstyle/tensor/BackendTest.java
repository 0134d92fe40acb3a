package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class BackendTest {

	@TempDir
	private Path folder;

	@Test
	void deviceStaysTheSame() {
		assertSame(Backend.device(), Backend.device());
	}

	@Test
	void deviceIsTheSameInASecondClassLoader() throws Exception {
		final Report report = new ReportProcess(folder).run("again");
		assertEquals(report.value("text"), report.value("text in a second class loader"));
		assertEquals(List.of(), report.values("note in a second class loader"));
	}

	@Test
	void threadsThatTheUserChoseAreKept() throws Exception {
		final Report report = new ReportProcess(folder).environment("OMP_NUM_THREADS", "1").run();
		assertEquals("1", report.value("threads"));
		assertEquals("1", report.value("threads of another thread"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "4,2", "0", "-1", "2.5", "2147483648" })
	void threadsThatAreNoNumberAreNamed(final String threads) throws Exception {
		final Report report = new ReportProcess(folder).environment("OMP_NUM_THREADS", threads).run("failure");
		assertEquals("The environment variable OMP_NUM_THREADS is \"" + threads + "\", which is no number of threads: set it " +
			"to a whole number from 1 to 9999, or unset it.", report.value("failure"));
	}

	@Test
	void missingNativesAreNamed() throws Exception {
		final Report report = new ReportProcess(folder).option("-Dorg.bytedeco.javacpp.platform=linux-none").run("failure");
		final String message = report.value("failure");
		assertTrue(message.matches("ND4J, the library that computes, does not start on this machine \\(.+\\): install the " +
			"nd4j-native, openblas and javacpp jars for linux-none next to the plugin\\."), message);
	}

	@Test
	void noMoreThreadsThanProcessors() throws Exception {
		final Report report = new ReportProcess(folder).option("-XX:ActiveProcessorCount=1").run();
		assertEquals("1", report.value("threads"));
		assertEquals("1", report.value("threads of another thread"));
	}

	@Test
	void blasKeepsNoThreadsOfItsOwn() {
		assumeTrue(System.getenv("OMP_NUM_THREADS") == null, "The user has chosen.");
		Backend.load();
		assertEquals(1, Nd4j.factory().blas().getMaxThreads());
	}

	@Test
	void threadsAreBetweenOneAndTheProcessors() {
		Backend.load();
		final int threads = Processor.threads();
		assertTrue(threads >= 1 && threads <= Runtime.getRuntime().availableProcessors(), threads + " threads");
	}
}
