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

package net.neuralstyle.imagej.dialog;

import java.awt.EventQueue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes previews in the background, one after the other, always of what is in a dialog last. Whatever goes wrong, there
 * is no preview, and nobody but the log is told.
 */
public final class PreviewMaker implements AutoCloseable {

	private final Function<Map<String, String>, Optional<Preview>> maker;
	private final Consumer<Optional<Preview>> taker;
	private final Consumer<Throwable> log;
	private final Thread thread = new Thread(this::makeAll, "Preview of a style transfer");
	/** What is to be made next; null for nothing. Guarded by this, as the others. */
	private Map<String, String> next;
	/** Counts what was wanted. */
	private int wanted;
	private boolean closed;

	/**
	 * @param maker makes the preview of what is in the fields, by the inputs' names; may take its time
	 * @param taker gets each, on the event thread, unless another one is wanted by then
	 * @param log is told what went wrong
	 */
	public PreviewMaker(final Function<Map<String, String>, Optional<Preview>> maker,
		final Consumer<Optional<Preview>> taker, final Consumer<Throwable> log)
	{
		this.maker = maker;
		this.taker = taker;
		this.log = log;
		thread.setDaemon(true);
		thread.start();
	}

	/** Has a preview made of what is in the fields; may be called by any thread. */
	public synchronized void make(final Map<String, String> answers) {
		next = Map.copyOf(answers);
		wanted++;
		notifyAll();
	}

	/** Waits for what is under way, and ends. */
	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			notifyAll();
		}
		try {
			thread.join();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	// -- Helper methods --

	private void makeAll() {
		try {
			while (true) {
				final Map<String, String> answers;
				final int number;
				synchronized (this) {
					while (next == null && !closed) {
						wait();
					}
					if (closed) return;
					answers = next;
					next = null;
					number = wanted;
				}
				final Optional<Preview> made = made(answers);
				EventQueue.invokeLater(() -> take(number, made));
			}
		}
		catch (final InterruptedException exc) {
			// NB: Somebody wants the thread to end.
			Thread.currentThread().interrupt();
		}
	}

	private Optional<Preview> made(final Map<String, String> answers) {
		try {
			return maker.apply(answers);
		}
		catch (final RuntimeException | LinkageError | OutOfMemoryError exc) {
			// NB: Who accepts the dialog hears of what is wrong with its fields.
			log.accept(exc);
			return Optional.empty();
		}
	}

	private void take(final int number, final Optional<Preview> made) {
		synchronized (this) {
			if (closed || number != wanted) return;
		}
		taker.accept(made);
	}
}
