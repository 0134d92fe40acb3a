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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native library of ND4J's CPU backend. It is published in several builds: a plain
 * one, one for processors with AVX2, which is smaller, and one that includes oneDNN
 * 2, whose convolutions are about ten times faster than those of the others. JavaCPP,
 * which loads it, has an order of its own when more than one is on the class path.
 */
final class CpuLibrary {

	private static final String BINDINGS = "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";
	/** Where jars have the library, in a folder for each build. */
	static final String FOLDER = BINDINGS.substring(0, BINDINGS.lastIndexOf('.')).replace('.', '/');
	static final String LIBRARY = "jnind4jcpu";
	private static final String EXTENSION = "platform.extension";
	private static final String PLAIN = "";
	private static final String AVX2 = "-avx2";
	private static final String ONEDNN = "-onednn";

	private CpuLibrary() {
		// NB: Not instantiable.
	}

	/**
	 * Loads the best build that the class loader sees, unless the user chose one that
	 * is there himself by the system property
	 * {@code org.bytedeco.javacpp.platform.extension}. If it is none of those that this
	 * class knows, ND4J will load one by itself.
	 *
	 * @throws ClassNotFoundException if the library is there but not its classes
	 * @throws IllegalStateException if there is an {@link #obstacle(ClassLoader, boolean)}
	 */
	static void load(final ClassLoader loader) throws ClassNotFoundException {
		final boolean hasAvx2 = Processor.hasAvx2();
		final Optional<String> build = build(loader, hasAvx2, chosenExtension());
		obstacle(loader, hasAvx2, build).ifPresent(sentence -> {
			throw new IllegalStateException(sentence);
		});
		if (build.isEmpty()) return;
		// NB: JavaCPP copied the system properties into these, for good. They are changed for this one library
		// only, because the libraries that others load are not published with the extension.
		final Properties platform = Loader.loadProperties();
		final Object before = platform.setProperty(EXTENSION, build.get());
		try {
			Class.forName(BINDINGS, true, loader);
		}
		finally {
			if (before == null) platform.remove(EXTENSION);
			else platform.put(EXTENSION, before);
		}
	}

	/**
	 * Returns what the name of the build that will be loaded ends in, after the
	 * platform; may be empty.
	 */
	static String extension(final ClassLoader loader) {
		return build(loader, Processor.hasAvx2(), chosenExtension()).orElse(PLAIN);
	}

	/**
	 * Returns the build that the user chose, if it is there, else the best one for this
	 * processor that is; nothing if there is none of those that this class knows.
	 */
	static Optional<String> build(final ClassLoader loader, final boolean hasAvx2, final Optional<String> chosen) {
		return chosen.filter(extension -> isThere(loader, extension)).or(() -> order(loader, hasAvx2).stream().filter(
			extension -> isThere(loader, extension)).findFirst());
	}

	/**
	 * Returns one sentence that says that no build is there that this processor can
	 * run and what to do, or nothing.
	 */
	static Optional<String> obstacle(final ClassLoader loader, final boolean hasAvx2) {
		return obstacle(loader, hasAvx2, build(loader, hasAvx2, chosenExtension()));
	}
	/** Returns whether the build that is loaded, by its own account, has oneDNN. ND4J has to be loaded. */
	static boolean hasOneDnn() {
		return Nd4j.getBackend().buildInfo().contains("ONEDNN");
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

	// -- Helper methods --

	private static Optional<String> obstacle(final ClassLoader loader, final boolean hasAvx2,
		final Optional<String> build)
	{
		if (hasAvx2 || !build.orElse(AVX2).equals(AVX2) || !isThere(loader, AVX2)) return Optional.empty();
		return Optional.of("ND4J, the library that computes, is installed for processors with AVX2 only, and this one (" +
			Processor.name() + ") has none: put the jar of org.nd4j's nd4j-native from Maven Central whose " +
			"name ends in " + Loader.getPlatform() + ".jar beside it.");
	}

	/** Lists what this processor can run, the best first. */
	private static List<String> order(final ClassLoader loader, final boolean hasAvx2) {
		final List<String> order = new ArrayList<>(hasAvx2 ? List.of(AVX2, PLAIN) : List.of(PLAIN));
		// NB: Where oneDNN 3 computes the networks, oneDNN 2 is of no use.
		order.add(OneDnn.isThere(loader) ? order.size() : 0, ONEDNN);
		return order;
	}

	private static Optional<String> chosenExtension() {
		return Optional.ofNullable(Loader.loadProperties().getProperty(EXTENSION));
	}

	private static boolean isThere(final ClassLoader loader, final String extension) {
		final String folder = FOLDER + "/" + Loader.getPlatform() + extension + "/";
		return loader.getResource(folder + System.mapLibraryName(LIBRARY)) != null;
	}
}
