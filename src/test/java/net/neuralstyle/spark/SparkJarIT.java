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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar for Spark has, and what it must leave to the cluster. */
@Tag("slow")
class SparkJarIT {

	private static final Path TARGET = Paths.get("target");

	private static Set<String> names;

	@BeforeAll
	static void readNames() throws IOException {
		names = names("neural-style-transfer-spark.jar");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org/apache/spark/", "org/apache/hadoop/", "scala/", "org/slf4j/", "org/apache/logging/",
		"META-INF/services/org.slf4j" })
	void whatTheClusterHasIsLeftOut(final String start) {
		assertEquals(List.of(), starting(start));
	}

	@ParameterizedTest
	@ValueSource(strings = { "com/google/gson/", "com/google/common/", "com/fasterxml/", "com/ning/", "io/netty/",
		"org/apache/commons/" })
	void whatTheClusterHasInOtherVersionsIsUnderAnotherName(final String start) {
		assertEquals(List.of(), starting(start));
	}

	@Test
	void programIsThere() throws IOException {
		try (JarFile jar = new JarFile(TARGET.resolve("neural-style-transfer-spark.jar").toFile())) {
			final String program = jar.getManifest().getMainAttributes().getValue("Main-Class");
			assertTrue(names.contains(program.replace('.', '/') + ".class"), program);
		}
	}

	@Test
	void licencesAreThoseOfTheRunnableJar() throws IOException {
		final Set<String> runnable = names("neural-style-transfer.jar");
		assertEquals(licences(runnable), licences(names));
	}

	@ParameterizedTest
	@ValueSource(strings = { "neural-style-transfer.jar", "imagej/plugins/Neural_Style_Transfer.jar" })
	void otherPackagesDoWithoutIt(final String jar) throws IOException {
		assertEquals(List.of(), names(jar).stream().filter(name -> name.startsWith("net/neuralstyle/spark/")).collect(
			Collectors.toList()));
	}

	// -- Helper methods --

	private static List<String> starting(final String start) {
		return names.stream().filter(name -> name.startsWith(start)).limit(3).collect(Collectors.toList());
	}

	private static Set<String> licences(final Set<String> all) {
		return all.stream().filter(name -> name.contains("LICENSE") || name.startsWith("META-INF/licenses/")).collect(
			Collectors.toSet());
	}

	/** Of all files in a jar. */
	private static Set<String> names(final String jar) throws IOException {
		try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
			return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).collect(Collectors.toSet());
		}
	}
}
