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

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The CPU: its name, and how many of its cores compute. */
final class Processor {

	private static final Path LINUX_DESCRIPTION = Paths.get("/proc/cpuinfo");
	private static final String CHOICE = "OMP_NUM_THREADS";

	/** Most threads for what the calling thread asks for. */
	private static final ThreadLocal<Integer> LIMIT = ThreadLocal.withInitial(() -> Integer.MAX_VALUE);

	private Processor() {
		// NB: Not instantiable.
	}

	/** Returns the model as its maker calls it, or the architecture where the system does not tell. */
	static String name() {
		final String architecture = System.getProperty("os.arch");
		if (Files.isReadable(LINUX_DESCRIPTION)) {
			try (Stream<String> lines = Files.lines(LINUX_DESCRIPTION)) {
				return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(
					':') + 1).trim()).orElse(architecture);
			}
			catch (final IOException exc) {
				return architecture;
			}
		}
		final String windowsName = System.getenv("PROCESSOR_IDENTIFIER");
		return windowsName == null ? architecture : windowsName;
	}

	/**
	 * Returns whether it has the instructions AVX2, or whether that is not known. On
	 * Linux the system tells, elsewhere the virtual machine.
	 */
	static boolean hasAvx2() {
		return hasAvx2(LINUX_DESCRIPTION);
	}

	/** @param description of each processor, as Linux writes it; the file need not be there */
	static boolean hasAvx2(final Path description) {
		try (Stream<String> lines = Files.lines(description)) {
			final Optional<String> flags = lines.filter(line -> line.startsWith("flags")).findFirst();
			if (flags.isPresent()) return List.of(flags.get().split("\\s+")).contains("avx2");
		}
		catch (final IOException | UncheckedIOException exc) {
			// NB: Another system than Linux.
		}
		return virtualMachineHasAvx2();
	}

	/** Returns whether Java's virtual machine found AVX2, or does not tell. */
	static boolean virtualMachineHasAvx2() {
		try {
			final VMOption level = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("UseAVX");
			// NB: A level that the user chose says nothing of the processor.
			return level.getOrigin() != Origin.DEFAULT && level.getOrigin() != Origin.ERGONOMIC || Integer.parseInt(level
				.getValue()) >= 2;
		}
		catch (final LinkageError | RuntimeException exc) {
			// NB: Another virtual machine than HotSpot.
			return true;
		}
	}

	/**
	 * Checks the environment variable {@code OMP_NUM_THREADS}, which ND4J reads when
	 * it is loaded.
	 *
	 * @throws IllegalStateException if ND4J would fail of it; the message is one
	 *           sentence that says what to do
	 */
	static void checkChoice() {
		final String chosen = System.getenv(CHOICE);
		if (chosen == null || chosen.isEmpty()) return;
		// NB: OpenMP knows lists too, for threads within threads; ND4J does not.
		if (!chosen.matches("\\+?0*[1-9]\\d{0,3}")) throw new IllegalStateException("The environment variable " + CHOICE +
			" is \"" + chosen + "\", which is no number of threads: set it to a whole number from 1 to 9999, or unset it.");
	}

	/**
	 * Makes ND4J compute what the calling thread asks for with one thread for each
	 * physical core that this process may use, but its BLAS with one thread only.
	 * Does nothing if the user has chosen by the environment variable
	 * {@code OMP_NUM_THREADS}. ND4J has to be loaded.
	 */
	static void useThreads() {
		final String chosen = System.getenv(CHOICE);
		if (chosen != null && !chosen.isEmpty()) return;
		final int count = Math.min(Cores.COUNT, LIMIT.get());
		if (threads() != count) operations().setOmpNumThreads(count);
		// NB: BLAS is left with inner products and sums of vectors, which are as fast as memory is. OpenBLAS keeps threads
		// of its own, which look for more work for some milliseconds after each call, on the cores that OpenMP's need.
		final Blas blas = Nd4j.factory().blas();
		if (blas.getMaxThreads() != 1) blas.setMaxThreads(1);
	}

	/** Sets how many threads compute, at most, what the calling thread asks for; 0 for all. */
	static void limit(final int count) {
		LIMIT.set(count == 0 ? Integer.MAX_VALUE : count);
	}

	/** Returns how many threads compute what the calling thread asks for. ND4J has to be loaded. */
	static int threads() {
		return operations().ompGetMaxThreads();
	}

	private static NativeOps operations() {
		return NativeOpsHolder.getInstance().getDeviceNativeOps();
	}

	/** NB: A class of its own, so that JavaCPP counts them once only, and not before its library is loaded. */
	private static final class Cores {

		private static final int COUNT = count();

		/**
		 * Returns the number of physical cores, or of processors that this process
		 * may use if those are fewer. Two threads on one core would share the
		 * arithmetic units that convolutions keep busy.
		 */
		private static int count() {
			final int available = Runtime.getRuntime().availableProcessors();
			final int cores = Loader.totalCores();
			// NB: A core has one or two threads; if it seems to have more, a sandbox hides how they belong together.
			return 2 * cores < Loader.totalProcessors() ? available : Math.min(cores, available);
		}
	}
}
