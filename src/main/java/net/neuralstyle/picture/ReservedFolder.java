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

package net.neuralstyle.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;

/**
 * A folder that appears when all files are in it; until then a hidden one beside it keeps them. It takes the place of a
 * folder that has nothing but such files, as a whole: at no time there are files of both.
 */
public final class ReservedFolder implements AutoCloseable {

	private final Path folder;
	private final Path target;
	private final Predicate<Path> isReplaceable;
	private final TemporaryFolder temporary;
	private volatile boolean written;

	/**
	 * @param folder need not be there
	 * @param isReplaceable whether a file of a folder that is there may go
	 * @throws StyleTransferException if it cannot be written, or something else is in its place; says why
	 */
	public ReservedFolder(final Path folder, final Predicate<Path> isReplaceable) {
		this.folder = folder;
		this.isReplaceable = isReplaceable;
		try {
			// NB: Of a link the place that it leads to.
			target = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
			checkTarget();
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be read: check its permissions.", exc);
		}
		temporary = new TemporaryFolder(target);
	}

	/** The folder that keeps the files until then, which is not there yet. */
	public Path path() {
		return temporary.path().resolve("new");
	}

	/**
	 * Gives the files their place.
	 *
	 * @throws StyleTransferException if that cannot be done; what was there before is then as it was
	 */
	public void complete() {
		final Path before = temporary.path().resolve("before");
		try {
			checkTarget();
			if (Files.exists(target)) Files.move(target, before);
			try {
				Files.move(path(), target);
			}
			catch (final IOException exc) {
				if (Files.exists(before)) Files.move(before, target);
				throw exc;
			}
			written = true;
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder + " cannot be written (" + exc.getMessage() +
				"): choose another one.", exc);
		}
	}

	/** Whether the files are in their place; may be asked by any thread. */
	public boolean isWritten() {
		return written;
	}

	/** Leaves nothing behind of files that are not in their place. */
	@Override
	public void close() {
		temporary.close();
	}

	// -- Helper methods --

	private void checkTarget() throws IOException {
		if (!Files.exists(target)) return;
		if (!Files.isDirectory(target)) {
			throw new StyleTransferException("The output folder " + folder + " is a file: give another name.");
		}
		final List<Path> files;
		try (Stream<Path> all = Files.list(target)) {
			files = all.collect(Collectors.toList());
		}
		final Optional<Path> other = files.stream().filter(file -> !isReplaceable.test(file)).findFirst();
		if (other.isPresent()) {
			throw new StyleTransferException("The folder " + folder + " is there and has what is no redrawn frame, " + other
				.get().getFileName() + ": give the result another name, or remove the folder.");
		}
	}
}
