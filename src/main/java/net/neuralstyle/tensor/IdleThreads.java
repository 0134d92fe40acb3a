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

import com.sun.jna.NativeLibrary;

import java.util.Collections;
import java.util.Set;

import org.bytedeco.javacpp.Loader;

/**
 * OpenMP's threads between two operations. GCC's OpenMP, which ND4J uses on Linux,
 * lets them look for more work for milliseconds before they sleep. Meanwhile they
 * keep cores busy that other programs, or other runs of this one, need.
 */
final class IdleThreads {

	/** How often a thread looks for more work before it sleeps; OpenMP reads it when it is loaded. */
	static final String VARIABLE = "GOMP_SPINCOUNT";
	/** Enough to wait for an evaluation's next operation, too few to hold up others; see docs/performance.md. */
	static final int SPINS = 1_000;

	/** With one of these the user has chosen. */
	private static final Set<String> CHOICES = Set.of(VARIABLE, "OMP_WAIT_POLICY");

	private IdleThreads() {
		// NB: Not instantiable.
	}

	/**
	 * Makes OpenMP's threads sleep soon, if OpenMP is not loaded yet, this is Linux
	 * and the user has not chosen by an environment variable.
	 */
	static void letSleep() {
		if (!Loader.getPlatform().startsWith("linux")) return;
		if (!Collections.disjoint(System.getenv().keySet(), CHOICES)) return;
		try {
			final Object[] variable = { VARIABLE, String.valueOf(SPINS), 0 };
			NativeLibrary.getProcess().getFunction("setenv").invokeInt(variable);
		}
		catch (final Throwable exc) {
			// NB: The host may have no JNA, or one that does not start: then waiting costs what it costs.
		}
	}
}
