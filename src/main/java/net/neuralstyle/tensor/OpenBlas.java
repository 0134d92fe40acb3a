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

import org.bytedeco.javacpp.Loader;

/**
 * OpenBLAS, with which ND4J multiplies matrices on a CPU. The packages have it without
 * what Java calls LAPACK through, a quarter of it, of which nothing is used.
 */
final class OpenBlas {

	/** Where jars have the library, in a folder for each system. */
	static final String FOLDER = "org/bytedeco/openblas";
	/** What Java calls. */
	static final String LIBRARY = "jniopenblas_nolapack";
	/** What it calls LAPACK through. */
	static final String LAPACK_LIBRARY = "jniopenblas";
	private static final String LAPACK_BINDINGS = "org.bytedeco.openblas.global.openblas";
	private static final String SWITCH = "org.bytedeco.javacpp.loadLibraries";

	private OpenBlas() {
		// NB: Not instantiable.
	}

	/**
	 * Makes JavaCPP do without LAPACK where a class loader does not see it. To be called
	 * before ND4J is loaded.
	 *
	 * @throws ClassNotFoundException if OpenBLAS's classes are not there
	 */
	static void prepare(final ClassLoader loader) throws ClassNotFoundException {
		if (loader.getResource(FOLDER + "/" + Loader.getPlatform() + "/" + System.mapLibraryName(
			LAPACK_LIBRARY)) != null) return;
		// NB: ND4J's classes inherit from LAPACK's, which JavaCPP therefore initialises before it loads ND4J's library, and
		// gives up if that fails.
		final String before = System.setProperty(SWITCH, "false");
		try {
			Class.forName(LAPACK_BINDINGS, true, loader);
		}
		finally {
			if (before == null) System.clearProperty(SWITCH);
			else System.setProperty(SWITCH, before);
		}
	}
}
