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

package net.neuralstyle.weights;

import java.io.File;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.JavaProcess;

/** Reads weights and says {@code loaded}, or why not, in a process of its own. */
final class WeightsProgram {

	private WeightsProgram() {
		// NB: Not instantiable.
	}

	/** Reads a file, or the bundled one if none is named. */
	public static void main(final String[] arguments) {
		try {
			(arguments.length == 0 ? new BundledWeights() : new WeightsFile(Paths.get(arguments[0]))).load();
			System.out.println("loaded");
		}
		catch (final IOException exc) {
			System.out.println(exc.getMessage());
		}
	}

	/**
	 * Runs the program.
	 *
	 * @param file to read; empty for the bundled one
	 * @param option of Java's
	 * @return all that it has printed
	 */
	static String run(final String file, final String option) throws IOException, InterruptedException {
		return run(System.getProperty("java.class.path"), file, option);
	}

	/** Runs the program as Fiji would, with a backend of SLF4J that speaks, and that nobody has configured. */
	static String runWithLogback() throws IOException, InterruptedException {
		final String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(
			path -> !path.contains("slf4j-nop")).collect(Collectors.joining(File.pathSeparator));
		return run(libraries + File.pathSeparator + Paths.get("target", "test-libraries", "*"), "", "-Xmx1g");
	}

	private static String run(final String classPath, final String file, final String option) throws IOException,
		InterruptedException
	{
		final List<String> arguments = new ArrayList<>(List.of(option, "-cp", classPath, WeightsProgram.class.getName()));
		if (!file.isEmpty()) arguments.add(file);
		return JavaProcess.run(Paths.get("").toAbsolutePath(), arguments.toArray(new String[0])).toString().trim();
	}
}
