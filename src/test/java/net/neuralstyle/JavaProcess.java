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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program that has run in a process of its own, without a display. */
public final class JavaProcess {

	/** With one compiler, and a collector without threads of its own, what runs for seconds takes half the time. */
	public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final int LIMIT_SECONDS = 180;

	private final int exitCode;
	private final String output;
	private final String errors;

	private JavaProcess(final int exitCode, final String output, final String errors) {
		this.exitCode = exitCode;
		this.output = output;
		this.errors = errors;
	}

	/**
	 * Runs Java and waits for its end.
	 *
	 * @param folder where it runs
	 * @param arguments of Java: options, what to run, and the program's arguments
	 * @throws AssertionError if it does not end
	 */
	public static JavaProcess run(final Path folder, final String... arguments) throws IOException, InterruptedException {
		return run(folder, Map.of(), arguments);
	}

	/** Runs Java as {@link #run(Path, String...)} does, with more variables in its environment. */
	public static JavaProcess run(final Path folder, final Map<String, String> environment, final String... arguments)
		throws IOException, InterruptedException
	{
		return run(folder, environment, "", "", arguments);
	}

	/**
	 * Runs Java as {@link #run(Path, String...)} does, and disturbs it.
	 *
	 * @param words the disturbance comes when these are printed
	 * @param disturbance of a shell, in which $0 is the process's number
	 */
	public static JavaProcess disturb(final Path folder, final String words, final String disturbance,
		final String... arguments) throws IOException, InterruptedException
	{
		return run(folder, Map.of(), words, disturbance, arguments);
	}

	private static JavaProcess run(final Path folder, final Map<String, String> environment, final String words,
		final String disturbance, final String... arguments) throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>();
		command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx1g", "-Djava.awt.headless=true"));
		command.addAll(QUICK_START);
		command.addAll(Arrays.asList(arguments));
		final Path output = Files.createTempFile("output", ".txt");
		final Path errors = Files.createTempFile("errors", ".txt");
		try {
			final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(output.toFile())
				.redirectError(errors.toFile());
			// NB: A virtual machine that finds options in these says so on its error stream.
			builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
			builder.environment().putAll(environment);
			final Process process = builder.start();
			if (!disturbance.isEmpty()) {
				while (process.isAlive() && !Files.readString(output).contains(words)) {
					Thread.sleep(5);
				}
				new ProcessBuilder("sh", "-c", disturbance, String.valueOf(process.pid())).start().waitFor();
			}
			final boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
			process.destroyForcibly().waitFor();
			final JavaProcess result = new JavaProcess(process.exitValue(), Files.readString(output), Files.readString(errors));
			if (!ended) throw new AssertionError("No end within " + LIMIT_SECONDS + " s: " + result);
			return result;
		}
		finally {
			Files.delete(output);
			Files.delete(errors);
		}
	}

	public int exitCode() {
		return exitCode;
	}

	/** What it printed. */
	public String output() {
		return output;
	}

	/** What it printed on its error stream. */
	public String errors() {
		return errors;
	}

	@Override
	public String toString() {
		return output + errors;
	}
}
