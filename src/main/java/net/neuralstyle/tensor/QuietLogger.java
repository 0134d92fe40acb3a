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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A library's logger of SLF4J, which speaks, while this is open, only to those who
 * ask for that by its debug level. Closing it leaves everything as it was.
 */
public final class QuietLogger implements AutoCloseable {

	/** The only backend of SLF4J whose levels are changed: the one that Fiji has. */
	private static final String LOGBACK = "ch.qos.logback.classic.Logger";

	private final Logger logger;
	private final boolean logback;
	private final Object levelBefore;
	private final boolean quiet;

	/**
	 * @param name of the logger
	 * @param level least one of what it still says
	 */
	public QuietLogger(final String name, final String level) {
		logger = LoggerFactory.getLogger(name);
		logback = logger.getClass().getName().equals(LOGBACK);
		levelBefore = logback ? level() : null;
		// NB: Who has set a level that includes debug wants the lines. A Logback that nobody configured includes it for
		// everything, so there only a level of this logger's own counts.
		quiet = logback ? !isDebug(levelBefore) : !logger.isDebugEnabled();
		if (quiet && logback) setLevel(level);
	}

	/** Returns whether nobody has asked for what the logger says. */
	public boolean isQuiet() {
		return quiet;
	}

	@Override
	public void close() {
		if (quiet && logback) setLevel(levelBefore == null ? null : levelBefore.toString());
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
