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

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An HTTP server on this computer that publishes the test weights, and goes on where it is asked to. */
final class FileServer implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final List<Headers> requests = new CopyOnWriteArrayList<>();
	private final AtomicLong bytesSent = new AtomicLong();

	FileServer() throws IOException {
		this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
	}

	/** @param server is started here, and stopped when this is closed */
	FileServer(final HttpServer server) {
		this.server = server;
		server.setExecutor(threads);
		handle(TestWeights.PATH, exchange -> sendFile(exchange, TestWeights.bytes()));
		server.start();
	}

	/** Answers requests of a path, and of those below it, in another way. */
	void handle(final String path, final HttpHandler handler) {
		server.createContext(path, exchange -> {
			requests.add(exchange.getRequestHeaders());
			try {
				handler.handle(exchange);
			}
			finally {
				exchange.close();
			}
		});
	}

	/** Replaces how requests of the published file are answered. */
	void handleFile(final HttpHandler handler) {
		server.removeContext(TestWeights.PATH);
		handle(TestWeights.PATH, handler);
	}

	/** Sends a file, or what a request asks for of it. */
	void sendFile(final HttpExchange exchange, final byte[] file) throws IOException {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		final int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
		if (range != null) {
			exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
		}
		send(exchange, range == null ? 200 : 206, Arrays.copyOfRange(file, from, file.length));
	}

	void send(final HttpExchange exchange, final int status, final byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		exchange.getResponseBody().write(body);
		bytesSent.addAndGet(body.length);
	}

	static void redirect(final HttpExchange exchange, final int status, final String location) throws IOException {
		exchange.getResponseHeaders().set("Location", location);
		exchange.sendResponseHeaders(status, -1);
	}

	PublishedWeights published() {
		return TestWeights.published(URI.create("http://127.0.0.1:" + port() + TestWeights.PATH));
	}

	int port() {
		return server.getAddress().getPort();
	}

	/** The headers of all requests so far. */
	List<Headers> requests() {
		return requests;
	}

	/** The Range header of a request, null if it had none. */
	String range(final int request) {
		return requests.get(request).getFirst("Range");
	}

	/** The number of bytes in the bodies sent so far. */
	long bytesSent() {
		return bytesSent.get();
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
