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

package net.neuralstyle.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of Spark's that runs as a process, started as Spark's own scripts start it. */
final class SparkProcess implements AutoCloseable {

	/** As Spark is unpacked on the machines of a cluster. */
	private static final Path HOME = Paths.get("target", "spark").toAbsolutePath();
	private static final Path JAVA_HOME = Paths.get(System.getProperty("java.home"));
	private static final String LAUNCHER = "org.apache.spark.launcher.Main";

	private static final int LIMIT_SECONDS = 300;

	private final String name;
	private final Process process;
	private final Path log;
	private final Path output;

	private SparkProcess(final String name, final Process process, final Path log, final Path output) {
		this.name = name;
		this.process = process;
		this.log = log;
		this.output = output;
	}

	/**
	 * Starts a program.
	 *
	 * @param name of the program here, unique in the folder
	 * @param folder where it runs, and writes its log
	 * @param environment more variables
	 * @param arguments the program's class, and its own arguments
	 */
	static SparkProcess start(final String name, final Path folder, final Map<String, String> environment,
		final String... arguments) throws IOException, InterruptedException
	{
		final Path log = folder.resolve(name + ".log");
		final Path output = folder.resolve(name + ".out");
		final ProcessBuilder builder = builder(folder, environment, command(folder, environment, arguments));
		final Process process = builder.redirectError(log.toFile()).redirectOutput(output.toFile()).start();
		return new SparkProcess(name, process, log, output);
	}

	/**
	 * Waits until the program has logged something.
	 *
	 * @throws AssertionError if it does not, or ends
	 */
	Matcher await(final Pattern pattern) throws IOException, InterruptedException {
		return await(pattern, log);
	}

	/** Waits until the program has printed something, as {@link #await} does. */
	Matcher awaitOutput(final Pattern pattern) throws IOException, InterruptedException {
		return await(pattern, output);
	}

	/**
	 * Waits for the end.
	 *
	 * @return the exit code
	 * @throws AssertionError if it does not end
	 */
	int await() throws IOException, InterruptedException {
		if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
		throw new AssertionError("No end within " + LIMIT_SECONDS + " s: " + this);
	}

	/** Ends it and all that it has started, at once and without a word to anybody, as when a machine fails. */
	void kill() {
		final List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).collect(Collectors
			.toList());
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach(handle -> handle.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join());
	}

	/** Ends what it has started, as when the system is out of memory. */
	void killChildren() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
	}

	/** What it has printed. */
	String output() throws IOException {
		return Files.readString(output);
	}

	/** What it has logged. */
	String log() throws IOException {
		return Files.readString(log);
	}

	@Override
	public void close() {
		kill();
	}

	@Override
	public String toString() {
		try {
			return name + ":\n" + output() + log();
		}
		catch (final IOException exc) {
			return name + ": " + exc;
		}
	}

	// -- Helper methods --

	private Matcher await(final Pattern pattern, final Path file) throws IOException, InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
		while (true) {
			final boolean alive = process.isAlive();
			final Matcher matcher = pattern.matcher(Files.readString(file));
			if (matcher.find()) return matcher;
			if (!alive || System.nanoTime() > end) throw new AssertionError("No \"" + pattern + "\" in " + this);
			Thread.sleep(20);
		}
	}

	/** Asks Spark's launcher, as bin/spark-class does. */
	private static List<String> command(final Path folder, final Map<String, String> environment,
		final String... arguments) throws IOException, InterruptedException
	{
		final List<String> launcher = new ArrayList<>(List.of(JAVA_HOME.resolve("bin").resolve("java").toString(), "-Xmx128m",
			"-XX:TieredStopAtLevel=1", "-cp", HOME.resolve("jars") + "/*", LAUNCHER));
		launcher.addAll(Arrays.asList(arguments));
		final Process process = builder(folder, environment, launcher).redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		final String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new AssertionError("Spark's launcher failed: " + answer);
		// NB: Before the command's words, each of which ends in a zero, it writes a line with a zero.
		final List<String> words = Arrays.asList(answer.split("\0"));
		return words.subList(1, words.size()).stream().map(String::strip).collect(Collectors.toList());
	}

	private static ProcessBuilder builder(final Path folder, final Map<String, String> environment,
		final List<String> command)
	{
		final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		final Map<String, String> variables = builder.environment();
		variables.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
		variables.keySet().removeIf(variable -> variable.matches("(SPARK|HADOOP|YARN|OMP|GOMP)_.*"));
		variables.put("SPARK_HOME", HOME.toString());
		variables.put("SPARK_SCALA_VERSION", "2.13");
		variables.put("JAVA_HOME", JAVA_HOME.toString());
		variables.put("SPARK_LOCAL_IP", SparkCluster.HOST);
		variables.put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
		variables.putAll(environment);
		return builder;
	}
}
