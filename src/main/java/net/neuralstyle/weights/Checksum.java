package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Checksums of files, in lower-case hexadecimal digits. */
final class Checksum {

	private static final int BUFFER = 1 << 16;

	private Checksum() {
		// NB: Not instantiable.
	}

	static String sha256(final Path file) throws IOException {
		return of(file, "SHA-256");
	}

	/** @param algorithm one that every Java has: MD5 or SHA-256 */
	static String of(final Path file, final String algorithm) throws IOException {
		final MessageDigest digest;
		try {
			digest = MessageDigest.getInstance(algorithm);
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalArgumentException(exc);
		}
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] buffer = new byte[BUFFER];
			for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
				digest.update(buffer, 0, length);
			}
		}
		final StringBuilder digits = new StringBuilder();
		for (final byte value : digest.digest()) {
			digits.append(String.format("%02x", value));
		}
		return digits.toString();
	}
}
