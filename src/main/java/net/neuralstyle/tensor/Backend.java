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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Chooses and loads the ND4J backend: CUDA where it is installed and can run,
 * else the CPU with the fastest native library there is.
 * <p>
 * ND4J looks for its backend through a class loader that it takes once from the
 * thread that first touches it. Inside ImageJ that thread's loader may not see
 * the plugin's libraries, so ND4J is told to use the loader of this class
 * instead. Everything in this project that creates a tensor goes through
 * {@link TensorScope}, which calls {@link #load()} first.
 * </p>
 */
public final class Backend {

	/** Null before ND4J is loaded; what it knows of oneDNN is added when somebody asks. */
	private static Device device;
	private static boolean isDescribed;
	private static IllegalStateException failure;

	private Backend() {
		// NB: Not instantiable.
	}

	/**
	 * Loads the backend, once, and sets how many threads compute what the
	 * calling thread asks for. The first call takes seconds when the native
	 * libraries have to be unpacked; later ones return at once.
	 *
	 * @throws IllegalStateException if there is no backend for this operating
	 *           system and processor, or its native library cannot be unpacked or
	 *           does not load; the message is one sentence that says what to do
	 */
	public static synchronized void load() {
		if (device == null) device = start();
		// NB: OpenMP keeps this number for each calling thread by itself.
		if (!device.isGpu()) Processor.useThreads();
	}

	/**
	 * Limits how many threads compute what the calling thread asks for. Without effect
	 * on a GPU, or where the user has chosen by the environment variable
	 * {@code OMP_NUM_THREADS}.
	 *
	 * @param most at least 1; 0 for no limit
	 */
	public static void limitThreads(final int most) {
		Processor.limit(most);
		load();
	}

	/**
	 * Returns what computes, after {@link #load() loading} it, and on a CPU oneDNN too;
	 * if that cannot be used, a note says why.
	 *
	 * @throws IllegalStateException as {@link #load()} does
	 */
	public static synchronized Device device() {
		load();
		// NB: Not by load(), so that oneDNN is loaded only where it is used or asked for.
		if (!isDescribed && !device.isGpu()) device = withNotesOnOneDnn(device);
		isDescribed = true;
		return device;
	}

	private static Device start() {
		// NB: Classes that have failed to start fail again, without the reason.
		if (failure != null) throw new IllegalStateException(failure.getMessage(), failure);
		Processor.checkChoice();
		final NativeCache cache = cache();
		cache.share();
		cache.checkRoom();
		IdleThreads.letSleep();
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		final ClassLoader loader = Backend.class.getClassLoader();
		thread.setContextClassLoader(loader);
		try (StartupLog log = new StartupLog()) {
			OpenBlas.prepare(loader);
			final boolean cuda = CudaBackend.isInstalled(loader);
			final Optional<String> obstacle = cuda ? CudaBackend.obstacle(loader) : Optional.empty();
			if (!cuda || obstacle.isPresent()) CpuLibrary.load(loader);
			ND4JClassLoading.setNd4jClassloader(obstacle.isPresent() ? new CpuOnlyClassLoader(loader) : loader);
			Nd4j.getExecutioner();
			return describe(obstacle, cache);
		}
		catch (final LinkageError | RuntimeException | ClassNotFoundException | IOException exc) {
			failure = explained(exc);
			throw failure;
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static NativeCache cache() {
		final ClassLoader loader = Backend.class.getClassLoader();
		return NativeCache.of(loader, CpuLibrary.extension(loader));
	}

	/** Returns a failure of ND4J's or JavaCPP's in one sentence that says what to do. */
	static IllegalStateException explained(final Throwable failure) {
		final NativeCache cache = cache();
		final Optional<String> obstacle = CpuLibrary.obstacle(Backend.class.getClassLoader(), Processor.hasAvx2());
		final String sentence = obstacle.or(cache::obstacle).orElseGet(() -> cache.isComplete() ? cache.failure(failure)
			: "ND4J, the library that computes, does not start on this machine (" + System.getProperty("os.name") + ", " + System
				.getProperty("os.arch") + "): install the nd4j-native, openblas and javacpp jars for " + Loader.getPlatform() +
				" next to the plugin.");
		return new IllegalStateException(sentence, failure);
	}

	private static Device describe(final Optional<String> obstacle, final NativeCache cache) {
		// NB: Another plugin may have loaded ND4J already, so what is asked is ND4J.
		if (CudaBackend.isInUse()) return Device.gpu(CudaBackend.gpuName());
		final List<String> notes = new ArrayList<>();
		obstacle.ifPresent(reason -> notes.add(
			"ND4J's CUDA backend is installed but cannot run here, so the CPU computes: " + reason + "."));
		CpuLibrary.substitution(Backend.class.getClassLoader()).ifPresent(notes::add);
		cache.substitution().ifPresent(notes::add);
		Processor.useThreads();
		return Device.cpu(Processor.name(), Processor.threads(), notes);
	}

	private static Device withNotesOnOneDnn(final Device cpu) {
		final Optional<String> obstacle = OneDnn.obstacle();
		if (obstacle.isEmpty() || !OneDnn.isPublished()) return cpu;
		return cpu.with(List.of(obstacle.get(), "ND4J computes the network without oneDNN 3, which takes " + (CpuLibrary
			.hasOneDnn() ? "longer." : "about ten times as long.")));
	}
}
