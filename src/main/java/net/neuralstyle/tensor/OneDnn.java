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

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * The library oneDNN 3, which computes networks on a CPU. It is published for
 * x86-64 processors, and called by JavaCPP's classes, which may be used only where
 * there is no {@link #obstacle()}.
 * <p>
 * It is loaded when it is first asked for, after ND4J, so that both compute with
 * the same copy of GCC's OpenMP on Linux: then the number of threads that is set for
 * one holds for the other.
 * </p>
 */
public final class OneDnn {

	/** Where jars have the library, in a folder for each system. */
	static final String FOLDER = "org/bytedeco/dnnl";
	static final String LIBRARY = "jnidnnl";
	/** What it does not load without, except on macOS, which has its own. */
	static final String OPENCL_FOLDER = "org/bytedeco/opencl";
	static final String OPENCL_LIBRARY = "jniOpenCL";

	private static final Set<String> PLATFORMS = Set.of("linux-x86_64", "windows-x86_64", "macosx-x86_64");
	private static final int MAJOR_VERSION = 3;

	/** Null before the library was asked for. */
	private static Optional<String> obstacle;

	private OneDnn() {
		// NB: Not instantiable.
	}

	/**
	 * Returns why this library cannot be used, in one sentence, or nothing if it can.
	 * The first call loads ND4J, if nobody has done that, and the library, which takes
	 * a second when it has to be unpacked. Never throws.
	 */
	public static synchronized Optional<String> obstacle() {
		if (obstacle == null) obstacle = load();
		return obstacle;
	}

	/**
	 * Returns the version, for example "3.3.4".
	 *
	 * @throws IllegalStateException if there is an {@link #obstacle()}
	 */
	public static String version() {
		check();
		final dnnl_version_t version = dnnl.dnnl_version();
		return version.major() + "." + version.minor() + "." + version.patch();
	}

	/**
	 * Returns whether the processor multiplies bfloat16 numbers by instructions of its
	 * own that this library uses: those of AVX-512 or AMX. The user may have forbidden
	 * them by the environment variable {@code ONEDNN_MAX_CPU_ISA}.
	 *
	 * @throws IllegalStateException if there is an {@link #obstacle()}
	 */
	public static boolean multipliesBfloat16() {
		check();
		return multipliesBfloat16(dnnl.dnnl_get_effective_cpu_isa());
	}

	/** @param instructions one bit for each set of instructions, as oneDNN defines them */
	static boolean multipliesBfloat16(final int instructions) {
		return (instructions & dnnl.dnnl_cpu_isa_avx512_core_bf16) == dnnl.dnnl_cpu_isa_avx512_core_bf16;
	}

	/** Returns whether this library is published for this system. */
	static boolean isPublished() {
		return PLATFORMS.contains(Loader.getPlatform());
	}

	/** Returns whether a class loader sees the library for this system, with all that it needs. */
	static boolean isThere(final ClassLoader loader) {
		final String platform = "/" + Loader.getPlatform() + "/";
		return Stream.of(FOLDER + platform + System.mapLibraryName(LIBRARY), FOLDER + "/global/dnnl.class", //
			OPENCL_FOLDER + platform + System.mapLibraryName(OPENCL_LIBRARY), OPENCL_FOLDER + "/global/OpenCL.class").allMatch(
				file -> loader.getResource(file) != null);
	}

	// -- Helper methods --

	private static void check() {
		obstacle().ifPresent(sentence -> {
			throw new IllegalStateException(sentence);
		});
	}

	private static Optional<String> load() {
		final String platform = Loader.getPlatform();
		if (!isPublished()) return Optional.of("There is no oneDNN 3 for this system (" + platform + ").");
		if (!isThere(OneDnn.class.getClassLoader())) return Optional.of(
			"oneDNN 3 is not installed: put the dnnl and opencl jars for " + platform + " beside the plugin.");
		try {
			Backend.load();
			Loader.load(dnnl.class);
			final int major = dnnl.dnnl_version().major();
			return major == MAJOR_VERSION ? Optional.empty() : Optional.of("The dnnl jar beside the plugin is of oneDNN " +
				major + ", but oneDNN " + MAJOR_VERSION + " is needed: install the one that comes with the plugin.");
		}
		catch (final LinkageError exc) {
			return Optional.of(Backend.explained(exc).getMessage());
		}
		catch (final RuntimeException exc) {
			return Optional.of(exc.getMessage());
		}
	}
}
