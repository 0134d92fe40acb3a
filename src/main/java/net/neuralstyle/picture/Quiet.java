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

package net.neuralstyle.picture;

import ij.IJ;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Until it is closed, what the thread prints is lost, and ImageJ shows no error
 * messages. Other threads print as ever. To be closed by the same thread; not to
 * be nested.
 */
final class Quiet implements AutoCloseable {

	private static final Set<Thread> THREADS = new HashSet<>();
	private static PrintStream out;
	private static PrintStream err;
	private static boolean redirecting;

	Quiet() {
		synchronized (THREADS) {
			if (THREADS.isEmpty()) {
				out = System.out;
				err = System.err;
				redirecting = IJ.redirectingErrorMessages();
				System.setOut(new QuietStream(out));
				System.setErr(new QuietStream(err));
				IJ.redirectErrorMessages(true);
			}
			THREADS.add(Thread.currentThread());
		}
	}

	@Override
	public void close() {
		synchronized (THREADS) {
			THREADS.remove(Thread.currentThread());
			if (!THREADS.isEmpty()) return;
			// NB: Somebody else may have put streams of his own there meanwhile.
			if (System.out instanceof QuietStream) System.setOut(out);
			if (System.err instanceof QuietStream) System.setErr(err);
			IJ.redirectErrorMessages(redirecting);
		}
	}

	/** Loses what the threads print that are to be quiet. */
	private static final class QuietStream extends PrintStream {

		private final PrintStream stream;

		private QuietStream(final PrintStream stream) {
			super(OutputStream.nullOutputStream(), true);
			this.stream = stream;
		}

		@Override
		public void write(final int value) {
			if (!isQuiet()) stream.write(value);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int count) {
			if (!isQuiet()) stream.write(bytes, offset, count);
		}

		@Override
		public void flush() {
			stream.flush();
		}

		private static boolean isQuiet() {
			synchronized (THREADS) {
				return THREADS.contains(Thread.currentThread());
			}
		}
	}
}
