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
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on this computer that answers with any bytes, and with faults that no proper HTTP server has. */
final class RawServer implements AutoCloseable {

	/** Answers one request; the connection is closed afterwards. */
	interface Answer {

		void write(Connection connection) throws IOException;
	}

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final CountDownLatch closedByClient = new CountDownLatch(1);
	private final CountDownLatch stalled = new CountDownLatch(1);

	/** @param answers to the first request, the second and so on; the last one is repeated */
	RawServer(final Answer... answers) throws IOException {
		final Thread acceptor = new Thread(() -> accept(answers));
		acceptor.setDaemon(true);
		acceptor.start();
	}

	/** The heads of all requests so far. */
	List<String> requests() {
		return requests;
	}

	int port() {
		return socket.getLocalPort();
	}

	PublishedWeights published() {
		return TestWeights.published(URI.create("http://127.0.0.1:" + port() + TestWeights.PATH));
	}

	/** Whether the server has sent all that it will and leaves the client waiting. */
	boolean isStalled() {
		return stalled.getCount() == 0;
	}

	/** Waits until the client closes a connection on which it waited. */
	boolean awaitClosedByClient() throws InterruptedException {
		return closedByClient.await(30, TimeUnit.SECONDS);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	// -- Helper methods --

	private void accept(final Answer... answers) {
		try {
			while (true) {
				final Socket connection = socket.accept();
				final Thread worker = new Thread(() -> serve(connection, answers));
				worker.setDaemon(true);
				worker.start();
			}
		}
		catch (final IOException exc) {
			// NB: The server is closed.
		}
	}

	private void serve(final Socket socketOfClient, final Answer... answers) {
		try (Socket closed = socketOfClient) {
			final Connection connection = new Connection(socketOfClient);
			requests.add(connection.readHead());
			answers[Math.min(requests.size(), answers.length) - 1].write(connection);
		}
		catch (final IOException exc) {
			// NB: The client has gone.
		}
	}

	/** The connection of one request. */
	final class Connection {

		private final Socket client;

		private Connection(final Socket client) {
			this.client = client;
		}

		/** Sends status line and headers. */
		void head(final String... lines) throws IOException {
			body((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII), 0);
		}

		/** Sends the head of an answer with the whole file. */
		void okHead() throws IOException {
			head("HTTP/1.1 200 OK", "Content-Length: " + TestWeights.SIZE);
		}

		/** Sends bytes from an index on. */
		void body(final byte[] bytes, final int from) throws IOException {
			client.getOutputStream().write(bytes, from, bytes.length - from);
			client.getOutputStream().flush();
		}

		/** Sends the first bytes of the file. */
		void start(final int length) throws IOException {
			body(Arrays.copyOf(TestWeights.bytes(), length), 0);
		}

		/** Sends nothing any more until the client closes the connection. */
		void stall() {
			stalled.countDown();
			try {
				while (client.getInputStream().read() >= 0) {
					// NB: Clients send nothing more.
				}
			}
			catch (final IOException exc) {
				// NB: A reset connection is closed as well.
			}
			closedByClient.countDown();
		}

		private String readHead() throws IOException {
			final InputStream in = client.getInputStream();
			final StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				final int next = in.read();
				if (next < 0) throw new IOException("The client closed the connection.");
				head.append((char) next);
			}
			return head.toString();
		}
	}
}
