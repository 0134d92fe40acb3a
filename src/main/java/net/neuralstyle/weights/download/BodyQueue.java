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

package net.neuralstyle.weights.download;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands the body of an HTTP response, as it arrives, to a thread that asks for
 * it. Closing it ends the transfer and closes the connection, at any time.
 */
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {

	/** Marks the end of the body. */
	static final List<ByteBuffer> END = List.of();

	/** How many pieces, of 16 kB at most, wait for the reader; the connection is not read any faster. */
	private static final int PIECES = 16;

	private final BlockingQueue<List<ByteBuffer>> pieces = new LinkedBlockingQueue<>();
	private Subscription subscription;
	private boolean closed;

	/**
	 * Waits for the next piece of the body.
	 *
	 * @return null if nothing came in time, and {@link #END} when nothing is to
	 *         come any more, be it that the body is complete or that the connection
	 *         broke off
	 */
	List<ByteBuffer> poll(final long milliseconds) throws InterruptedException {
		final List<ByteBuffer> piece = pieces.poll(milliseconds, TimeUnit.MILLISECONDS);
		if (piece != null && piece != END) request(1);
		return piece;
	}

	@Override
	public synchronized void close() {
		closed = true;
		if (subscription != null) subscription.cancel();
	}

	// -- BodySubscriber methods --

	@Override
	public CompletionStage<BodyQueue> getBody() {
		return CompletableFuture.completedStage(this);
	}

	@Override
	public synchronized void onSubscribe(final Subscription newSubscription) {
		subscription = newSubscription;
		if (closed) subscription.cancel();
		else subscription.request(PIECES);
	}

	@Override
	public void onNext(final List<ByteBuffer> piece) {
		pieces.add(piece);
	}

	@Override
	public void onError(final Throwable throwable) {
		pieces.add(END);
	}

	@Override
	public void onComplete() {
		pieces.add(END);
	}

	// -- Helper methods --

	private synchronized void request(final long count) {
		subscription.request(count);
	}
}
