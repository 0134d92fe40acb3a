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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.JavaProcess;

/**
 * Runs {@link DeviceReport} in a process of its own, because a process loads ND4J
 * only once, with the class path of the tests, or more of it, or less.
 */
final class ReportProcess {

	/** Where the build puts libraries that are not on the class path of the tests. */
	private static final Path LIBRARIES = Paths.get("target", "test-libraries");
	private static final int LIMIT_SECONDS = 300;

	private final Path folder;
	private final List<String> classPath = new ArrayList<>();
	private final List<String> options = new ArrayList<>();
	private final ProcessBuilder builder = new ProcessBuilder();

	/** @param folder for files that the process writes */
	ReportProcess(final Path folder) {
		this.folder = folder;
		final String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		classPath.addAll(Arrays.asList(path.split(File.pathSeparator)));
		// NB: The tests' own one, which the packages have not.
		classPath.removeIf(file -> Paths.get(file).startsWith(LIBRARIES.toAbsolutePath()));
		// NB: They are there when the tests themselves run with the CUDA backend.
		classPath.removeIf(file -> Paths.get(file).getFileName().toString().matches("(nd4j-)?cuda-.*\\.jar"));
		// NB: A virtual machine that finds options in these says so on its error stream.
		builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
		builder.environment().keySet().removeAll(List.of("OMP_NUM_THREADS", "OMP_WAIT_POLICY", "GOMP_SPINCOUNT"));
	}

	/** Returns the names of libraries that the build has put aside for tests. */
	static List<String> libraries(final Predicate<String> condition) throws IOException {
		try (Stream<Path> files = Files.list(LIBRARIES)) {
			return files.map(file -> file.getFileName().toString()).filter(condition).collect(Collectors.toList());
		}
	}

	ReportProcess with(final List<String> libraries) {
		libraries.forEach(library -> classPath.add(LIBRARIES.resolve(library).toString()));
		return this;
	}

	ReportProcess without(final Predicate<String> condition) {
		classPath.removeIf(condition);
		return this;
	}

	ReportProcess option(final String option) {
		options.add(option);
		return this;
	}

	ReportProcess environment(final String name, final String value) {
		builder.environment().put(name, value);
		return this;
	}

	/** Runs the process to its end and fails if it fails. */
	Report run(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>();
		command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JavaProcess.QUICK_START);
		command.addAll(options);
		command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), DeviceReport.class.getName()));
		command.addAll(Arrays.asList(arguments));
		final Path output = folder.resolve("output.txt");
		final Path errors = folder.resolve("errors.txt");
		final Process process = builder.command(command).redirectOutput(output.toFile()).redirectError(errors.toFile())
			.start();
		final boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
		process.destroyForcibly().waitFor();
		final Report report = new Report(Files.readAllLines(output), Files.readAllLines(errors));
		assertTrue(ended, "No end within " + LIMIT_SECONDS + " s: " + report);
		assertEquals(0, process.exitValue(), report.toString());
		return report;
	}

	/** What a process printed. */
	static final class Report {

		private final List<String> output;
		private final List<String> errors;

		private Report(final List<String> output, final List<String> errors) {
			this.output = output;
			this.errors = errors;
		}

		List<String> values(final String key) {
			return output.stream().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1))
				.collect(Collectors.toList());
		}

		String value(final String key) {
			final List<String> values = values(key);
			assertEquals(1, values.size(), toString());
			return values.get(0);
		}

		List<String> errors() {
			return errors;
		}

		@Override
		public String toString() {
			return String.join("\n", output) + "\n" + String.join("\n", errors);
		}
	}
}
