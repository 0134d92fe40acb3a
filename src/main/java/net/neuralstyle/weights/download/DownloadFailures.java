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
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLException;

/** Says in one sentence each what can go wrong with the download of a file, and what to do. */
final class DownloadFailures {

	private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
	private static final int NOT_FOUND = 404;
	private static final int GONE = 410;

	private final PublishedWeights weights;

	DownloadFailures(final PublishedWeights weights) {
		this.weights = weights;
	}

	DownloadCancelledException cancelled() {
		return new DownloadCancelledException("The download of " + weights.name() +
			" was cancelled: start it again to continue.");
	}

	/** There was no answer to a request. */
	IOException noAnswer(final URI address, final Throwable cause) {
		final String proxy = proxyOf(address);
		final boolean unknown = isOrHasCause(cause, UnknownHostException.class) || isOrHasCause(cause,
			UnresolvedAddressException.class);
		final boolean unreachable = unknown || isOrHasCause(cause, ConnectException.class);
		if (proxy != null && unreachable) {
			return new IOException("The proxy " + proxy + " cannot be reached: check the settings of the proxy, or " +
				fetchYourself(), cause);
		}
		if (unknown) {
			return new IOException("The host " + address.getHost() + " is unknown here: check the internet connection, or " +
				fetchYourself(), cause);
		}
		if (isOrHasCause(cause, SSLException.class)) {
			return new IOException("There is no secure connection to " + address.getHost() + through(proxy) +
				": check the date of this computer and whether something inspects its connections, or " + fetchYourself(),
				cause);
		}
		return new IOException((unreachable ? "The host " + address.getHost() + " cannot be reached" : "The connection to " +
			address.getHost() + through(proxy) + " broke off without an answer") + ": check the internet connection" +
			orProxy(proxy) + ", or " + fetchYourself(), cause);
	}

	/** Nothing came for some time. */
	IOException stalled(final URI address, final long bytes) {
		final String proxy = proxyOf(address);
		return new IOException("The connection to " + address.getHost() + through(proxy) + " stands still after " + bytes +
			" of " + weights.size() + " bytes: check the internet connection" + orProxy(proxy) +
			" and try again to continue, or " + fetchYourself());
	}

	/** The body ended early. */
	IOException truncated(final URI address, final long bytes) {
		final String proxy = proxyOf(address);
		return new IOException("The connection to " + address.getHost() + through(proxy) + " broke off after " + bytes +
			" of " + weights.size() + " bytes: check the internet connection" + orProxy(proxy) +
			" and try again to continue, or " + fetchYourself());
	}

	/** The answer was neither the file nor a redirect that can be followed. */
	IOException status(final URI address, final int status) {
		final String proxy = proxyOf(address);
		if (status == PROXY_AUTHENTICATION_REQUIRED) {
			return new IOException("The proxy " + (proxy == null ? "before " + address.getHost() : proxy) +
				" asks for a name and a password (status 407): check the settings of the proxy, or " + fetchYourself());
		}
		if (status == NOT_FOUND || status == GONE) {
			return new IOException("The host " + address.getHost() + " does not have the file " + address + " (status " +
				status + "): look for a newer version of this plugin, or get " + weights.fileName() +
				" from elsewhere and import it.");
		}
		return new IOException("The host " + address.getHost() + through(proxy) + " answers with status " + status +
			" in place of the file: try again later, or " + fetchYourself());
	}

	IOException redirectLoop(final URI address) {
		return new IOException("The host " + address.getHost() + " redirects " + weights.address() +
			" again and again: try again later, or " + fetchYourself());
	}

	IOException unsafeRedirect(final URI from, final URI to) {
		return new IOException("The host " + from.getHost() + " redirects to " + to +
			", which is refused because nobody can tell who answers there: check the network for a login page, or " +
			fetchYourself());
	}

	/** The announced or received length is not that of the file. */
	IOException otherSize(final URI address, final String length) {
		return new IOException("The host " + address.getHost() + " sends " + length + " bytes in place of the " + weights
			.size() + " bytes of " + weights.name() + ": check whether the network asks for a login, or " + fetchYourself());
	}

	/** The file has its size, but not its checksum. */
	IOException otherChecksum(final String md5) {
		return new IOException("What came from " + weights.address().getHost() + " is not " + weights.name() +
			" because its MD5 checksum is " + md5 + " and not " + weights.md5() +
			": check whether something changes downloads on the way, or " + fetchYourself());
	}

	IOException noRoom(final Path folder, final long needed, final long usable) {
		return new IOException(String.format(Locale.ROOT,
			"The disk of the folder %s has no room for %s: make %.1f MB free, of which there are %.1f MB, and try again.",
			folder, weights.name(), needed / 1e6, usable / 1e6));
	}

	IOException cannotWrite(final Path file, final IOException cause) {
		return new IOException("The file " + file + " cannot be written: check that its disk is not full and that you" +
			" may write to that folder, and try again.", cause);
	}

	IOException deleted(final Path file) {
		return new IOException("The file " + file + " was deleted while it was being written: start the download again.");
	}

	// -- Helper methods --

	private String fetchYourself() {
		return "fetch " + weights.address() + " with a browser and import the file.";
	}

	private static String through(final String proxy) {
		return proxy == null ? "" : " through the proxy " + proxy;
	}

	private static String orProxy(final String proxy) {
		return proxy == null ? "" : " and the settings of the proxy";
	}

	private static boolean isOrHasCause(final Throwable throwable, final Class<? extends Throwable> type) {
		for (Throwable cause = throwable; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) return true;
		}
		return false;
	}

	/** The proxy through which an address is asked, as host:port; null if there is none. */
	private static String proxyOf(final URI address) {
		final ProxySelector selector = ProxySelector.getDefault();
		final List<Proxy> proxies = selector == null ? List.of() : selector.select(address);
		if (proxies.isEmpty() || proxies.get(0).type() != Proxy.Type.HTTP) return null;
		final InetSocketAddress proxy = (InetSocketAddress) proxies.get(0).address();
		return proxy.getHostString() + ":" + proxy.getPort();
	}
}
