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
import java.util.Properties;
import java.util.Set;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native library of ND4J's CPU backend. It is published in several builds, of
 * which those with oneDNN are several times faster. JavaCPP, which loads it, has
 * an order of its own when more than one is on the class path.
 */
final class CpuLibrary {

	private static final String BINDINGS = "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";
	/** Where jars have the library, in a folder for each build. */
	static final String FOLDER = BINDINGS.substring(0, BINDINGS.lastIndexOf('.')).replace('.', '/');
	static final String LIBRARY = "jnind4jcpu";
	private static final String EXTENSION = "platform.extension";
	private static final String ONEDNN = "-onednn";
	private static final Set<String> ONEDNN_PLATFORMS = Set.of("linux-x86_64", "windows-x86_64", "macosx-x86_64");

	private CpuLibrary() {
		// NB: Not instantiable.
	}

	/**
	 * Loads the build with oneDNN if the class loader sees it, unless the user
	 * chose a build that is there himself by the system property
	 * {@code org.bytedeco.javacpp.platform.extension}. In all other cases ND4J
	 * will load one by itself.
	 *
	 * @throws ClassNotFoundException if the library is there but not its classes
	 */
	static void load(final ClassLoader loader) throws ClassNotFoundException {
		if (!extension(loader).equals(ONEDNN)) return;
		// NB: JavaCPP copied the system properties into these, for good. They are changed for this one library
		// only, because the libraries that others load are not published with the extension.
		final Properties platform = Loader.loadProperties();
		final Object before = platform.setProperty(EXTENSION, ONEDNN);
		try {
			Class.forName(BINDINGS, true, loader);
		}
		finally {
			if (before == null) platform.remove(EXTENSION);
			else platform.put(EXTENSION, before);
		}
	}

	/** Returns what the name of the build that will be loaded ends in, after the platform; may be empty. */
	static String extension(final ClassLoader loader) {
		final String chosen = chosenExtension().orElse("");
		return isThere(loader, ONEDNN) && (chosenExtension().isEmpty() || !isThere(loader, chosen)) ? ONEDNN : chosen;
	}

	/** Returns whether the build that is loaded, by its own account, has oneDNN. ND4J has to be loaded. */
	static boolean hasOneDnn() {
		return Nd4j.getBackend().buildInfo().contains("ONEDNN");
	}

	/**
	 * Returns one sentence that says that a slow build is loaded and what to do, or
	 * nothing if there is no faster one. ND4J has to be loaded.
	 */
	static Optional<String> slowness(final ClassLoader loader) {
		final String platform = Loader.getPlatform();
		if (hasOneDnn() || !ONEDNN_PLATFORMS.contains(platform)) return Optional.empty();
		final String remedy = isThere(loader, ONEDNN) //
			? "start ImageJ without the system property org.bytedeco.javacpp." + EXTENSION +
				", and run this plugin before others that use ND4J" //
			: "put the nd4j-native jar whose name ends in " + platform + ONEDNN + ".jar beside the plugin";
		return Optional.of("The native library without oneDNN is in use, which is about ten times slower: " + remedy + ".");
	}

	/**
	 * Returns one sentence that says that the build that the user chose is not
	 * there, or nothing.
	 */
	static Optional<String> substitution(final ClassLoader loader) {
		return chosenExtension().filter(chosen -> !isThere(loader, chosen)).map(chosen -> "There is no nd4j-native jar for " +
			Loader.getPlatform() + chosen + ", the build that Java's option -Dorg.bytedeco.javacpp." + EXTENSION +
			" asks for, so another one is in use.");
	}

	private static Optional<String> chosenExtension() {
		return Optional.ofNullable(Loader.loadProperties().getProperty(EXTENSION));
	}

	private static boolean isThere(final ClassLoader loader, final String extension) {
		final String folder = FOLDER + "/" + Loader.getPlatform() + extension + "/";
		return loader.getResource(folder + System.mapLibraryName(LIBRARY)) != null;
	}
}
