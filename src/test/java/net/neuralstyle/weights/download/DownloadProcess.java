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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Another process that works with a cache: it downloads the test weights, or just locks a part. */
final class DownloadProcess implements AutoCloseable {

	private final Process process;
	private final BufferedReader output;

	private DownloadProcess(final String... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Paths.get(System.getProperty("java.home"), "bin", "java")
			.toString(), "-cp", place(WeightsCache.class) + System.getProperty("path.separator") + place(
				DownloadProcess.class), DownloadProcess.class.getName()));
		command.addAll(List.of(arguments));
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/** Starts a download. Returns when it is under way, or waits for somebody else's. */
	static DownloadProcess download(final PublishedWeights weights, final Path folder) throws IOException {
		return started(new DownloadProcess("download", folder.toString(), weights.address().toString()));
	}

	/** Locks a file until the process is closed. */
	static DownloadProcess lock(final Path file) throws IOException {
		return started(new DownloadProcess("lock", file.toString()));
	}

	/** Whether another process can lock a file now. */
	static boolean canLock(final Path file) throws IOException {
		try (DownloadProcess process = new DownloadProcess("try", file.toString())) {
			return Boolean.parseBoolean(process.output.readLine());
		}
	}

	/** Waits for the end. */
	int exitStatus() throws InterruptedException {
		return process.waitFor();
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}

	/** What the other process does. */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		if (arguments[0].equals("try")) {
			try (FileChannel channel = FileChannel.open(Paths.get(arguments[1]), StandardOpenOption.WRITE)) {
				System.out.println(channel.tryLock() != null);
			}
			return;
		}
		if (arguments[0].equals("lock")) {
			try (FileChannel channel = FileChannel.open(Paths.get(arguments[1]), StandardOpenOption.WRITE)) {
				channel.lock();
				System.out.println("started");
				Thread.currentThread().join();
			}
		}
		final AtomicBoolean started = new AtomicBoolean();
		new WeightsCache(Paths.get(arguments[1])).download(TestWeights.published(URI.create(arguments[2])),
			new DownloadListener() {

				@Override
				public void progress(final long bytes, final long total, final double bytesPerSecond) {
					if (!started.getAndSet(true)) System.out.println("started");
				}
			});
	}

	private static DownloadProcess started(final DownloadProcess process) throws IOException {
		final String line = process.output.readLine();
		if ("started".equals(line)) return process;
		process.close();
		throw new IOException("The other process did not start: " + line);
	}

	private static Path place(final Class<?> type) {
		try {
			return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException exc) {
			throw new AssertionError(exc);
		}
	}
}
