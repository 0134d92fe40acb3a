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

import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a published file over HTTP, and continues what an earlier attempt left.
 * The computer's proxy settings are respected. The listener is called, and the
 * file written, on the thread that asks for it only.
 */
final class WeightsDownload {

	private static final long POLL_MILLISECONDS = 50;
	private static final int MOST_REDIRECTS = 5;
	private static final int OK = 200;
	private static final int PARTIAL_CONTENT = 206;
	private static final int RANGE_NOT_SATISFIABLE = 416;
	private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
	private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

	/** The first version of Java in which a request can be cancelled before it is answered. */
	private static final int CANCELS_REQUESTS = 16;

	private final PublishedWeights weights;
	private final DownloadListener listener;
	private final DownloadProgress progress;
	private final DownloadFailures failures;
	private final Duration patience;
	private final HttpClient client;

	/**
	 * @param patience how long to wait for the next byte before the download is
	 *          given up
	 */
	WeightsDownload(final PublishedWeights weights, final DownloadListener listener, final DownloadProgress progress,
		final Duration patience)
	{
		this.weights = weights;
		this.listener = listener;
		this.progress = progress;
		this.patience = patience;
		failures = new DownloadFailures(weights);
		// NB: A cancelled HTTP/1.1 transfer closes its connection.
		final HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(
			HttpClient.Redirect.NEVER);
		if (ProxySelector.getDefault() != null) builder.proxy(ProxySelector.getDefault());
		if (Authenticator.getDefault() != null) builder.authenticator(Authenticator.getDefault());
		client = builder.build();
	}

