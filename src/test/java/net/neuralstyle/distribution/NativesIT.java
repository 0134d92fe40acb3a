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

package net.neuralstyle.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The native libraries in all packages that were built: those of this system, and
 * those of others, made by {@code mvn -B package -DskipTests -Dnatives=macosx-arm64},
 * which cannot be run here.
 */
class NativesIT {

	private static final Path APPLE_SILICON = Paths.get("target", "neural-style-transfer-macosx-arm64.jar");

	private static final Pattern SYSTEM = Pattern.compile("-((?:linux|windows|macosx)-\\w+)\\.(?:zip|jar)");

	/** The libraries that have natives; oneDNN 3 and OpenCL, which it needs, are used on x86-64 only. */
	private static final Set<String> ON_ARM = Set.of("nd4j-native", "nd4j-openblas", "javacpp");
	private static final Set<String> ON_X86 = Set.of("nd4j-native", "nd4j-openblas", "javacpp", "dnnl",
		"opencl");

	/** What Java calls, without which nothing works. */
	private static final Set<String> CALLED = Set.of("jnijavacpp", "jniopenblas_nolapack", "jnind4jcpu");

	/** What there is of oneDNN for each system, which has none for ARM. */
	private static final Map<String, Set<String>> ONEDNN = Map.of( //
		"linux-x86_64", Set.of("libdnnl.so.3", "libjnidnnl.so"), //
		"windows-x86_64", Set.of("dnnl.dll", "jnidnnl.dll"), //
		"macosx-x86_64", Set.of("libdnnl.3.dylib", "libjnidnnl.dylib", "libiomp5.dylib"));

	/** JNA has names of its own for systems, and is used on Linux only. */
	private static final Set<String> JNA = Set.of("com/sun/jna/linux-x86-64/libjnidispatch.so",
		"com/sun/jna/linux-aarch64/libjnidispatch.so");

	@ParameterizedTest
	@MethodSource("zips")
	void zipHasNativesOfItsSystemOnly(final Path zip) throws IOException {
		final List<String> libraries = names(zip).stream().filter(name -> name.endsWith(".jar")).collect(Collectors.toList());
		for (final String library : libraries) {
			if (library.matches(".*-(linux|windows|macosx|android|ios)-.*")) {
				assertTrue(library.contains(system(zip)), library);
			}
		}
		final Set<String> natives = libraries.stream().filter(name -> name.contains("-" + system(zip))).map(
			name -> name.replaceAll(".*/|-\\d.*", "")).collect(Collectors.toSet());
		assertEquals(system(zip).endsWith("-x86_64") ? ON_X86 : ON_ARM, natives);
	}

	@ParameterizedTest
	@MethodSource("jars")
	void runnableJarHasNativesOfItsSystemOnly(final Path jar) throws IOException {
		final Set<String> libraries = new TreeSet<>();
		for (final String name : names(jar)) {
			if (!isNative(name) || JNA.contains(name)) continue;
			assertTrue(name.contains("/" + system(jar)), name);
			libraries.add(name.replaceAll(".*/(lib)?|\\..*", ""));
		}
		assertTrue(libraries.containsAll(CALLED), libraries.toString());
	}

	@ParameterizedTest
	@MethodSource("zips")
	void zipHasWhatIsNeededOfOneDnn(final Path zip) throws IOException {
		final Set<String> files = new TreeSet<>();
		try (JarFile packed = new JarFile(zip.toFile())) {
			for (final String name : names(zip)) {
				if (!name.matches(".*/dnnl-[^/]*" + system(zip) + "\\.jar")) continue;
				try (ZipInputStream jar = new ZipInputStream(packed.getInputStream(packed.getEntry(name)))) {
					for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
						files.add(entry.getName());
					}
				}
			}
		}
		assertEquals(ONEDNN.getOrDefault(system(zip), Set.of()), ofOneDnn(files, system(zip)));
	}

	@ParameterizedTest
	@MethodSource("jars")
	void runnableJarHasWhatIsNeededOfOneDnn(final Path jar) throws IOException {
		assertEquals(ONEDNN.getOrDefault(system(jar), Set.of()), ofOneDnn(names(jar), system(jar)));
	}

	@Test
	void packagesForAppleSiliconHaveAllThatTheirLibrariesNeed() throws IOException {
		assumeTrue(Files.exists(APPLE_SILICON), "The packages for Apple silicon were not built.");
		try (JarFile jar = new JarFile(APPLE_SILICON.toFile())) {
			final List<JarEntry> libraries = jar.stream().filter(entry -> entry.getName().endsWith(".dylib")).collect(Collectors
				.toList());
			final Set<String> names = libraries.stream().map(entry -> Paths.get(entry.getName()).getFileName().toString())
				.collect(Collectors.toSet());
			// NB: JavaCPP unpacks OpenBLAS twice, under two names.
			if (names.contains("libopenblas.0.dylib")) names.add("libopenblas_nolapack.0.dylib");
			for (final JarEntry library : libraries) {
				final MachO description;
				try (InputStream in = jar.getInputStream(library)) {
					description = new MachO(in);
				}
				assertEquals("macosx-arm64", description.system(), library.getName());
				assertTrue(description.isSigned(), library.getName());
				for (final String needed : description.needed()) {
					assertTrue(needed.matches("(/usr/lib|/System/Library)/.*") || needed.startsWith("@rpath/") && names.contains(needed
						.substring("@rpath/".length())), library.getName() + " needs " + needed + ", and there are " + names);
				}
			}
		}
	}

	// -- Helper methods --

	private static List<Path> zips() throws IOException {
		return packages("Neural_Style_Transfer-(Fiji|ImageJ).*\\.zip");
	}

	private static List<Path> jars() throws IOException {
		return packages("neural-style-transfer.*\\.jar");
	}

	private static List<Path> packages(final String pattern) throws IOException {
		try (Stream<Path> files = Files.list(Paths.get("target"))) {
			return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().collect(Collectors.toList());
		}
	}

	/** The system that a package is for, in JavaCPP's words. */
	private static String system(final Path file) {
		final Matcher system = SYSTEM.matcher(file.getFileName().toString());
		return system.find() ? system.group(1) : Loader.getPlatform();
	}

	/** Natives and headers of oneDNN. */
	private static Set<String> ofOneDnn(final Collection<String> names, final String system) {
		final String folder = "org/bytedeco/dnnl/" + system + "/";
		return names.stream().filter(name -> name.startsWith(folder) && !name.endsWith("/")).map(name -> name.substring(folder
			.length())).collect(Collectors.toSet());
	}

	private static boolean isNative(final String name) {
		return name.matches(".*\\.(so|dll|dylib|jnilib)(\\.\\d+)*");
	}

	private static List<String> names(final Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			return jar.stream().map(JarEntry::getName).collect(Collectors.toList());
		}
	}
}
