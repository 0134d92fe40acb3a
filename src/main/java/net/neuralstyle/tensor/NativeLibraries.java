package net.neuralstyle.tensor;

/** Tells why a native library does not load. */
final class NativeLibraries {

	private NativeLibraries() {
		// NB: Not instantiable.
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
