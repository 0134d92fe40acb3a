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
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

import net.neuralstyle.weights.Checksums;

/**
 * A folder in which published weights are kept. A file has its final name only
 * when it is complete and checked. Safe for use by several threads and processes
 * at once.
 */
public final class WeightsCache {

	private static final String SUBFOLDER = "neural-style-transfer";
	private static final String PARTIAL = ".part";
	private static final String CHECKSUM = ".sha256";
	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final long POLL_MILLISECONDS = 100;

	private final Path folder;
	private final Duration patience;
	private final LongSupplier usableSpace;

	/**
	 * @param folder where the files are or will be; it is made when the first file
	 *          comes
	 */
	public WeightsCache(final Path folder) {
		this(folder, PATIENCE, () -> usableSpace(folder));
	}

	/**
	 * @param patience how long a download waits for the next byte
	 * @param usableSpace free space for files in the folder, in bytes
	 */
	WeightsCache(final Path folder, final Duration patience, final LongSupplier usableSpace) {
		this.folder = folder.toAbsolutePath();
		this.patience = patience;
		this.usableSpace = usableSpace;
	}

	/** The cache in the folder that the operating system has for such files of the user. */
	public static WeightsCache ofUser() {
		return new WeightsCache(userFolder(System.getProperty("os.name"), Paths.get(System.getProperty("user.home")), System
			.getenv()).resolve(SUBFOLDER));
	}

	/** The folder, as an absolute path; it may not exist yet. */
	public Path folder() {
		return folder;
	}

	/** Where a file is or would be. */
	public Path file(final PublishedWeights weights) {
		return folder.resolve(weights.fileName());
	}

