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

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * ND4J's CUDA backend, which is optional: finds out whether it can run before
 * ND4J tries, because ND4J chooses once per process and prints stack traces.
 */
final class CudaBackend {

	private static final String BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
	private static final String BINDINGS = "org.nd4j.linalg.jcublas.bindings.Nd4jCuda";
	private static final String RUNTIME = "org.bytedeco.cuda.global.cudart";

	/** Path of the backend's main class on the class path. */
	static final String CLASS_FILE = BACKEND.replace('.', '/') + ".class";

	private static final int CAPABILITY_MAJOR = 75;
	private static final int CAPABILITY_MINOR = 76;

	private static final String NO_DRIVER = "no NVIDIA driver was found on this machine";
	private static final String NO_GPU = "no NVIDIA GPU was found, or its driver is too old for CUDA 11.6";
	private static final String NO_NATIVES = "the jars with the native libraries of CUDA for this system are missing";

	private CudaBackend() {
		// NB: Not instantiable.
	}

	/** Returns whether the class loader sees the backend. */
	static boolean isInstalled(final ClassLoader loader) {
		return loader.getResource(CLASS_FILE) != null;
	}

	/** Returns whether an NVIDIA driver, or what passes one on to a virtual machine, seems to be there. */
	static boolean isDriverInstalled() {
		final String windows = System.getenv("SystemRoot");
		if (windows != null) return Files.exists(Paths.get(windows, "System32", "nvcuda.dll"));
		// NB: The last one is how the Windows Subsystem for Linux passes a GPU on.
		return Stream.of("/proc/driver/nvidia/version", "/dev/nvidiactl", "/dev/dxg").map(Paths::get).anyMatch(
			Files::exists);
	}

	/**
	 * Returns why the installed backend cannot run on this machine, as the end of
	 * a sentence without its full stop, or nothing if it can.
	 */
	static Optional<String> obstacle(final ClassLoader loader) {
		// NB: Where there is no driver nothing of CUDA is loaded, since JavaCPP would warn on the console of
		// CUDA libraries that were built for another version of it.
		return isDriverInstalled() ? start(loader) : Optional.of(NO_DRIVER);
	}

	/** Loads the backend's native libraries; answers as {@link #obstacle} does. */
	static Optional<String> start(final ClassLoader loader) {
		try {
			final Class<?> backend = Class.forName(BACKEND, true, loader);
			if (!((Nd4jBackend) backend.getConstructor().newInstance()).canRun()) return Optional.of(NO_GPU);
			final Class<?> runtime = Class.forName(RUNTIME, true, loader);
			for (int gpu = 0; gpu < gpus(runtime); gpu++) {
				final int major = attribute(runtime, CAPABILITY_MAJOR, gpu);
				final int minor = attribute(runtime, CAPABILITY_MINOR, gpu);
				if (!isSupported(major, minor)) return Optional.of("ND4J's CUDA library has no code for GPU " + gpu +
					" with compute capability " + major + "." + minor + ", only for 3.7 and 5.0 to 8.9");
			}
			Class.forName(BINDINGS, true, loader);
			return Optional.empty();
		}
		catch (final Throwable exc) {
			// NB: Whatever is wrong with drivers and libraries, the CPU can still compute.
			return Optional.of(reason(exc));
		}
	}

	/**
	 * Returns whether the native library, which has machine code and nothing that
	 * a driver could translate, runs on GPUs of a compute capability.
	 */
	static boolean isSupported(final int major, final int minor) {
		return major == 3 && minor == 7 || major >= 5 && major <= 8;
	}

	/** Returns a failure in plain words, as {@link #obstacle} does. */
	static String reason(final Throwable failure) {
		final Throwable root = NativeLibraries.root(failure);
		final String message = root.getMessage() == null ? "" : root.getMessage();
		if (message.contains("libcuda.so") || message.contains("nvcuda.dll")) return NO_DRIVER;
		if (message.contains("Could not find jni")) return NO_NATIVES;
		if (message.contains("No CUDA devices")) return NO_GPU;
		return (root.getClass().getSimpleName() + ": " + NativeLibraries.reason(root)).replaceAll("[:\\s]+$", "");
	}

	/** Returns whether ND4J, which has to be loaded, uses this backend. */
	static boolean isInUse() {
		return "CUDA".equals(environment().get(Nd4jEnvironment.BACKEND_KEY));
	}

	/** Returns the name of the GPU that computes what the calling thread asks for. */
	static String gpuName() {
		final List<?> gpus = (List<?>) environment().get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
		final Map<?, ?> gpu = (Map<?, ?>) gpus.get(Nd4j.getAffinityManager().getDeviceForCurrentThread());
		return String.valueOf(gpu.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY));
	}

	private static int gpus(final Class<?> runtime) throws ReflectiveOperationException {
		final int[] count = new int[1];
		runtime.getMethod("cudaGetDeviceCount", int[].class).invoke(null, count);
		return count[0];
	}

	private static int attribute(final Class<?> runtime, final int attribute, final int gpu)
		throws ReflectiveOperationException
	{
		final Method getter = runtime.getMethod("cudaDeviceGetAttribute", int[].class, int.class, int.class);
		final int[] value = new int[1];
		getter.invoke(null, value, attribute, gpu);
		return value[0];
	}

	private static Properties environment() {
		return Nd4j.getExecutioner().getEnvironmentInformation();
	}
}
