package net.neuralstyle.tensor;

import java.nio.file.Paths;
import java.util.Objects;

import org.bytedeco.javacpp.Loader;

/** Tells which builds of native libraries JavaCPP has loaded, and why one does not load. */
final class NativeLibraries {

	private NativeLibraries() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the platform and extension of a library that is loaded, for example
	 * "linux-x86_64-onednn"; JavaCPP's jars have a folder of that name.
	 */
	static String build(final String library) {
		// NB: Where another class loader has loaded a library already, JavaCPP loads a copy with a number in its name.
		// A library that the system's own search path led to has no folder.
		return Loader.getLoadedLibraries().entrySet().stream().filter(entry -> entry.getKey().matches(library + "\\d*"))
			.map(entry -> Paths.get(entry.getValue()).getParent()).filter(Objects::nonNull).map(folder -> folder.getFileName()
				.toString()).findFirst().orElse(Loader.getPlatform());
	}

	/** Returns the failure that led to another one. */
	static Throwable root(final Throwable failure) {
		return failure.getCause() == null ? failure : root(failure.getCause());
	}

	/** Returns why something failed in the words of the library that did, as a part of a sentence. */
	static String reason(final Throwable failure) {
		final String message = root(failure).getMessage();
		return message == null ? "" : message.lines().findFirst().orElse("").replace(". ", "; ").replaceAll("[.:\\s]+$", "");
	}
}
