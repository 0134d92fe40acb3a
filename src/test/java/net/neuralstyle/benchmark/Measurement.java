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

package net.neuralstyle.benchmark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that measure in a process of their own and print JSON. */
final class Measurement {

	private Measurement() {
		// NB: Not instantiable.
	}

	/** Runs a program that prints one JSON object, in its last line; SameDiff prints others before. */
	static Map<String, Object> run(final String javaOption, final Class<?> program, final String... arguments)
		throws IOException, InterruptedException
	{
		final Process process = process(javaOption, program, arguments).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		if (process.waitFor() != 0) throw new IllegalStateException(program.getSimpleName() + " failed: " + output);
		return new Gson().<Map<String, Object>>fromJson(output.substring(output.lastIndexOf('\n') + 1), Map.class);
	}

	/** Prepares a program of this class path. */
	static ProcessBuilder process(final String javaOption, final Class<?> program, final String... arguments) {
		final List<String> command = new ArrayList<>();
		command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of(javaOption, "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), program
			.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
	}

	/** Prints what such a program has measured, and ends it. */
	static void report(final Map<String, Object> result) {
		System.out.println(new Gson().toJson(result));
		System.exit(0);
	}

	/** Writes results to a file. */
	static void write(final String folder, final String name, final Object results) throws IOException {
		final Path file = Files.createDirectories(Paths.get(folder)).resolve(name);
		Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(results));
	}

	/** Seconds since this process was started. */
	static double secondsSinceStart() {
		return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
	}

	/** Reads a line of Linux's account of this process, in megabytes; 0 on other systems. */
	static double residentMegabytes(final String key) throws IOException {
		final Path status = Paths.get("/proc/self/status");
		if (!Files.exists(status)) return 0;
		return Files.readAllLines(status).stream().filter(line -> line.startsWith(key + ":")).mapToDouble(line -> Double
			.parseDouble(line.replaceAll("\\D", "")) / 1000).findFirst().orElse(0);
	}
}
