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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.regex.Pattern;

/** The bytes of a small file that test servers publish, and what is said about it. */
final class TestWeights {

	static final String FILE = "weights.h5";
	static final String PATH = "/models/" + FILE;
	static final int SIZE = 300_000;

	private TestWeights() {
		// NB: Not instantiable.
	}

	static byte[] bytes() {
		final byte[] bytes = new byte[SIZE];
		new Random(5).nextBytes(bytes);
		return bytes;
	}

	/** Other bytes of the same number. */
	static byte[] otherBytes() {
		final byte[] bytes = bytes();
		bytes[100_000] ^= 1;
		return bytes;
	}

	static PublishedWeights published(final URI address) {
		return new PublishedWeights("Test network", address, SIZE, digest("MD5"));
	}

	static String sha256() {
		return digest("SHA-256");
	}

	static void assertOneSentence(final String message) {
		assertTrue(Pattern.matches("[A-Z](?:(?!\\. ).)*\\.", message), () -> "The message is not one sentence: " + message);
		assertTrue(!message.contains("Exception") && !message.contains("java."), () -> "Not for users: " + message);
	}

	private static String digest(final String algorithm) {
		try {
			final byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes());
			return String.format("%0" + 2 * digest.length + "x", new BigInteger(1, digest));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new AssertionError(exc);
		}
	}
}
