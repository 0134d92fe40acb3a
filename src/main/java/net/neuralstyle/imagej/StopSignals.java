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

package net.neuralstyle.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Takes what asks the process to end, Ctrl-C (SIGINT) and SIGTERM, to a program
 * that has something to finish first. Where Java has no signals, or is told to
 * leave them alone (-Xrs), they end the process as ever.
 */
public final class StopSignals implements AutoCloseable {

	private final List<Runnable> restorations = new ArrayList<>();

	/**
	 * @param stop is called at every signal, on a thread of its own; if it returns
	 *          false, the process ends at once, without Java's usual tidying up,
	 *          which would wait for the work
	 */
	public StopSignals(final BooleanSupplier stop) {
		try {
			final SignalHandler handler = signal -> {
				if (!stop.getAsBoolean()) Runtime.getRuntime().halt(Outcome.STOPPED.exitCode());
			};
			for (final String name : List.of("INT", "TERM")) {
				final Signal signal = new Signal(name);
				final SignalHandler before = Signal.handle(signal, handler);
				restorations.add(() -> Signal.handle(signal, before));
			}
		}
		catch (final IllegalArgumentException | LinkageError exc) {
			// NB: Then they end the process, and nothing is saved.
		}
	}

	/**
	 * Takes them twice.
	 *
	 * @param first is called at the first signal, to ask for the end
	 * @param second is called at the next one; then the process ends at once
	 */
	public static StopSignals twice(final Runnable first, final Runnable second) {
		return new StopSignals(new BooleanSupplier() {

			private boolean isAsked;

			// NB: Each signal has a thread of its own; the second call waits for the end of the first one.
			@Override
			public synchronized boolean getAsBoolean() {
				final boolean isFirst = !isAsked;
				isAsked = true;
				(isFirst ? first : second).run();
				return isFirst;
			}
		});
	}

	/** Lets the signals do what they did before. */
	@Override
	public void close() {
		restorations.forEach(Runnable::run);
	}
}
