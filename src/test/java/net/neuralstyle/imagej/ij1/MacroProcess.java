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

package net.neuralstyle.imagej.ij1;

import ij.Macro;
import ij.macro.Interpreter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.JavaProcess;

/**
 * An ImageJ without a display that runs one macro after the other, in one process
 * for all of them.
 */
final class MacroProcess implements AutoCloseable {

	private static final String END = "-- end of the macro --";

	private final Process process;
	private final PrintStream in;
	private final BufferedReader out;

	MacroProcess() throws IOException {
		final List<String> command = new ArrayList<>();
		command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JavaProcess.QUICK_START);
		command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", System.getProperty(
			"java.class.path"), MacroProcess.class.getName()));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// NB: A virtual machine that finds options in these says so on its error stream.
		builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
		process = builder.start();
		in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/** Runs a macro and returns the lines that it prints, those of its errors too. */
	List<String> run(final Path macro) throws IOException {
		in.println(macro);
		final List<String> lines = new ArrayList<>();
		for (String line = out.readLine(); !END.equals(line); line = out.readLine()) {
			if (line == null) throw new IOException("ImageJ has ended: " + lines);
			lines.add(line);
		}
		return lines;
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}

	/** The program that runs in the process; its input names macros, one a line. */
	public static void main(final String... args) throws IOException {
		final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			runHere(Files.readString(Paths.get(line)));
			System.err.flush();
			System.out.println(END);
		}
	}

	private static void runHere(final String macro) {
		Interpreter.batchMode = true;
		final Interpreter interpreter = new Interpreter();
		try {
			interpreter.run(macro);
		}
		catch (final RuntimeException exc) {
			// NB: ImageJ's own runner of macros would wait for two seconds now.
			if (!Macro.MACRO_CANCELED.equals(exc.getMessage())) exc.printStackTrace();
		}
	}
}
