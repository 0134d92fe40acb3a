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

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proves that encrypted downloads work, and that their safety is not given up on the way. */
@Timeout(120)
class SecureDownloadTest {

	private static final DownloadListener SILENT = new DownloadListener() {};
	private static final char[] PASSWORD = "password".toCharArray();

	private static SSLContext context;

	@TempDir
	private Path folder;
	private WeightsCache cache;
	private FileServer server;
	private PublishedWeights weights;
	private SSLContext contextBefore;

	@BeforeAll
	static void makeCertificate(@TempDir final Path keys) throws IOException, InterruptedException,
		GeneralSecurityException
	{
		final Path file = keys.resolve("keys.p12");
		final Process keytool = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "keytool").toString(),
			"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1",
			"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		assertEquals(0, keytool.waitFor());
		final KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD);
		}
		// NB: As an entry of its own the certificate is trusted.
		store.setCertificateEntry("trusted", store.getCertificate("server"));
		final KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(store, PASSWORD);
		final TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory
			.getDefaultAlgorithm());
		trustManagers.init(store);
		context = SSLContext.getInstance("TLS");
		context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
	}

	@BeforeEach
	void start() throws IOException, GeneralSecurityException {
		contextBefore = SSLContext.getDefault();
		SSLContext.setDefault(context);
		cache = new WeightsCache(folder);
		final HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		https.setHttpsConfigurator(new HttpsConfigurator(context));
		server = new FileServer(https);
		weights = TestWeights.published(URI.create("https://127.0.0.1:" + server.port() + TestWeights.PATH));
	}

	@AfterEach
	void stop() {
		SSLContext.setDefault(contextBefore);
		server.close();
	}

	@Test
	void fileIsDownloaded() throws IOException {
		cache.download(weights, SILENT);
		assertArrayEquals(TestWeights.bytes(), Files.readAllBytes(cache.file(weights)));
	}

	@Test
	void secureRedirectIsFollowed() throws IOException {
		server.handle("/elsewhere", exchange -> server.sendFile(exchange, TestWeights.bytes()));
		server.handleFile(exchange -> FileServer.redirect(exchange, 302, "/elsewhere"));
		cache.download(weights, SILENT);
		assertTrue(cache.has(weights));
	}

	@Test
	void insecureRedirectIsRefused() throws IOException {
		try (FileServer insecure = new FileServer()) {
			final String address = insecure.published().address().toString();
			server.handleFile(exchange -> FileServer.redirect(exchange, 302, address));
			assertFails("redirects to " + address, "refused");
			assertEquals(0, insecure.requests().size());
		}
	}

	@Test
	void unknownCertificateIsReported() throws GeneralSecurityException {
		final SSLContext suspicious = SSLContext.getInstance("TLS");
		suspicious.init(null, null, null);
		SSLContext.setDefault(suspicious);
		assertFails("There is no secure connection to 127.0.0.1", "date of this computer");
	}

	private void assertFails(final String... words) {
		final String message = assertThrows(IOException.class, () -> cache.download(weights, SILENT)).getMessage();
		TestWeights.assertOneSentence(message);
		for (final String word : words) {
			assertTrue(message.contains(word), message);
		}
		assertFalse(Files.exists(cache.file(weights)));
		assertFalse(Files.exists(folder.resolve(TestWeights.FILE + ".part")));
	}
}
