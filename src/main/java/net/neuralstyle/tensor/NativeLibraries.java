package net.neuralstyle.tensor;

import java.nio.file.Path;
import java.nio.file.Paths;

import org.bytedeco.javacpp.Loader;

/** Tells which builds of native libraries JavaCPP has loaded. */
final class NativeLibraries {

	private NativeLibraries() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the platform and extension of a library that is loaded, for example
	 * "linux-x86_64-onednn"; JavaCPP's jars have a folder of that name.
	 */
	static String build(final String library) {
		final String file = Loader.getLoadedLibraries().get(library);
		final Path folder = file == null ? null : Paths.get(file).getParent();
		// NB: A library that the system's own search path led to has no folder.
		return folder == null ? Loader.getPlatform() : folder.getFileName().toString();
	}
}
