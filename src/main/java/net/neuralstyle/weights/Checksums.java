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

package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksums by which a file is known. Immutable. */
public final class Checksums {

	private static final int BUFFER_BYTES = 1 << 16;

	private final String md5;
	private final String sha256;

	private Checksums(final String md5, final String sha256) {
		this.md5 = md5;
		this.sha256 = sha256;
	}

	/**
	 * Computes the checksums of a file.
	 *
	 * @throws IOException if it cannot be read; the message is Java's, not one for
	 *           users
	 */
	public static Checksums of(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return of(in);
		}
	}

	/**
	 * Computes the checksums of all that is left of a stream, which stays open.
	 *
	 * @throws IOException if it cannot be read
	 */
	public static Checksums of(final InputStream in) throws IOException {
		final MessageDigest md5 = digest("MD5");
		final MessageDigest sha256 = digest("SHA-256");
		final byte[] buffer = new byte[BUFFER_BYTES];
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			md5.update(buffer, 0, count);
			sha256.update(buffer, 0, count);
		}
		return new Checksums(hexadecimal(md5), hexadecimal(sha256));
	}

	/** Computes the SHA-256 of all bytes of a buffer: 64 hexadecimal digits in lower case. */
	public static String sha256(final ByteBuffer bytes) {
		final MessageDigest sha256 = digest("SHA-256");
		sha256.update(bytes.duplicate().clear());
		return hexadecimal(sha256);
	}

	/** 32 hexadecimal digits in lower case. */
	public String md5() {
		return md5;
	}

	/** 64 hexadecimal digits in lower case. */
	public String sha256() {
		return sha256;
	}

	// -- Helper methods --

	private static MessageDigest digest(final String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static String hexadecimal(final MessageDigest digest) {
		final byte[] bytes = digest.digest();
		return String.format("%0" + 2 * bytes.length + "x", new BigInteger(1, bytes));
	}
}
