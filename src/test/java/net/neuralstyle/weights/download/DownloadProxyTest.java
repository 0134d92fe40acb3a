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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that downloads go through the proxy that Java is told of, and that its troubles are named. */
@Timeout(120)
class DownloadProxyTest {

	private static final DownloadListener SILENT = new DownloadListener() {};

	/** On a host that only the proxy could know. */
	private static final PublishedWeights WEIGHTS = TestWeights.published(URI.create("http://weights.invalid" +
		TestWeights.PATH));

	@TempDir
	private Path folder;
	private WeightsCache cache;
	private ProxySelector selector;
	private Authenticator authenticator;
	private FileServer proxy;

	@BeforeEach
	void startProxy() throws IOException {
		cache = new WeightsCache(folder);
		selector = ProxySelector.getDefault();
		authenticator = Authenticator.getDefault();
		proxy = new FileServer();
		useProxy(proxy.port());
	}

	@AfterEach
	void restoreSettings() {
		ProxySelector.setDefault(selector);
		Authenticator.setDefault(authenticator);
		proxy.close();
	}

	@Test
	void proxyIsAskedForTheFile() throws IOException {
		cache.download(WEIGHTS, SILENT);
		assertEquals("weights.invalid", proxy.requests().get(0).getFirst("Host"));
		assertArrayEquals(TestWeights.bytes(), Files.readAllBytes(cache.file(WEIGHTS)));
	}

	@Test
	void proxyThatIsNotThereIsReported() throws IOException {
		final int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		useProxy(port);
		assertFails(WEIGHTS, "The proxy 127.0.0.1:" + port + " cannot be reached", "settings of the proxy");
	}

	@Test
	void proxyOfAnUnknownHostIsReported() {
		ProxySelector.setDefault(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.invalid", 3128)));
		assertFails(WEIGHTS, "The proxy proxy.invalid:3128 cannot be reached", "settings of the proxy");
	}

	@Test
	void proxyThatClosesTheConnectionIsReported() throws IOException {
		try (RawServer raw = new RawServer(connection -> {})) {
			useProxy(raw.port());
			assertFails(WEIGHTS, "weights.invalid through the proxy 127.0.0.1:" + raw.port() + " broke off");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://weights.invalid/weights.h5", "https://weights.invalid/weights.h5" })
	void proxyThatWantsAPasswordIsReported(final String address) throws IOException {
		try (RawServer raw = new RawServer(connection -> connection.head("HTTP/1.1 407 Proxy Authentication Required",
			"Proxy-Authenticate: Basic realm=\"proxy\"", "Content-Length: 0")))
		{
			useProxy(raw.port());
			assertFails(TestWeights.published(URI.create(address)), "The proxy 127.0.0.1:" + raw.port() +
				" asks for a name and a password (status 407)", "settings of the proxy");
		}
	}

	@Test
	void proxyThatRefusesATunnelIsReported() throws IOException {
		try (RawServer raw = new RawServer(connection -> connection.head("HTTP/1.1 403 Forbidden", "Content-Length: 0"))) {
			useProxy(raw.port());
			assertFails(TestWeights.published(URI.create("https://weights.invalid/weights.h5")), "through the proxy 127.0.0.1:" +
				raw.port());
		}
	}

	@Test
	void passwordIsGivenToTheProxy() throws IOException {
		Authenticator.setDefault(new Authenticator() {

			@Override
			protected PasswordAuthentication getPasswordAuthentication() {
				return new PasswordAuthentication("name", "password".toCharArray());
			}
		});
		proxy.handleFile(exchange -> {
			if ("Basic bmFtZTpwYXNzd29yZA==".equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
				proxy.sendFile(exchange, TestWeights.bytes());
				return;
			}
			exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
			exchange.sendResponseHeaders(407, -1);
		});
		cache.download(WEIGHTS, SILENT);
		assertTrue(cache.has(WEIGHTS));
	}

	@Test
	void userWithoutAPasswordIsTold() {
		Authenticator.setDefault(new Authenticator() {});
		proxy.handleFile(exchange -> {
			exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
			exchange.sendResponseHeaders(407, -1);
		});
		assertFails(WEIGHTS, "the proxy 127.0.0.1:" + proxy.port(), "settings of the proxy");
	}

	private static void useProxy(final int port) {
		ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", port)));
	}

	private void assertFails(final PublishedWeights weights, final String... words) {
		final String message = assertThrows(IOException.class, () -> cache.download(weights, SILENT)).getMessage();
		TestWeights.assertOneSentence(message);
		for (final String word : words) {
			assertTrue(message.contains(word), message);
		}
		assertFalse(Files.exists(cache.file(weights)));
		assertFalse(Files.exists(folder.resolve(TestWeights.FILE + ".part")));
	}
}
