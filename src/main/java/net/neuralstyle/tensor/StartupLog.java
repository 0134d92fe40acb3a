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

import org.nd4j.common.config.ND4JSystemProperties;

/**
 * While it is open, ND4J logs of its start only to those who ask for that: by its
 * own system property, or by the debug level of the logger {@code org.nd4j}.
 * Closing it leaves everything as it was.
 */
final class StartupLog implements AutoCloseable {

	private static final String PROPERTY = ND4JSystemProperties.LOG_INITIALIZATION;

	/** Null if the property is set: who has done that wants the lines. */
	private final QuietLogger logger = System.getProperty(PROPERTY) == null ? new QuietLogger("org.nd4j", "WARN") : null;
	// NB: ND4J does not ask its own property before each of its lines, hence both.
	private final boolean quiet = logger != null && logger.isQuiet();

	StartupLog() {
		if (quiet) System.setProperty(PROPERTY, "false");
	}

	@Override
	public void close() {
		if (quiet) System.clearProperty(PROPERTY);
		if (logger != null) logger.close();
	}
}