	/** Whether there is a file of the right size. It is not read, see {@link #verify}. */
	public boolean has(final PublishedWeights weights) {
		try {
			checkSize(weights);
			return true;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/**
	 * Checks a file's size and checksums: the published MD5, and the SHA-256 that was
	 * noted when the file came. Takes a second.
	 *
	 * @return the SHA-256 checksum, 64 hexadecimal digits in lower case
	 * @throws IOException if the file is absent or damaged; the message is one
	 *           sentence that says so
	 */
	public String verify(final PublishedWeights weights) throws IOException {
		checkSize(weights);
		final Path file = file(weights);
		final Checksums checksums = checksums(file);
		if (!checksums.md5().equals(weights.md5())) {
			throw new IOException("The file " + file + " is damaged, its MD5 checksum is not that of " + weights.name() +
				": download it again, or import it.");
		}
		final Path noted = checksumFile(weights);
		if (Files.exists(noted) && !readText(noted).startsWith(checksums.sha256())) {
			throw new IOException("The file " + file + " does not have the SHA-256 checksum noted in " + noted +
				": download it again, or import it.");
		}
		return checksums.sha256();
	}

	/**
	 * Fetches a file from where it is published, or the rest of it if an earlier
	 * attempt left a part. Does nothing if it is there and verified. If another
	 * thread or process fetches the same file, this waits for it.
	 *
	 * @throws DownloadCancelledException if the listener asked for it; what came so
	 *           far is kept
	 * @throws IOException if the file cannot be had; the message is one sentence
	 *           that says why and what to do
	 */
	public void download(final PublishedWeights weights, final DownloadListener listener) throws IOException {
		Objects.requireNonNull(listener);
		if (isVerified(weights)) return;
		makeFolder();
		final DownloadFailures failures = new DownloadFailures(weights);
		final DownloadProgress progress = new DownloadProgress(listener, weights.size(), System::nanoTime);
		try (PartialFile part = waitForPart(weights, listener, progress, failures)) {
			if (isVerified(weights)) part.clear();
			else {
				checkSpace(weights, weights.size() - part.size(), failures);
				fetch(part, weights, new WeightsDownload(weights, listener, progress, patience), failures);
			}
		}
		progress.finish();
	}

	/**
	 * Copies a file that was fetched by other means into the cache. The source is
	 * only read.
	 *
	 * @throws IOException if the source is not the published file or cannot be
	 *           copied; the message is one sentence that says so
	 */
	public void importFile(final PublishedWeights weights, final Path source) throws IOException {
		if (!Files.isRegularFile(source)) {
			throw new IOException("There is no file " + source + ": check its path.");
		}
		checkIsPublished(weights, source, size(source) == weights.size());
		makeFolder();
		checkSpace(weights, weights.size(), new DownloadFailures(weights));
		final Path copy = temporary(file(weights));
		try {
			copy(source, copy);
			// NB: The copy is what is checked; the source may change at any time.
			final Checksums checksums = checksums(copy);
			checkIsPublished(weights, source, checksums.md5().equals(weights.md5()));
			store(weights, checksums, () -> place(weights, copy));
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	/**
	 * Deletes a file, its noted checksum, and what a download left of it.
	 *
	 * @return false if there was nothing
	 * @throws IOException if one of them cannot be deleted; the message is one
	 *           sentence
	 */
	public boolean remove(final PublishedWeights weights) throws IOException {
		boolean removed = delete(file(weights));
		removed |= delete(checksumFile(weights));
		removed |= delete(partialFile(weights));
		return removed;
	}

	/**
	 * Checks that there is a file of the right size.
	 *
	 * @throws IOException if not; the message is one sentence that says what to do
	 */
	void checkSize(final PublishedWeights weights) throws IOException {
		final Path file = file(weights);
		if (!Files.isRegularFile(file)) {
			throw new IOException("The weights of " + weights.name() + " are not on this computer: download them, or fetch " +
				weights.address() + " with a browser and put the file into the folder " + folder + ".");
		}
		final long size = size(file);
		if (size != weights.size()) {
			throw new IOException("The file " + file + " is damaged, it has " + size + " bytes in place of the " + weights
				.size() + " bytes of " + weights.name() + ": download it again, or import it.");
		}
	}

	/** Gives a file another name in its folder, at once if possible; a file that is there is replaced. */
	static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * The folder for files that a user's programs can get again.
	 *
	 * @param system name of the operating system, as Java has it
	 * @param environment the environment variables
	 */
	static Path userFolder(final String system, final Path home, final Map<String, String> environment) {
		final String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("mac")) return home.resolve("Library").resolve("Caches");
		final boolean windows = name.startsWith("windows");
		final String set = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
		// NB: Relative paths are invalid there, by the XDG specification.
		if (!set.isEmpty() && Paths.get(set).isAbsolute()) return Paths.get(set);
		return windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
	}

	// -- Helper methods --

	private Path checksumFile(final PublishedWeights weights) {
		return folder.resolve(weights.fileName() + CHECKSUM);
	}

	private Path partialFile(final PublishedWeights weights) {
		return folder.resolve(weights.fileName() + PARTIAL);
	}

	private static Path temporary(final Path file) {
		return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
	}

	private boolean isVerified(final PublishedWeights weights) {
		if (!has(weights)) return false;
		try {
			verify(weights);
			return true;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private PartialFile waitForPart(final PublishedWeights weights, final DownloadListener listener,
		final DownloadProgress progress, final DownloadFailures failures) throws IOException
	{
		final Path file = partialFile(weights);
		while (true) {
			if (listener.isCancelled()) throw failures.cancelled();
			final Optional<PartialFile> part = PartialFile.tryOpen(file, failures);
			if (part.isPresent()) return part.get();
			// NB: What somebody else fetches is progress, too.
			progress.report(Files.exists(file) ? size(file) : 0);
			try {
				Thread.sleep(POLL_MILLISECONDS);
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw failures.cancelled();
			}
		}
	}

	private void fetch(final PartialFile part, final PublishedWeights weights, final WeightsDownload download,
		final DownloadFailures failures) throws IOException
	{
		final boolean resumed = download.fetch(part);
		Checksums checksums = part.checksums();
		if (resumed && !checksums.md5().equals(weights.md5())) {
			// NB: What the earlier attempt left may be to blame.
			part.clear();
			download.fetch(part);
			checksums = part.checksums();
		}
		if (!checksums.md5().equals(weights.md5())) {
			part.clear();
			throw failures.otherChecksum(checksums.md5());
		}
		store(weights, checksums, () -> part.moveTo(file(weights)));
	}

	/** Notes a file's checksum, then lets it take its place. */
	private void store(final PublishedWeights weights, final Checksums checksums, final FileWork placing)
		throws IOException
	{
		final Path noted = checksumFile(weights);
		boolean placed = false;
		try {
			final Path temporary = temporary(noted);
			try {
				Files.writeString(temporary, checksums.sha256() + "  " + weights.fileName() + "\n");
				move(temporary, noted);
			}
			catch (final IOException exc) {
				throw new DownloadFailures(weights).cannotWrite(noted, exc);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
			placing.run();
			placed = true;
		}
		finally {
			if (!placed) Files.deleteIfExists(noted);
		}
	}

	private void place(final PublishedWeights weights, final Path copy) throws IOException {
		try {
			move(copy, file(weights));
		}
		catch (final IOException exc) {
			throw new DownloadFailures(weights).cannotWrite(file(weights), exc);
		}
	}

	private void makeFolder() throws IOException {
		try {
			// NB: Older versions of Java refuse a folder that is a symbolic link.
			if (!Files.isDirectory(folder)) Files.createDirectories(folder);
		}
		catch (final IOException exc) {
			throw new IOException("The folder " + folder +
				" cannot be made: check that no file has its name and that you may write there.", exc);
		}
	}

	private void checkSpace(final PublishedWeights weights, final long needed, final DownloadFailures failures)
		throws IOException
	{
		final long usable = usableSpace.getAsLong();
		if (usable < needed) throw failures.noRoom(folder, needed, usable);
	}

	private static long usableSpace(final Path folder) {
		try {
			return Files.getFileStore(folder).getUsableSpace();
		}
		catch (final IOException exc) {
			// NB: Some network drives do not say; then writing will show.
			return Long.MAX_VALUE;
		}
	}

	private static void checkIsPublished(final PublishedWeights weights, final Path source, final boolean published)
		throws IOException
	{
		if (published) return;
		throw new IOException("The file " + source + " is not the published file of " + weights.name() +
			": get it from " + weights.address() + ", or use it as a weights file of your own instead.");
	}

	private void copy(final Path source, final Path copy) throws IOException {
		try {
			Files.copy(source, copy);
		}
		catch (final IOException exc) {
			throw new IOException("The file " + source + " cannot be copied into the folder " + folder +
				": check that you may read the one and write to the other, and that the disk is not full.", exc);
		}
	}

	private static Checksums checksums(final Path file) throws IOException {
		try {
			return Checksums.of(file);
		}
		catch (final IOException exc) {
			throw cannotRead(file, exc);
		}
	}

	private static long size(final Path file) throws IOException {
		try {
			return Files.size(file);
		}
		catch (final IOException exc) {
			throw cannotRead(file, exc);
		}
	}

	private static String readText(final Path file) throws IOException {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		}
		catch (final IOException exc) {
			throw cannotRead(file, exc);
		}
	}

	private static IOException cannotRead(final Path file, final IOException cause) {
		return new IOException("The file " + file + " cannot be read: check its permissions.", cause);
	}

	private static boolean delete(final Path file) throws IOException {
		try {
			return Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			throw new IOException("The file " + file +
				" cannot be deleted: close the programs that use it and check the permissions of its folder.", exc);
		}
	}
}
