package net.neuralstyle.tensor;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads the ND4J backend that is on the class path.
 * <p>
 * ND4J looks for its backend through a class loader that it takes once from the
 * thread that first touches it. Inside ImageJ that thread's loader may not see
 * the plugin's libraries, so ND4J is told to use the loader of this class
 * instead. Everything in this project that creates a tensor goes through
 * {@link TensorScope}, which calls {@link #load()} first.
 * </p>
 */
public final class Backend {

	private static boolean loaded;

	private Backend() {
		// NB: Not instantiable.
	}

	/**
	 * Loads the backend, once; later calls return at once. The first call takes
	 * seconds when the native libraries have to be unpacked.
	 *
	 * @throws IllegalStateException if there is no backend for this operating
	 *           system and processor, or its native library does not load
	 */
	public static synchronized void load() {
		if (loaded) return;
		ND4JClassLoading.setNd4jClassloaderFromClass(Backend.class);
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Backend.class.getClassLoader());
		try {
			Nd4j.getExecutioner();
			loaded = true;
		}
		catch (final LinkageError | RuntimeException exc) {
			throw new IllegalStateException("ND4J, the library that computes, does not start on this machine (" +
				System.getProperty("os.name") + ", " + System.getProperty("os.arch") +
				"): install the nd4j-native, openblas and javacpp jars of this system next to the plugin.", exc);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
