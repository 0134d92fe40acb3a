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

import java.lang.reflect.Method;

import org.nd4j.common.config.ND4JSystemProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While it is open, ND4J logs of its start only to those who ask for that: by its
 * own system property, or by the debug level of the logger {@code org.nd4j}.
 * Closing it leaves everything as it was.
 */
final class StartupLog implements AutoCloseable {

	/** The only backend of SLF4J whose levels are changed: the one that Fiji has. */
	private static final String LOGBACK = "ch.qos.logback.classic.Logger";
	private static final String PROPERTY = ND4JSystemProperties.LOG_INITIALIZATION;

	private final Logger logger = LoggerFactory.getLogger("org.nd4j");
	private final boolean logback = logger.getClass().getName().equals(LOGBACK);
	private final Object levelBefore = logback ? level() : null;
	/**
	 * NB: Who has set the property, or a level that includes debug, wants the lines. A Logback that nobody configured
	 * includes it for everything, so there only a level of this logger's own counts.
	 */
	private final boolean quiet = System.getProperty(PROPERTY) == null && (logback ? !isDebug(levelBefore) : !logger
		.isDebugEnabled());
	private final boolean hasLevel = quiet && logback;

	StartupLog() {
		if (quiet) System.setProperty(PROPERTY, "false");
		// NB: ND4J does not ask its own property before each of its lines.
		if (hasLevel) setLevel("WARN");
	}

	@Override
	public void close() {
		if (quiet) System.clearProperty(PROPERTY);
		if (hasLevel) setLevel(levelBefore == null ? null : levelBefore.toString());
	}

	// -- Helper methods --

	private static boolean isDebug(final Object level) {
		return level != null && (level.toString().equals("DEBUG") || level.toString().equals("TRACE"));
	}

	/** Returns the logger's own level; null if it has none. */
	private Object level() {
		try {
			return logger.getClass().getMethod("getLevel").invoke(logger);
		}
		catch (final ReflectiveOperationException exc) {
			return null;
		}
	}

	/** @param name of a level; null for none of the logger's own */
	private void setLevel(final String name) {
		try {
			final Class<?> type = logger.getClass().getMethod("getLevel").getReturnType();
			final Method setter = logger.getClass().getMethod("setLevel", type);
			setter.invoke(logger, name == null ? null : type.getField(name).get(null));
		}
		catch (final ReflectiveOperationException exc) {
			// NB: A version of Logback that has changed this: its lines stay.
		}
	}
}