	/** Whether an address is one that can be asked for a file. */
	static boolean canFetch(final URI address) {
		return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme())) && address
			.getHost() != null;
	}

	/**
	 * Fetches all that a partial file lacks. Its size is then that of the published
	 * file; its contents are not checked.
	 *
	 * @return whether some of what is there now comes from an earlier attempt
	 * @throws DownloadCancelledException if the listener asked for it
	 * @throws IOException if the file cannot be had; what came stays in the partial
	 *           file if it is worth continuing; the message is one sentence
	 */
	boolean fetch(final PartialFile part) throws IOException {
		if (part.size() > weights.size()) part.clear();
		final long offset = part.size();
		if (offset == weights.size()) return true;
		final Answer answer = ask(offset);
		try (BodyQueue body = answer.body) {
			if (offset > 0 && continuesAt(offset, answer)) {
				receive(answer.address, body, part);
				return true;
			}
			if (answer.status == OK) {
				checkLength(answer);
				part.clear();
				receive(answer.address, body, part);
				return false;
			}
			if (offset == 0 || (answer.status != PARTIAL_CONTENT && answer.status != RANGE_NOT_SATISFIABLE)) {
				throw failures.status(answer.address, answer.status);
			}
		}
		// NB: The server does not continue this file, so it has to send the whole one.
		part.clear();
		return fetch(part);
	}

	// -- Helper methods --

	/** Asks for the file from an offset on, wherever the server says that it is. */
	private Answer ask(final long offset) throws IOException {
		URI address = weights.address();
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			final Answer answer = send(address, offset);
			if (!REDIRECTS.contains(answer.status)) return answer;
			answer.body.close();
			address = redirection(answer);
		}
		throw failures.redirectLoop(address);
	}

	private Answer send(final URI address, final long offset) throws IOException {
		final HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept-Encoding", "identity");
		if (offset > 0) request.header("Range", "bytes=" + offset + "-");
		// NB: Otherwise a cancelled request would keep its connection. Newer versions
		// of Java need no such limit, and some take it as one for the body, too.
		if (Runtime.version().feature() < CANCELS_REQUESTS) request.timeout(patience);
		final BodyQueue body = new BodyQueue();
		final CompletableFuture<Answer> answer = new CompletableFuture<>();
		// NB: The client's response fails if the connection breaks off before it is handed out, although the head and some
		// of the body were there. Where a proxy refuses its service there is a response, but nothing asks for a body.
		final CompletableFuture<HttpResponse<BodyQueue>> exchange = client.sendAsync(request.build(), head -> {
			answer.complete(new Answer(address, head.statusCode(), head.headers(), body));
			return body;
		});
		exchange.whenComplete((response, failure) -> {
			if (failure != null) answer.completeExceptionally(failure);
			else answer.complete(new Answer(address, response.statusCode(), response.headers(), body));
		});
		boolean answered = false;
		try {
			final Answer result = await(answer, address, offset);
			answered = true;
			return result;
		}
		finally {
			if (!answered) {
				exchange.cancel(true);
				body.close();
			}
		}
	}

	private Answer await(final CompletableFuture<Answer> answer, final URI address, final long offset)
		throws IOException
	{
		final long start = System.nanoTime();
		while (true) {
			checkCancelled();
			progress.report(offset);
			try {
				return answer.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException exc) {
				if (System.nanoTime() - start > patience.toNanos()) throw failures.stalled(address, offset);
			}
			catch (final ExecutionException exc) {
				throw failures.noAnswer(address, exc.getCause());
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw failures.cancelled();
			}
		}
	}

	private void receive(final URI address, final BodyQueue body, final PartialFile part) throws IOException {
		long lastByte = System.nanoTime();
		while (true) {
			checkCancelled();
			progress.report(part.size());
			final List<ByteBuffer> piece = next(body);
			if (piece == BodyQueue.END) break;
			if (piece == null) {
				if (System.nanoTime() - lastByte > patience.toNanos()) throw failures.stalled(address, part.size());
				continue;
			}
			for (final ByteBuffer bytes : piece) {
				append(address, bytes, part);
			}
			lastByte = System.nanoTime();
		}
		if (part.size() < weights.size()) throw failures.truncated(address, part.size());
	}

	private List<ByteBuffer> next(final BodyQueue body) throws IOException {
		try {
			return body.poll(POLL_MILLISECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw failures.cancelled();
		}
	}

	private void append(final URI address, final ByteBuffer bytes, final PartialFile part) throws IOException {
		if (bytes.remaining() > weights.size() - part.size()) {
			// NB: So what came before is something else, too.
			part.clear();
			throw failures.otherSize(address, "more than " + weights.size());
		}
		part.append(bytes);
	}

	private void checkCancelled() throws DownloadCancelledException {
		if (listener.isCancelled()) throw failures.cancelled();
	}

	private URI redirection(final Answer answer) throws IOException {
		final URI from = answer.address;
		final URI to;
		try {
			to = from.resolve(answer.headers.firstValue("Location").orElse(""));
		}
		catch (final IllegalArgumentException exc) {
			throw failures.status(from, answer.status);
		}
		if (!canFetch(to)) throw failures.status(from, answer.status);
		if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
			throw failures.unsafeRedirect(from, to);
		}
		return to;
	}

	/** Whether a response brings exactly what is missing. */
	private boolean continuesAt(final long offset, final Answer answer) {
		if (answer.status != PARTIAL_CONTENT) return false;
		final Matcher range = CONTENT_RANGE.matcher(answer.headers.firstValue("Content-Range").orElse(""));
		final String total = Long.toString(weights.size());
		return range.matches() && Long.parseLong(range.group(1)) == offset && //
			Long.parseLong(range.group(2)) == weights.size() - 1 && //
			(range.group(3).equals(total) || range.group(3).equals("*"));
	}

	private void checkLength(final Answer answer) throws IOException {
		final OptionalLong length = answer.headers.firstValueAsLong("Content-Length");
		if (length.isPresent() && length.getAsLong() != weights.size()) {
			throw failures.otherSize(answer.address, Long.toString(length.getAsLong()));
		}
	}

	/** The head of a response, and the body that follows it. */
	private static final class Answer {

		private final URI address;
		private final int status;
		private final HttpHeaders headers;
		private final BodyQueue body;

		private Answer(final URI address, final int status, final HttpHeaders headers, final BodyQueue body) {
			this.address = address;
			this.status = status;
			this.headers = headers;
			this.body = body;
		}
	}
}
