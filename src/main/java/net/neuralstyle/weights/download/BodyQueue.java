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
